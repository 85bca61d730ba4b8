"""Make planted/notes.txt, the notes that faults are planted into: python tests/checking/planted_notes.py dev.jsonl

The citations are those of the gold passages and of tests/reading/fresh.txt, as people read them in real notes, printed
in one dress by a few lines of Python, so that whatever is found later was planted. The leaves of a long list
follow each other as Ibid.; fonds get the prefix under which they are known, and ranges their full ends.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from sovcite.data.authority import lookup, repository
from sovcite.data.fonds import known_fond

NOTES = Path(__file__).parent / "planted" / "notes.txt"
_FRESH = Path(__file__).parents[1] / "reading" / "fresh.txt"
_PLAIN = re.compile(r"(?:[RA]-)?[0-9]{1,6}[a-z]?")
_LEAF = re.compile(r"([0-9]{1,4})(ob)?(?:-([0-9]{1,4})(ob)?)?")
_MOST = 300
_SPACE = "\N{NO-BREAK SPACE}"


def notes(corpus: Path) -> list[str]:
    """Print the citations with fond, opis, file and leaves whose archive is known by one Latin abbreviation."""
    printed: list[str] = []
    last: tuple[str, ...] = ()
    for archive, numbers, folder, given in _cited(corpus):
        ids = lookup(archive)
        row = repository(ids[0]) if len(ids) == 1 else None
        leaves = [found for leaf in given if (found := _LEAF.fullmatch(leaf)) and _is_forward(found)]
        if row is None or row.latin is None or len(lookup(row.latin)) != 1 or not leaves:
            continue
        if not all(_PLAIN.fullmatch(number) for number in numbers):
            continue
        fond = known.fond if (known := known_fond(row.id, numbers[0])) else numbers[0]
        file, leaf, verso = ("spr.", "ark.", "zv.") if row.language == "uk" else ("d.", "l.", "ob.")
        for group in (leaves[:2], *([one] for one in leaves[2:])):
            several = leaf == "l." and (len(group) > 1 or group[0][3])
            shown = ", ".join(_shown(one, verso) for one in group).rstrip(".")
            locus = f"{'ll.' if several else leaf} {shown}."
            full = f"{row.latin}, f. {fond}, op. {numbers[1]}, {folder}{file} {numbers[2]}, {locus}"
            where = (row.latin, *numbers)
            printed.append((f"Ibid., {locus}" if where == last else full).replace(". ", f".{_SPACE}"))
            last = where
    return list(dict.fromkeys(printed))[:_MOST]


def _is_forward(leaf: re.Match[str]) -> bool:
    return leaf[3] is None or int(_whole(leaf)) >= int(leaf[1])


def _whole(leaf: re.Match[str]) -> str:
    """Give the end of a range in full: 105 for 104-5."""
    return leaf[1][: max(0, len(leaf[1]) - len(leaf[3]))] + leaf[3]


def _shown(leaf: re.Match[str], verso: str) -> str:
    if leaf[3] is None:
        return leaf[1] + verso * bool(leaf[2])
    return f"{leaf[1]}{verso * bool(leaf[2])}–{_whole(leaf)}{verso * bool(leaf[4])}"


def _cited(corpus: Path) -> Iterator[tuple[str, list[str], str, list[str]]]:
    for line in corpus.read_text(encoding="utf-8").splitlines():
        for cited in json.loads(line)["citations"]:
            folder = cited["other"].get("folder")
            if cited["other"].keys() <= {"folder"}:
                levels = [cited[level] or "" for level in ("fond", "opis", "file")]
                yield cited["archive"] or "", levels, f"p. {folder}, " if folder else "", cited["leaves"]
    for line in _FRESH.read_text(encoding="utf-8").splitlines():
        fields = [field.strip() for field in line.split("|")]
        if line.startswith("-> ") and len(fields) > 5 and not "".join(fields[6:7]):
            yield fields[1], fields[2:5], "", fields[5].split(",")


if __name__ == "__main__":
    NOTES.parent.mkdir(exist_ok=True)
    NOTES.write_text("".join(f"{note}\n" for note in notes(Path(sys.argv[1]))), encoding="utf-8")
