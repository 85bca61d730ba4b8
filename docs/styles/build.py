"""Prints the citations of citations.txt in every style: one page a style, and the index of the styles.

python docs/styles/build.py          writes the pages
python docs/styles/build.py --check  exits 1 if a page is not what would be written
"""

from __future__ import annotations

import sys
from pathlib import Path

import sovcite
from sovcite.data.style import Style

_HERE = Path(__file__).parent
_MODEL = "РГАСПИ. Ф. 17. Оп. 162. Д. 14. Л. 47–49"
# notes in a row: the same file, another file, the same again, another opis, two files, two archives, the last again
_NOTES = [
    ["РГАСПИ. Ф. 17. Оп. 162. Д. 14. Л. 47–49"],
    ["РГАСПИ. Ф. 17. Оп. 162. Д. 14. Л. 50"],
    ["РГАСПИ. Ф. 17. Оп. 162. Д. 15. Л. 3"],
    ["РГАСПИ. Ф. 17. Оп. 162. Д. 15. Л. 3"],
    ["РГАСПИ. Ф. 17. Оп. 3. Д. 5. Л. 1"],
    ["РГАСПИ. Ф. 17. Оп. 163. Д. 1326. Л. 233", "РГАСПИ. Ф. 17. Оп. 163. Д. 1350. Л. 40"],
    ["РГАСПИ. Ф. 17. Оп. 163. Д. 1406. Л. 27", "ГАРФ. Ф. 9041. Оп. 2. Д. 202. Л. 8"],
    ["ГАРФ. Ф. 9041. Оп. 2. Д. 203. Л. 9"],
    ["РГАСПИ. Ф. 17. Оп. 162. Д. 14. Л. 60"],
]  # fmt: skip


def citations() -> list[tuple[str, str]]:
    """Read the citations, each with its source."""
    lines = (_HERE / "citations.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split(" | ") for line in lines if line and not line.startswith("#")]
    return [(citation, source) for citation, source in rows]


def pages() -> dict[str, str]:
    """Make every page by the name of its file."""
    made = {f"{style.id}.md": _page(style) for style in sovcite.styles()}
    return {"index.md": _index(), **made}


def _page(style: Style) -> str:
    lines = [
        f"# {style.id}",
        "",
        f"{style.name}.",
        "",
        f"Certainty: {style.certainty}." + (f" Not certain: {', '.join(style.uncertain)}." if style.uncertain else ""),
        "",
        f"Source: {_escaped(style.source)}.",
        "",
        "## Notes in a row",
        "",
        *(f"{number}. {_escaped(text)}" for number, text in enumerate(_notes(style), start=1)),
        "",
        "## Sixty citations",
        "",
        "| in print | in this style | source |",
        "|---|---|---|",
    ]
    for given, source in citations():
        lines.append(f"| {_escaped(given)} | {_printed(given, style)} | {_escaped(source)} |")
    return "\n".join(lines) + "\n"


def _notes(style: Style) -> list[str]:
    notes = [[sovcite.parse(text) for text in note] for note in _NOTES]
    try:
        return sovcite.format_all(notes, style)
    except sovcite.StyleLimit as error:
        return [f"StyleLimit: {error}"]


def _printed(given: str, style: Style) -> str:
    try:
        return _escaped(sovcite.format(sovcite.parse(given), style))
    except sovcite.StyleLimit as error:
        return f"*{_escaped(str(error))}*"


def _index() -> str:
    lines = ["# The styles", "", "| style | what it is | certainty | one citation |", "|---|---|---|---|"]
    citation = sovcite.parse(_MODEL)
    for style in sovcite.styles():
        printed = _escaped(sovcite.format(citation, style))
        lines.append(f"| [{style.id}]({style.id}.md) | {style.name} | {style.certainty} | {printed} |")
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    return text.replace("|", "\\|").replace("*", "\\*").replace("[", "\\[").replace("<", "&lt;")


def main() -> None:
    """Write the pages, or with --check say which differ."""
    differing = []
    for name, content in pages().items():
        file = _HERE / name
        if not file.is_file() or file.read_text(encoding="utf-8") != content:
            differing.append(name)
            if "--check" not in sys.argv:
                file.write_text(content, encoding="utf-8")
    known = set(pages())
    differing += sorted(file.name for file in _HERE.glob("*.md") if file.name not in known)
    if "--check" in sys.argv and differing:
        sys.exit(f"out of date: {', '.join(differing)}; run python docs/styles/build.py")


if __name__ == "__main__":
    main()
