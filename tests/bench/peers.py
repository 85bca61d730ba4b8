"""Other finders, each on the dense text of its own kind, and what pure Python can do at most."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Callable
from typing import NamedTuple

from sovcite.model import Citation, Leaf, LeafRange, Mention, Part, RepositoryName


class Peer(NamedTuple):
    """A finder: its package, the text that it is good at, what makes the function that counts its finds."""

    name: str
    package: str
    module: str
    text: str
    make: Callable[[], Callable[[str], int]]


def _refex() -> Callable[[str], int]:
    from refex.orchestrator import CitationExtractor

    extractor = CitationExtractor()
    return lambda text: len(extractor.extract(text).citations)


def _eyecite() -> Callable[[str], int]:
    from eyecite import get_citations

    return lambda text: len(get_citations(text))


def _eyecite_hyperscan() -> Callable[[str], int]:
    from eyecite import get_citations
    from eyecite.tokenizers import HyperscanTokenizer

    tokenizer = HyperscanTokenizer(cache_dir=None)
    return lambda text: len(get_citations(text, tokenizer=tokenizer))


def _pythonbible() -> Callable[[str], int]:
    from pythonbible import get_references

    return lambda text: len(get_references(text))


_CASES = "Bush v. Gore, 531 U.S. 98, 99 (2000); Roe v. Wade, 410 U.S. 113 (1973). "
_PEERS = (
    Peer("refex", "legal-reference-extraction", "refex",
         "Nach § 12 BGB und § 3 Abs. 2 ZPO gilt dies. ", _refex),
    Peer("eyecite", "eyecite", "eyecite", _CASES, _eyecite),
    Peer("eyecite, hyperscan", "eyecite and hyperscan", "hyperscan", _CASES, _eyecite_hyperscan),
    Peer("pythonbible", "pythonbible", "pythonbible",
         "See Genesis 1:1-3; Matthew 5:3-12 and Romans 8:28. ", _pythonbible),
)  # fmt: skip


def installed() -> tuple[list[Peer], list[str]]:
    """Give the peers that can be run here, and the packages of those that cannot."""
    here = [peer for peer in _PEERS if importlib.util.find_spec(peer.module)]
    return here, [peer.package for peer in _PEERS if peer not in here]


_IDS = {"ГАРФ": "garf", "GARF": "garf", "РГАСПИ": "rgaspi", "RGASPI": "rgaspi", "РГАНИ": "rgani", "RGANI": "rgani"}
_BY_HAND = re.compile(
    r"\b(?:(?P<a>[A-Z]{2,9}), (?P<f>f\. ([0-9]+)), (?P<o>op\. ([0-9]+)), (?P<d>d\. ([0-9]+)), (?P<l>l\. ([0-9]+))"
    r"|(?P<A>[А-Я]{2,9})\. (?P<F>Ф\. ([0-9]+))\. (?P<O>Оп\. ([0-9]+))\. (?P<D>Д\. ([0-9]+))\. (?P<L>Л\. ([0-9]+)))\b"
)
_LATIN, _CYRILLIC = range(1, 10), range(10, 19)
_LEVELS = ("fond", "opis", "file", "leaves")
BARE = re.compile(r"\b(?:op|оп)\.")


def find_by_hand(text: str) -> list[Mention]:
    """Read the plain notes by one regular expression into the same objects as find: what a script would do."""
    found = []
    for match in _BY_HAND.finditer(text):
        name_group, *groups = _LATIN if match["a"] else _CYRILLIC
        name = match[name_group]
        fond, opis, file, leaf = (match[group] for group in groups[1::2])
        citation = Citation(
            repository=RepositoryName(written=name, id=_IDS[name]), fond=fond, opis=opis, file=file,
            leaves=(LeafRange(first=Leaf(number=leaf)),), file_label="delo",
        )  # fmt: skip
        start, end = match.span(name_group)
        parts = [Part(kind="repository", start=start, end=end, label_end=start)]
        for level, part, number in zip(_LEVELS, groups[::2], groups[1::2], strict=True):
            start, end = match.span(part)
            parts.append(Part(kind=level, start=start, end=end, label_end=match.start(number)))
        start, end = match.span()
        found.append(Mention(citation=citation, start=start, end=end, raw=match[0], parts=tuple(parts)))
    return found


def bare_pass(text: str) -> int:
    """Count what the shortest pattern that could anchor a citation hits: the limit of pure Python."""
    return sum(1 for _ in BARE.finditer(text))
