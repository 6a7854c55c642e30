"""What the paper of a scorecard shows: weights at each level, both sides' scores, why points were lost, who signs."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hengji.facts.scorecard import AdjustmentScore, Scorecard
from hengji.facts.signatures import NOBODY, Signatures
from hengji.reports.paper.blocks import Cell, Live, Paper, Table, plain
from hengji.reports.paper.grid import placed
from hengji.reports.paper.word import write_docx
from hengji.reports.scorecard_paper import scorecard_paper
from hengji.reports.scorecard_sides import Sides
from reports.small_scorecards import COMPLIANCE, EXECUTION, PROCUREMENT, VISITS, branch, leaf, scorecard


def own_card(**changes: object) -> Scorecard:
    card = scorecard()
    nodes = tuple(replace(node, score=Fraction(58)) if node.path == COMPLIANCE else node for node in card.nodes)
    return replace(card, evaluator="self", nodes=nodes, total=Fraction("89.94"), **changes)  # type: ignore[arg-type]


def table(paper: Paper) -> Table:
    (found,) = (block for section in paper.sections for block in section.blocks if isinstance(block, Table))
    return found


def grid(paper: Paper) -> list[list[str]]:
    """The words of each place of the table, covered places empty."""
    rows = []
    for places in placed(table(paper)):
        row: list[str] = []
        for place in places:
            row += ["" if place.covered else plain(place.cell.runs), *([""] * (place.columns - 1))]
        rows.append(row)
    return rows


def row_of(paper: Paper, name: str) -> list[str]:
    return next(row for row in grid(paper) if name in row)


def cells(paper: Paper) -> list[Cell]:
    return [cell for row in table(paper).rows for cell in row]


def test_two_heading_rows_repeat_and_name_each_level_with_its_weight():
    paper = scorecard_paper(Sides(own_card(), scorecard()))
    first, second = grid(paper)[:2]
    assert table(paper).head_rows == 2
    assert first[:6] == ["一级指标", "", "二级指标", "", "三级指标", ""]
    assert second[:6] == ["名称", "权重"] * 3
    assert [text.replace("\n", "") for text in first[6:]] == [
        "指标说明", "评分标准", "评分说明（依据与计算）", "自评得分", "核查得分", "扣分原因（佐证）",
    ]  # fmt: skip


def test_the_page_is_landscape():
    assert [section.orientation for section in scorecard_paper(Sides(None, scorecard())).sections] == ["landscape"]


def test_an_upper_indicator_and_its_weight_reach_over_their_rows():
    paper = scorecard_paper(Sides(None, scorecard()))
    spans = {plain(cell.runs): cell.rows for cell in cells(paper) if cell.rows > 1 and cell.tone != "head"}
    assert spans == {EXECUTION[0]: 2, "60": 2}


def test_both_scores_stand_side_by_side_and_follow_their_data():
    paper = scorecard_paper(Sides(own_card(), scorecard()))
    assert row_of(paper, COMPLIANCE[-1])[9:11] == ["58.00", "57.00"]
    live = {run.key for cell in cells(paper) for run in cell.runs if isinstance(run, Live)}
    path = "/".join(COMPLIANCE)
    assert {f"自评得分:{path}|无单位", f"得分:{path}|无单位", "自评总分|无单位", "总分|无单位"} <= live


def test_a_lost_point_has_its_coded_reason_and_its_evidence():
    paper = scorecard_paper(Sides(own_card(), scorecard()))
    steps, why = row_of(paper, COMPLIANCE[-1])[8], row_of(paper, COMPLIANCE[-1])[11]
    assert why == "不合规：有4个项目执行率低（佐证：审计整改函）"
    assert steps == "58 − 1 = 57"


def test_a_point_that_the_computation_took_is_said_to_be_computed():
    assert row_of(scorecard_paper(Sides(None, scorecard())), PROCUREMENT[-1])[11] == "按计算失 0.06 分"


def test_a_side_that_is_not_there_leaves_its_column_to_be_filled_in():
    alone = scorecard_paper(Sides(own_card(), None))
    assert row_of(alone, COMPLIANCE[-1])[9:11] == ["58.00", ""]
    assert "核查人" not in "".join(map("".join, grid(alone)))


def test_what_is_not_demonstrated_shows_what_it_can_still_be():
    card = scorecard(open_leaf=True)
    paper = scorecard_paper(Sides(None, card))
    assert row_of(paper, PROCUREMENT[-1])[10] == "未佐证\n0.00～2.00"
    assert row_of(paper, "合计")[10] == "未定\n87.00～89.00"
    assert any("核查有1项未佐证" in "".join(row) for row in grid(paper))


def test_what_has_no_points_and_no_score_shows_no_range():
    unpointed = replace(leaf(VISITS, "0", None), points=None, effective_points=None)
    card = replace(scorecard(open_leaf=True), nodes=(branch(VISITS[:1], (unpointed,)), unpointed))
    assert row_of(scorecard_paper(Sides(None, card)), VISITS[-1])[10] == "未佐证"


def test_a_stated_column_is_shown_as_stated_and_its_overrun_is_said():
    nodes = tuple(replace(node, why=("文件自报的得分，没有可供重算的数据",), inputs=(), reasons=(),
                          stated=node.score) for node in scorecard().nodes)  # fmt: skip
    stated = replace(own_card(), nodes=nodes, is_stated=True, total=Fraction("101.72"), total_by_scheme=Fraction(100))
    paper = scorecard_paper(Sides(stated, None))
    assert row_of(paper, "合计")[9] == "101.72"
    assert row_of(paper, VISITS[-1])[8] == ""
    notes = "".join(map("".join, grid(paper)))
    assert "自评得分照录文件所列" in notes
    assert "自评合计101.72分，超出方案规定的总分范围，按方案为100.00分" in notes


def test_adjustments_total_and_grade_close_the_table():
    names = ["加减分项：表彰", "加减分项：问责", "合计", "评价等级"]
    rows = [
        row for row in grid(scorecard_paper(Sides(own_card(), scorecard(), {"问责": "一次扣2分"}))) if row[0] in names
    ]
    assert [row[0] for row in rows] == names
    assert rows[0][8] == "没有符合条件的事项"
    assert (rows[1][7], rows[1][8], rows[1][10]) == ("一次扣2分", "1 项 × -2 = -2", "-2.00")
    assert rows[2][9:11] == ["89.94", "88.94"]
    assert rows[3][9:11] == ["良", "良"]


def test_names_are_printed_where_they_are_known_and_left_to_be_signed_where_not():
    signed = Signatures(agency="示例会计师事务所", verifier="张一", reviewed_on="2022年9月15日")
    last = grid(scorecard_paper(Sides(None, scorecard()), signed))[-1][0]
    assert "核查单位：示例会计师事务所　　核查人：张一　　复核人：＿" in last
    assert "填报人：＿" in last
    assert last.endswith("日期：2022年9月15日")
    assert "日期：＿＿＿年" in grid(scorecard_paper(Sides(None, scorecard()), NOBODY))[-1][0]


def test_points_that_moved_are_said_below_the_weight():
    moved = leaf(VISITS, "40", "45", effective_points=Fraction(45))
    card = replace(scorecard(), nodes=(branch(VISITS[:1], (moved,)), moved))
    assert row_of(scorecard_paper(Sides(None, card)), VISITS[-1])[5] == "40\n调至45"


def test_a_row_of_one_side_alone_stands_with_its_sisters():
    only = leaf((*EXECUTION, "自评独有"), "1", "1")
    own = own_card()
    own = replace(own, nodes=(*own.nodes, only))
    paper = scorecard_paper(Sides(own, scorecard()))
    names = [row[2] for row in grid(paper) if row[2]][2:]
    assert names.index("自评独有") == names.index(COMPLIANCE[-1]) + 1
    assert row_of(paper, "自评独有")[9:11] == ["1.00", ""]


def test_a_leaf_on_the_first_level_fills_all_names_and_keeps_its_weight_in_line():
    single = leaf(("满意度",), "10", "9")
    card = replace(scorecard(), nodes=(*scorecard().nodes, single))
    row = row_of(scorecard_paper(Sides(None, card)), "满意度")
    assert row[:6] == ["满意度", "", "", "", "", "10"]


def test_formulas_in_names_stay_words():
    card = replace(
        scorecard(), organisation="=cmd|' /C calc'!A0", adjustments=(AdjustmentScore("=1+1", 0, Fraction(0)),)
    )
    content = write_docx(scorecard_paper(Sides(None, card)))
    assert content.startswith(b"PK")
    assert any("加减分项：=1+1" in row for row in grid(scorecard_paper(Sides(None, card))))
