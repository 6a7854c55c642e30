"""Adds and removes rows of the department's own goals where the scheme leaves slots for them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hengji.web.history.chain import Actor
from hengji.web.models.work import Work
from hengji.web.works.changes import Edit, apply_edits
from hengji.web.works.content import at

__all__ = ["GoalForm", "add_goal", "remove_goal"]


class GoalForm(forms.Form):
    """What a new row says: `under` is the slot's path with “/”, and more levels below it where the table has them."""

    under = forms.CharField(max_length=400)
    name = forms.CharField(max_length=200, label=_("指标名称"))
    target = forms.CharField(max_length=200, label=_("全年指标值"))
    points = forms.CharField(max_length=20, label=_("分值"), required=False)


def add_goal(work: Work, said: dict[str, Any], actor: Actor) -> None:
    """A new row behind the others. Raises NotOpenError."""
    listed = at(work.content, ("goals",)) or []
    row = {"under": [part.strip() for part in said["under"].split("/") if part.strip()], "name": said["name"].strip()}
    row |= {key: said[key].strip() for key in ("target", "points") if said.get(key, "").strip()}
    apply_edits(work, (Edit(("goals", len(listed)), None, row),), actor)


def remove_goal(work: Work, index: int, name: str, actor: Actor) -> bool:
    """Takes the row off where it is still the one of *name*; whether it was. Raises NotOpenError."""
    row = at(work.content, ("goals", index))
    if not isinstance(row, dict) or str(row.get("name", "")) != name:
        return False
    return not apply_edits(work, (Edit(("goals", index), row, None),), actor).conflicts
