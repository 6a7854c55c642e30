"""A real Chromium before the application, for tests that ask what happens on somebody's screen.

The server answers in a thread of the test's own process, over the test's own database connection and within its
transaction: the city stands there, the test can reach behind the page, and everything is put back afterwards. Two
requests at once over one connection would step into each other's savepoints, so requests wait for one another; a test
that touches the database itself takes `site.alone`. A page that is closed may still send what was typed into it: after
the test nothing is answered any more, or it would reach into the transaction of the next one.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

__all__ = ["Site", "browser", "open_as", "site"]

CHROMIUM = Path("/usr/bin/chromium")
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--no-first-run",
)


@dataclass(frozen=True)
class Site:
    """The application as a browser reaches it. Hold `alone` while reading or changing the database meanwhile."""

    address: str
    alone: Any


class _OneByOne:
    """Lets one request through at a time, body and all; none after the test."""

    def __init__(self, application: Any, alone: Any, over: threading.Event) -> None:
        self._application, self._alone, self._over = application, alone, over

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        with self._alone:
            if self._over.is_set():
                start_response("503 Service Unavailable", [])
                return []
            response = self._application(environ, start_response)
            try:
                return [b"".join(response)]
            finally:
                getattr(response, "close", lambda: None)()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One Chromium for all tests; skipped where Debian's is not installed."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM.exists():
        pytest.skip(f"{CHROMIUM} is not installed")
    with playwright.sync_playwright() as driver, pytest.MonkeyPatch.context() as patched:
        # Playwright's loop runs in this thread until it is stopped, and Django takes that for asynchronous code.
        patched.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        opened = driver.chromium.launch(executable_path=str(CHROMIUM), args=list(_QUIET))
        yield opened
        opened.close()


@pytest.fixture
def site(browser: Any, db: None, city: Any) -> Iterator[Site]:
    """The served application with the city in it."""
    from django.db import connections
    from django.test.testcases import LiveServerThread, QuietWSGIRequestHandler
    from pytest_django.live_server_helper import LiveServer

    alone, over, shared = threading.RLock(), threading.Event(), connections["default"]

    class Thread(LiveServerThread):
        def _create_server(self, connections_override: Any = None) -> Any:
            server = self.server_class(
                (self.host, self.port), QuietWSGIRequestHandler, allow_reuse_address=False,
                connections_override=connections_override,
            )  # fmt: skip
            set_app = server.set_app
            server.set_app = lambda application: set_app(_OneByOne(application, alone, over))
            server._close_connections = lambda: None  # the connection is the test's, not the request's
            return server

    served = LiveServer("localhost", start=False)
    plain = served.thread
    served.thread = Thread(plain.host, static_handler=plain.static_handler, connections_override={shared.alias: shared})
    served.thread.daemon = True
    served.start()
    yield Site(served.url, alone)
    with alone:
        over.set()
    served.stop()


@pytest.fixture
def open_as(site: Site, browser: Any, city: Any) -> Iterator[Callable[..., Any]]:
    """``open_as("tianbao", "/works/1/")``: a page of a browser of their own in which somebody is logged in."""
    from django.conf import settings
    from django.test import Client

    contexts = []

    def opened(username: str | None, path: str = "/", width: int = 1280) -> Any:
        context = browser.new_context(viewport={"width": width, "height": 900}, base_url=site.address)
        contexts.append(context)
        if username:
            client = Client()
            with site.alone:
                client.force_login(city.people[username])
            secret = client.cookies[settings.SESSION_COOKIE_NAME].value
            context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": secret, "url": site.address}])
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()
