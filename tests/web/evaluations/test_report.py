"""The report of a self-evaluation: words with live figures, checked as it will be published, taken away at any time."""

import io
import json

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from hengji.web.evaluations.report import report_of
from hengji.web.evaluations.tasks import begin_check, check_work, last_check
from hengji.web.evaluations.troubles import troubles_of
from hengji.web.history.chain import Actor
from hengji.web.models import HistoryEntry
from hengji.web.works.changes import Edit, apply_edits

pytestmark = pytest.mark.django_db


@pytest.fixture
def own(client, city, work_of):
    cache.clear()
    client.force_login(city.people["tianbao"])
    return work_of("301")


@pytest.fixture
def write(city, own):
    """Puts a text in place of a passage's draft."""

    def written(text, key="", begun_from=None):
        key = key or next(each.key for section in report_of(own).sections for each in section.passages)
        before = (own.content.get("narrative") or {}).get(key, {})
        edits = [Edit(("narrative", key, "edited"), before.get("edited"), text)]
        if begun_from:
            edits.append(Edit(("narrative", key, "edited_from"), before.get("edited_from"), begun_from))
        apply_edits(own, tuple(edits), Actor(city.people["tianbao"]))
        own.refresh_from_db()
        return key

    return written


def test_a_passage_reads_with_the_figures_as_they_are_now(client, city, own, write):
    key = write("全年预算{预算数}，完成{预算完成数}，另投入128万元。")
    shown = report_of(own).passage(key)
    kinds = {run.kind: run.text for run in shown.lines[0]}
    assert kinds["live"] == own.content["data"]["预算完成数"]["value"]
    assert kinds["typed"].startswith("128")
    before = own.content["data"]["预算数"]["value"]
    apply_edits(own, (Edit(("data", "预算数", "value"), before, "9999.99万元"),), Actor(city.people["tianbao"]))
    page = client.get(f"/evaluations/{own.pk}/report/passage", {"key": key}).content.decode()
    assert "9999.99万元" in page


def test_a_reference_that_is_none_says_what_was_likely_meant(own, write):
    key = write("预算{预算书}。")
    (problem,) = report_of(own).passage(key).problems
    assert (problem.severity, problem.code) == ("error", "report.reference")
    assert "是否想写“预算数”" in problem.advice


def test_an_edit_whose_draft_became_another_is_pointed_out(own, write):
    key = write("自己写的。", begun_from="000000000000")
    assert report_of(own).passage(key).passage.is_outdated


def test_the_page_shows_drafts_and_what_is_open(client, own):
    page = client.get(f"/evaluations/{own.pk}/report").content.decode()
    assert "处要填写" in page
    assert "〔请填写：" in page


def test_the_check_names_the_passage_and_the_cell_to_change(own, write):
    write("全年预算{预算数}，其中基本支出1.00万元、项目支出2.00万元，合计4.00万元。")
    rows = troubles_of(own, lambda _: None)
    wrong = [row for row in rows if row["severity"] == "error"]
    assert wrong, "the checker finds that 1 and 2 are not 4"
    assert any(
        name == "改这段文字" and f"/evaluations/{own.pk}/report#c" in link
        for row in wrong
        for name, link in row["links"]
    )
    assert [row["severity"] for row in rows] == sorted(
        (row["severity"] for row in rows), key=["error", "warning", "note"].index
    )


def test_the_check_leads_a_wrong_cell_and_a_missing_figure_back_to_their_cells(city, own):
    before = own.content["data"]["编制数"]["value"]
    apply_edits(own, (Edit(("data", "编制数", "value"), before, "四十六"),), Actor(city.people["tianbao"]))
    own.refresh_from_db()
    rows = troubles_of(own, lambda _: None)
    assert "不是数" in rows[0]["what"]
    address = rows[0]["links"][0][1]
    assert address.startswith(f"/evaluations/{own.pk}/#c")
    lacking = [row for row in rows if row["word"] == "缺少"]
    assert any("缺" in row["what"] and "实际政府采购金额" in row["what"] for row in lacking)
    assert any(row["what"] == "有得分，没有佐证材料" for row in lacking)


def test_the_check_is_a_task_that_can_be_left_and_looked_at_later(client, own):
    assert "开始检查" in client.get(f"/evaluations/{own.pk}/check").content.decode()
    begin_check(own.pk)
    assert last_check(own.pk)["state"] == "waiting"
    assert "正在排队" in client.get(f"/evaluations/{own.pk}/check").content.decode()
    found = check_work.call(own.pk)
    assert (last_check(own.pk)["state"], len(last_check(own.pk)["rows"])) == ("done", found)
    page = client.get(f"/evaluations/{own.pk}/check").content.decode()
    assert "重新检查" in page
    assert "内容又有修改" not in page
    own.revision += 1
    own.save()
    assert "内容又有修改" in client.get(f"/evaluations/{own.pk}/check").content.decode()


@pytest.mark.parametrize(
    ("what", "head"),
    [
        ("report.docx", b"PK"), ("report.pdf", b"%PDF"), ("scorecard.docx", b"PK"), ("scorecard.pdf", b"%PDF"),
        ("scorecard.xlsx", b"PK"), ("workbook.xlsx", b"PK"),
    ],
)  # fmt: skip
def test_everything_can_be_taken_away_at_any_time(client, own, what, head):
    answer = client.get(f"/evaluations/{own.pk}/export/{what}")
    assert answer.content.startswith(head)
    assert "attachment" in answer["Content-Disposition"]


def test_there_is_nothing_else_to_take(client, own):
    assert client.get(f"/evaluations/{own.pk}/export/secret.docx").status_code == 404


def _offers(client, address, **sent):
    page = client.post(address, sent) if sent else client.get(address)
    return page.context["offers"], page.context["packed"], page


def test_last_year_offers_what_this_year_asks_for_and_nothing_is_written_unasked(client, own):
    address = f"/evaluations/{own.pk}/prefill"
    offers, packed, _ = _offers(client, address)
    named = {offer.name: offer for offer in offers}
    assert named["上年三公经费预算数"].before
    own.refresh_from_db()
    assert own.revision == 0
    chosen = next(number for number, offer in enumerate(offers) if offer.name == "上年三公经费预算数")
    client.post(address, {"offers": packed, "chosen": [chosen]})
    own.refresh_from_db()
    item = own.content["data"]["上年三公经费预算数"]
    assert (item["value"], item["form"]) == (named["上年三公经费预算数"].after, "2024年度自评“本年三公经费预算数”")
    assert HistoryEntry.objects.filter(kind="work", subject=own.pk, place="data/上年三公经费预算数/value").exists()


def test_offers_that_were_tampered_with_change_nothing(client, own):
    client.post(f"/evaluations/{own.pk}/prefill", {"offers": "假的:签名", "chosen": ["0"]})
    own.refresh_from_db()
    assert own.revision == 0


def test_the_workbook_comes_back_as_offers_cell_by_cell(client, own):
    content = client.get(f"/evaluations/{own.pk}/export/workbook.xlsx").content
    book = load_workbook(io.BytesIO(content))
    cell = next(
        cell.offset(column=1)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value == "在职人员数"
    )
    cell.value = 41
    changed = io.BytesIO()
    book.save(changed)
    address = f"/evaluations/{own.pk}/return"
    same, _, _ = _offers(client, address, files=SimpleUploadedFile("填报.xlsx", content))
    assert [offer.name for offer in same if offer.name.startswith("在职人员数")] == []
    offers, packed, _ = _offers(client, address, files=SimpleUploadedFile("填报.xlsx", changed.getvalue()))
    number, offer = next((n, one) for n, one in enumerate(offers) if one.name.startswith("在职人员数"))
    assert (offer.before, offer.after.replace(" ", "")) == ("44人", "41人")
    client.post(address, {"offers": packed, "chosen": [number]})
    own.refresh_from_db()
    assert json.dumps(own.content["data"]["在职人员数"], ensure_ascii=False).count("41") == 1


def test_a_workbook_of_another_department_is_refused_with_words(client, city, work_of, own):
    client.force_login(city.people["tianbao312"])
    foreign = client.get(f"/evaluations/{work_of('312').pk}/export/workbook.xlsx").content
    client.force_login(city.people["tianbao"])
    offers, _, page = _offers(client, f"/evaluations/{own.pk}/return", files=SimpleUploadedFile("填报.xlsx", foreign))
    assert offers == ()
    assert "另一个单位的工作簿" in page.content.decode()
