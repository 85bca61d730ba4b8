"""What is wrong with the citations of a manuscript: notes → diagnostics, one rule a file."""

from sovcite.checking.rule import Finding, Rule
from sovcite.checking.run import check, check_survey
from sovcite.checking.settings import Settings, settings_from_table
from sovcite.checking.survey import Survey, survey_notes
from sovcite.checking.table import RULES

__all__ = [
    "RULES", "Finding", "Rule", "Settings", "Survey", "check", "check_survey", "settings_from_table",
    "survey_notes",
]  # fmt: skip
