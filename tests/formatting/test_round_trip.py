"""What a style prints is read back as the same citation (invariant 1 of the design).

CI tries 20,000 citations, the same ones each time; more by
SOVCITE_EXAMPLES=200000 python -m pytest tests/formatting/test_round_trip.py, which tries others each time.
"""

import os
from collections import Counter
from collections.abc import Sequence
from typing import Any

from attrs import evolve
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from sovcite.data.style import Style
from sovcite.formatting import format, format_all, styles
from sovcite.formatting.scripts import in_script
from sovcite.model import Citation, Leaf, LeafRange, LeafUnit, Note, RepositoryName, StyleLimit, Unit, UnitKind
from sovcite.model.leaf_ranges import in_full
from sovcite.reading import parse
from sovcite.resolution import resolve

_ASKED = os.environ.get("SOVCITE_EXAMPLES")
_EXAMPLES = int(_ASKED or 20000)
_TRIED = settings(
    deadline=None,
    database=None,
    derandomize=not _ASKED,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

# every style in both scripts, as its own and as --script gives it
_STYLES = {
    f"{style.id} {script}": in_script(style, script)
    for style in styles()
    for script in ("cyrillic", "latin")
    # the words of these have no Cyrillic form
    if script == style.script or style.id not in ("evidence-explained", "estonian-labelled", "latvian", "lithuanian")
}
# known by an abbreviation, by a name alone, in Cyrillic and in Latin letters; unknown ones
_KNOWN = ["garf", "rgaspi", "avprf", "tsdaho", "or-rgb", "gavo-vologda", "dako-kyiv", "lya", "tsgaipd-spb", "narb"]
_REPOSITORIES = [
    *(RepositoryName(written=id_, id=id_) for id_ in _KNOWN),
    *(RepositoryName(written=name) for name in ("АГЦТМ", "AGTsTM", "Архив МПО")),
    None,
]
# letters of one Cyrillic letter each, and c, which is none
_LETTERS = ["a", "b", "v", "g", "d", "s", "k", "zh", "kh", "ss", "c"]
_UNITS: list[UnitKind] = [
    "volume", "part", "book", "box", "folder", "bundle", "document", "section", "case", "year", "series", "protocol",
    "item", "inventory", "deloproizvodstvo", "perechen", "order", "subfond",
]  # fmt: skip
_DATES = [None, None, None, "1937", "12 марта 1934 г.", "March 15 1927", "Dec. 19, 1934"]


class _Choices:
    """Citations made of bytes, one draw of Hypothesis: drawing each number by itself takes three times as long.

    Byte 0 is always the simplest choice, so that Hypothesis finds the simplest citation that fails.
    """

    def __init__(self, given: bytes) -> None:
        self._bytes = iter(given)

    def of(self, options: Sequence[Any]) -> Any:
        return options[next(self._bytes, 0) % len(options)]

    def digits(self) -> str:
        number = next(self._bytes, 0) * 256 + next(self._bytes, 0)
        return self.of([str(number % 1000), str(number), str(number * 2), "06", "007"])

    def number(self) -> str:
        digits = self.digits()
        shapes = ["{}", "{}", "{}", "{}{letter}", "{}-a", "{} dop", "{}/{other}"]
        return self.of(shapes).format(digits, letter=self.of(_LETTERS), other=self.digits())

    def leaf(self) -> Leaf:
        number = self.digits() + self.of(["", "", "", self.of(_LETTERS)])
        return Leaf(number=number, side=self.of([None, None, "verso", "recto"]))

    def leaves(self) -> tuple[LeafRange, ...]:
        unit: LeafUnit = self.of(["leaf", "leaf", "leaf", "page", "column"])
        count = self.of([0, 1, 1, 2, 3])
        return tuple(
            LeafRange(first=self.leaf(), last=self.of([None, self.leaf()]), unit=unit) for _ in range(count)
        )

    def unit(self) -> Unit:
        kind = self.of(_UNITS)
        return Unit(kind=kind, number="1905" if kind == "year" else self.of([self.digits(), "III"]))

    def citation(self) -> Citation:
        return Citation(
            repository=self.of(_REPOSITORIES),
            fond=self.of([self.of(["", "", "R-", "P-", "I-", "A-", "K-"]) + self.number()] * 4 + [None]),
            opis=self.of([self.number()] * 4 + [None]),
            file=self.of([self.number()] * 4 + [f"P-{self.digits()}", None]),
            file_label=self.of([None, "delo", "ed. khr.", "sprava"]),
            units=tuple(self.unit() for _ in range(self.of([0, 0, 1, 2]))),
            leaves=self.leaves(),
            date=self.of(_DATES),
        )

    def plain(self) -> Citation:
        """Make what every style can print: no year that would make a date of numbers in a row, no side of a leaf."""
        small = [str(number) for number in range(1, 257)]
        leaf = Leaf(number=self.of(small))
        return Citation(
            repository=self.of(_REPOSITORIES[: len(_KNOWN)]),
            fond=self.of(small),
            opis=self.of(small),
            file=self.of(small),
            leaves=self.of([(), (LeafRange(first=leaf, last=self.of([None, Leaf(number=self.of(small))])),)]),
        )

    def repeating(self) -> Citation:
        """Make one of few archives, fonds and files, so that a second one often shares them."""
        leaves = self.of(["", "3", "47-49", "47ob,50"])
        return Citation(
            repository=self.of(_REPOSITORIES[:2]),
            fond=self.of(["17", "R-5446"]),
            opis=self.of(["1", "162", None]),
            file=self.of(["14", "15"]),
            units=self.of([(), (), (Unit(kind="volume", number="2"),)]),
            leaves=tuple(LeafRange.from_string(one) for one in leaves.split(",") if one),
        )


_BYTES = 64
_chosen = st.binary(min_size=_BYTES, max_size=_BYTES).map(_Choices)
# so many citations of one draw: what Hypothesis does with it takes nearly as long as to print and read one
_DRAWN = 10
_many = st.binary(min_size=_DRAWN * _BYTES, max_size=_DRAWN * _BYTES).map(
    lambda drawn: [_Choices(drawn[place : place + _BYTES]) for place in range(0, len(drawn), _BYTES)]
)


def _as_meant(citation: Citation, style: Style) -> Citation:
    """Complete the short ends of ranges where the style prints such: 34–7."""
    if not style.short_ranges:
        return citation
    return evolve(citation, leaves=tuple(in_full(leaves) for leaves in citation.leaves))


def test_any_citation_comes_back_or_is_refused() -> None:
    seen: Counter[tuple[str, str]] = Counter()
    names = list(_STYLES)

    def there_and_back(choices: _Choices) -> None:
        style = choices.of(names)
        citation = choices.of([choices.citation, choices.citation, choices.plain])()
        note(f"{citation} in {style}")
        chosen = _STYLES[style]
        try:
            printed = format(citation, chosen)
        except StyleLimit as error:
            # what the rules of printing did not foresee, the proof must catch
            seen[style, "caught" if " prints '" in str(error) else "refused"] += 1
            return
        seen[style, "printed"] += 1
        assert _as_meant(parse(printed), chosen) == _as_meant(citation, chosen)

    @settings(_TRIED, max_examples=_EXAMPLES // _DRAWN)
    @given(_many)
    def all_there_and_back(many: list[_Choices]) -> None:
        for choices in many:
            there_and_back(choices)

    all_there_and_back()
    if _ASKED:
        print(f"\n{sum(seen.values())} tried")
    for style in _STYLES:
        printed, refused, caught = (seen[style, end] for end in ("printed", "refused", "caught"))
        # not everything is refused, and next to nothing is left for the proof to catch
        assert printed > refused / 20, style
        assert caught <= max(2, (printed + caught) / 25), style


@settings(_TRIED, max_examples=_EXAMPLES // 20)
@given(_chosen)
def test_a_plain_citation_comes_back_in_every_style(choices: _Choices) -> None:
    style, citation = choices.of(styles()), choices.plain()
    note(f"{citation} in {style.id}")
    assert _as_meant(parse(format(citation, style)), style) == _as_meant(citation, style)


@settings(_TRIED, max_examples=_EXAMPLES // 40)
@given(_chosen)
def test_notes_are_resolved_to_the_same(choices: _Choices) -> None:
    chosen = choices.of(list(_STYLES.values()))
    notes = [[choices.repeating() for _ in range(choices.of([1, 1, 2, 3]))] for _ in range(choices.of([2, 1, 3, 4]))]
    note(f"{notes} in {chosen.id}")
    try:
        texts = format_all(notes, chosen)
    except StyleLimit:
        return
    found: list[list[Citation]] = [[] for _ in notes]
    for mention in resolve([Note(text=text) for text in texts]):
        found[mention.note].append(_as_meant(mention.citation, chosen))
    assert found == [[_as_meant(citation, chosen) for citation in one] for one in notes]
