"""Notes and texts → mentions with what they left out filled in."""

from sovcite.resolution.notes import LEVELS, Level, find, find_all, resolve, survey

__all__ = ["LEVELS", "Level", "find", "find_all", "resolve", "survey"]
