"""sovcite finds, reads, checks and rewrites citations of Russian and Soviet archives.

>>> import sovcite
>>> text = "See GARF f. 374 op. 27 d. 1211 ll. 13, 33; d. 1210 l. 9."
>>> [mention.citation.key for mention in sovcite.find(text)]
['garf/374/27/1211', 'garf/374/27/1210']
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from sovcite._version import __version__

if TYPE_CHECKING:
    from sovcite.checking import check
    from sovcite.data.authority import repositories
    from sovcite.exchange import from_json, to_json
    from sovcite.formatting import Style, format, format_all, styles
    from sovcite.manuscript import read
    from sovcite.model import (
        Citation,
        CitationSyntaxError,
        Diagnostic,
        Leaf,
        LeafRange,
        Manuscript,
        Mention,
        Note,
        Repository,
        RepositoryName,
        SovciteError,
        StyleLimit,
        Unit,
    )
    from sovcite.normalisation import normalise
    from sovcite.reading import parse
    from sovcite.resolution import find, resolve

# each name is loaded from its layer when it is first asked for: importing sovcite loads no parser
_HOMES = {
    "sovcite.checking": ("check",),
    "sovcite.data.authority": ("repositories",),
    "sovcite.exchange": ("from_json", "to_json"),
    "sovcite.formatting": ("Style", "format", "format_all", "styles"),
    "sovcite.manuscript": ("read",),
    "sovcite.model": (
        "Citation", "CitationSyntaxError", "Diagnostic", "Leaf", "LeafRange", "Manuscript", "Mention", "Note",
        "Repository", "RepositoryName", "SovciteError", "StyleLimit", "Unit",
    ),
    "sovcite.normalisation": ("normalise",),
    "sovcite.reading": ("parse",),
    "sovcite.resolution": ("find", "resolve"),
}  # fmt: skip
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Citation", "CitationSyntaxError", "Diagnostic", "Leaf", "LeafRange", "Manuscript", "Mention", "Note",
    "Repository", "RepositoryName", "SovciteError", "Style", "StyleLimit", "Unit", "__version__", "check", "find",
    "format", "format_all", "from_json", "normalise", "parse", "read", "repositories", "resolve", "styles", "to_json",
]  # fmt: skip


def __getattr__(name: str) -> object:
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module 'sovcite' has no attribute {name!r}")
    found: object = getattr(import_module(home), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
