"""The demonstration's verifications are such as the application itself would have let through."""

import pytest

from hengji.web.models import State, Work
from hengji.web.verifications.sheet import sheet_of

pytestmark = pytest.mark.django_db
HANDED_ON = [State.SECOND_OPINION, State.PRELIMINARY, State.OBJECTED, State.LOCKED]


def test_what_was_handed_on_is_finished_and_inflated_figures_came_down(city):
    gaps = {}
    for work in Work.objects.filter(stage__kind="verification", state__in=HANDED_ON).with_context():
        sheet = sheet_of(work, work.assignment.verifier)
        assert not sheet.unfinished, work
        assert work.assignment.declared_at is not None
        gaps[work.organisation.code] = sheet.gap
    assert gaps["309"] < -5 and gaps["302"] == 0
    assert all(gap <= 0 for gap in gaps.values())


def test_the_one_under_way_says_what_is_left(city, work_of):
    work = work_of("303", "verification")
    sheet = sheet_of(work, city.people["hecha"])
    assert 0 < len(sheet.unfinished) < sheet.judged
    assert any("没有写理由" in row.verdict.lacks for row in sheet.unfinished)
