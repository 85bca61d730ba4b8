"""Lark tree → pieces: the labelled numbers of a run, each with its place in the folded text."""

from __future__ import annotations

from collections.abc import Iterator

from lark import Token, Tree
from lark.exceptions import UnexpectedToken

from sovcite.grammar import parser
from sovcite.reading.pieces import Number, Piece, Run, RunKind

_SLOTS = ("fond", "opis", "file")


def parse_run(folded: str, start: int, end: int, kind: RunKind) -> Run | None:
    """Parse folded[start:end] from its beginning as far as it is a run; None where nothing can be read."""
    while end > start:
        try:
            tree = parser().parse(folded[start:end], start=kind)
        except UnexpectedToken as error:
            # what stands before the fault is read once more
            end = start + _fault_start(error)
            continue
        found = tuple(_pieces(tree, start))
        return Run(kind, found, start, found[-1].end) if found else None
    return None


def _fault_start(error: UnexpectedToken) -> int:
    """Give the start of what does not belong to the run, or of a designator without a number."""
    if error.token.type != "$END":
        return error.token.start_pos or 0
    stack = getattr(error.state, "value_stack", [])
    token = next((item for item in reversed(stack) if isinstance(item, Token)), None)
    return (token.start_pos or 0) if token else 0


def _pieces(tree: Tree[Token], offset: int) -> Iterator[Piece]:
    if tree.data == "bare":
        yield from _unlabelled(tree, offset)
        return
    for child in tree.children:
        if isinstance(child, Token):
            if child.type.startswith("IBID"):
                start, end = _place(child, offset)
                yield Piece(kind="short", start=start, label_end=end, end=end, numbers=())
        elif child.data == "leaf_list":
            yield _slots("leaf", _numbers(child.children, offset))
        elif child.data == "next_file":
            yield _slots("file", _numbers(child.children[1:], offset))
        elif child.data == "behind_colon":
            yield _behind_colon(child, offset)
        elif child.data == "row":
            yield from _row(child, offset)
        elif str(child.data).startswith("counted") or child.data == "unlabelled":
            yield _counted(child, offset)
        else:
            yield _labelled(child, offset)


def _place(token: Token, offset: int) -> tuple[int, int]:
    assert token.start_pos is not None
    assert token.end_pos is not None
    return offset + token.start_pos, offset + token.end_pos


def _labelled(tree: Tree[Token], offset: int) -> Piece:
    label = tree.children[0]
    assert isinstance(label, Token)
    start, label_end = _place(label, offset)
    if tree.data == "date":
        return _date(label, offset)
    numbers = tuple(_numbers(tree.children[1:], offset))
    if not numbers:
        # a unit whose number stands inside its word: 1905 г., 3 д-во, Ос. Отд.
        return Piece(_kind(label), start, start, label_end, (Number(start, label_end),))
    return Piece(_kind(label), start, label_end, numbers[-1].end, numbers)


def _kind(label: Token) -> str:
    return label.type.lower().removesuffix("_inside").removesuffix("_short").removesuffix("_behind_fond")


def _date(token: Token, offset: int) -> Piece:
    start, end = _place(token, offset)
    start += len(token) - len(token.lstrip())
    return Piece("date", start, start, end, (Number(start + 1, end - 1),))


def _numbers(items: list[Token | Tree[Token]], offset: int) -> Iterator[Number]:
    for item in items:
        if isinstance(item, Tree):
            tokens = [token for token in item.children if isinstance(token, Token)]
            if item.data == "locus":
                yield _locus(tokens, offset)
            else:
                yield Number(_place(tokens[0], offset)[0], _place(tokens[-1], offset)[1])
        elif not item.type.startswith("NEXT"):
            yield Number(*_place(item, offset))


def _locus(tokens: list[Token], offset: int) -> Number:
    ends: list[tuple[int, int, str | None]] = []
    for token in tokens:
        if token.type == "LEAF_NUMBER":
            ends.append((*_place(token, offset), None))
        elif token.type in ("VERSO", "RECTO"):
            ends[-1:] = [(*(ends[-1] if ends else _place(tokens[0], offset))[:2], token.type.lower())]
    return Number(_place(tokens[0], offset)[0], _place(tokens[-1], offset)[1], tuple(ends))


def _counted(tree: Tree[Token], offset: int) -> Piece:
    """Numbers before their word: they are the whole of the piece but for the word, and a verso behind it."""
    *_, last = tree.children
    trees: list[Token | Tree[Token]] = [item for item in tree.children if isinstance(item, Tree)]
    items = trees or tree.children[:1]
    numbers = list(_numbers(items, offset))
    kind = {"counted_leaves": "leaf", "unlabelled": "file"}.get(str(tree.data), str(tree.data).partition("_")[2])
    end = numbers[-1].end
    if isinstance(last, Token) and last.type == "VERSO":
        *before, (start, leaf_end, _) = numbers[-1].ends
        numbers[-1] = numbers[-1]._replace(ends=(*before, (start, leaf_end, "verso")))
    if isinstance(last, Token) and last is not items[0]:
        end = _place(last, offset)[0] + len(last.rstrip(" ,"))
    return Piece(kind, numbers[0].start, numbers[0].start, end, tuple(numbers))


def _unlabelled(tree: Tree[Token], offset: int) -> Iterator[Piece]:
    """Give the numbers in a row their levels: fond, opis, file, then leaves; "and 64" is one more file."""
    levels = iter(_SLOTS)
    opens = False
    for item in tree.children:
        if isinstance(item, Token):
            if item.type in ("NEXT_PLACE", "NEXT_FILE"):
                levels = iter(_SLOTS if item.type == "NEXT_PLACE" else ("file",))
                opens = item.type == "NEXT_PLACE"
        elif item.data == "date":
            token = item.children[0]
            assert isinstance(token, Token)
            yield _date(token, offset)
        elif item.data == "leaves":
            yield _labelled(item, offset)
        elif item.data == "behind_colon":
            yield _behind_colon(item, offset)
        elif item.data == "leaf_list":
            yield _slots("leaf", _numbers(item.children, offset))
        else:
            yield _slots(next(levels), _numbers([item], offset), opens=opens)
            opens = False


def _behind_colon(tree: Tree[Token], offset: int) -> Piece:
    (loci,) = (item for item in tree.children if isinstance(item, Tree))
    return _slots("leaf", _numbers(loci.children, offset))


def _slots(kind: str, found: Iterator[Number], *, opens: bool = False) -> Piece:
    """Make a piece of numbers without a designator."""
    numbers = tuple(found)
    return Piece(kind, numbers[0].start, numbers[0].start, numbers[-1].end, numbers, opens)


def _row(tree: Tree[Token], offset: int) -> Iterator[Piece]:
    """Give the numbers behind one designator their levels: ф.792-1-43; ф. 93.II.9.19 has a section and a box."""
    label, *items = tree.children
    assert isinstance(label, Token)
    start, label_end = _place(label, offset)
    slots = [item for item in items if isinstance(item, Tree)]
    levels = _SLOTS if len(slots) == len(_SLOTS) else ("fond", "section", "box", "file")
    for kind, slot in zip(levels, slots, strict=True):
        piece = _slots(kind, _numbers([slot], offset))
        yield piece._replace(start=start, label_end=label_end) if kind == "fond" else piece
