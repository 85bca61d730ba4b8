"""A citation → one line in a style: the parts in the style's order, with its words and separators."""

from __future__ import annotations

from sovcite.data.style import Script, Style
from sovcite.data.style_table import all_styles, find_style
from sovcite.formatting.parts import joined, printed_parts
from sovcite.formatting.proof import refuse_if_read_otherwise
from sovcite.formatting.scripts import in_script
from sovcite.model import Citation


def format(citation: Citation, style: str | Style = "gost", script: Script | None = None) -> str:
    """Print a citation in a style, without a stop behind it; parse reads the same citation back.

    style is an id, the path of a style's file that ends in .toml, or a Style; script asks for the style in the
    other letters. The repository is printed by its present abbreviation, or by its name where others bear the
    abbreviation too. In a style with short ends of ranges (34–7) the same means: with these ends completed.

    Raise UnknownStyle for an id that no style has, DataError for a style's file that is damaged, and StyleLimit,
    which names the part, where the style has no words for a part of the citation or a reader would take it for
    something else.

    Source: each style names its own.

    >>> from sovcite.model import Leaf, LeafRange, RepositoryName
    >>> leaves = LeafRange(first=Leaf(number="47"), last=Leaf(number="49", side="verso"))
    >>> archive = RepositoryName(written="РЦХИДНИ", id="rgaspi")
    >>> c = Citation(repository=archive, fond="17", opis="162", file="14", leaves=(leaves,))
    >>> for style in ("gost", "english", "slash"):
    ...     print(format(c, style))
    РГАСПИ. Ф. 17. Оп. 162. Д. 14. Л. 47–49 об.
    RGASPI, f. 17, op. 162, d. 14, ll. 47–49ob.
    RGASPI 17/162/14/47-49ob
    >>> format(c, "gost", script="latin")
    'RGASPI. F. 17. Op. 162. D. 14. L. 47–49 ob.'
    """
    chosen = chosen_style(style, script)
    printed = chosen.around.replace("{}", joined(printed_parts(citation, chosen), chosen))
    refuse_if_read_otherwise(printed, citation, chosen)
    return printed


def chosen_style(style: str | Style, script: Script | None = None) -> Style:
    """Give a style by its id or path, in a script; raise UnknownStyle or DataError."""
    found = find_style(style) if isinstance(style, str) else style
    return in_script(found, script) if script else found


def styles() -> tuple[Style, ...]:
    """Give every style that format knows, in the order of the ids; raise DataError for a damaged file.

    >>> {style.id for style in styles()} >= {"gost", "english", "slash"}
    True
    """
    return all_styles()
