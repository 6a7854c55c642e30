"""What people do on the pages in the course of a year, in their words: one person, one browser of their own."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

__all__ = ["Person"]

expect = pytest.importorskip("playwright.sync_api").expect


class Person:
    """Somebody who is logged in, and the page before them."""

    def __init__(self, browser: Any, address: str, username: str, password: str) -> None:
        self._context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=address)
        self._context.grant_permissions(["clipboard-read", "clipboard-write"])
        self.page = self._context.new_page()
        self.page.set_default_timeout(30_000)
        self.page.goto("accounts/login/")
        self.page.fill("[name=login]", username)
        self.page.fill("[name=password]", password)
        self.page.click("main button.main")
        self.page.wait_for_url(re.compile(r"/$"))

    def leave(self) -> None:
        self._context.close()

    def opens(self, path: str) -> Any:
        self.page.goto(path.lstrip("/"))
        return self.page

    def finds(self, room: str, organisation: str, year: int) -> str:
        """Opens a work from a room's list; its address."""
        self.opens(f"{room}/?words={organisation}")
        row = self.page.locator("tbody tr").filter(has=self.page.locator("td", has_text=re.compile(rf"^{year}$")))
        row.locator("a", has_text=re.compile(rf"^{organisation}$")).first.click()
        self.page.wait_for_url(re.compile(rf"/{room}/\d+/"))
        return str(self.page.url)

    def takes_step(self, name: str, reason: str = "") -> None:
        """Presses a step's button, reads what it will do, and confirms."""
        self.page.locator(".head .actions button[data-dialog^=step-]", has_text=re.compile(rf"^{name}$")).click()
        opened = self.page.locator("dialog[open]")
        if reason:
            opened.locator("textarea[name=reason]").fill(reason)
        with self.page.expect_navigation():
            opened.locator("button.main").click()
        expect(self.page.locator("main .head")).to_be_visible()

    def presses(self, name: str, within: str = "main") -> None:
        """Presses a button of a form, which leads to a page."""
        with self.page.expect_navigation():
            self.page.locator(within).get_by_role("button", name=name, exact=True).click()

    def follows(self, name: str) -> None:
        """Follows a link of the page."""
        with self.page.expect_navigation():
            self.page.locator("main").get_by_role("link", name=name, exact=True).first.click()

    def state(self) -> str:
        return str(self.page.locator(".head .state").inner_text())

    def field(self, path: tuple[str | int, ...]) -> Any:
        """The cell of a work's content on the page."""
        wanted = json.dumps(list(path), ensure_ascii=False)
        return self.page.locator(f"[data-path={json.dumps(wanted, ensure_ascii=False)}]").first

    def types(self, path: tuple[str | int, ...], value: str) -> None:
        """Fills the cell of a work's content and waits until it is saved."""
        field = self.field(path)
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.evaluate("field => field.closest('details')?.setAttribute('open', '')")
            field.fill(value)
            field.press("Tab")
        self.saved()

    def saved(self) -> None:
        """Waits until nothing is left to save."""
        self.page.wait_for_function("() => Object.keys(localStorage).every(key => !key.startsWith('hengji:'))")

    def pastes(self, text: str) -> None:
        self.page.evaluate("text => navigator.clipboard.writeText(text)", text)
        self.page.keyboard.press("Control+v")
        self.saved()

    def chooses_file(self, field: str, *files: Path) -> None:
        self.page.locator(field).set_input_files(list(files))

    def total(self, number: int = 0) -> str:
        return str(self.page.locator("#total .total").nth(number).inner_text())
