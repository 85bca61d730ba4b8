"""A LaTeX text into notes: its paragraphs, each followed by the footnotes in it; endnotes at the end."""

from __future__ import annotations

import re

from sovcite.manuscript.latex.scanning import scan
from sovcite.manuscript.tracing import Reading, reading

_DOCUMENT = re.compile(r"^[^%\n]*\\begin\s*\{document\}", re.MULTILINE)
_END = re.compile(r"^[^%\n]*?(\\end\s*\{document\})", re.MULTILINE)
# a macro of the author's own whose definition makes a note
_MACRO = re.compile(
    r"\\(?:(?:re)?newcommand|providecommand|NewDocumentCommand|def)\*?\s*\{?\\([A-Za-z]+)\}?[^\n]{0,200}?"
    r"\\(footnote|endnote)\b"
)
# the packages and classes agree: notes are counted in each chapter, unless the preamble says otherwise
_WITHIN = re.compile(
    r"^[^%\n]*?\\(?:counter(within|without)\*?\s*\{footnote\}|@(addtoreset|removefromreset)\{footnote\})\s*\{(\w+)\}",
    re.MULTILINE,
)
_LEVELS = ("chapter", "section", "subsection", "subsubsection")
# % sovcite: footnotes = archivenote, source
_SAID = re.compile(r"^%\s*sovcite:\s*(footnote|endnote)s\s*=\s*([A-Za-z, \t]+)$", re.MULTILINE)


def read_latex(text: str) -> tuple[Reading, ...]:
    """Read a LaTeX file; the preamble, comments and verbatim text are left out.

    Notes are \\footnote, \\footnotetext, \\endnote, the notes in square brackets of \\autocite and \\footcite,
    and macros of the author's own: those whose definition in the same file makes a note, and those named in a
    line "% sovcite: footnotes = name, name". Notes are counted through the file, those of each chapter by themselves
    unless the file says otherwise (\\counterwithout, \\counterwithin, \\setcounter).

    >>> [(n.label, n.text) for n, _ in read_latex("A\\\\footnote{ГАРФ. Ф.~374.} b.")]
    [('body 1', 'A b.'), ('footnote 1', 'ГАРФ. Ф.\\xa0374.')]
    """
    macros = {found[1]: found[2] for found in _MACRO.finditer(text)}
    for said in _SAID.finditer(text):
        macros |= {name.strip(): said[1] for name in said[2].split(",") if name.strip()}
    start, stop = document(text)
    notes: list[Reading] = []
    endnotes: list[Reading] = []
    body = 0
    for kind, number, words in scan(text, start, stop, macros, _restarts(text)):
        words = words.strip()
        if not words.text:
            continue
        if kind == "body":
            body += 1
            number = str(body)
        (endnotes if kind == "endnote" else notes).append(reading(words, kind, number))
    return (*notes, *endnotes)


def _restarts(text: str) -> frozenset[str]:
    """Say at which headings footnotes are counted anew."""
    found = {"chapter"}
    for within, reset, level in _WITHIN.findall(text):
        if within == "without" or reset == "removefromreset":
            found.discard(level)
        else:
            # a chapter that begins counts its sections anew as well
            found |= {*_LEVELS[: _LEVELS.index(level)], level} if level in _LEVELS else {level}
    return frozenset(found)


def document(text: str) -> tuple[int, int]:
    """Say where the document begins, behind the preamble, and where it ends.

    >>> document("\\\\begin{document}\\nA\\n\\\\end{document}")
    (16, 19)
    """
    begin = _DOCUMENT.search(text)
    start = begin.end() if begin else 0
    end = _END.search(text, start)
    return start, end.start(1) if end else len(text)
