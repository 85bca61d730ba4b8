"""A text in an editor, read and checked: findings, repairs, what stands at a place, citations in a style."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from attrs import define, evolve

from sovcite.checking import Settings, Survey, check_survey, settings_from_table, survey_notes
from sovcite.data.authority import repository
from sovcite.data.configuration import configuration_beside, read_configuration
from sovcite.data.fonds import known_fond
from sovcite.formatting import format
from sovcite.lsp.places import edits_in_source, in_source
from sovcite.manuscript import read_bytes
from sovcite.model import Citation, Diagnostic, Edit, Manuscript, Mention, ReadError, StyleLimit


@define(slots=False)
class Reading:
    """One state of a text, with its line ends as one letter each; offsets are code points of the whole text."""

    text: str
    name: str
    settings: Settings

    @cached_property
    def manuscript(self) -> Manuscript:
        """The notes, each with its map; none where there is nothing to read."""
        try:
            return read_bytes(self.text.encode("utf-8", "replace"), self.name)
        except ReadError:
            return Manuscript(source=self.name, notes=())

    @cached_property
    def survey(self) -> Survey:
        """The citations of the notes."""
        return survey_notes(self.manuscript.notes)

    @cached_property
    def findings(self) -> list[Diagnostic]:
        """What the rules find, in the order of the text; places and edits are of the whole text.

        A repair that touches what the text does not have letter for letter (an entity, a line end inside) is not
        offered.
        """
        found = [self._moved(one) for one in check_survey(self.survey, self.settings)]
        return sorted(found, key=lambda one: (one.start, one.end, one.code))

    def mention_at(self, place: int) -> tuple[Mention, int, int] | None:
        """Give the citation at a place, and where it begins and ends."""
        for mention in self.survey.mentions:
            start, end = in_source(self.manuscript.maps[mention.note], mention.start, mention.end)
            if start <= place <= end:
                return mention, start, end
        return None

    def formatted(self, start: int, end: int, style: str) -> Iterator[Edit]:
        """Print the whole citations inside a stretch in a style; one that the style cannot print stays as it is."""
        for mention in self.survey.mentions:
            edit = Edit(start=mention.start, end=mention.end, new=mention.raw)
            moved = edits_in_source(self.manuscript.maps[mention.note], [edit])
            if mention.kind != "full" or moved is None or moved[0].start < start or moved[0].end > end:
                continue
            try:
                printed = format(mention.citation, style)
            except StyleLimit:
                continue
            # the stop of an abbreviation at the end stands once
            printed += "." * (mention.raw.endswith(".") and not printed.endswith("."))
            if printed != mention.raw:
                yield evolve(moved[0], new=printed)

    def _moved(self, one: Diagnostic) -> Diagnostic:
        source = self.manuscript.maps[one.note]
        start, end = in_source(source, one.start, one.end)
        edits = edits_in_source(source, one.fix.edits) if one.fix else None
        fix = evolve(one.fix, edits=edits) if one.fix and edits else None
        return evolve(one, start=start, end=end, fix=fix)


def settings_beside(path: str) -> Settings:
    """Give the settings of the sovcite.toml beside a file; raise DataError that names the key for a mistake."""
    file = configuration_beside(path)
    if file is None:
        return Settings()
    table = read_configuration(file).settings.get("check", {})
    return settings_from_table(table if isinstance(table, dict) else {}, f"{file}: check")


def read_out(citation: Citation) -> str:
    """Read a citation out in Markdown: the repository's name and former names, the fond's name, the numbers.

    >>> from sovcite import parse
    >>> print(read_out(parse("РГАДА. Ф. 20. Оп. 1. Д. 324. Л. 44")).partition(chr(10))[0])
    **Российский государственный архив древних актов** (РГАДА)
    >>> read_out(parse("РЦХИДНИ. Ф. 558. Оп. 11. Д. 79. Л. 38")).splitlines()[-1]
    'fond 558 (Сталин Иосиф Виссарионович), opis 11, file 79, leaf 38'
    """
    lines = []
    name = citation.repository
    if name is not None and name.id is not None:
        row = repository(name.id)
        lines.append(f"**{row.name}** ({row.cyrillic or row.latin or row.id})")
        former = dict.fromkeys(one.cyrillic or one.latin or one.name or "" for one in row.former)
        if former:
            lines.append(f"formerly {', '.join(former)}")
    elif name is not None:
        meant = ", ".join(repository(one).name for one in name.candidates)
        lines.append(f"**{name.written}**" + (f": can be {meant}" if meant else ", not in the table of repositories"))
    known = known_fond(name.id, citation.fond) if name and name.id and citation.fond else None
    called = f" ({known.name or known.name_english})" if known and (known.name or known.name_english) else ""
    numbers = [
        f"fond {citation.fond}{called}" if citation.fond else "",
        f"opis {citation.opis}" if citation.opis else "",
        f"file {citation.file}" if citation.file else "",
        *(f"{unit.kind} {unit.number}" for unit in citation.units),
        f"{citation.leaves[0].unit} {', '.join(str(leaf) for leaf in citation.leaves)}" if citation.leaves else "",
    ]
    lines.append(", ".join(number for number in numbers if number))
    return "\n\n".join(line for line in lines if line)
