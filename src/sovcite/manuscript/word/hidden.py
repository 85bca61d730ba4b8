"""Hidden text: w:vanish of a run or of its styles (ECMA-376 part 1, 17.3.2.41 and 17.7.3)."""

from __future__ import annotations

from sovcite.manuscript.elements import Element
from sovcite.manuscript.word.trees import attribute, child, is_on


def hiding_styles(styles: Element | None) -> frozenset[str]:
    """Read the ids of the styles that hide their text, by themselves or by the style they are based on."""
    own: dict[str, Element | None] = {}
    based: dict[str, str | None] = {}
    for style in styles if styles is not None else ():
        if style.name == "style" and (name := attribute(style, "styleId")) is not None:
            own[name] = child(style, "rPr", "vanish")
            based[name] = attribute(child(style, "basedOn"), "val")
    hiding: dict[str, bool] = {}
    for name in own:
        chain: dict[str, None] = {}
        at: str | None = name
        while at in own and at not in hiding and own[at] is None and at not in chain:
            chain[at] = None
            at = based[at]
        if at is None or at not in own or at in chain:
            hides = False
        else:
            hides = hiding[at] if at in hiding else is_on(own[at])
            hiding[at] = hides
        hiding.update(dict.fromkeys(chain, hides))
    return frozenset(name for name, hides in hiding.items() if hides)


def is_hidden(run: Element, hiding: frozenset[str], paragraph_hides: bool) -> bool:
    """Say whether a run is hidden: its own switch wins, else its style and its paragraph's take turns."""
    properties = run.child("rPr")
    if properties is None or not properties.children:
        return paragraph_hides
    vanish = properties.child("vanish")
    if vanish is not None:
        return is_on(vanish)
    return paragraph_hides != (attribute(properties.child("rStyle"), "val") in hiding)
