"""Notes in order → their texts: the first mention long, later ones short, repeats as the style wants them.

Of each citation the shortest form that is still read as the same is printed: the word of repeat alone, the parts
that changed, all of it. So nothing rests on a rule of which a reader might think otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import define, field

from sovcite.data.style import Script, Style
from sovcite.formatting.parts import PrintedPart, join, joined, printed_parts
from sovcite.formatting.printing import chosen_style
from sovcite.formatting.proof import is_same
from sovcite.model import Citation, Note, StyleLimit
from sovcite.resolution import resolve


def format_all(
    notes: Sequence[Citation | Sequence[Citation]], style: str | Style = "gost", script: Script | None = None
) -> list[str]:
    """Print the citations of notes in order, one text a note, each with the stop that the style puts at its end.

    An item of notes is a citation or several that stand in one note. resolve reads the same citations from the
    texts, note by note. style and script are as for format, and so is what is raised; StyleLimit names the note.

    Source: each style names its own; GOST R 7.0.5-2008, section 8, and the Chicago Manual of Style for repeats.

    >>> from sovcite import parse
    >>> notes = [parse(f"РГАСПИ. Ф. 17. Оп. 162. {end}") for end in ("Д. 14. Л. 47", "Д. 14. Л. 50", "Д. 15. Л. 3")]
    >>> format_all(notes, "gost")
    ['РГАСПИ. Ф. 17. Оп. 162. Д. 14. Л. 47.', 'Там же. Л. 50.', 'Там же. Д. 15. Л. 3.']
    >>> format_all([notes[:2], notes[2:]], "english")
    ['RGASPI, f. 17, op. 162, d. 14, l. 47; l. 50.', 'Ibid., d. 15, l. 3.']
    """
    writer = _Writer(chosen_style(style, script))
    texts = []
    for place, note in enumerate(notes, start=1):
        try:
            texts.append(writer.note([note] if isinstance(note, Citation) else list(note)))
        except StyleLimit as error:
            raise StyleLimit(f"note {place}: {error}") from error
    _refuse_if_read_otherwise(texts, notes, writer.style)
    return texts


@define
class _Writer:
    style: Style
    # the note before, every citation of it in full: what a repeat refers to
    _before: list[Citation] = field(factory=list)
    _context: str = ""
    _named: set[str] = field(factory=set)

    def note(self, citations: list[Citation]) -> str:
        """Print one note and remember it as the one before the next."""
        if not citations:
            return ""
        text, full = "", ""
        for place, citation in enumerate(citations):
            forms = self._forms(citation, is_first=place == 0)
            text = self._shortest(text, forms, citations[: place + 1])
            full = self._joined_to(full, joined(printed_parts(citation, self.style), self.style))
            if citation.repository and citation.repository.id:
                self._named.add(citation.repository.id)
        self._before, self._context = citations, full
        return self._closed(text)

    def _forms(self, citation: Citation, *, is_first: bool) -> Iterator[str]:
        """Give the forms in which a citation may be printed, the shortest first."""
        style = self.style
        name = citation.repository.id if citation.repository else None
        parts = printed_parts(citation, style)
        if is_first and style.repeat and self._before:
            if len(self._before) == 1:
                yield style.repeat
            if style.repeat_when == "changed" and (len(self._before) == 1 or style.repeat_after_several):
                clear = (rest for rest in _lower(parts, style) if self._is_clear(rest, parts))
                yield from (joined(rest, style, style.repeat) for rest in clear)
        elif not is_first and style.in_note == "changed":
            yield from (joined(rest, style) for rest in _lower(parts, style))
        if style.first_repository and name is not None and name not in self._named:
            yield joined(printed_parts(citation, style, first=True), style)
        yield joined(parts, style)

    def _is_clear(self, rest: list[PrintedPart], parts: list[PrintedPart]) -> bool:
        """Say whether a repeat leaves out only what all citations of the note before have alike."""
        left_out = parts[: len(parts) - len(rest)]
        return all(printed_parts(one, self.style)[: len(left_out)] == left_out for one in self._before)

    def _shortest(self, text: str, forms: Iterator[str], citations: list[Citation]) -> str:
        """Add the first of the forms with which the note is read as these citations; the name asked for goes first."""
        for form in forms:
            whole = self._joined_to(text, form)
            if self._is_read_as(self._closed(whole), citations):
                return whole
        raise StyleLimit(f"style {self.style.id!r} prints {whole!r}, which would be read otherwise in its note")

    def _is_read_as(self, text: str, citations: list[Citation]) -> bool:
        notes = [Note(text=self._closed(self._context)), Note(text=text)]
        found = [mention.citation for mention in resolve(notes) if mention.note == 1]
        pairs = zip(found, citations, strict=False)
        return len(found) == len(citations) and all(is_same(read, meant, self.style) for read, meant in pairs)

    def _joined_to(self, text: str, form: str) -> str:
        return join(text, self.style.joiner, form) if text else form

    def _closed(self, text: str) -> str:
        return self.style.around.replace("{}", join(text, self.style.end, "")) if text else ""


def _lower(parts: list[PrintedPart], style: Style) -> Iterator[list[PrintedPart]]:
    """Give the ends of the parts below the repository, the shortest first; a date never stands alone."""
    if style.order[0] != "repository":
        # the smallest level first: what is left out would be behind
        return
    for place in range(len(parts) - 1, -1, -1):
        if parts[place].kind not in ("repository", "date"):
            yield parts[place:]


def _refuse_if_read_otherwise(
    texts: list[str], notes: Sequence[Citation | Sequence[Citation]], style: Style
) -> None:
    """Raise StyleLimit where the notes, read one after the other, are not what was to be printed."""
    found: list[list[Citation]] = [[] for _ in texts]
    for mention in resolve([Note(text=text) for text in texts]):
        found[mention.note].append(mention.citation)
    for place, (read, note) in enumerate(zip(found, notes, strict=True)):
        meant = [note] if isinstance(note, Citation) else list(note)
        if len(read) != len(meant) or not all(is_same(*pair, style) for pair in zip(read, meant, strict=True)):
            raise StyleLimit(f"note {place + 1}: {texts[place]!r} would be read otherwise where it stands")
