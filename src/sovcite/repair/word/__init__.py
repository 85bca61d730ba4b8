"""Repairs of Word files: tracked changes in the notes, comments in the text (ECMA-376 part 1, 17.13)."""

from sovcite.repair.word.file import repair_word

__all__ = ["repair_word"]
