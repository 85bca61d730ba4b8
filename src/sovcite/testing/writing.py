"""A form → a text with its citations: the slots filled with drawn numbers, what is left out taken from before.

Rules of inheritance and of spans: the README of the gold corpus.
"""

from __future__ import annotations

import re
from typing import cast

from attrs import define, field, frozen

from sovcite.model import Citation, LeafRange, LeafUnit, Mention, RepositoryName, Unit, UnitKind
from sovcite.model.mention import Inherited, MentionKind
from sovcite.testing import numbers
from sovcite.testing.damaging import Edits, spoil
from sovcite.testing.document import Document
from sovcite.testing.numbers import Language, Random
from sovcite.testing.tables import Damage, Decoy, Form, Name, languages, named, names

_CHOICE = re.compile(r"‹([^‹›]*)›")
_PIECE = re.compile(r"⟦|⟧|\{(\w+)(?::([^{}]*))?\}|[^⟦⟧{]+|\{")
_LEVELS: tuple[Inherited, ...] = ("repository", "fond", "opis", "file")
_SLOTS = {"a": "repository", "f": "fond", "o": "opis", "d": "file"}
_LEAVES: dict[str, LeafUnit] = {"l": "leaf", "p": "page", "c": "column"}
_ABBREVIATED = re.compile(r"(?<![^\W\d_])(?:об|ob|зв|zv|адв|v)$")


@frozen
class Place:
    """A stretch of the text."""

    start: int
    end: int


@define
class Block:
    """A citation while it is written."""

    start: int
    end: int = 0
    levels: dict[str, str] = field(factory=dict)
    name: tuple[Place, Name] | None = None
    has_name: bool = False
    units: list[Unit] = field(factory=list)
    leaves: tuple[LeafRange, ...] = ()
    date: Place | None = None
    ibid: bool = False
    inherited: tuple[Inherited, ...] = ()

    @property
    def highest(self) -> int:
        """The rank of the highest level that is printed: 0 the repository, 3 the file, 4 leaves, 5 nothing."""
        if self.has_name:
            return 0
        for rank, level in enumerate(_LEVELS):
            if level in self.levels:
                return rank
        return 4 if self.leaves or self.units else 5

    def inherit(self, before: Block) -> None:
        """Take over what is left out."""
        highest = self.highest
        taken: list[Inherited] = []
        if highest > 0 and before.name:
            self.name = before.name
            taken.append("repository")
        for rank, level in enumerate(_LEVELS):
            if 0 < rank < highest and level in before.levels:
                self.levels[level] = before.levels[level]
                taken.append(level)
        if highest >= 4 and not self.units:
            self.units = list(before.units)
        if highest == 5 and before.leaves:
            self.leaves = before.leaves
            taken.append("leaves")
        self.inherited = tuple(taken)


@define
class Writer:
    """Fills one form."""

    rng: Random
    language: Language
    text: str = ""
    blocks: list[Block] = field(factory=list)
    _open: Block | None = None
    # the citation before, or the repository that a heading names
    _before: Block | None = None
    _just_closed: bool = False

    def write(self, template: str) -> None:
        """Write a template behind what is written."""
        chosen = _CHOICE.sub(lambda found: self.rng.choice(found[1].split("|")), template)
        for piece in _PIECE.finditer(chosen):
            if piece[1]:
                self._fill(piece[1], piece[2] or "")
            elif piece[0] == "⟦":
                self._open = Block(start=len(self.text))
            elif piece[0] == "⟧":
                self._close()
            else:
                self._plain(piece[0])
            self._just_closed = piece[0] == "⟧"

    def _plain(self, words: str) -> None:
        if words.startswith(".") and self.text.endswith("."):
            # "обл." and the stop that ends a part are one stop
            words = words[1:]
        elif words.startswith(".") and self._just_closed and _ABBREVIATED.search(self.text):
            self.blocks[-1].end += 1
        self.text += words

    def _close(self) -> None:
        block = self._open
        assert block is not None
        block.end = len(self.text)
        if block.name and block.name[0].end == block.end - 1:
            # the stop of a name that ends a citation, "обл.", is left out of both
            block.end -= 1
        if not block.has_name and self._before:
            block.inherit(self._before)
        self.blocks.append(block)
        self._before, self._open = block, None

    def _fill(self, slot: str, shape: str) -> None:
        start, block = len(self.text), self._open
        if slot == "a":
            self._name(shape)
        elif slot in ("n", "m"):
            self.text += str(numbers.some(self.rng, int(shape or 3)))
        elif block is None:
            raise ValueError(f"slot {slot!r} outside of a citation: {self.text!r}")
        elif slot in numbers.DRAWS and shape.startswith("="):
            self.text += shape[1:]
            block.levels[_SLOTS[slot]] = shape[1:]
        elif slot in numbers.DRAWS:
            if shape == "next" and self._before:
                number = numbers.behind(self.rng, self._before.levels[_SLOTS[slot]])
            else:
                number = numbers.DRAWS[slot](self.rng, self.language, shape)
            self.text += number.printed
            block.levels[_SLOTS[slot]] = number.value
        elif slot in _LEAVES:
            printed, meant = numbers.leaves(self.rng, self.language, shape or ("" if slot == "l" else "row"))
            self.text += printed
            block.leaves = tuple(LeafRange(first=one.first, last=one.last, unit=_LEAVES[slot]) for one in meant)
        elif slot == "date":
            self.text += self._date(shape)
            block.date = Place(start, len(self.text))
        elif slot == "ibid":
            self.text += shape[1:] or self.rng.choice(self.language.ibid)
            block.ibid = True
        elif shape.startswith("="):
            self.text += shape[1:]
            block.units.append(Unit(kind=cast(UnitKind, slot), number=shape[1:]))
        else:
            number = numbers.unit(self.rng, slot, shape)
            self.text += number.printed
            block.units.append(Unit(kind=cast(UnitKind, slot), number=number.value))

    def _name(self, kind: str) -> None:
        name = named(kind[1:]) if kind.startswith("=") else self.rng.choice(names()[kind or self.language.name])
        start = len(self.text)
        self.text += name.written
        place = Place(start, start + len(name.written.rstrip(".")))
        if self._open:
            self._open.name, self._open.has_name = (place, name), True
        else:
            self._before = Block(start=start, name=(place, name))

    def _date(self, shape: str) -> str:
        date = "{year}" if shape == "year" else self.rng.choice(self.language.dates)
        day, month, year = (self.rng.randint(*ends) for ends in ((1, 28), (1, 12), (1918, 1953)))
        return date.format(day=day, month=month, year=year)


def write(form: Form, rng: Random, *damages: Damage) -> Document:
    """Fill a form with numbers drawn from rng, damage it, and say what it holds; a damage may find nothing to spoil."""
    language = languages()[form.language]
    writer = Writer(rng=rng, language=language)
    text = form.text
    if form.in_words:
        text = rng.choice(language.before or ("",)) + text
        if text.endswith("."):
            text += rng.choice(language.after or ("",))
    writer.write(text)
    spoilt, done = writer.text, Edits()
    names = []
    for damage in damages:
        places = [(done.start(block.start), done.end(block.end)) for block in writer.blocks]
        edits = spoil(spoilt, places, damage, rng)
        if edits:
            spoilt = done.make(spoilt, edits)
            names.append(damage.name)
    return Document(
        text=spoilt,
        mentions=tuple(_mention(block, spoilt, done) for block in writer.blocks),
        family=form.family,
        language=form.language,
        damage=" ".join(names) or None,
        form=form.text,
        source=form.source,
    )


def write_decoy(decoy: Decoy, rng: Random) -> Document:
    """Fill a decoy with numbers drawn from rng."""
    writer = Writer(rng=rng, language=languages()["ru"])
    writer.write(decoy.text)
    return Document(
        text=writer.text, mentions=(), family=decoy.kind, language=decoy.language, form=decoy.text, source=decoy.source
    )


def _mention(block: Block, text: str, edits: Edits) -> Mention:
    def words(place: Place) -> str:
        return text[edits.start(place.start) : edits.end(place.end)]

    start, end = edits.start(block.start), edits.end(block.end)
    name = block.name and RepositoryName(written=words(block.name[0]), id=block.name[1].id)
    kind: MentionKind = "ibid" if block.ibid else "full" if block.has_name else "short"
    citation = Citation(
        repository=name,
        fond=block.levels.get("fond"),
        opis=block.levels.get("opis"),
        file=block.levels.get("file"),
        units=tuple(block.units),
        leaves=block.leaves,
        # blanks of any kind are blanks
        date=" ".join(words(block.date).split()) if block.date else None,
    )
    return Mention(
        citation=citation, start=start, end=end, raw=text[start:end], kind=kind, inherited=block.inherited
    )
