"""How a journal or standard prints citations, as a value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from attrs import frozen

from sovcite.data.letters import CyrillicLanguage
from sovcite.data.transliteration import Scheme
from sovcite.model.repository import Certainty

Script = Literal["cyrillic", "latin"]
StyleLanguage = Literal["be", "de", "en", "et", "fr", "lt", "lv", "ru", "uk"]
RepeatWhen = Literal["changed", "same"]
InNote = Literal["changed", "full"]


@frozen
class Label:
    """What is printed around a number, with "{}" for it: "Л. {}"; many is for ranges and lists."""

    one: str
    many: str


@frozen(kw_only=True)
class Style:
    """How a journal or standard prints citations: its words, what stands between them, in what order.

    What has no label cannot be printed in the style; nor can a side of a leaf or a date whose mark is None.
    docs/styles.md explains each field as the key of that name in a style's file.
    """

    id: str
    name: str
    language: StyleLanguage
    script: Script
    scheme: Scheme
    source: str
    certainty: Certainty
    uncertain: tuple[str, ...]
    order: tuple[str, ...]
    needs: tuple[str, ...]
    repository: str
    first_repository: str | None
    names: Mapping[str, str]
    after_repository: str
    separator: str
    before: Mapping[str, str]
    dash: str
    short_ranges: bool
    leaf_separator: str
    verso: str | None
    recto: str | None
    date: str | None
    around: str
    labels: Mapping[str, Label]
    file_labels: Mapping[str, Label]
    joiner: str
    in_note: InNote
    repeat: str | None
    after_repeat: str
    repeat_when: RepeatWhen
    repeat_after_several: bool
    end: str

    @property
    def letters(self) -> CyrillicLanguage:
        """The language whose letters numbers and words are written in, or turned from."""
        if self.language == "uk" or self.language == "be":
            return self.language
        return "ru"
