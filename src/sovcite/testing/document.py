"""What the generator gives: a text, and what is cited in it."""

from __future__ import annotations

from attrs import frozen

from sovcite.model import Mention


@frozen(kw_only=True)
class Document:
    """A text with the truth about it: the citations that it holds, in order; none in a decoy.

    family, language, damage, form (the template that was filled) and source (where the form was seen printed)
    say how the text was made. A mention's kind and inherited are true too, its confidence and parts are not given.
    """

    text: str
    mentions: tuple[Mention, ...]
    family: str
    language: str
    damage: str | None = None
    form: str
    source: str
