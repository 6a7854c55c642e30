"""Organisations change over the years: figures, names, mergers; nothing is overwritten and nothing is lost."""

import datetime

import pytest

from hengji.web.history.chain import Actor
from hengji.web.models import Campaign, HistoryEntry, Organisation, Participation, Work
from hengji.web.organisations import keeping
from hengji.web.works.transitions import RefusedError

pytestmark = pytest.mark.django_db
TODAY = datetime.date.today()


@pytest.fixture
def bureau(city):
    return Actor(city.people["caizheng"], "10.0.0.1")


def test_a_new_name_keeps_the_old_one_with_its_last_day(city, bureau):
    culture = city.organisations["301"]
    until = datetime.date(2026, 3, 31)
    renamed = keeping.rename(culture.pk, "市文化旅游和体育局", until, "示机编〔2026〕3号", bureau)
    assert renamed.sort_key.startswith("shi wen hua lv you he") or "ti yu" in renamed.sort_key
    old = renamed.names.get()
    assert (old.name, old.until, old.note) == ("市文化和旅游局", until, "示机编〔2026〕3号")
    entry = HistoryEntry.objects.first()
    assert (entry.action, entry.before, entry.after) == ("更名", "市文化和旅游局", "市文化旅游和体育局")


@pytest.mark.parametrize(
    ("name", "until", "words"),
    [
        ("市文化和旅游局", TODAY, "现在的名称就是"),
        (" ", TODAY, "现在的名称就是"),
        ("新名", TODAY + datetime.timedelta(days=1), "还没有到"),
    ],
)
def test_a_renaming_without_sense_is_refused_in_words(city, bureau, name, until, words):
    with pytest.raises(RefusedError, match=words):
        keeping.rename(city.organisations["301"].pk, name, until, "", bureau)


def test_names_follow_each_other_in_time(city, bureau):
    pk = city.organisations["301"].pk
    keeping.rename(pk, "甲局", datetime.date(2026, 3, 31), "", bureau)
    with pytest.raises(RefusedError, match="用到2026-03-31，这次的日期要比它晚"):
        keeping.rename(pk, "乙局", datetime.date(2026, 3, 31), "", bureau)


def test_two_people_changing_different_fields_both_succeed(city, bureau):
    pk = city.organisations["301"].pk
    assert keeping.change(pk, {"headcount": 44}, {"headcount": 45}, bureau)[1] == ()
    held, differences = keeping.change(pk, {"establishment": 46}, {"establishment": 47}, bureau)
    assert (held.headcount, held.establishment, held.revision, differences) == (45, 47, 2, ())


def test_the_second_of_two_people_changing_one_field_sees_the_difference_and_nothing_is_overwritten(city, bureau):
    pk = city.organisations["301"].pk
    keeping.change(pk, {"headcount": 44}, {"headcount": 45}, bureau)
    _, (difference,) = keeping.change(pk, {"headcount": 44}, {"headcount": 43}, bureau)
    assert (difference.label, difference.seen, difference.now, difference.wanted) == ("实有人数（人）", 44, 45, 43)
    assert Organisation.objects.get(pk=pk).headcount == 45


def test_a_unit_moves_to_another_department_with_its_place_in_the_tree(city, bureau):
    unit, target = city.organisations["301001"], city.organisations["302"]
    held, _ = keeping.change(unit.pk, {"parent": unit.parent}, {"parent": target}, bureau)
    assert held.path == f"{target.path}{unit.pk}/"


def test_a_merger_is_refused_while_works_of_an_open_round_are_unfinished(city, bureau):
    with pytest.raises(RefusedError, match=r"还有 \d+ 项工作没有办结（市科学技术局2026年度绩效目标、.*等）"):
        keeping.merge(city.organisations["309"].pk, city.organisations["302"], "示机编〔2026〕3号", bureau)


def _finish(code):
    Work.objects.filter(organisation__code=code).update(state="accepted")


def test_a_merger_moves_units_people_and_sight_of_finished_works(city, bureau):
    _finish("309")
    science, education = city.organisations["309"], city.organisations["302"]
    draft = Campaign.objects.create(jurisdiction=education.jurisdiction, year=2027, title="示例市2027年度")
    Participation.objects.create(campaign=draft, organisation=science, scheme="x")
    what = keeping.merging(science)
    assert (len(what.units), what.people, what.drafts, what.unfinished) == (2, 2, (draft,), ())
    keeping.merge(science.pk, education, "示机编〔2026〕3号", bureau)
    science.refresh_from_db()
    assert science.merged_into == education
    assert {unit.parent for unit in Organisation.objects.filter(code__startswith="3090")} == {education}
    unit = Organisation.objects.get(code="309001")
    assert unit.path == f"{education.path}{unit.pk}/"
    moved = city.people["tianbao309"]
    moved.refresh_from_db()
    assert moved.organisation == education
    assert Work.objects.visible_to(moved).filter(organisation=science).exists()
    assert not draft.participations.exists()
    said = {(entry.action, entry.subject_name) for entry in HistoryEntry.objects.order_by("-sequence")[:8]}
    assert {("并入", "市科学技术局"), ("接收并入单位", "市教育局"), ("上级单位合并", "市生产力促进中心")} <= said
    with pytest.raises(RefusedError, match="已经并入市教育局"):
        keeping.rename(science.pk, "别的名", TODAY, "", bureau)


@pytest.mark.parametrize(
    ("code", "into", "reason", "words"),
    [
        ("309", "309", "文号", "不能并入自己"),
        ("309", "901", "文号", "同一类别"),
        ("309", "302", " ", "写明依据"),
    ],
)
def test_a_merger_without_sense_is_refused_in_words(city, bureau, code, into, reason, words):
    _finish(code)
    with pytest.raises(RefusedError, match=words):
        keeping.merge(city.organisations[code].pk, city.organisations[into], reason, bureau)


def test_a_merged_unit_stands_below_the_other_whose_people_see_its_finished_works(city, bureau):
    ended, target = city.organisations["302001"], city.organisations["302002"]
    keeping.merge(ended.pk, target, "示机编〔2026〕3号", bureau)
    ended.refresh_from_db()
    assert (ended.merged_into, ended.path) == (target, f"{target.path}{ended.pk}/")


def test_a_code_that_somebody_took_at_the_same_moment_is_refused_in_words(city, bureau):
    with pytest.raises(RefusedError, match="代码“302”刚刚被别的单位用了"):
        keeping.change(city.organisations["301"].pk, {"code": "301"}, {"code": "302"}, bureau)
