"""意见: remarks on rows of a goal table. They stay with their row when it moves, by what it says, not by its number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hengji.web.history.chain import Actor, Change, record
from hengji.web.models.conversation import Comment
from hengji.web.models.work import Work
from hengji.web.works.transitions import RefusedError
from hengji.workflows.goal_sheets import INDICATORS, SHEETS, Key, Sheet, SheetRow, sheet_rows

__all__ = ["Placed", "placed_remarks", "remark", "resolve", "row_key"]

_LONGEST = 90


@dataclass(frozen=True, slots=True)
class Placed:
    """Remarks by the path of their row, by the key of a text; `loose` ones' row is gone."""

    by_row: dict[tuple[Key, ...], tuple[Comment, ...]]
    by_text: dict[str, tuple[Comment, ...]]
    loose: tuple[Comment, ...]


def row_key(sheet: Sheet, row: SheetRow) -> str:
    """What remarks on the row are kept under: the sheet, and the cells that name the row."""
    named = row.cells[:4] if sheet is INDICATORS else row.cells[:1]
    return "/".join((sheet.key, *(cell[:_LONGEST].replace("/", "／") for cell in named)))


def placed_remarks(comments: Iterable[Comment], content: dict[str, Any], texts: tuple[str, ...]) -> Placed:
    """Each remark beside its row; where the row was renamed in part, beside the one that still bears its name."""
    rows = [(row_key(sheet, row), row) for sheet in SHEETS for row in sheet_rows(content, sheet)]
    by_key = {key: row.path for key, row in rows}
    named: dict[tuple[str, str], list[tuple[Key, ...]]] = defaultdict(list)
    for key, row in rows:
        named[_short(key)].append(row.path)
    by_row: dict[tuple[Key, ...], list[Comment]] = defaultdict(list)
    by_text: dict[str, list[Comment]] = defaultdict(list)
    loose = []
    for comment in comments:
        alike = named.get(_short(comment.place), [])
        if comment.place in {*texts, "funds/total"}:
            by_text[comment.place].append(comment)
        elif comment.place in by_key:
            by_row[by_key[comment.place]].append(comment)
        elif len(alike) == 1:
            by_row[alike[0]].append(comment)
        else:
            loose.append(comment)
    return Placed(
        {path: tuple(found) for path, found in by_row.items()},
        {key: tuple(found) for key, found in by_text.items()},
        tuple(loose),
    )


def _short(key: str) -> tuple[str, str]:
    sheet, _, names = key.partition("/")
    return sheet, names.rpartition("/")[2]


@transaction.atomic
def remark(work: Work, place: str, text: str, actor: Actor) -> Comment:
    """Keeps a remark on a row of *work*, and records it. Raises RefusedError where nobody is logged in."""
    if actor.user is None:
        raise RefusedError(_("写意见要先登录。"))
    made = Comment.objects.create(work=work, place=place, text=text, by=actor.user)
    record(actor, work, [Change("提出意见", place, None, text)], work.organisation_id)
    return made


@transaction.atomic
def resolve(comment: Comment, actor: Actor) -> None:
    """Marks the remark as dealt with. Raises RefusedError where it is already."""
    held = Comment.objects.select_for_update().get(pk=comment.pk)
    if held.resolved_at is not None:
        raise RefusedError(_("这条意见已经处理过了。"))
    held.resolved_by, held.resolved_at = actor.user, timezone.now()
    held.save(update_fields=["resolved_by", "resolved_at"])
    record(actor, held.work, [Change("意见已处理", held.place, None, held.text)], held.work.organisation_id)
