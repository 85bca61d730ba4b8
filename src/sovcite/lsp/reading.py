"""A text in an editor, read and checked as a whole: findings, what stands at a place, citations in a style."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from attrs import define, evolve, field

from sovcite.checking import RULES, Settings, Survey, check_survey, settings_from_table, survey_notes
from sovcite.checking.silence import silence_of
from sovcite.data.authority import repository
from sovcite.data.configuration import configuration_beside, read_configuration
from sovcite.data.fonds import known_fond
from sovcite.formatting import format
from sovcite.grammar import fold
from sovcite.lsp.lines import Lines
from sovcite.lsp.places import edits_in_source, in_source
from sovcite.lsp.shown import Shown, shown
from sovcite.manuscript import read_bytes
from sovcite.model import Citation, Edit, Manuscript, Mention, ReadError, RepositoryName, SourceMap, StyleLimit
from sovcite.resolution.sources import names_a_book

# the codes of the rules that look at one note and at nothing else
OF_A_NOTE = frozenset(rule.code for rule in RULES if rule.reach == "note")


def manuscript_of(text: str, name: str) -> Manuscript:
    """Read a text into its notes, none where there is nothing to read."""
    try:
        return read_bytes(text.encode("utf-8", "replace"), name)
    except ReadError:
        return Manuscript(source=name, notes=())


@define(slots=False)
class Reading:
    """One state of a text; offsets are code points of its lines joined by line feeds."""

    lines: Lines
    name: str
    settings: Settings
    # of lines, from the first up to the one behind the last, whether they give the same notes by themselves
    by_itself: dict[tuple[int, int], bool] = field(factory=dict, init=False, repr=False, eq=False)
    _books: dict[int, bool] = field(factory=dict, init=False, repr=False, eq=False)

    @cached_property
    def manuscript(self) -> Manuscript:
        """The notes, each with its map."""
        return manuscript_of("\n".join(self.lines.lines), self.name)

    @cached_property
    def survey(self) -> Survey:
        """The citations of the notes."""
        return survey_notes(self.manuscript.notes)

    @cached_property
    def shown(self) -> list[Shown]:
        """What the rules find, in the order of the text."""
        maps = self.manuscript.maps
        found = [shown(one, one.note, maps[one.note], self.lines) for one in check_survey(self.survey, self.settings)]
        return sorted(found, key=_in_text)

    @cached_property
    def silent(self) -> tuple[str, ...]:
        """The codes that the text itself silences everywhere."""
        return silence_of(self.manuscript.notes).everywhere

    @cached_property
    def spans(self) -> Sequence[tuple[int, int]]:
        """The lines that each note fills, from the first up to the one behind the last."""
        return [_span(source, self.lines) for source in self.manuscript.maps]

    @cached_property
    def at_line(self) -> Mapping[int, Sequence[int]]:
        """The notes that have letters in a line."""
        at_line: dict[int, list[int]] = {}
        for note, (first, stop) in enumerate(self.spans):
            for line in range(first, stop):
                at_line.setdefault(line, []).append(note)
        return at_line

    @cached_property
    def behind(self) -> Mapping[int, int]:
        """The next note of the same kind behind each."""
        before = ((self.survey.before(note), note) for note in range(len(self.manuscript.notes)))
        return {earlier: note for earlier, note in before if earlier is not None}

    @cached_property
    def cited_before(self) -> Sequence[int | None]:
        """The nearest earlier note of the same kind that cites an archive, or tries to, for each note."""
        tries = {one.note for one in self.survey.mentions} | {one.note for one in self.survey.unread}
        last: dict[str, int] = {}
        before = []
        for place, note in enumerate(self.manuscript.notes):
            before.append(last.get(note.kind))
            if place in tries:
                last[note.kind] = place
        return before

    def names_a_book(self, note: int) -> bool:
        """Say whether a note names a printed source, which the Ibid. of the next one would mean."""
        if note not in self._books:
            self._books[note] = names_a_book(fold(self.manuscript.notes[note].text))
        return self._books[note]

    @cached_property
    def decided(self) -> Mapping[str, RepositoryName]:
        """What each ambiguous name was taken for, where something in the manuscript says so."""
        names = (mention.citation.repository for mention in self.survey.mentions)
        return {name.written: name for name in names if name and name.id and name.reason}

    def prepare(self) -> None:
        """Make what a change asks for, while nobody waits."""
        _ = self.at_line, self.behind, self.cited_before, self.decided, self.silent

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


def _in_text(one: Shown) -> tuple[int, int, int, int, str]:
    start, end = one.diagnostic.range.start, one.diagnostic.range.end
    return start.line, start.character, end.line, end.character, str(one.diagnostic.code)


def _span(source: SourceMap, lines: Lines) -> tuple[int, int]:
    if not source.pieces:
        return 0, 0
    return lines.line_at(source.pieces[0].at), lines.line_at(max(piece.stop for piece in source.pieces)) + 1


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
