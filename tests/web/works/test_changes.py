"""Cells are saved one by one: nobody overwrites anybody unseen, and every change is in the history."""

import pytest

from hengji.web.history.chain import Actor
from hengji.web.models import HistoryEntry, State
from hengji.web.works.changes import Edit, NotOpenError, apply_edits

pytestmark = pytest.mark.django_db
CELL = ("data", "预算完成数", "value")


@pytest.fixture
def own(city):
    return Actor(city.people["tianbao"], "10.0.0.8")


def test_a_saved_cell_stands_in_the_work_and_in_the_history(work_of, own):
    work = work_of("301")
    before = work.content["data"]["预算完成数"]["value"]
    changed = apply_edits(work, (Edit(CELL, before, "3500.00万元"),), own)
    work.refresh_from_db()
    assert work.content["data"]["预算完成数"]["value"] == "3500.00万元"
    assert changed.conflicts == ()
    entry = HistoryEntry.objects.first()
    assert (entry.place, entry.before, entry.after) == ("data/预算完成数/value", before, "3500.00万元")


def test_the_second_of_two_people_sees_the_difference_and_loses_nothing(work_of, own):
    work = work_of("301")
    before = work.content["data"]["预算完成数"]["value"]
    apply_edits(work, (Edit(CELL, before, "1万元"),), own)
    changed = apply_edits(work, (Edit(CELL, before, "2万元"), Edit(("data", "预算数", "place"), None, "C5")), own)
    (conflict,) = changed.conflicts
    assert (conflict.seen, conflict.now, conflict.wanted) == (before, "1万元", "2万元")
    data = changed.work.content["data"]
    assert (data["预算完成数"]["value"], data["预算数"]["place"]) == ("1万元", "C5")


def test_both_writing_the_same_is_no_conflict(work_of, own):
    work = work_of("301")
    before = work.content["data"]["预算完成数"]["value"]
    apply_edits(work, (Edit(CELL, before, "1万元"),), own)
    assert apply_edits(work, (Edit(CELL, before, "1万元"),), own).conflicts == ()


def test_emptying_the_last_cell_of_an_item_removes_the_item(work_of, own):
    work = work_of("301")
    item = work.content["data"]["预算完成数"]
    edits = tuple(Edit(("data", "预算完成数", key), value, None) for key, value in item.items())
    assert "预算完成数" not in apply_edits(work, edits, own).work.content["data"]


def test_the_first_cell_begins_the_work(work_of, own):
    work = work_of("310")
    assert apply_edits(work, (Edit(CELL, None, "1万元"),), own).work.state == State.FILLING


@pytest.mark.parametrize("code", ["302", "304", "307"])
def test_what_was_handed_on_is_shut(work_of, own, code):
    work = work_of(code)
    with pytest.raises(NotOpenError):
        apply_edits(work, (Edit(CELL, None, "1万元"),), own)


@pytest.mark.parametrize("path", [("data", 0, "value"), ("data", "预算数", "value", "x"), ("goals", 5, "name")])
def test_a_path_the_content_cannot_have_changes_nothing(work_of, own, path):
    work = work_of("301")
    with pytest.raises(ValueError, match=r"nothing can stand|list"):
        apply_edits(work, (Edit(path, None, "1"),), own)
    work.refresh_from_db()
    assert work.revision == 0
