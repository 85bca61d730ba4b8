"""Other finders, each on the dense text of its own kind, and what pure Python can do at most."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Callable
from typing import NamedTuple

from sovcite.model import Citation, Leaf, LeafRange, Mention, RepositoryName


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
    r"\b(?:(?P<a>[A-Z]{2,9}), f\. (?P<f>[0-9]+), op\. (?P<o>[0-9]+), d\. (?P<d>[0-9]+), l\. (?P<l>[0-9]+)"
    r"|(?P<A>[А-Я]{2,9})\. Ф\. (?P<F>[0-9]+)\. Оп\. (?P<O>[0-9]+)\. Д\. (?P<D>[0-9]+)\. Л\. (?P<L>[0-9]+))\b"
)
BARE = re.compile(r"\b(?:op|оп)\.")


def find_by_hand(text: str) -> list[Mention]:
    """Read the plain notes by one regular expression into the same objects as find: what a script would do."""
    found = []
    for match in _BY_HAND.finditer(text):
        name, fond, opis, file, leaf = (match[low] or match[low.upper()] for low in "afodl")
        citation = Citation(
            repository=RepositoryName(written=name, id=_IDS[name]), fond=fond, opis=opis, file=file,
            leaves=(LeafRange(first=Leaf(number=leaf)),), file_label="delo",
        )  # fmt: skip
        found.append(Mention(citation=citation, start=match.start(), end=match.end(), raw=match[0]))
    return found


def bare_pass(text: str) -> int:
    """Count what the shortest pattern that could anchor a citation hits: the limit of pure Python."""
    return sum(1 for _ in BARE.finditer(text))
