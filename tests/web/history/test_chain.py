"""The history is a chain: whoever changes, removes or inserts an entry breaks it where they did."""

import pytest
from django.db import DatabaseError, connection, transaction

from hengji.web.history.chain import Actor, Change, first_broken_link, record
from hengji.web.models import HistoryEntry

pytestmark = pytest.mark.django_db


def _add(city, count):
    actor = Actor(city.people["tianbao"], "10.0.0.8")
    record(actor, city.organisations["301"], [Change("修改", "data/预算数", str(n), str(n + 1)) for n in range(count)])


def _tamper(sql):
    """As somebody with the database in hand would: the triggers are taken off first."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER history_no_update")
            cursor.execute("DROP TRIGGER history_no_delete")
        else:
            cursor.execute("ALTER TABLE web_historyentry DISABLE TRIGGER USER")
        cursor.execute(sql)


def test_the_chain_of_a_whole_city_holds(city):
    assert HistoryEntry.objects.count() > 50
    assert first_broken_link() is None


def test_an_entry_says_who_from_where_what_before_and_after(city):
    _add(city, 1)
    entry = HistoryEntry.objects.first()
    assert (entry.actor_name, entry.address, entry.place, entry.before, entry.after) == (
        "李静", "10.0.0.8", "data/预算数", "0", "1",
    )  # fmt: skip


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE web_historyentry SET reason = '改过' WHERE sequence = 7",
        "UPDATE web_historyentry SET actor_name = '别人' WHERE sequence = 7",
        "UPDATE web_historyentry SET address = '10.9.9.9' WHERE sequence = 7",
        "UPDATE web_historyentry SET at = '2020-01-01 00:00:00+00:00' WHERE sequence = 7",
    ],
)
def test_a_changed_entry_is_the_first_broken_link(city, tampering):
    _tamper(tampering)
    broken = first_broken_link()
    assert broken is not None
    assert (broken.sequence, "改过" in broken.problem) == (7, True)


def test_a_removed_entry_is_missed(city):
    _tamper("DELETE FROM web_historyentry WHERE sequence = 5")
    assert first_broken_link().sequence == 5


def test_an_entry_made_to_fit_itself_still_breaks_the_next(city):
    from hengji.web.history.chain import digest_of_entry

    entry = HistoryEntry.objects.get(sequence=7)
    entry.reason = "改过"
    _tamper(f"UPDATE web_historyentry SET reason = '改过', digest = '{digest_of_entry(entry)}' WHERE sequence = 7")
    assert first_broken_link().sequence == 8


@pytest.mark.parametrize("statement", ["UPDATE web_historyentry SET reason = 'x'", "DELETE FROM web_historyentry"])
def test_the_database_itself_refuses_to_change_history(city, statement):
    with pytest.raises(DatabaseError, match="only added to"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_the_chain_may_be_of_sm3_and_change_its_algorithm_on_the_way(city, settings):
    settings.DIGEST = "sm3"
    _add(city, 3)
    assert HistoryEntry.objects.first().algorithm == "sm3"
    assert first_broken_link() is None
