"""English by switch: no page before anybody keeps a word that has its English, and the switch keeps the page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.utils import translation
from lxml import html

from hengji.web.history.chain import Actor, Change, record
from hengji.web.models import HistoryEntry
from hengji.web.models.user import Role
from web.frame.pages import all_pages
from web.messages import CHINESE, catalogue, strings

pytestmark = pytest.mark.django_db

READ_ALOUD = ("title", "aria-label", "placeholder", "alt", "data-label", "aria-description")
NAMES = re.compile(r"%\\\(\w+\\\)s|%d|\\\{\w+(?::[^}]*?)?\\\}")


@pytest.fixture(autouse=True)
def chinese_again() -> Iterator[None]:
    """A request leaves its language behind in the thread; the next test begins in Chinese."""
    with translation.override("zh-hans"):
        yield


def in_english(person: Any = None) -> Client:
    client = Client()
    if person is not None:
        client.force_login(person)
    client.cookies["django_language"] = "en"
    return client


def texts_of(page: str) -> Iterator[str]:
    """What a page says outside of elements that hold Chinese data (lang) or what somebody entered."""
    for element in html.fromstring(page).iter():
        if not isinstance(element.tag, str) or element.tag in {"script", "style"} or _is_data(element):
            continue
        said = [element.text, *(child.tail for child in element), *(element.get(name) for name in READ_ALOUD)]
        yield from (" ".join(text.split()) for text in said if text and text.strip())


def _is_data(element: Any) -> bool:
    if element.tag == "textarea":
        return True
    nearest = next((one.get("lang") for one in (element, *element.iterancestors()) if one.get("lang")), "")
    return bool(nearest.startswith("zh"))


def words_with_english() -> tuple[set[str], list[re.Pattern[str]]]:
    """Every message that stands by itself, and a pattern for each that has names in it and enough words around."""
    plain: set[str] = set()
    patterns: list[re.Pattern[str]] = []
    for message in catalogue():
        text = strings(message.id)[0].replace("%%", "%")
        if not CHINESE.search(text) or "<" in text:
            continue
        pattern = NAMES.sub(".+?", re.escape(text))
        if pattern == re.escape(text):
            plain.add(" ".join(text.split()))
        elif len(CHINESE.findall(NAMES.sub("", re.escape(text)))) >= 3:
            patterns.append(re.compile(pattern))
    return plain, patterns


@pytest.mark.slow
def test_no_page_keeps_a_word_that_has_its_english(city):
    plain, patterns = words_with_english()
    left: dict[str, list[str]] = {}
    seen = 0
    for one in all_pages(city):
        response = in_english(city.people.get(one.username)).get(one.address)
        page = response.content.decode()
        seen += 1
        if not one.is_piece and 'lang="en"' not in page:
            left.setdefault("<html> is not English", []).append(one.address)
        for text in texts_of(page):
            if text in plain or any(pattern.fullmatch(text) for pattern in patterns):
                left.setdefault(text, []).append(f"{one.address} ({one.username or 'nobody'})")
    assert seen > 60
    assert {text: places[:3] for text, places in left.items()} == {}


def test_the_switch_keeps_the_page_and_turns_back(city):
    client = Client()
    client.force_login(city.people["caizheng"])
    here = "/organisations/?kind=unit&sort=-code"
    assert '<html lang="zh-Hans">' in client.get(here).content.decode()
    response = client.post("/language/setlang/", {"language": "en", "next": here})
    assert (response.status_code, response["Location"]) == (302, here)
    assert client.cookies["django_language"]["max-age"] == 365 * 24 * 3600
    english = client.get(here).content.decode()
    assert '<html lang="en">' in english and "Organisations" in english
    client.post("/language/setlang/", {"language": "zh-hans", "next": here})
    assert '<html lang="zh-Hans">' in client.get(here).content.decode()


def test_a_browser_set_to_english_still_begins_in_chinese(city):
    client = Client(headers={"accept-language": "en-GB,en;q=0.9"})
    assert '<html lang="zh-Hans">' in client.get("/account/login/", follow=True).content.decode()


def test_dates_and_figures_look_alike_in_both_languages(city):
    shown = re.compile(r">\s*([−-]?[\d,]+\.\d+%?|\d{4}-\d\d-\d\d(?: \d\d:\d\d)?)\s*<")
    person = city.people["caizheng"]
    for address in ("/monitoring/", "/evaluations/", "/verifications/"):
        chinese = Client()
        chinese.force_login(person)
        figures = shown.findall(chinese.get(address).content.decode())
        assert figures and figures == shown.findall(in_english(person).get(address).content.decode()), address


def test_the_history_is_chinese_in_whatever_language_somebody_works(city):
    person = city.people["caizheng"]
    with translation.override("en"):
        record(Actor(person), person, [Change("调整角色", "角色", Role.PREPARER.label, Role.APPROVER.label)])
    entry = HistoryEntry.objects.latest("sequence")
    assert (entry.action, entry.before, entry.after) == ("调整角色", "填报人", "审核人")


def test_files_and_papers_stay_chinese(city, work_of):
    """The list of organisations is read back by its Chinese words, and papers are Chinese in every language."""
    from io import BytesIO

    from openpyxl import load_workbook

    person = in_english(city.people["caizheng"])
    sheet = load_workbook(BytesIO(person.get("/organisations/export").content)).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    heading = next(row for row in rows if "名称" in row)
    kinds = {row[heading.index("类别")] for row in rows[rows.index(heading) + 1 :]}
    assert kinds == {"财政部门", "主管部门", "所属单位", "第三方机构", "审计机关"}
    work = work_of("302")
    name = person.get(f"/evaluations/{work.pk}/export/report.docx")["Content-Disposition"]
    assert "%E8%87%AA%E8%AF%84%E6%8A%A5%E5%91%8A" in name  # 自评报告


def test_the_headings_of_an_exported_list_are_english(city):
    from io import BytesIO

    from openpyxl import load_workbook

    person = in_english(city.people["caizheng"])
    sheet = load_workbook(BytesIO(person.get("/people/?export=xlsx").content)).active
    assert sheet is not None
    words = [cell.value for row in sheet.iter_rows(max_row=3) for cell in row]
    assert "Username" in words and not any(CHINESE.search(str(word)) for word in words[:5])


def test_what_scripts_say_comes_with_an_english_page_only(city):
    person = city.people["caizheng"]
    chinese = Client()
    chinese.force_login(person)
    assert "data-spoken" not in chinese.get("/").content.decode()
    body = html.fromstring(in_english(person).get("/").content.decode()).find(".//body")
    assert body is not None
    assert json.loads(body.get("data-spoken", ""))["已保存"] == "Saved"


def test_what_the_core_calls_things_has_its_english():
    from hengji.facts.evaluation import REASON_CODES
    from hengji.scoring.lights import LIGHT_WORDS
    from hengji.web.frame.core_words import CORE_WORDS
    from hengji.workflows.goal_sheet_checks import DEPARTMENT_TEXTS, PROJECT_TEXTS
    from hengji.workflows.goal_sheets import SHEETS

    named = {sheet.title for sheet in SHEETS} | {column.name for sheet in SHEETS for column in sheet.columns}
    named |= {*DEPARTMENT_TEXTS.values(), *PROJECT_TEXTS.values(), *REASON_CODES.values()}
    named |= {word for light, word in LIGHT_WORDS.items() if light}
    assert named <= set(CORE_WORDS)
