"""Wikitext of MediaWiki: paragraphs, the notes in <ref>, and the templates that cite an archive."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from attrs import define, field

from sovcite.manuscript.tracing import Reading, Tracing, reading
from sovcite.model import Guard

_SIGN = re.compile(
    # what is never closed goes on to the end
    r"<!--[\s\S]*?(?:-->|\Z)"
    r"|<(?P<raw>nowiki|pre|math|syntaxhighlight|gallery)\b[^>/]{0,200}>[\s\S]*?(?:</(?P=raw)>|\Z)"
    r"|<ref\b[^>]{0,500}/>|(?P<ref><ref\b[^>]{0,500}>)|</ref\s*>|<br\s*/?>|</?[a-zA-Z][^>]{0,200}>"
    r"|\{\{|\}\}|\{\||\|\}|\[\[|\]\]|'{2,5}|\[(?=https?:)|&[a-zA-Z]{1,20};|&#\d{1,6};|\n"
)
_PAIR = re.compile(r"\{\{|\}\}|\[\[|\]\]")
_ENTITIES = {"&nbsp;": "\xa0", "&amp;": "&", "&lt;": "<", "&gt;": ">", "&ndash;": "–", "&mdash;": "—",
             "&thinsp;": "\N{THIN SPACE}", "&quot;": '"'}  # fmt: skip
_LINE_START = re.compile(r"[*#:;=|!\s]*")
_ADDRESS = re.compile(r"[^\s\]]*\s?")
# the templates that cite an archive: what their parts are called (en: Template:Cite Russian archive; uk: Шаблон:АрхД)
_ENGLISH = {"institution": "name", "fond": "fond", "opis": "opis", "box": "box", "delo": "file", "unit": "unit",
            "page": "leaf", "pages": "leaves"}  # fmt: skip
_UKRAINIAN = {"назва архіву": "name", "фонд": "fond", "опис": "opis", "картон": "box", "справа": "file",
              "одиниця": "unit", "аркуш": "leaf", "аркушів": "leaves"}  # fmt: skip
_RUSSIAN = {"архив": "name", "фонд": "fond", "опись": "opis", "картон": "box", "дело": "file", "единица": "unit",
            "лист": "leaf", "листы": "leaves"}  # fmt: skip
_TEMPLATES: Mapping[str, Mapping[str, str]] = {
    "cite russian archive": _ENGLISH, "архд": _UKRAINIAN, "архивный документ": _RUSSIAN,
}  # fmt: skip
_ORDER = ("name", "fond", "opis", "box", "file", "unit", "leaf", "leaves")
_CYRILLIC = {"fond": "Ф. ", "opis": "Оп. ", "box": "К. ", "file": "Д. ", "unit": "Ед. хр. ", "leaf": "Л. ",
             "leaves": "Л. "}  # fmt: skip
_LATIN = {"fond": "f. ", "opis": "op. ", "box": "k. ", "file": "d. ", "unit": "ed. khr. ", "leaf": "l. ",
          "leaves": "ll. "}  # fmt: skip
# the template repeats its parts from the opis down, up to six files of one fond
_MOST_FILES = 6
_TEMPLATE_WORDS = "words of a template"


@define
class _Slot:
    kind: str
    name: str | None = None
    text: Tracing = field(factory=Tracing)


def read_wikitext(text: str) -> tuple[Reading, ...]:
    """Read wikitext: each paragraph, then the notes that it opens; a named note is given once.

    {{cite Russian archive}} and its like in Russian and Ukrainian are read as the citation that they print.

    >>> page = "A<ref>{{cite Russian archive|institution=GARF|fond=374|opis=27|delo=1211|page=5}}</ref> b"
    >>> [(note.label, note.text) for note, _ in read_wikitext(page)]
    [('body 1', 'A b'), ('footnote 1', 'GARF, f. 374, op. 27, d. 1211, l. 5')]
    """
    slots = _slots(text)
    read: list[Reading] = []
    counted = {"body": 0, "footnote": 0}
    for slot in slots:
        words = slot.text.done().strip()
        if words.text:
            counted[slot.kind] += 1
            read.append(reading(words, slot.kind, str(counted[slot.kind])))
    return tuple(read)


def _slots(text: str) -> list[_Slot]:
    pairs = _pairs(text)
    body = _Slot("body")
    slots = [body]
    note: _Slot | None = None
    first = _LINE_START.match(text)
    at = first.end() if first else 0
    while at < len(text):
        sign = _SIGN.search(text, at)
        slot = note or body
        stop = sign.start() if sign else len(text)
        if stop > at:
            slot.text.add(text[at:stop], at, stop)
        if sign is None:
            break
        at = sign.end()
        written = sign[0]
        if written == "\n":
            following = _LINE_START.match(text, at)
            marks = following[0] if following else ""
            # a blank line, or a line with a mark of its own, begins a paragraph
            if note is None and (marks.strip() or "\n" in marks):
                body = _Slot("body")
                slots.append(body)
                at = following.end() if following else at
                continue
            slot.text.add(" ", sign.start(), at)
        elif sign["ref"] is not None:
            note = _Slot("footnote")
            slots.append(note)
        elif written.startswith("</ref"):
            note = None
        elif written == "{{":
            at = _template(text, sign.start(), pairs, slot.text)
        elif written == "[[":
            at = _link(text, sign.start(), pairs)
        elif written.startswith("<br"):
            slot.text.add("\n", sign.start(), at)
        elif written.startswith("&"):
            shown = _ENTITIES.get(written) or (chr(int(written[2:-1])) if _is_letter(written) else written)
            slot.text.add(shown, sign.start(), at)
        elif written == "[":
            # a link to the web: its address is no text
            space = _ADDRESS.match(text, at)
            at = space.end() if space else at
    return slots


def _is_letter(written: str) -> bool:
    return written.startswith("&#") and 31 < int(written[2:-1]) < 0xD800


def _link(text: str, at: int, pairs: Mapping[int, int]) -> int:
    """Pass over what of a link is not shown: all before its last bar, or a whole file or category."""
    end = pairs.get(at)
    if end is None:
        return at + 2
    inside = text[at + 2 : end - 2]
    if ":" in inside.partition("|")[0] and not inside.startswith(":"):
        return end
    return at + 2 + inside.rfind("|") + 1


def _template(text: str, at: int, pairs: Mapping[int, int], out: Tracing) -> int:
    end = pairs.get(at)
    if end is None:
        return at + 2
    parts = list(_parts(text, at + 2, end - 2, pairs))
    name = text[slice(*parts[0])].strip().lower().replace("_", " ")
    if name in ("nbsp", "nbs"):
        out.add("\xa0", at, end)
    names = _TEMPLATES.get(name)
    if names is not None:
        _citation(text, parts[1:], names, out, at)
    return end


def _citation(
    text: str, parts: list[tuple[int, int]], names: Mapping[str, str], out: Tracing, at: int
) -> None:
    """Add what a template prints: its numbers from where they stand, its labels as words of its own."""
    values: dict[str, tuple[int, int]] = {}
    for begin, end in parts:
        key, equals, value = text[begin:end].partition("=")
        plain = key.strip().lower()
        number = plain[-1:] if plain[-1:].isdigit() else ""
        part = names.get(plain.removesuffix(number))
        if equals and part and value.strip():
            first = begin + len(key) + 1 + len(value) - len(value.lstrip())
            values[part + number] = (first, first + len(value.strip()))
    words = Guard(_TEMPLATE_WORDS, at)
    shown = text[slice(*values["name"])] if "name" in values else ""
    is_cyrillic = any("а" <= letter.lower() <= "я" for letter in shown)
    labels, separator = (_CYRILLIC, ". ") if is_cyrillic else (_LATIN, ", ")
    between = ""
    for number in ("", *map(str, range(2, _MOST_FILES + 1))):
        for part in _ORDER:
            place = values.get(part + number)
            if place is None:
                continue
            start, stop = place
            # [[State archive|GARF]] is shown without its brackets
            inside = text[start:stop]
            if inside.startswith("[[") and inside.endswith("]]"):
                start += 2 + inside[2:-2].rfind("|") + 1
                stop -= 2
            out.add(between + labels.get(part, ""), at, at, words)
            out.add(text[start:stop], start, stop)
            between = separator
        between = "; "


def _parts(text: str, start: int, stop: int, pairs: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Cut a template at its bars, those inside other templates and links left alone."""
    begin = at = start
    while at < stop:
        if text.startswith(("{{", "[["), at) and at in pairs:
            at = pairs[at]
        elif text[at] == "|":
            yield begin, at
            begin = at = at + 1
        else:
            at += 1
    yield begin, stop


def _pairs(text: str) -> dict[int, int]:
    pairs: dict[int, int] = {}
    opened: list[re.Match[str]] = []
    for sign in _PAIR.finditer(text):
        if sign[0] in ("{{", "[["):
            opened.append(sign)
        elif opened and (opened[-1][0] == "{{") == (sign[0] == "}}"):
            pairs[opened.pop().start()] = sign.end()
    return pairs
