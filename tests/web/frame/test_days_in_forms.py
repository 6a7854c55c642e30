"""Fields for a day hold it as browsers understand it (2026-03-31), in whatever language: otherwise they look empty."""

import re

import pytest
from django.conf import settings
from django.test import Client

from hengji.web.models import Campaign
from web.frame.pages import all_pages, states

pytestmark = pytest.mark.django_db

_DAYS = """() => [...document.querySelectorAll("input[type=date]")].map((one) => ({
  name: one.name, written: one.getAttribute("value") || "", shown: one.value }))"""


def _days(page, address):
    page.goto(address)
    return page.evaluate(_DAYS)


@pytest.fixture
def next_round(client, city):
    """A round that is being prepared."""
    client.force_login(city.people["caizheng"])
    client.post(f"/campaigns/{city.campaigns[2026].pk}/begin-next")
    return Campaign.objects.get(year=2027, state="draft")


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("state", ["draft", "open"])
def test_the_days_of_a_rounds_stages_stand_in_their_fields(open_as, site, next_round, language, state):
    with site.alone:
        next_round.state = state
        next_round.save()
        stages = [
            [f"{day:%Y-%m-%d}" if day else "" for day in (stage.opens, stage.deadline, stage.as_of)]
            for stage in next_round.stages.all()
        ]
    page = open_as("caizheng", "/")
    page.context.add_cookies([{"name": "django_language", "value": language, "url": site.address}])
    shown = [one["shown"] for one in _days(page, f"/campaigns/{next_round.pk}/edit")]
    assert shown[: 3 * len(stages)] == [day for stage in stages for day in stage]
    assert all(stage[0] and stage[1] for stage in stages)


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_a_day_that_was_asked_for_stands_in_its_field_again(open_as, site, language):
    page = open_as("caizheng", "/")
    page.context.add_cookies([{"name": "django_language", "value": language, "url": site.address}])
    shown = {one["name"]: one["shown"] for one in _days(page, "/history/?since=2026-03-31&until=2026-04-01")}
    assert shown == {"since": "2026-03-31", "until": "2026-04-01"}


@pytest.mark.slow
def test_no_page_has_a_day_that_its_field_does_not_show(site, browser, city):
    with site.alone:
        pages = [one for one in (*all_pages(city), *states(city)) if not one.is_piece]
    context = browser.new_context(base_url=site.address)
    page, seen, wrong, logged_in = context.new_page(), 0, [], ""
    for one in sorted(pages, key=lambda one: one.username):
        if one.username != logged_in:
            client, logged_in = Client(), one.username
            with site.alone:
                client.force_login(city.people[logged_in])
            name = settings.SESSION_COOKIE_NAME
            context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": site.address}])
        for day in _days(page, one.address):
            seen += 1
            sound = day["shown"] == day["written"] and (
                not day["written"] or re.fullmatch(r"\d{4}-\d\d-\d\d", day["written"])
            )
            wrong += [] if sound else [(one.address, one.username, day)]
    context.close()
    assert seen > 20
    assert wrong == []
