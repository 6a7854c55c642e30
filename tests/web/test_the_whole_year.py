"""A department's whole year in real browsers before a real server: from the opened round to the signed grade.

Everybody acts on their own page, as people would; the total and the grade at the end are computed again here, by the
engine, from the figures of the_whole_year.yaml alone.
"""

from __future__ import annotations

import contextlib
import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from hengji.facts.numbers import shown
from hengji.workflows.filling_content import workbook_of
from hengji.workflows.goal_tables import write_table
from hengji.workflows.schemes import find_scheme
from hengji.workflows.scoring import score_content
from web.postgresql import postgresql_server
from web.served import HENGJI, Served, environment, served
from web.year_pages import Person

expect = pytest.importorskip("playwright.sync_api").expect
pytestmark = pytest.mark.slow

DEPARTMENT = "市民政局"
PLAN = yaml.safe_load(Path(__file__).with_name("the_whole_year.yaml").read_text("utf-8"))
OUTPUT = "产出/职责履行/实际完成率"
PASSAGE = "预算执行.上年"
WRONG = "部门支出预算{预算数}，实际支出{预算完成数}，预算完成率98.10%。"
"""Mistyped: 95.10 % was meant."""


@pytest.fixture(params=["sqlite", "postgresql"])
def year(request, browser, tmp_path):
    """A demonstration city on a server of its own."""
    with contextlib.ExitStack() as until_the_end:
        named = {}
        if request.param == "postgresql":
            folder = until_the_end.enter_context(postgresql_server())
            named["DATABASE_URL"] = f"postgresql://hengji@/postgres?host={folder}"
        home = tmp_path / "home"
        city = until_the_end.enter_context(served(home, "--demo", **named))

        def run(*words: str) -> str:
            done = subprocess.run(
                [HENGJI, *words, "--home", str(home)],
                capture_output=True,
                text=True,
                check=True,
                env=environment(**named),
            )
            return done.stdout

        yield until_the_end.enter_context(contextlib.closing(Year(browser, city, tmp_path, run)))


def test_a_department_goes_through_the_whole_year_and_gets_the_grade_that_the_engine_computes(year):
    year.the_bureau_opens_the_next_round()
    year.the_department_pastes_goals_and_takes_the_rest_from_a_workbook()
    year.the_bureau_returns_the_goals_once_and_then_accepts_them()
    year.the_monitoring_shows_a_red_light_that_is_explained_and_answered()
    year.the_self_evaluation_is_filled_from_a_workbook_with_evidence_and_one_wrong_figure()
    year.eight_savings_of_one_cell_at_the_same_moment_keep_one_and_tell_seven_of_the_conflict()
    year.the_check_finds_it_before_anything_is_submitted_and_it_is_mended()
    year.the_self_evaluation_is_handed_in_with_the_total_of_the_engine()
    year.the_agency_declares_its_independence_and_deducts()
    year.the_lead_sends_the_preliminary_result()
    year.the_department_objects_and_the_agency_replies()
    year.the_lead_signs_and_everybody_sees_the_total_and_the_grade_of_the_engine()
    year.nothing_can_be_changed_afterwards_and_the_history_is_whole()


class Year:
    """The people of the story, and the addresses of the department's works."""

    def __init__(self, browser: Any, city: Served, folder: Path, run: Callable[..., str]) -> None:
        self._browser, self._city, self.folder, self._run = browser, city, folder, run
        self._people: dict[str, Person] = {}
        self.number = 0
        self.own = self.verification = ""

    def close(self) -> None:
        for person in self._people.values():
            person.leave()

    def person(self, username: str) -> Person:
        if username not in self._people:
            self._people[username] = Person(self._browser, self._city.address, username, self._city.password)
        return self._people[username]

    def the_bureau_opens_the_next_round(self) -> None:
        bureau = self.person("caizheng")
        bureau.opens("campaigns/")
        with bureau.page.expect_navigation():
            bureau.page.locator("main .head button.main").click()
        self.number = int(re.search(r"(\d+)年度", bureau.page.locator("main .head").inner_text())[1])
        page = bureau.page
        page.fill("[name=notice_number]", f"示财绩〔{self.number}〕1号")
        for number, (kind, name) in enumerate((("self_evaluation", "绩效自评"), ("verification", "自评核查")), start=2):
            page.select_option(f"[name=stages-{number}-kind]", kind)
            page.fill(f"[name=stages-{number}-name]", name)
            page.fill(f"[name=stages-{number}-opens]", f"{self.number + 1}-0{number}-01")
            page.fill(f"[name=stages-{number}-deadline]", f"{self.number + 1}-0{number}-28")
            bureau.presses("保存")
            if kind == "self_evaluation":
                bureau.follows("修改安排")
        page.locator("button[data-dialog=open-round]").click()
        bureau.presses("开始年度工作", "dialog[open]")
        assert bureau.state() == "进行中"

    def the_department_pastes_goals_and_takes_the_rest_from_a_workbook(self) -> None:
        preparer = self.person("tianbao307")
        table = preparer.finds("goals", DEPARTMENT, self.number)
        preparer.follows("导入")
        preparer.chooses_file("input[type=file]", self._goal_workbook())
        preparer.presses("比对文件")
        preparer.presses("导入这些改动")
        page = preparer.page
        rows = page.locator("[id^=row-indicators-]").count()
        assert rows > 10
        page.locator(f"#row-indicators-{rows} td[data-cell=first]").click()
        page.keyboard.press("Insert")
        preparer.pastes("履职\t养老服务\t社区养老\t新增社区食堂\t≥4个\t≥9个\n\t\t\t老人\u3000助餐满意率\t≥85%\t≥90%\n")
        expect(page.locator("[id^=row-indicators-]")).to_have_count(rows + 2)
        assert preparer.opens(table).locator("td[data-cell=name]", has_text="新增社区食堂").count() == 1
        preparer.takes_step("提交审核")

    def _goal_workbook(self) -> Path:
        """What a colleague filled in outside: the table of the city's own plan, as a workbook."""
        from fractions import Fraction

        from hengji.web.demonstration.figures import Department
        from hengji.web.demonstration.goals import goal_table_of

        department = Department("307", DEPARTMENT, "行政", 33, 32, Fraction(6120), "steady", ())
        path = self.folder / "绩效目标表.xlsx"
        assert write_table(goal_table_of(department, self.number, 0), path) is None
        return path

    def the_bureau_returns_the_goals_once_and_then_accepts_them(self) -> None:
        approver, bureau, preparer = self.person("bumen307"), self.person("shenhe"), self.person("tianbao307")
        approver.finds("goals", DEPARTMENT, self.number)
        approver.takes_step("审核通过并报送")
        table = bureau.finds("goals", DEPARTMENT, self.number)
        bureau.takes_step("退回部门", "新增社区食堂的全年指标值偏低，请与年度计划核对")
        assert bureau.state() == "已退回"
        page = preparer.opens(table)
        row = page.locator("tr", has=page.locator("td[data-cell=name]", has_text="新增社区食堂"))
        row.locator("td[data-cell=target]").click()
        page.keyboard.type("≥12个")
        page.keyboard.press("Enter")
        preparer.saved()
        preparer.opens(table)
        preparer.takes_step("提交审核")
        approver.opens(table)
        approver.takes_step("审核通过并报送")
        bureau.opens(table)
        expect(bureau.page.locator("td[data-cell=target]", has_text="≥12个")).to_have_count(1)
        bureau.takes_step("审定")
        assert bureau.state() == "已审定"

    def the_monitoring_shows_a_red_light_that_is_explained_and_answered(self) -> None:
        preparer, bureau = self.person("tianbao307"), self.person("shenhe")
        sheet = preparer.finds("monitoring", DEPARTMENT, self.number)
        preparer.types(("budget",), "6120万元")
        preparer.types(("spent",), "1500万元")
        expect(preparer.page.locator("#execution .light.red").first).to_be_visible()
        preparer.types(("cause",), "养老设施改造招标推迟")
        preparer.types(("measure",), "十月前完成招标，按月通报进度")
        bureau.opens(sheet)
        bureau.page.fill("main form.notice textarea[name=text]", "执行进度亮红灯，请说明四季度支出安排")
        bureau.page.fill("main form.notice input[name=due]", f"{self.number}-10-31")
        bureau.presses("发出监控提示")
        page = preparer.opens(sheet)
        page.fill("article.notice textarea[name=text]", "已排定四季度用款计划")
        preparer.presses("答复")
        expect(page.locator("article.notice")).to_contain_text("已排定四季度用款计划")
        self._hands_in(sheet)

    def _hands_in(self, address: str) -> None:
        """Submitted, approved, accepted: three people."""
        for username, step in (("tianbao307", "提交审核"), ("bumen307", "审核通过并报送"), ("shenhe", "审定")):
            self.person(username).opens(address)
            self.person(username).takes_step(step)
        assert self.person("shenhe").state() == "已审定"

    def the_self_evaluation_is_filled_from_a_workbook_with_evidence_and_one_wrong_figure(self) -> None:
        preparer = self.person("tianbao307")
        self.own = preparer.finds("evaluations", DEPARTMENT, self.number)
        preparer.opens(f"{self.own}return")
        with preparer.page.expect_navigation():
            preparer.chooses_file("input[type=file]", self._filled_workbook())
        for box in preparer.page.locator("input[name=chosen]").all():
            box.check()
        preparer.presses("填入勾选的内容")
        preparer.page.locator(f'tr[data-row="{OUTPUT}"] th').click()
        slips = self.folder / "验收单汇总.txt"
        slips.write_text("已验收 38 项", "utf-8")
        preparer.chooses_file("#margin input[type=file]", slips)
        expect(preparer.page.locator("#margin .plain-list").first).to_contain_text("验收单汇总.txt")
        self._writes(WRONG)

    def _filled_workbook(self) -> Path:
        path = self.folder / "填报工作簿.xlsx"
        path.write_bytes(workbook_of(self._scored("self", {})))
        return path

    def _writes(self, words: str) -> None:
        """A passage of the report, by hand."""
        preparer = self.person("tianbao307")
        page = preparer.opens(f"{self.own}report")
        page.locator(f'[data-passage="{PASSAGE}"] textarea').fill(words)
        page.keyboard.press("Tab")
        preparer.saved()

    def _scored(self, kind: str, found: dict[str, Any]) -> Any:
        """What the engine makes of the plan's figures, with those that were *found*."""
        parts = {key: PLAN[key] for key in ("organisation", "scheme", "judgements")}
        content = {**parts, "evaluation": kind, "year": str(self.number), "data": PLAN["data"] | found}
        scored = score_content(content, find_scheme(PLAN["scheme"]).scheme, "重算")
        assert scored.card is not None, scored.findings
        return scored

    def eight_savings_of_one_cell_at_the_same_moment_keep_one_and_tell_seven_of_the_conflict(self) -> None:
        preparer = self.person("tianbao307")
        page = preparer.opens(self.own)
        cell = ("data", "在职人员数", "value")
        saved = json.loads(preparer.field(cell).get_attribute("data-saved"))
        told = page.evaluate(
            """([cell, before, address]) => Promise.all([...Array(8).keys()].map((number) => fetch(address, {
                method: "POST",
                headers: {"Content-Type": "application/json",
                          "X-CSRFToken": document.cookie.match(/csrftoken=([^;]+)/)[1]},
                body: JSON.stringify({edits: [{path: cell, before, after: `${40 + number}人`}]}),
            }).then((answer) => answer.json())))""",
            [cell, saved, page.locator("[data-work]").first.get_attribute("data-edit")],
        )
        assert sorted(len(answer["conflicts"]) for answer in told) == [0, *[1] * 7]
        kept = next(f"{40 + number}人" for number, answer in enumerate(told) if not answer["conflicts"])
        page.reload()
        assert preparer.field(cell).input_value() == kept
        preparer.types(cell, "32人")

    def the_check_finds_it_before_anything_is_submitted_and_it_is_mended(self) -> None:
        wrong = self._checks().filter(has_text="98.10").first
        expect(wrong).to_contain_text("95.10")
        expect(wrong.get_by_role("link", name="改这段文字")).to_be_visible()
        self._writes(WRONG.replace("98.10", "95.10"))
        expect(self._checks()).to_have_count(0)

    def _checks(self) -> Any:
        preparer = self.person("tianbao307")
        page = preparer.opens(f"{self.own}check")
        with page.expect_navigation():
            page.locator("main form button", has_text=re.compile("开始检查|重新检查")).click()
        expect(page.locator("#check table")).to_be_visible(timeout=90_000)
        expect(page.locator("#check progress")).to_have_count(0)
        return page.locator("#check tbody tr", has=page.locator(".severity.error"))

    def the_self_evaluation_is_handed_in_with_the_total_of_the_engine(self) -> None:
        preparer = self.person("tianbao307")
        preparer.opens(self.own)
        assert preparer.total() == shown(self._scored("self", {}).card.total, 2)
        self._hands_in(self.own)

    def the_agency_declares_its_independence_and_deducts(self) -> None:
        bureau, verifier = self.person("caizheng"), self.person("hecha")
        self.verification = bureau.finds("verifications", DEPARTMENT, self.number)
        for role, name in (("verifier", "孙莉"), ("lead", "郑伟")):
            value = bureau.page.locator(f"select[name={role}] option", has_text=name).get_attribute("value")
            bureau.page.select_option(f"select[name={role}]", value)
        bureau.presses("委派核查")
        page = verifier.opens(self.verification)
        assert page.locator("[data-confirm]").count() == 0
        page.check("[name=agreed]")
        verifier.presses("声明独立性，开始核查")
        for row in page.locator("tr.leaf").all():
            if row.get_attribute("data-row") != OUTPUT:
                row.locator("[data-confirm]").check()
        verifier.saved()
        row = page.locator(f'tr[data-row="{OUTPUT}"]')
        self._corrects("30项")
        row.get_by_label("理由类别").select_option("figure")
        row.locator("textarea").first.fill("有验收单的只有 30 项")
        row.locator("textarea").first.press("Tab")
        verifier.saved()
        expect(row.locator(".verdict")).to_contain_text("已核查")
        self._shows(verifier, {"实际完成工作数": "30项"})
        verifier.opens(self.verification)
        verifier.takes_step("提交复核")

    def _corrects(self, figure: str) -> None:
        page = self.person("hecha").page
        field = page.locator(f'tr[data-row="{OUTPUT}"]').get_by_label("实际完成工作数", exact=True)
        field.fill(figure)
        field.press("Tab")
        expect(field).to_have_value(figure)
        self.person("hecha").saved()

    def _shows(self, person: Person, found: dict[str, str]) -> None:
        """The page says of both sides what the engine computes from the same figures."""
        own = self._scored("self", {}).card
        checked = self._scored("verified", {name: {"value": value} for name, value in found.items()}).card
        person.opens(self.verification)
        total = person.page.locator("#total")
        expect(total.locator("td").nth(0)).to_contain_text(f"{shown(own.total, 2)} {own.grade}")
        expect(total.locator("td").nth(1)).to_contain_text(f"{shown(checked.total, 2)} {checked.grade}")
        assert checked.total < own.total

    def the_lead_sends_the_preliminary_result(self) -> None:
        lead, department = self.person("fuhe"), self.person("bumen307")
        assert department.page.request.get(self.verification).status == 404
        page = lead.opens(self.verification)
        page.locator("section.opinion textarea").fill("数据与凭据一致，同意。")
        lead.presses("保存复核意见")
        lead.takes_step("发出初步结果")
        self._shows(department, {"实际完成工作数": "30项"})
        assert "同意。" not in department.page.inner_text("main")

    def the_department_objects_and_the_agency_replies(self) -> None:
        department, verifier = self.person("bumen307"), self.person("hecha")
        row = department.opens(self.verification).locator(f'tr[data-row="{OUTPUT}"]')
        row.locator("details.object summary").click()
        row.locator("details.object textarea").fill("另有 4 项已在年底前验收，验收单补充如附件")
        with department.page.expect_navigation():
            row.get_by_role("button", name="保存异议").click()
        department.takes_step("提交异议")
        row = verifier.opens(self.verification).locator(f'tr[data-row="{OUTPUT}"]')
        row.locator("form.reply textarea").fill("补充的验收单有效，认定 34 项")
        with verifier.page.expect_navigation():
            row.get_by_role("button", name="采纳，打开这一行修改").click()
        self._corrects("34项")
        verifier.opens(self.verification)
        verifier.takes_step("答复异议")

    def the_lead_signs_and_everybody_sees_the_total_and_the_grade_of_the_engine(self) -> None:
        lead = self.person("fuhe")
        lead.opens(self.verification)
        lead.takes_step("签发")
        assert lead.state() == "已签发"
        for username in ("bumen307", "hecha", "shenhe", "shenji"):
            self._shows(self.person(username), {"实际完成工作数": "34项"})

    def nothing_can_be_changed_afterwards_and_the_history_is_whole(self) -> None:
        for username, address in (("hecha", self.verification), ("tianbao307", self.own)):
            page = self.person(username).opens(address)
            assert page.locator("[data-path]").count() == 0
        said = self._run("audit", "verify")
        assert "首尾相接" in said
