"""The commands of LaTeX that matter to a reader of notes: what they print, and what of them is no text."""

from __future__ import annotations

import re

NOTES = {
    "footnote": "footnote", "footnotetext": "footnote", "thanks": "footnote", "sidenote": "footnote",
    "marginnote": "footnote", "endnote": "endnote", "endnotetext": "endnote", "pagenote": "endnote",
}  # fmt: skip
# biblatex: these print a note of their own where they stand in the text
NOTE_CITES = frozenset({"autocite", "footcite", "footcitetext", "footfullcite", "smartcite"})
_CITE = re.compile(r"(?:[A-Za-z]*cite|cite[A-Za-z]*)s?\Z")
# the argument is a name, a measure or a file, never text
SILENT = frozenset({
    "addbibresource", "addtocounter", "autoref", "bibliography", "bibliographystyle", "color", "cref", "definecolor",
    "eqref", "externaldocument", "fontfamily", "fontsize", "hspace", "hypersetup", "includegraphics", "index",
    "input", "include", "label", "nocite", "pageref", "pagestyle", "phantomsection", "printbibliography", "ref",
    "renewcommand", "newcommand", "providecommand", "selectlanguage", "setcounter", "setlength", "subfile",
    "thispagestyle", "usepackage", "vref", "vspace", "documentclass", "bibitem", "foreignlanguage*", "graphicspath",
})  # fmt: skip
# their text stands by itself
HEADINGS = frozenset({
    "author", "caption", "chapter", "date", "paragraph", "part", "section", "subparagraph", "subsection",
    "subsubsection", "subtitle", "title",
})  # fmt: skip
# environments whose content is no text
RAW = frozenset({"verbatim", "verbatim*", "Verbatim", "lstlisting", "minted", "comment", "tikzpicture", "filecontents"})
SYMBOLS = {
    "textperiodcentered": "·", "textellipsis": "…", "ldots": "…", "dots": "…", "textendash": "–", "textemdash": "—",
    "textnumero": "№", "No": "№", "textnumerosign": "№", "S": "§", "textsection": "§", "P": "¶", "dag": "†",
    "ddag": "‡", "guillemotleft": "«", "guillemotright": "»", "flqq": "«", "frqq": "»", "og": "«", "fg": "»",
    "glqq": "„", "grqq": "“", "quotedblbase": "„", "textquotedblleft": "“", "textquotedblright": "”",
    "textquoteleft": "‘", "textquoteright": "’", "textquotesingle": "'", "textasteriskcentered": "*",
    "textbackslash": "\\", "textbar": "|", "textless": "<", "textgreater": ">", "textunderscore": "_",
    "textasciitilde": "~", "textbullet": "•", "textdegree": "°", "copyright": "©", "ss": "ß", "ae": "æ", "AE": "Æ",
    "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "i": "ı", "j": "ȷ", "aa": "å", "AA": "Å",
    "cprime": "ʹ", "cdprime": "ʺ", "textprime": "′", "textcdot": "·", "quad": " ", "qquad": " ", "space": " ",
    "nobreakspace": "\xa0", "thinspace": "\N{THIN SPACE}", "newline": "\n", "linebreak": "\n", "par": "\n\n",
    "textcompwordmark": "", "nobreakdash": "", "/": "", "-": "\N{SOFT HYPHEN}", "\\": "\n", " ": " ", "\n": " ",
    ",": "\N{THIN SPACE}", ":": " ", ";": " ", "!": "", "@": "", "&": "&", "%": "%", "#": "#", "$": "$", "_": "_",
    "{": "{", "}": "}",
}  # fmt: skip
ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "k": "\u0328", "c": "\u0327", "d": "\u0323",
    "b": "\u0331", "t": "\u0361",
}  # fmt: skip
LIGATURES = (
    ("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("<<", "«"), (">>", "»"), (",,", "„"), ("~", "\xa0"),
    ('"---', "—"), ('"=', "\N{NON-BREAKING HYPHEN}"), ('"~', "\N{NON-BREAKING HYPHEN}"), ("\"`", "„"), ("\"'", "“"),
)  # fmt: skip


def is_citation(name: str) -> bool:
    """Say whether a command cites: then its last argument is keys, and those in square brackets are text."""
    return _CITE.match(name) is not None
