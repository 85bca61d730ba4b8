"""What an incomplete citation takes over from the one that it refers to."""

from __future__ import annotations

from attrs import evolve, frozen

from sovcite.model import Citation, Confidence, Inherited, Mention
from sovcite.reading.drafts import Draft

_INHERITED: tuple[Inherited, ...] = ("repository", "fond", "opis", "file")


@frozen
class Last:
    """The citation that a short form or an incomplete one would refer to."""

    citation: Citation
    confidence: Confidence
    # a printed source stands between
    blocked: bool = False
    # numbers in a row without labels
    is_row: bool = False
    # its place among the mentions of the note that is read, None where it stands in one before
    place: int | None = None
    # all mentions of its note
    beside: tuple[Mention, ...] = ()

    @property
    def several(self) -> bool:
        """Whether it is one of several that its note cites."""
        return len({mention.citation.key for mention in self.beside}) > 1


def inherit(
    citation: Citation, draft: Draft, before: Citation, *, has_name: bool
) -> tuple[Citation, tuple[Inherited, ...]]:
    """Take over what is above the highest level printed; has_name: a repository is named, and keeps its own."""
    taken: dict[str, object] = {}
    highest = draft.highest
    for rank, level in enumerate(_INHERITED):
        if rank < highest and getattr(citation, level) is None and getattr(before, level) is not None:
            if level == "repository" and has_name:
                continue
            taken[level] = getattr(before, level)
    if "file" in taken:
        taken["file_label"] = before.file_label
    if highest >= 4 or ("file" in taken and not draft.units):
        taken |= {"units": draft.units or before.units}
    inherited = tuple(level for level in _INHERITED if level in taken)
    if draft.ibid and highest == 5 and not draft.units and before.leaves:
        taken["leaves"] = before.leaves
        inherited = (*inherited, "leaves")
    return evolve(citation, **taken), inherited  # type: ignore[arg-type]
