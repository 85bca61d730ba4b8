"""A style in the other script: its words and marks in Latin letters for Cyrillic ones, and the other way."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import evolve

from sovcite.data.style import Label, Script, Style
from sovcite.data.transliteration import label_in_cyrillic, label_in_latin
from sovcite.grammar import fold, vocabulary

_Turn = Callable[[str], str | None]


def in_script(style: Style, script: Script) -> Style:
    """Give a style in a script, itself if it is in that one already.

    Latin letters are those of the style's scheme. A word that is not known in the other script has no label in
    the new style, so that printing a part that needs it raises StyleLimit.

    >>> from sovcite.data.style_table import style_by_id
    >>> in_script(style_by_id("english"), "cyrillic").labels["leaf"].many
    'лл. {}'
    """
    if script == style.script:
        return style

    def turn(text: str) -> str | None:
        if script == "latin":
            return label_in_latin(text, style.scheme, style.letters)
        return label_in_cyrillic(text, style.scheme, style.letters)

    repeat = turn(style.repeat) if style.repeat else None
    return evolve(
        style,
        id=f"{style.id} in {script.title()} letters",
        script=script,
        labels=_labels(style.labels, turn),
        file_labels=_labels(style.file_labels, turn),
        verso=turn(style.verso) if style.verso else None,
        recto=turn(style.recto) if style.recto else None,
        # a style that names repositories itself does so in its own script
        names={},
        repeat=repeat,
    )


def _labels(labels: Mapping[str, Label], turn: _Turn) -> Mapping[str, Label]:
    turned: dict[str, Label] = {}
    for kind, label in labels.items():
        one, many = turn(label.one), turn(label.many)
        if one is not None and many is not None and _is_read(one):
            turned[kind] = Label(one, many)
    return turned


def _is_read(label: str) -> bool:
    """Say whether a reader knows the word of a label: "aktovaia zapis'" is one that none has met."""
    return label.startswith("{}") or vocabulary().label(fold(label.replace("{}", "1")), 0) is not None
