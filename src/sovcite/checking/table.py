"""Every rule, in the order of its code. A code is never given to another rule."""

from __future__ import annotations

from sovcite.checking.rule import Rule
from sovcite.checking.rules import (
    ibid_ambiguous,
    ibid_empty,
    leaf_range_reversed,
    leaf_without_file,
    opis_missing,
    repository_ambiguous,
    repository_unknown,
    repository_ways,
    separators,
)

RULES: tuple[Rule, ...] = (
    Rule(code="C001", name="separators", status="stable", severity="warning", fix="safe",
         look=separators.look),
    Rule(code="C101", name="opis-missing", status="stable", severity="warning", fix="none",
         look=opis_missing.look),
    Rule(code="C102", name="leaf-without-file", status="stable", severity="warning", fix="none",
         look=leaf_without_file.look),
    Rule(code="C201", name="leaf-range-reversed", status="stable", severity="error", fix="ask",
         look=leaf_range_reversed.look),
    Rule(code="C301", name="repository-unknown", status="stable", severity="info", fix="ask",
         look=repository_unknown.look),
    Rule(code="C302", name="repository-ambiguous", status="stable", severity="warning", fix="none",
         look=repository_ambiguous.look),
    Rule(code="C401", name="repository-ways", status="stable", severity="warning", fix="ask",
         look=repository_ways.look),
    Rule(code="C501", name="ibid-empty", status="stable", severity="error", fix="none", look=ibid_empty.look),
    Rule(code="C502", name="ibid-ambiguous", status="stable", severity="warning", fix="none",
         look=ibid_ambiguous.look),
)  # fmt: skip
