"""Both totals of a verification and their gap, as a list shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.core.cache import caches
from django.db.models import Max, QuerySet

from hengji.facts.numbers import shown
from hengji.facts.scorecard import Scorecard
from hengji.web.models.campaign import Participation, StageKind
from hengji.web.models.user import User
from hengji.web.models.work import State, Version, Work
from hengji.web.verifications.sheet import HANDED_IN, SENT, is_department, scored_sides

__all__ = ["Totals", "totals_for", "totals_of"]


@dataclass(frozen=True, slots=True)
class Totals:
    """Texts; empty where there is nothing to show yet."""

    own: str = ""
    checked: str = ""
    gap: str = ""


def totals_for(works: Sequence[Work], user: User) -> dict[int, Totals]:
    """The totals of many verifications, by number, in as many queries as for one where they were scored before.

    What a total is made of is known before it is made: the revision, the version of the self-evaluation, the scheme,
    and for a department the version that was sent to it. As long as these stand it is not made again in this process.
    """
    keys = _keys(works, user)
    cache = caches["scores"]
    known: dict[str, Totals] = cache.get_many(keys.values())
    made = {keys[work.pk]: totals_of(work, user) for work in works if keys[work.pk] not in known}
    cache.set_many(made, timeout=None)
    return {pk: known[key] if key in known else made[key] for pk, key in keys.items()}


def _keys(works: Sequence[Work], user: User) -> dict[int, str]:
    places = {work.organisation_id for work in works}
    rounds = {work.stage.campaign_id for work in works}
    taking_part = Participation.objects.filter(campaign__in=rounds, organisation__in=places)
    schemes = {(one.campaign_id, one.organisation_id): one.scheme for one in taking_part}
    handed_in = _numbers(
        Version.objects.filter(
            work__stage__campaign__in=rounds, work__stage__kind=StageKind.SELF_EVALUATION,
            work__organisation__in=places, state__in=HANDED_IN,
        ),
        ("work__stage__campaign", "work__organisation", "work__project"),
    )  # fmt: skip
    department = is_department(user)
    sent = _numbers(Version.objects.filter(work__in=[work.pk for work in works], state__in=SENT), ("work",))
    return {
        work.pk: ":".join(
            str(part)
            for part in (
                work.pk, sent.get((work.pk,)) if department else work.revision, department, work.state,
                work.content.get("self_version"),
                handed_in.get((work.stage.campaign_id, work.organisation_id, work.project_id)),
                schemes.get((work.stage.campaign_id, work.organisation_id)),
            )
        )
        for work in works
    }  # fmt: skip


def _numbers(versions: QuerySet[Version], by: tuple[str, ...]) -> dict[tuple[Any, ...], int]:
    """The latest version's number in each group."""
    found = versions.order_by().values_list(*by).annotate(last=Max("number"))
    return {tuple(row[:-1]): row[-1] for row in found}


def totals_of(work: Work, user: User) -> Totals:
    """The totals as *user* may see them."""
    if work.state == State.UNASSIGNED:
        return Totals()
    sides = scored_sides(work, user)
    if sides is None:
        return Totals()
    own, checked = (side.card for side in sides)
    if own is None or checked is None:
        return Totals()
    if own.total is None or checked.total is None:
        return Totals(_total(own), _total(checked))
    gap = checked.total - own.total
    return Totals(_total(own), _total(checked), _signed(gap, checked.score_places))


def _total(card: Scorecard) -> str:
    if card.total is None:
        return f"{shown(card.low, card.score_places)}～{shown(card.high, card.score_places)}"
    return shown(card.total, card.score_places)


def _signed(value: Fraction, places: int) -> str:
    text = shown(abs(value), places)
    return f"−{text}" if value < 0 else f"+{text}" if value > 0 else text
