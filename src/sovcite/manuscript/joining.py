"""Several files read as one manuscript: each file laid into the text that takes it in, then each note given its own."""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from attrs import evolve

from sovcite.manuscript.decoding import decode
from sovcite.manuscript.failing import unreadable
from sovcite.manuscript.inclusions import taken_in
from sovcite.manuscript.latex.notes import document
from sovcite.manuscript.project import grouped
from sovcite.manuscript.reader import guess_remarks, read_bytes, read_content, text_reader
from sovcite.manuscript.text_asides import with_comments
from sovcite.manuscript.tracing import Reading
from sovcite.model import Guard, Manuscript, Note, Piece, ReadError

# at the border of two files a paragraph ends
_BORDER = "\n\n"
_FOREIGN = "the text of another file"
_FOR_FILE = re.compile(r"(sovcite:[ \t]*ignore)-file")


class _Segment(NamedTuple):
    """What stands at [start:...] of the text of all, from a place of a file on; of a border file is ""."""

    start: int
    file: str
    at: int


def read(path: str | os.PathLike[str]) -> Manuscript:
    """Read a manuscript into its notes in reading order, under the path as it was given.

    Read are Word (.docx, .docm, .dotx, .dotm), OpenDocument (.odt, .ott, .fodt), Markdown, LaTeX, Typst, HTML,
    wikitext, .bib, with extras .pdf and what pandoc reads, and, under other names, plain text: docs/manuscripts.md.
    A LaTeX or Typst file is read with those that it takes in; sources then says which file each note stands in.
    Raises ReadError, one line that begins with the path of the file, for one that is missing, a folder, locked away,
    encrypted, empty, damaged, or not what its name says. No file is ever changed.

    >>> import pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = pathlib.Path(folder, "notes.txt")
    ...     _ = file.write_text("РГАСПИ. Ф. 17. Оп. 3. Д. 746. Л. 3.", encoding="utf-8")
    ...     read(file).notes
    (Note(text='РГАСПИ. Ф. 17. Оп. 3. Д. 746. Л. 3.', kind='note', number='1'),)
    """
    name = os.fspath(path)
    contents, refused = loaded(grouped([name])[0])
    if refused:
        raise ReadError(refused[0])
    return read_files(contents)


def read_files(contents: Mapping[str, bytes]) -> Manuscript:
    """Read the files of one manuscript, the main one first, each given with its content.

    The notes stand in the order of a reader and are counted through all files, paragraphs in their file; sources
    says which file each stands in. A comment for a whole file is for its notes. Of a single file it is what
    read_bytes gives. Raises ReadError for a file that is no text, or where no file has any.

    >>> read = read_files({"a.tex": b"A\\\\footnote{x}\\\\input{b} C\\\\footnote{z}", "b.tex": b"B\\\\footnote{y}"})
    >>> [(file, note.label, note.text) for file, note in zip(read.sources, read.notes) if note.kind == "footnote"]
    [('a.tex', 'footnote 1', 'x'), ('b.tex', 'footnote 2', 'y'), ('a.tex', 'footnote 3', 'z')]
    """
    main = next(iter(contents))
    if len(contents) == 1:
        return read_bytes(contents[main], main)
    texts = {file: decode(data, file).text for file, data in contents.items()}
    whole, segments = _laid_out(texts, main)
    read_text = text_reader(main)
    starts = [segment.start for segment in segments]
    reached: set[str] = set()
    read = [_of_file(one, segments, starts, reached) for one in read_text(whole)]
    first = document(whole)[0] if _is_latex(main) else 0
    placed = {segment.file: segment.start for segment in reversed(segments)}
    for file in texts:
        # what the text around it is not read of (an argument, a branch) is read by itself; a preamble prints nothing
        if file not in reached and placed.get(file, first) >= first:
            read += [(file, one) for one in read_text(texts[file])]
    if not read:
        raise unreadable(main, "is empty: it has no text, nor have the files that it takes in")
    notes: list[Note] = [one.note for _, one in read]
    for file in texts:
        places = [place for place, (source, _) in enumerate(read) if source == file]
        for place, note in zip(places, _own([read[p][1] for p in places], texts[file]), strict=True):
            notes[place] = note
    sources = tuple(file for file, _ in read)
    maps = tuple(one.map for _, one in read)
    return Manuscript(source=main, notes=tuple(notes), maps=maps, form="text", sources=sources)


def loaded(files: Sequence[str]) -> tuple[dict[str, bytes], list[str]]:
    """Read the files of a manuscript; give their contents, and a line for each that cannot be read.

    Files that take in others are texts.
    """
    contents: dict[str, bytes] = {}
    refused: list[str] = []
    for file in files:
        try:
            data = read_content(file)
            if len(files) > 1:
                decode(data, file)
        except ReadError as error:
            refused.append(str(error))
        else:
            contents[file] = data
    return contents, refused


def of_file(manuscript: Manuscript, file: str, data: bytes) -> Manuscript:
    """Give a manuscript of several files under the name of one of them, with what is to be said of that one."""
    if not manuscript.sources:
        return manuscript
    return evolve(manuscript, source=file, remarks=guess_remarks(decode(data, file)))


def _laid_out(texts: Mapping[str, str], main: str) -> tuple[str, list[_Segment]]:
    """Put the texts together in the order of a reader."""
    pieces: list[str] = []
    segments: list[_Segment] = []
    seen = {main}
    named = {os.path.normpath(file): file for file in texts}
    length = 0

    def put(file: str, text: str, at: int) -> None:
        nonlocal length
        segments.append(_Segment(length, file, at))
        pieces.append(text)
        length += len(text)

    def lay(file: str, at: int, stop: int) -> None:
        text = texts[file]
        for one in taken_in(text, file, os.path.dirname(main), named.__contains__):
            inner = named.get(one.path, "")
            if one.start < at or one.end > stop or inner in seen:
                continue
            seen.add(inner)
            put(file, text[at : one.start], at)
            put("", _BORDER, 0)
            # of a document of its own only what it prints
            lay(inner, *(document(texts[inner]) if _is_latex(inner) else (0, len(texts[inner]))))
            put("", _BORDER, 0)
            at = one.end
        put(file, text[at:stop], at)

    lay(main, 0, len(texts[main]))
    return "".join(pieces), segments


def _is_latex(file: str) -> bool:
    return os.path.splitext(file)[1].lower() != ".typ"


def _of_file(
    one: Reading, segments: Sequence[_Segment], starts: Sequence[int], reached: set[str]
) -> tuple[str, Reading]:
    """Give the file that a note begins in, and the note with its places in that file; reached gets all its files."""
    file, last = "", 0
    pieces: list[Piece] = []
    for piece in one.map.pieces:
        here = segments[bisect_right(starts, piece.at) - 1]
        end = segments[bisect_right(starts, max(piece.at, piece.stop - 1)) - 1]
        file = file or here.file
        reached.add(here.file)
        if here.file == file and end is here:
            shift = here.at - here.start
            pieces.append(piece._replace(at=piece.at + shift, stop=piece.stop + shift))
            last = piece.stop + shift
        else:
            # a note that takes in a file itself
            pieces.append(piece._replace(at=last, stop=last, guard=Guard(_FOREIGN, last)))
    return file, one._replace(map=evolve(one.map, pieces=tuple(pieces)))


def _own(read: Sequence[Reading], text: str) -> list[Note]:
    """Give the notes of one file: paragraphs counted in it, and with what its comments say."""
    notes = [one.note for one in with_comments(read, text)]
    everywhere = [line for note in notes for line in note.comments if _FOR_FILE.match(line)]
    body = 0
    for place, note in enumerate(notes):
        lines = [line for line in note.comments if not _FOR_FILE.match(line)]
        lines += [_FOR_FILE.sub(r"\1", line) for line in everywhere]
        body += note.kind == "body"
        number = str(body) if note.kind == "body" else note.number
        notes[place] = evolve(note, number=number, comments=tuple(lines))
    return notes
