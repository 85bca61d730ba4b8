"""Hypothesis strategies over the tables: what draws, shrinks and filters as any other strategy does."""

from __future__ import annotations

from collections.abc import Collection

from sovcite.model import Citation
from sovcite.model.errors import MissingExtra
from sovcite.testing.choosing import chosen_damages, chosen_decoys, chosen_forms, some_decoy, some_document
from sovcite.testing.document import Document

try:
    from hypothesis import strategies as st
except ImportError as error:
    raise MissingExtra("sovcite.testing needs hypothesis: install sovcite[testing]") from error


def documents(
    *,
    families: Collection[str] | None = None,
    languages: Collection[str] | None = None,
    damages: Collection[str] | None = (),
) -> st.SearchStrategy[Document]:
    """Give texts that cite archives, each with the truth about it.

    families: "order", "rows", "lists", "units", "leaves", "short_forms", "languages", "names"; None is all.
    languages: codes such as "ru", "uk", "en"; None is all. damages: names as in damage.toml, every text suffers one
    of them that fits it; () is no damage, None any. Raise ModelError for a name that is not known.

    >>> from hypothesis import given, settings
    >>> from sovcite import find
    >>> @settings(derandomize=True, database=None)
    ... @given(documents(families=["rows"], languages=["uk"]))
    ... def check(document: Document) -> None:
    ...     assert [one.citation for one in find(document.text)] == [one.citation for one in document.mentions]
    >>> check()
    """
    among, spoilt_by = chosen_forms(families, languages), chosen_damages(damages)
    return st.builds(
        lambda place, rng: some_document(rng, (among[place],), spoilt_by),
        st.integers(0, len(among) - 1),
        st.randoms(use_true_random=False),
    )


def citations(
    *, families: Collection[str] | None = None, languages: Collection[str] | None = None
) -> st.SearchStrategy[Citation]:
    """Give citations as people cite: with the numbers, units and leaves of the forms of these families and languages.

    >>> from hypothesis import given, settings
    >>> from sovcite import from_json, to_json
    >>> @settings(derandomize=True, database=None)
    ... @given(citations())
    ... def check(citation: Citation) -> None:
    ...     assert from_json(to_json(citation)) == citation
    >>> check()
    """
    return documents(families=families, languages=languages).map(lambda document: document.mentions[0].citation)


def decoys(
    *, kinds: Collection[str] | None = None, languages: Collection[str] | None = None
) -> st.SearchStrategy[Document]:
    """Give texts that cite no archive and look like it: addresses, music, verse, code, law. Their mentions are ().

    kinds, languages: as in decoys/*.toml; None is all. Raise ModelError for a name that is not known.

    >>> from hypothesis import given, settings
    >>> from sovcite import find
    >>> @settings(derandomize=True, database=None)
    ... @given(decoys(kinds=["music"]))
    ... def check(decoy: Document) -> None:
    ...     assert find(decoy.text) == []
    >>> check()
    """
    among = chosen_decoys(kinds, languages)
    return st.builds(
        lambda place, rng: some_decoy(rng, (among[place],)),
        st.integers(0, len(among) - 1),
        st.randoms(use_true_random=False),
    )
