"""The answers in words, for people: what was found, what is wrong; one kind of answer a module."""
