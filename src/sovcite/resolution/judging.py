"""Whether what was found is a citation: the minimum signature.

A false alarm is worse than a miss. "д. 5" is a house, "op. 27 no. 2" music, "ll. 12–15" lines of a patent. A
citation must show one of these:

- a repository's name and a fond, or (named right beside it) an opis, a file with a designator of three letters
  or more or with its leaves, or a criminal file's number;
- a fond, and an opis or a file;
- an opis and a file, one of their designators of three letters or more, or the opis in Cyrillic (опись 2, дело
  4543; оп. 1, дд. 7022; not Op. 2, D. 118);
- a fond alone with its letter (Ф. Р-125), in words and in brackets ("(fond 647)"), in words or in brackets where the
  text before names a known archive, or called so where the word means nothing else (Fond 389; 1866. fonds);
- anything in a list that a citation opened, or in brackets or behind "см.:" after one;
- a file that is called an archive's, with who keeps it beside it: Арх.дело: 16657 – УСБУ в Одесской обл.;
- a short form, and a part of an archival citation behind it or a citation before it.
"""

from __future__ import annotations

import re
from typing import Literal

from sovcite.data.authority import repository
from sovcite.grammar import vocabulary
from sovcite.reading.drafts import Draft, is_bare_letter
from sovcite.reading.finder import Find
from sovcite.reading.names import Name
from sovcite.reading.phrases import is_phrase
from sovcite.reading.view import View

# so many designators in order are no accident, whoever keeps the file
_SURE_LABELS = 3
_LEAVES = 4
_SURE_ABBREVIATION = 4
_SURE_WORD = 3

_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}")
_LETTER_AT_NUMBER = re.compile(r"[^\W\d_]{1,2}(?: ?- ?)?[0-9]")
# F. 28, item 7 of a library's manuscripts
_WITHIN_A_FILE = frozenset(("item", "document", "folder"))
# in English any set of papers is one
_COLLECTION = "coll"
_HEXADECIMAL = re.compile(r"[0-9a-fA-F\s:\"']+")

Verdict = Literal["certain", "probable", "suspect"]


def judge(find: Find, draft: Draft, view: View, *, linked: bool, after: Draft | None = None) -> Verdict:
    """Say how sure a draft is a citation; linked: it stands in a list or in brackets after another one.

    after is the citation before it in the same run.
    """
    if find.held and not draft.continues:
        return "probable"
    if find.name is not None and find.name_place != "nearby" and not draft.continues:
        # IDEOGRAPH F967
        is_code = not find.name.known and (
            (_is_one_word(draft, view) and not draft.opis) or _is_guess(find.name, draft, view)
        )
        is_none = is_code or _is_foreign(find.name) or _is_abroad(find.name, draft, view)
        return "suspect" if is_none else _with_name(draft, find.name)
    if draft.continues and linked:
        return "suspect" if after and _is_caption(draft, after, view) else "certain"
    part = draft.parts[0]
    if draft.highest == _LEAVES and is_bare_letter(view.folded[part.start : part.label_end]):
        return "suspect"
    if (_is_one_word(draft, view) and not draft.opis) or _HEXADECIMAL.fullmatch(view.folded[draft.start : draft.end]):
        # f04c690, FE:4E:EE:D7
        return "suspect"
    if draft.labels == 2 and draft.fond and draft.opis and draft.parts[0].kind != "fond" and not linked:
        # Op. 3, F. 4
        return "suspect"
    if draft.fond and not draft.opis and not linked and _is_side(draft, view):
        # f. 41 b. 66
        return "suspect"
    if draft.fond and (draft.opis or draft.file or any(unit.kind not in _WITHIN_A_FILE for unit in draft.units)):
        return "certain" if draft.labels >= _SURE_LABELS or linked else "probable"
    if draft.opis and draft.file and draft.strong:
        return "probable"
    if draft.fond and find.name is not None and (len(find.drafts) > 1 or (draft.strong and find.name.known)):
        return "probable"
    if draft.fond and find.name is not None and find.name.known and _is_bracketed(draft, view):
        # (f. 9401); in Sweden (f. 1889) is a birth
        return "suspect" if _YEAR.fullmatch(draft.fond) else "probable"
    if draft.fond and draft.strong and _says_fond(draft, view):
        return "probable"
    is_shown = _shows_letter(draft, view) or (_is_spelt_out(draft, view) and _is_bracketed(draft, view))
    if draft.fond and (linked or is_shown):
        return "probable"
    return "probable" if linked and (draft.opis or draft.file or draft.leaves) else "suspect"


def _is_guess(name: Name, draft: Draft, view: View) -> bool:
    """Say whether too little stands behind a name that nobody knows: MS. F. 25; ISBN O 7007; Collection No. 1."""
    if draft.file or (draft.opis and draft.fond):
        return False
    if draft.opis or not draft.fond:
        return not is_phrase(name.name.written)
    label = _label(draft, view)
    if is_phrase(name.name.written):
        return label.casefold().startswith(_COLLECTION)
    written = name.name.written
    is_abbreviation = written.isalpha() and len(written) >= _SURE_ABBREVIATION and written[0].isupper()
    return not is_abbreviation and not _is_spelt_out(draft, view)


def _is_spelt_out(draft: Draft, view: View) -> bool:
    return sum(letter.isalpha() for letter in _label(draft, view)) >= _SURE_WORD


def _shows_letter(draft: Draft, view: View) -> bool:
    """Say whether the letter of a fond stands at its number: Ф. Р-125; not f. 79-80, 3 C.F.R. 339, F. A. 1967."""
    part = draft.parts[0]
    label = _label(draft, view)
    is_sure = label[:1].casefold() in ("f", "ф") and not is_bare_letter(label) and not label.rstrip().endswith(",")
    return is_sure and bool(_LETTER_AT_NUMBER.match(view.folded[part.label_end : part.end]))


def _label(draft: Draft, view: View) -> str:
    part = draft.parts[0]
    return view.folded[part.start : part.label_end]


def _is_side(draft: Draft, view: View) -> bool:
    """Say whether a folio with its side may stand there: b. is the file of Lithuanian notes, behind ap. or a name."""
    part = draft.parts[-1]
    return part.kind == "file" and view.folded[part.start : part.label_end].strip(" .\n") == "b"


def _says_fond(draft: Draft, view: View) -> bool:
    """Say whether a fond alone is called so in a Latin language, where the word means nothing else: Fond 389."""
    words = view.printed(draft.start, draft.end)
    return words.startswith(("Fond ", "Fondul")) or words.endswith(". fonds")


def _is_caption(draft: Draft, after: Draft, view: View) -> bool:
    """Say whether a letter and a number behind a whole citation, with no comma between, are others: ф.1 ф.2 ф.3."""
    if draft.strong or draft.opis or draft.file or draft.units or not draft.fond or not (after.file or after.leaves):
        return False
    return view.folded[max(0, draft.start - 8) : draft.start].rstrip()[-1:].isalnum()


def _is_one_word(draft: Draft, view: View) -> bool:
    return view.folded[draft.start : draft.end].isalnum()


def _is_foreign(name: Name) -> bool:
    """Say whether a repository abroad cites in levels of its own: Record Group 233, Series 12, Box 5."""
    row = repository(name.name.id) if name.name.id else None
    return row is not None and row.kind == "foreign" and not (row.hierarchy or "").startswith("f.")


def _is_abroad(name: Name, draft: Draft, view: View) -> bool:
    """Say whether an archive that nobody knows has a fond and no opis: Archivio di Stato, fondo 12; APL, zespół 35."""
    if name.known or draft.opis or not draft.fond:
        return False
    shapes = vocabulary().shapes
    if shapes["FOND_ABROAD"].match(_label(draft, view)):
        return True
    if not is_phrase(name.name.written):
        return False
    written = view.folded[name.start : name.end]
    is_leaf = not draft.file and written.isascii() and sum(map(str.isalpha, _label(draft, view))) == 1
    return is_leaf or shapes["ABROAD"].search(written) is not None


def _with_name(draft: Draft, name: Name) -> Verdict:
    known = name.known
    has_case = any(unit.kind == "case" for unit in draft.units)
    # the number of a criminal file bears the letter of its kind: П-21475
    is_criminal = draft.file is not None and draft.file[:1].isalpha() and is_phrase(name.name.written)
    # МВД России, д. 5, стр. 1 is an address
    has_leaves = draft.leaves and (known or draft.leaves[0].unit != "page")
    has_file = draft.file and ((draft.strong and (known or is_criminal)) or draft.units or has_leaves)
    if draft.fond or has_case or draft.opis or has_file:
        is_full = has_case or (draft.fond and (known or draft.labels >= _SURE_LABELS))
        return "certain" if is_full else "probable"
    return "suspect"


def _is_bracketed(draft: Draft, view: View) -> bool:
    return view.folded[draft.start - 1 : draft.start] == "(" or view.folded[draft.end : draft.end + 1] == ")"
