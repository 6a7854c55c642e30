"""The tree of jurisdictions, departments and units, laid out line by line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from hengji.web.models.organisation import Organisation, OrganisationKind
from hengji.web.models.region import Jurisdiction
from hengji.web.models.tree import letters_of
from hengji.web.models.user import User

__all__ = ["Filters", "Line", "lines_of", "over_establishment"]

_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for: part of a name, its pinyin or initials, or a code; a kind; in the order of pinyin or code."""

    words: str = ""
    kind: str = ""
    order: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A jurisdiction, or an organisation. `level` from 1; `is_asked_for` is False for those above what was found."""

    level: int
    jurisdiction: Jurisdiction
    organisation: Organisation | None = None
    is_asked_for: bool = True

    @property
    def over(self) -> int:
        return over_establishment(self.organisation) if self.organisation is not None else 0


def over_establishment(organisation: Organisation) -> int:
    """How many people more than posts; 0 where there are not more, or one of the figures is unknown."""
    posts, people = organisation.establishment, organisation.headcount
    return max(0, people - posts) if posts is not None and people is not None else 0


def lines_of(user: User, filters: Filters) -> list[Line]:
    """All that *user* sees and asks for, each below what it belongs to."""
    seen = Organisation.objects.visible_to(user).select_related("jurisdiction", "merged_into")
    ordered = sorted(seen, key=lambda one: one.code if filters.order == "code" else one.sort_key)
    found = [one for one in ordered if _is_asked_for(one, filters)]
    wanted = {one.pk for one in found}
    shown = wanted | {int(number) for one in found for number in one.path.strip("/").split("/")}
    below: dict[tuple[int, int | None], list[Organisation]] = defaultdict(list)
    present = {one.pk for one in ordered}
    for one in ordered:
        if one.pk in shown:
            above = one.parent_id if one.parent_id in present else None
            below[one.jurisdiction_id, above].append(one)
    places = _places({one.jurisdiction_id for one in ordered}, user)
    lines: list[Line] = []
    for level, place in places:
        branch = list(_branch(below, place, None, level + 1, wanted))
        if branch or not (filters.words or filters.kind):
            lines += [Line(level, place), *branch]
    return lines


def _places(numbers: set[int], user: User) -> list[tuple[int, Jurisdiction]]:
    """The jurisdictions in tree order with their level from 1, the highest one seen being the first."""
    home = user.organisation.jurisdiction if user.organisation is not None else None
    seen = Jurisdiction.objects.filter(pk__in=numbers)
    if home is not None:
        seen = seen | Jurisdiction.objects.under(home)
    places = sorted(seen.distinct(), key=lambda place: place.path)
    least = min((place.path.count("/") for place in places), default=0)
    return [(min(_DEEPEST, place.path.count("/") - least + 1), place) for place in places]


def _branch(
    below: dict[tuple[int, int | None], list[Organisation]],
    place: Jurisdiction, above: int | None, level: int, wanted: set[int],
) -> Iterator[Line]:  # fmt: skip
    for one in below[place.pk, above]:
        yield Line(min(level, _DEEPEST), place, one, one.pk in wanted)
        yield from _branch(below, place, one.pk, level + 1, wanted)


def _is_asked_for(one: Organisation, filters: Filters) -> bool:
    if filters.kind in OrganisationKind.values and one.kind != filters.kind:
        return False
    words = filters.words.strip().lower()
    return not words or words in one.name.lower() or one.code.startswith(words) or words in letters_of(one.sort_key)
