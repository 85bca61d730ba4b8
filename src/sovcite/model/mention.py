"""Citations in their places: a Mention in a Note, and what looked like one and could not be read."""

from __future__ import annotations

from typing import Literal

from attrs import field, frozen

from sovcite.model.citation import Citation

MentionKind = Literal["full", "short", "ibid"]
Confidence = Literal["certain", "probable"]
Inherited = Literal["repository", "fond", "opis", "file", "leaves"]


@frozen(kw_only=True)
class Note:
    """A note of a manuscript with its whole text; kind and number are what the manuscript's reader sees.

    comments is what comments in it, or at its mark, say to sovcite: "sovcite: ignore C401".
    """

    text: str
    kind: str = "note"
    number: str | None = None
    comments: tuple[str, ...] = field(default=(), eq=False, repr=False)

    @property
    def label(self) -> str:
        """How people name the note.

        >>> Note(text="Там же. Л. 5", kind="footnote", number="41").label
        'footnote 41'
        """
        return f"{self.kind} {self.number}" if self.number else self.kind


@frozen(kw_only=True)
class Part:
    """One labelled part of a citation as printed: "d. 1211", its label in front and its number.

    kind is "repository", "short" (Ibid.), "fond", "opis", "file", "leaves", "date" or a unit's kind. The part
    is text[start:end] of the note; its label is text[start:label_end], empty where the number bears none.
    """

    kind: str
    start: int
    end: int
    label_end: int


@frozen(kw_only=True)
class Mention:
    """A citation in its place: raw == text[start:end] of the note, offsets in code points.

    kind is "full" where the repository is named in the citation itself, "ibid" where a short form
    stands for what went before, else "short". inherited names what was carried over from before.
    note is the place of its note in the sequence that was read, from 0. parts are what it is printed of.
    """

    citation: Citation
    start: int
    end: int
    raw: str
    kind: MentionKind = "full"
    confidence: Confidence = "certain"
    inherited: tuple[Inherited, ...] = ()
    note: int = 0
    parts: tuple[Part, ...] = field(default=(), eq=False, repr=False)


@frozen(kw_only=True)
class Unread:
    """A place that looks like an archival reference and could not be read, and why.

    is_short_form: it is an Ibid. or Там же before which there is nothing at all that it could mean.
    """

    start: int
    end: int
    raw: str
    reason: str
    note: int = 0
    is_short_form: bool = False
