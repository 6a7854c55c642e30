"""Takes the pictures of docs/images/web: the pages of the demonstration city, on one fixed day, so always the same.

``.venv/bin/python scripts/screenshots.py [--into FOLDER] [NAME …]``; names as in screenshots.yaml, all where none is
given. Needs the development requirements and Debian's chromium.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch
from zoneinfo import ZoneInfo

import yaml

HERE: Final = Path(__file__).parent
NOW: Final = datetime(2026, 11, 21, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
COLOURS: Final = 96
_REST: Final = 250  # milliseconds until the margin follows the row in hand
CHROMIUM: Final = "/usr/bin/chromium"
QUIET: Final = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
                "--no-first-run", "--force-device-scale-factor=1", "--hide-scrollbars", "--lang=zh-CN")  # fmt: skip


@dataclass(frozen=True)
class Shot:
    """A page as somebody sees it; `height` 0 is the whole page.

    First something is chosen in lists (`choose`: by place in the list), clicked and pressed; `after` is clicked once
    the picture is taken, for those that follow.
    """

    name: str
    who: str
    page: str
    width: int = 1280
    height: int = 800
    keys: list[str] = field(default_factory=list)
    click: list[str] = field(default_factory=list)
    choose: dict[str, int] = field(default_factory=dict)
    scroll: str = ""
    after: str = ""


@contextmanager
def city() -> Iterator[str]:
    """Serves the demonstration city at an address of this machine, the clock standing still at NOW."""
    with tempfile.TemporaryDirectory(prefix="hengji-pictures-") as home:
        os.environ.update(HENGJI_HOME=home, DJANGO_SETTINGS_MODULE="hengji.web.settings",
                          DJANGO_ALLOW_ASYNC_UNSAFE="true")  # fmt: skip
        os.environ.pop("DATABASE_URL", None)
        import django

        django.setup()
        from django.conf import settings
        from django.core.management import call_command
        from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler

        settings.STATIC_ROOT.mkdir()
        with patch("django.utils.timezone.now", lambda: NOW):
            call_command("migrate", verbosity=0)
            call_command("createcachetable", verbosity=0)
            from hengji.web.demonstration.city import build_city
            from hengji.web.wsgi import application

            build_city(NOW.date(), "示例口令-12345")

            class Silent(WSGIRequestHandler):
                def log_message(self, format: str, *arguments: Any) -> None: ...

            server = ThreadedWSGIServer(("127.0.0.1", 0), Silent)
            server.set_app(application)
            threading.Thread(target=server.serve_forever, daemon=True).start()
            yield f"http://127.0.0.1:{server.server_port}"
            server.shutdown()


def log_in(context: Any, address: str, username: str) -> None:
    """Gives the browser the session of somebody of the city; nobody's where *username* is empty."""
    from django.conf import settings
    from django.test import Client

    from hengji.web.models import User

    context.clear_cookies()
    if username:
        client = Client()
        client.force_login(User.objects.get(username=username))
        name = settings.SESSION_COOKIE_NAME
        context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": address}])


def address_of(page: str) -> str:
    """``/goals/{301 goals 2026}/``: the braces become the number of that department's work of that year."""
    from hengji.web.models import Campaign, Organisation, Project, Work

    before, brace, rest = page.partition("{")
    if not brace:
        return page
    named, _, after = rest.partition("}")
    match named.split():
        case ["campaign", year]:
            number = Campaign.objects.get(year=int(year)).pk
        case ["organisation", code]:
            number = Organisation.objects.get(code=code).pk
        case [code, kind, year, *of_project]:
            project = Project.objects.filter(organisation__code=code, year=int(year)).first() if of_project else None
            number = Work.objects.get(organisation__code=code, stage__kind=kind, stage__campaign__year=int(year),
                                      project=project).pk  # fmt: skip
        case _:
            raise ValueError(page)
    return f"{before}{number}{after}"


def take(page: Any, address: str, shot: Shot) -> bytes:
    """The picture of one page."""
    height = shot.height or 900
    page.set_viewport_size({"width": shot.width, "height": height})
    page.goto(address + address_of(shot.page), wait_until="networkidle")
    for selector, place in shot.choose.items():
        page.locator(selector).first.select_option(index=place)
    for selector in shot.click:
        page.locator(selector).first.click()
    for key in shot.keys:
        page.keyboard.press(key)
        page.wait_for_timeout(_REST)
    if shot.scroll:
        page.locator(shot.scroll).first.evaluate("(one) => one.scrollIntoView({ block: 'center' })")
    page.wait_for_load_state("networkidle")
    picture = bytes(page.screenshot(full_page=not shot.height, animations="disabled", caret="hide"))
    if shot.after:
        with page.expect_navigation():
            page.locator(shot.after).first.click()
    return picture


def small(picture: bytes) -> bytes:
    """The same picture in few colours: a page of text has no more."""
    from PIL import Image

    written = io.BytesIO()
    opened = Image.open(io.BytesIO(picture)).convert("RGB")
    opened.quantize(COLOURS, dither=Image.Dither.NONE).save(written, "PNG", optimize=True)
    return written.getvalue()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=HERE.parent / "docs" / "images" / "web")
    parser.add_argument("names", nargs="*")
    chosen = parser.parse_args()
    shots = [Shot(**row) for row in yaml.safe_load((HERE / "screenshots.yaml").read_text("utf-8"))]
    wanted = [shot for shot in shots if not chosen.names or shot.name in chosen.names]
    from playwright.sync_api import sync_playwright

    chosen.into.mkdir(parents=True, exist_ok=True)
    with city() as address, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        context = browser.new_context(locale="zh-CN", timezone_id="Asia/Shanghai", reduced_motion="reduce")
        page = context.new_page()
        for shot in wanted:
            page.goto("about:blank")  # what the last page still asks for is not asked in the next name
            log_in(context, address, shot.who)
            (chosen.into / f"{shot.name}.png").write_bytes(small(take(page, address, shot)))
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
