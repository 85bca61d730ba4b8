"""Citations written as the model has them: present names of repositories, Latin letters."""

from sovcite.normalisation.citation import normalise

__all__ = ["normalise"]
