"""Repairs written into manuscripts: findings → edits of the source, and nothing else in it changes."""

from sovcite.repair.apply import proven, repaired
from sovcite.repair.choosing import plan_repairs
from sovcite.repair.plan import Change, Plan, Remark
from sovcite.repair.planning import planned
from sovcite.repair.rounds import plan_on
from sovcite.repair.saving import save

__all__ = ["Change", "Plan", "Remark", "plan_on", "plan_repairs", "planned", "proven", "repaired", "save"]
