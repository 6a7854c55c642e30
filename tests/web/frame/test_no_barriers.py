"""axe finds nothing serious on any page: read aloud, by keyboard, in poor light, every page says the same.

One Chromium walks all pages one after the other and tells everything it found on all of them at once.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from web.frame.pages import PageOf, all_pages, states

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

GRAVE = {"serious", "critical"}

_LOOK = """async () => {
  document.querySelectorAll("details").forEach((one) => { one.open = true; });
  const found = [];
  const look = async (where, context) => {
    const { violations } = await axe.run(context, { resultTypes: ["violations"], elementRef: false });
    for (const one of violations) {
      const told = (node) => `${node.html.slice(0, 160)} ${node.failureSummary.split("\\n")[1] || ""}`;
      found.push([one.impact, `${where}${one.id}: ${one.help}`, one.nodes.slice(0, 3).map(told)]);
    }
  };
  await look("", document);
  for (const dialog of document.querySelectorAll("dialog")) {
    dialog.close();
    dialog.showModal();
    await look(`dialog ${dialog.id}: `, dialog);
    dialog.close();
  }
  return found;
}"""

_PUT_PIECE = """async (address) => {
  const answer = await fetch(address);
  document.querySelector("main").innerHTML = await answer.text();
}"""


class Walk:
    """One browser that logs in as one person after the other and gathers what axe finds."""

    def __init__(self, browser: Any, site: Any, city: Any) -> None:
        base = pytest.importorskip("axe_playwright_python.base")
        self._axe = base.AXE_FILE_PATH.read_text("utf-8")
        self._context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=site.address)
        self.page = self._context.new_page()
        self._site, self._city, self._username = site, city, ""
        self.found: list[str] = []

    def be(self, username: str) -> None:
        if username == self._username:
            return
        self._context.clear_cookies()
        self._username = username
        if username:
            client = Client()
            with self._site.alone:
                client.force_login(self._city.people[username])
            name = settings.SESSION_COOKIE_NAME
            secret = client.cookies[name].value
            self._context.add_cookies([{"name": name, "value": secret, "url": self._site.address}])

    def look_at(self, one: PageOf) -> None:
        self.be(one.username)
        self.page.goto(one.whole if one.is_piece else one.address)
        if one.is_piece:
            self.page.evaluate(_PUT_PIECE, one.address)
        self.look(f"{one.address} ({one.username or 'nobody'})")

    def look(self, name: str) -> None:
        """axe's findings on the page as it stands now."""
        self.page.evaluate(self._axe)
        for impact, words, nodes in self.page.evaluate(_LOOK):
            if impact in GRAVE:
                self.found.append("\n    ".join([f"{name}: {impact} {words}", *nodes]))

    def close(self) -> None:
        self._context.close()


@pytest.fixture
def walk(browser, site, city):
    walked = Walk(browser, site, city)
    yield walked
    walked.close()


def test_no_page_has_a_grave_barrier(walk, site, city):
    with site.alone:
        pages = [*all_pages(city), *states(city)]
    assert len(pages) > 60
    for one in sorted(pages, key=lambda page: page.username):
        walk.look_at(one)
    assert not walk.found, "\n".join(walk.found)


FORMS = (
    ("", "/accounts/login/"),
    ("caizheng", "/people/invite"),
    ("caizheng", "/organisations/new"),
    ("caizheng", "/account/"),
    ("caizheng", "/accounts/password/change/"),
    ("caizheng", "/organisations/import"),
)

_SEND_EMPTY = """() => {
  for (const form of document.querySelectorAll("main form[method=post]")) {
    form.noValidate = true;
    for (const field of form.querySelectorAll("input:not([type=hidden]), textarea")) field.value = "";
  }
  document.querySelector("main form[method=post]").requestSubmit();
}"""


def test_a_form_that_comes_back_with_problems_has_no_grave_barrier(walk):
    for username, address in FORMS:
        walk.be(username)
        walk.page.goto(address)
        with walk.page.expect_navigation():
            walk.page.evaluate(_SEND_EMPTY)
        assert walk.page.locator(".problem, .messages .error, .error").count(), address
        walk.look(f"{address} sent empty")
    assert not walk.found, "\n".join(walk.found)


def test_axe_sees_a_barrier_where_there_is_one(walk):
    """The walk can fail: a field without a name and pale words are found, in the page and in a dialog."""
    walk.page.goto("/accounts/login/")
    walk.page.evaluate(
        "() => { document.querySelector('main').innerHTML = '<input><p style=\"color: #ccc\">浅色</p>"
        '<dialog id="one" aria-label="甲"><input></dialog>\'; }'
    )
    walk.look("broken")
    assert len(walk.found) == 3
    assert ["color-contrast" in one for one in walk.found].count(True) == 1
    assert ["dialog one: label" in one for one in walk.found].count(True) == 1
