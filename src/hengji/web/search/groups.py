"""What was found within somebody's sight, kind by kind, each with its first few. A kind asks the database a fixed
number of times, however much there is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from itertools import islice
from operator import and_, or_
from typing import Any, Final
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from hengji.web.models.campaign import Stage
from hengji.web.models.evidence import Evidence
from hengji.web.models.organisation import Organisation, OrganisationName
from hengji.web.models.project import Project
from hengji.web.models.tree import pinyin_key
from hengji.web.models.user import User
from hengji.web.models.work import Work
from hengji.web.rights import Right, has_right
from hengji.web.search.indicators import indicators_of
from hengji.web.search.words import Asked, asked_of

__all__ = ["MOST", "Group", "Hit", "groups_for"]

MOST: Final = 20
"""How many of a kind are listed."""
_LOOKED_AT: Final = 20_000
"""How many names of a kind are looked at, the newest first."""
_IN_A_QUERY: Final = 4_000
"""How many numbers go into one condition: SQLite takes 32,766 in a query."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found, where it is, and what tells it from others of its name."""

    name: str
    address: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """What was found of one kind; `limit` says, where there is more, that this is not all; `rest` is its list."""

    key: str
    name: str | Promise
    hits: tuple[Hit, ...]
    limit: str = ""
    rest: str = ""


@dataclass(frozen=True, slots=True)
class _Home:
    """An organisation as a name to look for: with its code and the names that it bore."""

    name: str
    names: str
    sort_key: str


def groups_for(user: User, words: str) -> tuple[Group, ...]:
    """Whatever of *user*'s sight bears every one of *words* in its name; kinds without any are left out."""
    asked, homes = asked_of(words), _homes(user)
    made = (
        _group(
            "organisations", pgettext_lazy("many", "单位"), _organisations(user, asked, homes), _list_of(user, words)
        ),
        _group("works", gettext_lazy("工作"), _works(user, asked, homes)),
        _group("projects", pgettext_lazy("many", "项目"), _projects(user, asked, homes)),
        _indicators(user, asked),
        _group("evidence", gettext_lazy("佐证材料"), _evidence(user, asked, homes)),
        _group("people", gettext_lazy("人员"), _people(user, asked, homes)),
    )
    return tuple(group for group in made if group.hits or group.limit)


def _group(key: str, name: Promise, hits: Iterable[Hit], rest: str = "") -> Group:
    found = tuple(islice(hits, MOST + 1))
    more = len(found) > MOST
    limit = _("只列前 {count} 个，请多写几个字。").format(count=MOST) if more else ""
    return Group(key, name, found[:MOST], limit, rest if more else "")


def _list_of(user: User, words: str) -> str:
    return f"{reverse('organisations')}?{urlencode({'words': words})}" if has_right(user, Right.SEE_EVERYBODY) else ""


def _homes(user: User) -> dict[int, _Home]:
    seen = Organisation.objects.visible_to(user).order_by()
    earlier: dict[int, str] = {}
    for number, name in OrganisationName.objects.filter(organisation__in=seen.values("pk")).values_list(
        "organisation", "name"
    ):
        earlier[number] = f"{earlier.get(number, '')} {name}"
    rows = seen.values_list("pk", "name", "code", "sort_key")
    return {
        number: _Home(name, f"{name} {code}{earlier.get(number, '')}", key) for number, name, code, key in rows
    }  # fmt: skip


def _organisations(user: User, asked: Asked, homes: dict[int, _Home]) -> Iterator[Hit]:
    meant = [number for number, home in homes.items() if asked.means(home.names, sort_key=home.sort_key)]
    first = sorted(meant, key=lambda number: homes[number].sort_key)[: MOST + 1]
    for one in Organisation.objects.visible_to(user).filter(pk__in=first).select_related("parent"):
        above = f" · {one.parent}" if one.parent else ""
        yield Hit(str(one), reverse("organisation", args=[one.pk]), f"{one.code} · {one.get_kind_display()}{above}")


def _works(user: User, asked: Asked, homes: dict[int, _Home]) -> Iterator[Hit]:
    """Each word is in the organisation's name, the project's, the stage's, or is the year."""
    seen = Work.objects.visible_to(user)
    stages = dict(
        Stage.objects.filter(campaign__in=seen.order_by().values("stage__campaign")).values_list("pk", "name")
    )
    found = seen.filter(reduce(and_, (_of_work(word, homes, stages) for word in asked.words)))
    order = ("-stage__campaign__year", "organisation__sort_key", "stage__order", "project__name", "pk")
    for work in found.defer("content").with_context().order_by(*order)[: MOST + 1]:
        due = _("期限 {day:%Y-%m-%d}").format(day=work.deadline)
        yield Hit(str(work), reverse("work", args=[work.pk]), f"{work.get_state_display()} · {due}")


def _of_work(word: str, homes: dict[int, _Home], stages: dict[int, str]) -> Q:
    one = Asked((word,))
    of = [number for number, home in homes.items() if one.means(home.names, sort_key=home.sort_key)]
    named = [number for number, name in stages.items() if one.means(name, sort_key=pinyin_key(name))]
    ways = [Q(organisation__in=of[:_IN_A_QUERY]), Q(stage__in=named), Q(project__name__icontains=word)]
    if word.isdecimal() and len(word) == 4:
        ways.append(Q(stage__campaign__year=int(word)))
    return reduce(or_, ways)


def _projects(user: User, asked: Asked, homes: dict[int, _Home]) -> Iterator[Hit]:
    """Those of which a piece of work is within sight; the goal table is where one looks first."""
    works = Work.objects.visible_to(user)
    seen = Project.objects.visible_to(user).filter(Exists(works.filter(project=OuterRef("pk"))))
    rows = seen.order_by("-year", "organisation__sort_key", "name").values_list(
        "pk", "name", "code", "organisation", "year"
    )[:_LOOKED_AT]
    meant = (
        (number, name, homes[home].name, year)
        for number, name, code, home, year in rows
        if home in homes and asked.means(f"{name} {code}", homes[home].names, str(year))
    )
    first = list(islice(meant, MOST + 1))
    addresses = _addresses(works.filter(project__in=[number for number, *_rest in first]))
    for number, name, home, year in first:
        yield Hit(name, addresses[number], f"{home} · {_('{year}年度').format(year=year)}")


def _addresses(works: Any) -> dict[int, str]:
    found: dict[int, str] = {}
    for work in works.order_by("stage__order").values_list("project", "pk"):
        found.setdefault(work[0], reverse("work", args=[work[1]]))
    return found


def _indicators(user: User, asked: Asked) -> Group:
    found, is_all = indicators_of(user, asked, MOST + 1)
    hits = tuple(
        Hit(
            one.name,
            f"{reverse('goals_work', args=[one.work.pk])}#row-{one.row}",
            f"{one.target} · {one.work.project or one.work.organisation}"
            f" · {_('{year}年度').format(year=one.work.stage.campaign.year)}".removeprefix(" · "),
        )
        for one in found
    )
    group = _group("indicators", pgettext_lazy("many", "指标"), hits)
    if is_all or group.limit:
        return group
    return Group(group.key, group.name, group.hits, _("只查了最近的一部分目标表，请写单位名称或汉字再查。"))


def _evidence(user: User, asked: Asked, homes: dict[int, _Home]) -> Iterator[Hit]:
    """Files; what was said in an interview, or is asked for, has no name of its own to look for."""
    seen = Evidence.objects.visible_to(user).exclude(digest="").order_by("-at", "-pk")
    rows = seen.values_list("pk", "name", "work__organisation", "work__stage__campaign__year")[:_LOOKED_AT]
    for number, name, place, year in rows:
        home = homes.get(place)
        if asked.means(name, home.names if home else "", str(year)):
            about = f"{home.name if home else ''} · {_('{year}年度').format(year=year)}".removeprefix(" · ")
            yield Hit(name, reverse("evidence", args=[number]), about)


def _people(user: User, asked: Asked, homes: dict[int, _Home]) -> Iterator[Hit]:
    if not has_right(user, Right.MANAGE_PEOPLE):
        return
    rows = User.objects.visible_to(user).order_by("sort_key").values_list(
        "pk", "name", "username", "sort_key", "organisation", "role"
    )  # fmt: skip
    roles = dict(User._meta.get_field("role").choices or ())
    for number, name, username, key, place, role in rows[:_LOOKED_AT]:
        home = homes[place]
        if asked.means(f"{name} {username}", home.names, sort_key=key):
            yield Hit(name, reverse("person", args=[number]), f"{username} · {roles.get(role, role)} · {home.name}")
