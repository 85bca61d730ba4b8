"""A manuscript as it was read: its notes in order."""

from __future__ import annotations

from attrs import frozen

from sovcite.model.mention import Note


@frozen(kw_only=True)
class Manuscript:
    """The notes of one file in reading order; source is the file as it was given."""

    source: str
    notes: tuple[Note, ...]
