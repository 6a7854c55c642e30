"""催办: a message that stands with whoever has to act, once a day unless said otherwise, by mail where there is any."""

import datetime

import pytest
from django.core import mail
from django.utils import timezone

from hengji.web.campaigns.mailing import mail_reminders
from hengji.web.campaigns.matrix import Filters, matrix_of, reminded_words
from hengji.web.campaigns.reminding import due_within, remind
from hengji.web.history.chain import Actor
from hengji.web.models import HistoryEntry, Reminder, Work
from hengji.web.works.transitions import RefusedError

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 21)
WORDS = "请在三天内报送自评"


@pytest.fixture
def bureau(city):
    return Actor(city.people["caizheng"], "10.0.0.1")


@pytest.fixture
def send(client, city):
    """Reminds as the page does; gives back the page with its messages."""
    client.force_login(city.people["caizheng"])

    def sent(**said):
        address = f"/campaigns/{city.campaigns[2025].pk}/remind"
        return client.post(address, {"words": WORDS, "whom": "chosen", **said}, follow=True).content.decode()

    return sent


def _of(city, kind):
    return Work.objects.filter(stage__campaign=city.campaigns[2025], stage__kind=kind, project=None)


def test_a_reminder_stands_on_the_work_in_my_work_and_in_the_history(client, city, work_of, send):
    work = work_of("310")
    assert "已催办 1 项：市水利局。" in send(work=work.pk)
    told = Reminder.objects.get()
    assert (told.work, told.text, told.by.username, told.mailed) == (work, WORDS, "caizheng", 0)
    entry = HistoryEntry.objects.of("work", work.pk).first()
    assert (entry.action, entry.after, entry.actor_name) == ("催办", WORDS, str(city.people["caizheng"]))
    client.force_login(city.people["tianbao310"])
    for address in ("/", f"/evaluations/{work.pk}/"):
        page = client.get(address).content.decode()
        assert WORDS in page
        assert str(city.people["caizheng"]) in page


def test_the_same_work_is_reminded_twice_a_day_only_where_that_is_said(work_of, send):
    work, other = work_of("310"), work_of("312")
    send(work=work.pk)
    page = send(work=[work.pk, other.pk])
    assert "已催办 1 项：" in page
    assert "1 项今天已经催过，没有再催：市水利局。要再催，请勾选“今天催过的也再催”" in page
    assert work.reminders.count() == 1
    send(work=work.pk, again="on")
    assert work.reminders.count() == 2


def test_the_next_day_it_can_be_reminded_again(work_of, bureau):
    work = work_of("310")
    remind([work], WORDS, bureau)
    Reminder.objects.update(at=timezone.now() - datetime.timedelta(days=1))
    assert remind([work], WORDS, bureau).sent == (work,)


@pytest.mark.parametrize(
    ("code", "why"), [("302", "已经办结"), ("307", "轮到财政部门")], ids=["accepted", "delivered, the bureau's turn"]
)
def test_nobody_is_reminded_of_what_they_have_done(work_of, send, code, why):
    page = send(work=work_of(code).pk)
    assert "1 项不用催" in page
    assert why in page
    assert not Reminder.objects.exists()


def test_all_late_ones_of_a_stage_are_reminded_at_once(city, send):
    stage = city.campaigns[2025].stages.get(kind="self_evaluation")
    send(whom="late", stage=stage.pk)
    told = set(Reminder.objects.filter(work__project=None).values_list("work__organisation__code", flat=True))
    assert told == {"301", "304", "306", "310", "312"}


@pytest.mark.parametrize(("days", "expected"), [(-1, 0), (24, 0), (25, 4)])
def test_those_due_within_some_days_are_found(city, days, expected):
    verifications = _of(city, "verification")  # due 25 days from the city's day
    found = due_within(verifications, days, TODAY)
    assert len(found) == expected
    assert not [work for work in found if work.state == "unassigned"]  # the bureau's own turn


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"words": " "}, "没有催办。催办的话"),
        ({}, "没有选要催办的工作"),
        ({"whom": "late"}, "请选阶段"),
        ({"whom": "late", "stage": "999999"}, "没有催办。阶段"),
    ],
    ids=["no words", "nothing chosen", "no stage", "another round's stage"],
)
def test_what_lacks_is_said(send, said, words):
    assert words in send(**said)
    assert not Reminder.objects.exists()


def test_another_citys_works_are_not_reminded(city, bureau, send, work_of):
    """The numbers come from the page: what is not the round's own falls away."""
    old = work_of("310", year=2024)
    assert "没有选要催办的工作" in send(work=old.pk)


def test_a_reminder_needs_words(work_of, bureau):
    with pytest.raises(RefusedError, match="要写明内容"):
        remind([work_of("310")], "  ", bureau)


def test_without_a_mail_server_nothing_is_mailed(work_of, send, settings, django_capture_on_commit_callbacks):
    assert settings.MAIL == {}
    with django_capture_on_commit_callbacks(execute=True) as called:
        send(work=work_of("310").pk)
    assert (called, mail.outbox) == ([], [])


def test_with_a_mail_server_a_letter_goes_to_those_in_charge_once(city, work_of, bureau):
    work, person = work_of("310"), city.people["tianbao310"]
    person.email = "tianbao@example.invalid"
    person.save()
    remind([work], WORDS, bureau)
    numbers = [Reminder.objects.get().pk]
    assert mail_reminders.call(numbers, "https://jixiao.example.invalid/") == 1
    assert mail_reminders.call(numbers, "https://jixiao.example.invalid/") == 0
    letter = mail.outbox[0]
    assert (len(mail.outbox), letter.to) == (1, ["tianbao@example.invalid"])
    assert letter.subject == "催办：市水利局2025年度绩效自评，期限 2026-11-18"
    assert WORDS in letter.body
    assert f"https://jixiao.example.invalid/works/{work.pk}/" in letter.body
    assert Reminder.objects.get().mailed == 1


def test_with_a_mail_server_the_letters_are_the_workers_task(
    work_of, send, settings, django_capture_on_commit_callbacks
):
    settings.MAIL = {"backend": "x"}
    with django_capture_on_commit_callbacks() as called:
        send(work=work_of("310").pk)
    assert len(called) == 1


def test_the_matrix_says_how_often_and_when(city, work_of, bureau):
    work = work_of("310")
    remind([work], WORDS, bureau)
    remind([work], WORDS, bureau, again=True)
    matrix = matrix_of(city.campaigns[2025], city.people["caizheng"], timezone.localdate(), Filters(matter="reminded"))
    assert [box.reminded for line in matrix.lines for box in line.boxes if box.reminded] == ["已催 2 次，今天"]


@pytest.mark.parametrize(
    ("times", "days", "words"),
    [(0, 0, ""), (1, 0, "已催 1 次，今天"), (2, 1, "已催 2 次，昨天"), (3, 5, "已催 3 次，11-16")],
)
def test_days_are_said_in_words(times, days, words):
    noon = timezone.make_aware(datetime.datetime(2026, 11, 21, 12)) - datetime.timedelta(days=days)
    assert reminded_words(times, noon, TODAY) == words
