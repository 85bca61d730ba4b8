"""Which rules look, and what they ask for: three settings a rule, as editors know them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Literal, get_args

from attrs import field, frozen

from sovcite.model import DataError

if TYPE_CHECKING:
    from sovcite.data.style import Style

Mode = Literal["consistent", "style", "off"]
MODES: tuple[Mode, ...] = get_args(Mode)
_KEYS = ("style", "select", "ignore", "strict", "rules", "language")


@frozen(kw_only=True)
class Settings:
    """What a check looks for.

    modes: "consistent" (follow what the manuscript does most), "style" (ask for what the style prints, which only
    some rules can), "off"; every rule that is not named is "consistent". select and ignore are codes or the
    beginnings of codes (C4 is the family); ignore goes before select. strict: hints count as warnings.

    >>> settings = Settings(select=("C4", "C201"), ignore=("C405",))
    >>> settings.looks("C401"), settings.looks("C405"), settings.looks("C001")
    (True, False, False)
    """

    style: str | None = None
    modes: Mapping[str, Mode] = field(factory=dict)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    strict: bool = False
    language: str = "en"

    def mode(self, code: str) -> Mode:
        """Give the setting of a rule."""
        return self.modes.get(code, "consistent")

    def looks(self, code: str) -> bool:
        """Say whether the rule with that code looks at all."""
        if self.mode(code) == "off" or _names(self.ignore, code):
            return False
        return not self.select or _names(self.select, code)

    def chosen_style(self) -> Style | None:
        """Give the style that is asked for, if any; raise UnknownStyle for an id that no style has."""
        from sovcite.data.style_table import style_by_id

        return style_by_id(self.style) if self.style else None


def settings_from_table(table: Mapping[str, object], where: str) -> Settings:
    """Make settings of the parsed table [check] of a sovcite.toml; where names the file and the table.

    Raise DataError that names the key for an unknown one, an unknown code, or a value that it cannot have.

    >>> settings_from_table({"style": "gost", "rules": {"C404": "style"}}, "sovcite.toml: check").mode("C404")
    'style'
    >>> settings_from_table({"ignroe": ["C404"]}, "sovcite.toml: check")
    Traceback (most recent call last):
    sovcite.model.errors.DataError: sovcite.toml: check: key 'ignroe' unknown; nearest is 'ignore'
    """
    _no_others(table, _KEYS, where, "key")
    modes = _modes(table.get("rules", {}), f"{where}.rules")
    style = table.get("style")
    if style is not None:
        style = _style(style, f"{where}.style")
    styled = [code for code, mode in modes.items() if mode == "style"]
    if styled and style is None:
        raise DataError(f"{where}.rules.{styled[0]} is 'style', and no style is chosen; write style = \"gost\"")
    strict = table.get("strict", False)
    if not isinstance(strict, bool):
        raise DataError(f"{where}.strict is {strict!r}; write true or false")
    return Settings(
        style=style,
        modes=modes,
        select=_codes(table.get("select", []), f"{where}.select"),
        ignore=_codes(table.get("ignore", []), f"{where}.ignore"),
        strict=strict,
        language=_language(table.get("language", "en"), f"{where}.language"),
    )


def known_codes(codes: Iterable[str], where: str) -> tuple[str, ...]:
    """Give codes, or beginnings of codes, that at least one rule has; raise DataError for any other.

    >>> known_codes(["C4", "C201"], "--select")
    ('C4', 'C201')
    """
    from sovcite.checking.table import RULES

    wanted = tuple(codes)
    for code in wanted:
        if not code or not any(rule.code.startswith(code) for rule in RULES):
            raise DataError(f"{where}: no rule has the code {code!r}{_nearest(code, [rule.code for rule in RULES])}")
    return wanted


def _names(prefixes: tuple[str, ...], code: str) -> bool:
    return any(code.startswith(prefix) for prefix in prefixes)


def _modes(value: object, where: str) -> Mapping[str, Mode]:
    from sovcite.checking.table import RULES

    if not isinstance(value, Mapping):
        raise DataError(f"{where} is {value!r}; write a table of codes")
    by_code = {rule.code: rule for rule in RULES}
    _no_others(value, tuple(by_code), where, "code")
    modes: dict[str, Mode] = {}
    for code, mode in value.items():
        if mode not in MODES:
            raise DataError(f"{where}.{code} is {mode!r}; write one of {', '.join(MODES)}")
        if mode == "style" and not by_code[code].follows_style:
            raise DataError(f"{where}.{code} is 'style', but no style says anything about it; write consistent or off")
        modes[code] = mode
    return modes


def _style(value: object, where: str) -> str:
    from sovcite.data.style_table import style_by_id
    from sovcite.model import UnknownStyle

    if not isinstance(value, str):
        raise DataError(f"{where} is {value!r}; write the id of a style")
    try:
        return style_by_id(value).id
    except UnknownStyle as error:
        raise DataError(f"{where}: {error}") from error


def _codes(value: object, where: str) -> tuple[str, ...]:
    if not isinstance(value, list | tuple) or not all(isinstance(one, str) for one in value):
        raise DataError(f"{where} is {value!r}; write a list of codes")
    return known_codes(value, where)


def _language(value: object, where: str) -> str:
    from sovcite.checking.messages import messages

    if not isinstance(value, str):
        raise DataError(f"{where} is {value!r}; write \"en\"")
    try:
        messages(value)
    except DataError as error:
        raise DataError(f"{where}: {error}") from error
    return value


def _no_others(table: Mapping[str, object], known: tuple[str, ...], where: str, what: str) -> None:
    for key in table:
        if key not in known:
            raise DataError(f"{where}: {what} {key!r} unknown{_nearest(key, known)}")


def _nearest(word: str, known: Iterable[str]) -> str:
    near = get_close_matches(word, list(known), n=1)
    return f"; nearest is {near[0]!r}" if near else ""
