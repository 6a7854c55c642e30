"""No page is wider than its window: on a phone, on a desk, enlarged to 200 %, with the longest name there may be.

A table that needs more room scrolls within itself.
"""

import pytest
from django.conf import settings
from django.test import Client

from web.frame.pages import all_pages, states

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

LONG = "示例市" + "农业农村和乡村振兴与水利水务及自然资源统筹协调服务保障" * 2 + "局"
WIDTHS = (390, 640, 1280)  # 640 is a desk's 1280 enlarged to 200 %

_TOO_WIDE = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return null;
  const out = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > room + 1
    && !one.closest(".table-scroll, .rooms"));
  return out.slice(0, 4).map((one) => `${one.tagName}.${one.className} ${(one.textContent || "").trim().slice(0, 24)}`);
}"""


def test_no_page_is_wider_than_its_window(site, browser, city):
    for code in ("301", "303", "304", "305"):
        home = city.organisations[code]
        home.name = (LONG + code)[:60]
        home.save()
    assert len(home.name) == 60
    with site.alone:
        pages = [one for one in (*all_pages(city), *states(city)) if not one.is_piece]
    context = browser.new_context(base_url=site.address)
    page, wide, logged_in = context.new_page(), [], ""
    for one in sorted(pages, key=lambda one: one.username):
        if one.username != logged_in:
            client, logged_in = Client(), one.username
            with site.alone:
                client.force_login(city.people[logged_in])
            name = settings.SESSION_COOKIE_NAME
            context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": site.address}])
        page.goto(one.address)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            found = page.evaluate(_TOO_WIDE)
            if found is not None:
                wide.append(f"{one.address} ({one.username or 'nobody'}) at {width}: {found}")
    context.close()
    assert not wide, "\n".join(wide)
