"""The rubric under somebody's hands: points move as one types, a wrong cell says so, the keyboard alone suffices."""

import pytest

from hengji.web.models import Campaign, Participation

expect = pytest.importorskip("playwright.sync_api").expect
pytestmark = pytest.mark.django_db
ROW = "投入/预算配置/在职人员控制率"


@pytest.fixture
def page(open_as, work_of):
    return open_as("tianbao", f"/evaluations/{work_of('301').pk}/")


def _row(page, key=ROW):
    return page.locator(f'tr[data-row="{key}"]')


def _field(page, label, key=ROW):
    return _row(page, key).get_by_label(label, exact=True)


def _hand(page):
    return page.evaluate("document.activeElement.dataset.row || document.activeElement.tagName")


def test_points_total_and_grade_move_as_one_types(page, site, work_of):
    expect(_row(page).locator("td.number").last).to_have_text("3.00")
    expect(page.locator("#total .total")).to_have_text("76.72～94.72")
    for label, value, key in (
        ("实际政府采购金额", "270.37", "过程/预算执行/政府采购执行率"),
        ("公众或服务对象满意度", "99", "效果/履职效益/社会公众或服务对象满意度"),
    ):
        _field(page, label, key).fill(value)
        _field(page, label, key).press("Tab")
    social = _row(page, "效果/履职效益/社会效益")
    social.locator("input").first.fill("95")
    social.locator("input").first.press("Tab")
    expect(social.locator("input").first).to_have_value("95%")
    social.locator("textarea").fill("覆盖面比上年提高")
    social.locator("textarea").press("Tab")
    expect(page.locator("#total .grade-优")).to_have_text("优", timeout=15_000)
    total = page.locator("#total .total").inner_text()
    _field(page, "在职人员数").fill("92")
    _field(page, "在职人员数").press("Tab")
    expect(_field(page, "在职人员数")).to_have_value("92人")
    expect(_row(page).locator("td.why")).to_contain_text("失 ")
    expect(page.locator("#total .total")).not_to_have_text(total)
    expect(page.locator("#sections")).to_contain_text("投入")
    with site.alone:
        assert work_of("301").content["data"]["在职人员数"]["value"] == "92人"


def test_a_wrong_cell_says_what_was_found_and_what_is_expected(page):
    field = _field(page, "编制数")
    field.fill("四十六")
    field.press("Tab")
    problem = page.locator(f"#problem-{field.get_attribute('id')}")
    expect(problem).to_contain_text("不是数；填的是“四十六”")
    expect(_row(page).locator("td.number").last).to_have_text("未填全")
    page.get_by_role("button", name="提交审核").click()
    expect(page.locator("dialog[open] #brief")).to_contain_text("1 处填写不能计分")


def test_the_keyboard_alone_goes_through_the_rows(page):
    page.keyboard.press("j")
    assert _hand(page) == "投入/目标设定/绩效目标合理性"
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert _hand(page) == ROW
    expect(page.locator("#margin h2")).to_have_text("在职人员控制率")
    page.keyboard.press("k")
    assert _hand(page) == "投入/目标设定/绩效指标明确性"
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    assert _hand(page) == "INPUT"
    page.keyboard.press("Escape")
    assert _hand(page) == ROW
    page.keyboard.press("n")
    assert _hand(page) == "过程/预算执行/政府采购执行率"
    page.keyboard.press("m")
    expect(page.locator("#margin")).to_be_hidden()
    page.keyboard.press("m")
    expect(page.locator("#margin h2")).to_have_text("政府采购执行率")
    page.keyboard.press("?")
    expect(page.locator("dialog[open]")).to_contain_text("下一个没有填全或有问题的指标")


def test_evidence_is_sent_from_the_margin_and_stands_there_at_once(page, tmp_path):
    file = tmp_path / "编制批复.txt"
    file.write_text("编制 46 名", "utf-8")
    wrong = tmp_path / "程序.pdf"
    wrong.write_bytes(b"MZ\0\0")
    _row(page).locator("th").click()
    page.locator("#margin input[type=file]").set_input_files([file])
    expect(page.locator("#margin .plain-list").first).to_contain_text("编制批复.txt")
    page.locator("#margin input[type=file]").set_input_files([wrong])
    expect(page.locator("#margin .refused")).to_contain_text("程序.pdf：认不出这是什么文件")


def test_e_opens_the_choice_of_files_for_the_row_in_hand(page, tmp_path):
    file = tmp_path / "编制批复.txt"
    file.write_text("编制 46 名", "utf-8")
    page.on("filechooser", lambda _: None)  # the dialogs are caught from now on, not from some moment after the key
    _row(page).focus()
    expect(page.locator("#margin h2")).to_have_text("在职人员控制率")
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("e")
    chooser.value.set_files([file])
    expect(page.locator("#margin .plain-list").first).to_contain_text("编制批复.txt")


def test_the_source_of_a_figure_is_edited_in_the_margin(page, site, work_of):
    _row(page).locator("th").click()
    place = page.locator("#margin").get_by_label("位置").first
    place.fill("第2页")
    place.press("Tab")
    expect(page.locator("[data-saving]")).to_contain_text("已保存")
    with site.alone:
        assert "第2页" in {
            item.get("place") for item in work_of("301").content["data"].values() if isinstance(item, dict)
        }


def test_events_grow_one_by_one_under_ones_fingers(open_as, site, work_of):
    with site.alone:
        from hengji.web.models import Campaign, Participation

        work = work_of("301")
        Participation.objects.filter(campaign=work.stage.campaign_id).update(scheme="zhanjiang-2021-verification")
        Campaign.objects.filter(pk=work.stage.campaign_id).update(year=2021)
        work.content = {}
        work.save()
    page = open_as("tianbao", f"/evaluations/{work.pk}/")
    row = _row(page, "表彰")
    row.get_by_role("button", name="没有发生").click()
    expect(row.locator("legend")).to_contain_text("没有发生")
    row.get_by_role("button", name="有发生，逐项填写").click()
    expect(row.locator("legend")).to_contain_text("未填")
    row.get_by_label("发生了什么").fill("省级表彰")
    row.get_by_label("发生了什么").press("Tab")
    page.locator("h1").click()
    expect(row.locator("legend")).to_contain_text("1 项")
    expect(row.locator("td.number").last).to_have_text("1.00")
    expect(row.get_by_label("发生了什么")).to_have_count(2)
    row.get_by_role("button", name="删去第 1 项").click()
    expect(row.locator("legend")).to_contain_text("未填")


def test_a_passage_is_rewritten_and_reads_with_its_figures(open_as, work_of):
    page = open_as("tianbao", f"/evaluations/{work_of('301').pk}/report")
    box = page.locator(".passage").first
    box.locator("textarea").fill("全年预算{预算数}。")
    box.locator("textarea").press("Tab")
    expect(box.locator(".read .live")).to_contain_text("万元")
    page.reload()
    expect(page.locator(".passage").first.locator("textarea")).to_have_value("全年预算{预算数}。")
    page.locator(".passage").first.get_by_role("button", name="恢复草稿").click()
    expect(page.locator(".passage").first.locator(".read")).to_contain_text("请填写")


def test_on_a_phone_nothing_hangs_over_the_edge(open_as, work_of):
    page = open_as("tianbao", f"/evaluations/{work_of('301').pk}/", width=390)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


SLOW_ANSWERS = """() => {
  const fetched = window.fetch;
  window.fetch = async (...asked) => {
    const answer = await fetched(...asked), read = answer.json.bind(answer);
    answer.json = async () => { await new Promise((done) => setTimeout(done, 400)); return read(); };
    return answer;
  };
}"""


@pytest.mark.parametrize("slow", [False, True], ids=["at once", "while the answer to the last saving arrives"])
def test_an_event_is_filled_cell_by_cell_and_corrected_without_a_conflict_with_oneself(open_as, site, work_of, slow):
    with site.alone:
        work = work_of("301")
        choice = Participation.objects.filter(campaign=work.stage.campaign, organisation=work.organisation)
        choice.update(scheme="zhanjiang-2021-verification")
        Campaign.objects.filter(pk=work.stage.campaign_id).update(year=2021)
        work.content = {}
        work.save()
    page = open_as("tianbao", f"/evaluations/{work.pk}/")
    if slow:
        page.evaluate(SLOW_ANSWERS)
    events = page.locator('[data-events="表彰"]')
    for label, text in (
        ("发生了什么", "省级表彰"),
        ("依据的材料", "通报"),
        ("发生了什么", "省级先进表彰"),
        ("依据的材料", "通报第3号"),
    ):
        cell = events.locator(".event").first.get_by_label(label)
        cell.fill(text)
        cell.press("Tab")
    page.wait_for_function("() => Object.keys(localStorage).every(key => !/^hengji:\\d+:/.test(key))")
    assert page.locator("[data-conflicts] .conflict").count() == 0
    with site.alone:
        work.refresh_from_db()
    assert work.content["events"]["表彰"] == [{"what": "省级先进表彰", "evidence": "通报第3号"}]
