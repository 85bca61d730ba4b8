"""All that is to be done with a manuscript: a house style and the rules, in rounds, proven in the end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from sovcite.model import Manuscript, Mention
from sovcite.repair.apply import proven
from sovcite.repair.choosing import plan_repairs
from sovcite.repair.plan import Before, Change, Plan, Remark
from sovcite.repair.rounds import Look, plan_on

if TYPE_CHECKING:
    from sovcite.formatting import Style


def planned(
    contents: Mapping[str, bytes], manuscript: Manuscript, look: Look, *, style: Style | str | None = None,
    everything: bool = False,
) -> Plan:  # fmt: skip
    """Plan the repairs of a manuscript that was read from these contents; look says what is read, and wrong, in notes.

    With a style every citation is written in it. What is repaired by the plan is not repaired again: of the repaired
    file the plan has no changes. Raises UnknownStyle, DataError.

    >>> from sovcite.checking import check_survey, survey_notes
    >>> from sovcite.manuscript import read_bytes
    >>> def look(notes):
    ...     survey = survey_notes(notes)
    ...     return survey.mentions, check_survey(survey)
    >>> data = b"RGASPI f. 17 op. 21 d. 3075l. 21."
    >>> [(one.code, one.new) for one in planned({"a.txt": data}, read_bytes(data, "a.txt"), look).changes]
    [('C001', '3075 l.')]
    """

    def restyled(
        current: Manuscript, mentions: Sequence[Mention], before: Before | None = None
    ) -> tuple[Sequence[Change], Sequence[Remark]]:
        if style is None:
            return (), ()
        from sovcite.repair.restyle import restyle

        return restyle(current, mentions, style, before)

    mentions, found = look(manuscript.notes)
    changes, remarks = restyled(manuscript, mentions)
    plan = plan_repairs(manuscript, found, changes, everything=everything, mentions=mentions)
    plan = evolve(plan, remarks=(*plan.remarks, *remarks))
    plan = plan_on(manuscript, plan, look, everything=everything, restyled=restyled)
    return proven(contents, manuscript, plan, mentions)
