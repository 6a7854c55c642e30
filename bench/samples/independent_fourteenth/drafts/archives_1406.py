"""A city's archives evaluate their own spending, with tables in markdown."""

from __future__ import annotations

from samples.independent_fourteenth.drafts import plus
from samples.independent_tenth.papers import D, Paper, ch, pc

__all__ = ["paper"]

BASIC, PROJECT, PLANNED, ADJUSTED, LAST = D("402.18"), D("269.14"), D("612.80"), D("698.45"), D("705.90")
SPENT = BASIC + PROJECT
PROJECTS = (("档案数字化", "142.50"), ("档案抢救修复", "38.64"), ("库房恒温恒湿改造", "56.00"), ("征集与编研", "32.00"))

ROWS = (
    ("投入", "绩效目标合理性", 5, "与职责、规划相符得5分，酌情扣分", "长期目标表述笼统，扣0.5分", "4.50"),
    ("投入", "绩效指标明确性", 5, "指标量化、可衡量得5分，酌情扣分", "2个指标未量化，扣1分", "4.00"),
    ("投入", "在职人员控制率", 5, "≤100%得5分，超过不得分", "{control}", "5.00"),
    ("过程", "预算执行率", 6, "≥98%得6分；95%（含）至98%得5分；90%（含）至95%得4分；低于90%不得分", "{rate}", "5.00"),
    ("过程", "预算调整率", 4, "≤5%得4分；5%至10%（含）得3分；10%至15%（含）得2分；大于15%不得分", "{adjusted}", "3.00"),
    ("过程", "“三公”经费控制率", 3, "≤100%得3分，超过不得分", "{three}", "3.00"),
    ("过程", "公用经费控制率", 3, "≤100%得3分，超过不得分", "{office}", "3.00"),
    ("过程", "结转结余率", 3, "≤5%得3分；5%至10%（含）得2分；大于10%不得分", "{left}", "3.00"),
    ("过程", "政府采购执行率", 3, "得分=执行率×3", "{bought}", "2.85"),
    ("过程", "资产管理规范性", 3, "制度健全、账实相符得3分，发现1个问题扣1分", "1批旧设备未及时核销", "2.00"),
    ("产出", "档案数字化页数", 8, "达到目标得满分，未达到按完成比例得分", "目标90万页，完成{pages}万页", "8.00"),
    (
        "产出",
        "档案接收进馆数",
        6,
        "达到目标得满分，未达到按完成比例得分",
        "目标12000卷（件），完成{taken}卷（件）",
        "6.00",
    ),
    ("产出", "破损档案修复页数", 5, "达到目标得满分，未达到按完成比例得分", "目标{mend_aim}页，完成{mended}页", "4.60"),
    ("产出", "举办展览次数", 4, "达到目标得满分，未达到按完成比例得分", "目标4次，完成4次", "4.00"),
    ("产出", "编研成果种数", 4, "达到目标得满分，未达到按完成比例得分", "目标{book_aim}种，完成{books}种", "3.00"),
    ("产出", "数字化抽检合格率", 5, "≥99.5%得5分，每低0.1个百分点扣0.5分", "{good}", "4.50"),
    ("产出", "任务完成及时性", 4, "得分=按期完成任务数÷任务总数×4", "{timely}", "3.50"),
    ("产出", "数字化单页成本", 4, "≤1.6元/页得4分，超过不得分", "{page_cost}元/页", "4.00"),
    ("效益", "服务民生效果", 8, "档案利用便捷、社会反映好得8分，酌情扣分", "异地查档尚未开通，扣1分", "7.00"),
    ("效益", "档案安全可持续性", 6, "设施、制度、备份齐全得6分，酌情扣分", "异地备份未完成，扣1.5分", "4.50"),
    ("效益", "利用者满意度", 6, "≥95%得6分，每低1个百分点扣0.5分", "{pleased}", "6.00"),
)
GROUPS = ("投入", "过程", "产出", "效益")


def _of(name: str) -> list[int]:
    return [place for place, row in enumerate(ROWS) if row[0] == name]


def _got(name: str) -> D:
    return sum((D(ROWS[place][5]) for place in _of(name)), D(0))


def _overview(x: Paper) -> None:
    x.h("# 汀岚市档案馆2023年度部门整体支出绩效自评报告", "", "## 一、单位概况")
    x.p(
        f"市档案馆为市委直属公益一类事业单位，内设{x('offices', 6)}个科室：办公室、接收征集科、保管利用科、编研展览科、数字资源科、保护技术科。核定编制{x('posts', 32)}名，年末在职{x('staff', 29)}人，在职人员控制率{x('control', pc(29, 32))}。",
        f"馆藏全宗186个，馆藏档案{x('held', '312640')}卷（件），其中文书档案{x('h1', '208316')}卷（件）、专业档案{x('h2', '71904')}卷（件）、声像档案{x('h3', '5420')}卷（件）、其他门类{x('h4', '27000')}卷（件）；馆藏资料24860册。",
    )
    x.ok("count", "offices")
    x.ok("rate", "staff posts control", "a/b*100=c")
    x.fault("sum", "h1 h2 h3 h4 held", {"h2": "79104"}, plus(4), "专业档案数前两位颠倒")


def _money(x: Paper) -> None:
    x.h("", "## 二、资金收支情况")
    x.p(
        f"2023年年初预算{x('planned', PLANNED)}万元，调整后预算{x('adjusted', ADJUSTED)}万元，调整率{x('adjust_rate', pc(ADJUSTED - PLANNED, PLANNED))}，追加部分用于库房恒温恒湿改造和增人增资。全年支出{x('spent', SPENT)}万元，预算执行率{x('rate', pc(SPENT, ADJUSTED))}，年末结转{x('left', ADJUSTED - SPENT)}万元，结转结余率{x('left_rate', pc(ADJUSTED - SPENT, ADJUSTED))}；与2022年支出{x('last', LAST)}万元相比下降{x('fallen', ch(SPENT, LAST))}。",
        f"基本支出{x('basic', BASIC)}万元，占{x('basic_share', pc(BASIC, SPENT))}，其中人员经费{x('people', '368.94')}万元、公用经费{x('office', '33.24')}万元（预算{x('office_plan', '35.00')}万元，控制率{x('office_rate', pc(D('33.24'), 35))}）；项目支出{x('project', PROJECT)}万元，占{x('project_share', pc(PROJECT, SPENT))}，具体如下：",
    )
    rows = [["项目", "支出（万元）", "占项目支出比重"]]
    for line, (name, spent) in enumerate(PROJECTS):
        rows.append([name, x(f"e{line}", spent), x(f"es{line}", pc(D(spent), PROJECT))])
    rows.append(["合计", x("e4", PROJECT), "100.00%"])
    x.m(rows)
    x.p(
        f"“三公”经费预算{x('three_plan', '3.20')}万元，实际支出{x('three', '2.46')}万元，其中公务用车运行维护费{x('car', '2.10')}万元、公务接待费{x('guests', '0.36')}万元，控制率{x('three_rate', pc(D('2.46'), D('3.20')))}。政府采购预算{x('buy_plan', '248.00')}万元，实际采购{x('buy', '235.60')}万元，执行率{x('buy_rate', pc(D('235.60'), 248))}。其中库房恒温恒湿改造合同价款为人民币{x('words', '伍拾陆万元整')}（¥{x('digits', '560000.00')}），年内全部支付。"
    )
    x.ok("growth", "spent last fallen", "(b-a)/b*100=c")
    x.ok("rate", "adjusted planned adjust_rate", "(a-b)/b*100=c")
    x.oks(
        "rate",
        "a/b*100=c",
        "spent adjusted rate",
        "left adjusted left_rate",
        "office office_plan office_rate",
        "three three_plan three_rate",
        "buy buy_plan buy_rate",
    )
    x.ok("difference", "adjusted spent left", "a-b=c")
    x.oks("sum", plus(2), "basic project spent", "people office basic")
    x.ok("sum", "e0 e1 e2 e3 e4", plus(4))
    x.oks(
        "share",
        "a/b*100=c",
        "basic spent basic_share",
        "project spent project_share",
        *(f"e{line} e4 es{line}" for line in range(4)),
    )
    x.same("e4 project")
    x.ok("unit", "e2 digits", "a*10000=b")
    x.fault("amount_in_words", "words digits", {"words": "伍拾玖万元整"}, note="大写五十九万与小写560000元不一致")
    x.fault("sum", "car guests three", {"car": "2.16"}, plus(2), "公车费抄错")


def _work(x: Paper) -> None:
    x.h("", "## 三、履职完成情况")
    x.p(
        f"（一）数字化。扫描馆藏档案{x('pages', 95)}万页，平均每页{x('page_cost', '1.50')}元，支付数字化服务费{x('page_paid', '142.50')}万元；抽检{x('checked', 9500)}页，不合格{x('bad', 57)}页，合格率{x('good', pc(9500 - 57, 9500))}。累计数字化1286万页。",
        f"（二）接收与修复。接收14家立档单位档案{x('taken', 12480)}卷（件）；修复破损档案{x('mended', 1288)}页，每页{x('mend_each', 300)}元，共支付{x('mend_paid', '38.64')}万元，因特藏文献修复工序复杂，未达到1400页的目标。",
        f"（三）利用服务。接待查档{x('readers', 4318)}人次，比2022年的{x('readers_last', 3902)}人次增长{x('readers_grown', ch(4318, 3902))}，其中民生类查档{x('folk', 3506)}人次，占{x('folk_share', pc(3506, 4318))}；提供档案9746卷（件）次。",
        f"（四）展览编研。举办“汀岚红色记忆”“百年老街”“改革开放的汀岚”“家书里的时代”{x('shows', 4)}次展览；编印《汀岚大事记》《汀岚水患档案汇编》《汀岚老字号》{x('books', 3)}种，原计划4种，《汀岚方言录》延至2024年出版。",
        f"（五）满意度。在查档大厅发放问卷{x('sent', 150)}份，全部收回，满意{x('v1', 132)}份、基本满意{x('v2', 12)}份、不满意{x('v3', 6)}份，满意率（满意与基本满意合计）{x('pleased', pc(144, 150))}。",
    )
    x.ok("rate", "checked bad good", "(a-b)/a*100=c")
    x.ok("rate", "mended mend_each mend_paid", "a*b/10000=c")
    x.ok("share", "folk readers folk_share", "a/b*100=c")
    x.ok("count", "shows")
    x.ok("survey", "v1 v2 v3 sent", plus(3))
    x.ok("survey", "v1 v2 sent pleased", "(a+b)/c*100=d")
    x.same("page_paid e0", "mend_paid e1")
    x.fault("rate", "pages page_cost page_paid", {"page_cost": "1.05"}, "a*b=c", "1.50录成1.05")
    x.fault(
        "growth", "readers readers_last readers_grown", {"readers_grown": "9.63%"}, "(a-b)/b*100=c", "以本年数为基数"
    )
    x.fault("count", "books", {"books": 4}, note="只列出三种")


def _conclusion(x: Paper) -> None:
    total = sum((_got(name) for name in GROUPS), D(0))
    x.h("", "## 四、自评结论")
    x.p(
        f"按百分制评分，90分（含）以上为优，80分（含）至90分为良，60分（含）至80分为中，其余为差。市档案馆{x('year', 2023)}年度部门整体支出绩效自评得{x('total', total)}分，等级为{x('grade', '优')}。"
    )
    rows = [["一级指标", "分值", "自评得分", "得分率"]]
    for place, name in enumerate(GROUPS):
        full = sum(int(ROWS[line][2]) for line in _of(name))
        rows.append([name, x(f"f{place}", full), x(f"g{place}", _got(name)), x(f"r{place}", pc(_got(name), full))])
    rows.append(["合计", x("f4", 100), x("g4", total), x("r4", pc(total, 100))])
    x.m(rows)
    x.ok("score_sum", "f0 f1 f2 f3 f4", plus(4))
    x.oks("score_rate", "a/b*100=c", *(f"g{place} f{place} r{place}" for place in range(4)))
    x.ok("grade", "total grade")
    x.fault("year", "year", {"year": 2022}, note="沿用上年报告的年度")
    x.fault("score_sum", "g0 g1 g2 g3 g4", {"g4": "90.54"}, plus(4), "90.45错位")
    x.fault("repeat", "total g4", {"g4": "90.54"}, "a=b")
    x.fault("score_rate", "g4 f4 r4", {"g4": "90.54"}, "a/b*100=c")
    x.h("", "## 五、存在问题与改进措施")
    x.p(
        "1.预算调整幅度较大。库房改造未列入年初预算，今后将基建类需求提前一年申报。",
        "2.修复、编研两项产出没有达到目标。2024年通过购买服务补充修复力量，同时提前组稿。",
        "3.异地备份和异地查档推进较慢。拟与邻市档案馆签订协议，年内实现数据异地存放。",
    )


def _table(x: Paper) -> None:
    said = {
        "control": x("t_control", pc(29, 32)),
        "rate": x("t_rate", pc(SPENT, ADJUSTED)),
        "adjusted": x("t_adjusted", pc(ADJUSTED - PLANNED, PLANNED)),
        "three": x("t_three", pc(D("2.46"), D("3.20"))),
        "office": x("t_office", pc(D("33.24"), 35)),
        "left": x("t_left", pc(ADJUSTED - SPENT, ADJUSTED)),
        "bought": x("t_bought", pc(D("235.60"), 248)),
        "pages": x("t_pages", 95),
        "taken": x("t_taken", 12480),
        "mended": x("t_mended", 1288),
        "mend_aim": x("t_mend_aim", 1400),
        "books": x("t_books", 3),
        "book_aim": x("t_book_aim", 4),
        "good": x("t_good", pc(9500 - 57, 9500)),
        "timely": f"{x('t_on', 7)}÷{x('t_of', 8)}",
        "page_cost": x("t_page", "1.50"),
        "pleased": x("t_pleased", pc(144, 150)),
    }
    x.h("", "附：汀岚市档案馆部门整体支出绩效自评表", "")
    rows = [["一级指标", "三级指标", "分值", "评分标准", "完成情况", "得分"]]
    last = ""
    for place, (group, name, weight, standard, remark, score) in enumerate(ROWS):
        rows.append(
            [
                "" if group == last else group,
                name,
                x(f"w{place}", weight),
                standard,
                remark.format(**said),
                x(f"s{place}", score),
            ]
        )
        last = group
    rows.append(["合计", "", x("w_all", 100), "", "", x("s_all", sum((_got(name) for name in GROUPS), D(0)))])
    x.m(rows)
    for place, name in enumerate(GROUPS):
        x.ok("score_sum", " ".join(f"s{line}" for line in _of(name)) + f" g{place}", plus(len(_of(name))))
        x.ok("score_sum", " ".join(f"w{line}" for line in _of(name)) + f" f{place}", plus(len(_of(name))))
    x.same(
        "s_all total",
        "t_control control",
        "t_rate rate",
        "t_adjusted adjust_rate",
        "t_three three_rate",
        "t_left left_rate",
        "t_bought buy_rate",
        "t_good good",
        "t_pleased pleased",
        "t_pages pages",
        "t_taken taken",
    )
    x.oks(
        "score_rule",
        "",
        "t_control s2",
        "t_rate s3",
        "t_three s5",
        "t_left s7",
        "t_good s15",
        "t_pleased s20",
        "t_page s17",
    )
    x.ok("score_rule", "t_bought w8 s8", "a/100*b=c")
    x.oks("score_rule", "a/b*c=d", "t_mended t_mend_aim w12 s12", "t_books t_book_aim w14 s14", "t_on t_of w16 s16")
    x.fault("score_rule", "t_adjusted s4", {"s4": "3.00"}, note="13.98%落在10%至15%，应得2分")
    x.fault("repeat", "books t_books", {"books": 4}, "a=b", "正文种数与附表不一致")
    x.fault("repeat", "page_cost t_page", {"page_cost": "1.05"}, "a=b", "正文单价与附表不一致")


def paper() -> Paper:
    x = Paper("1406-汀岚市档案馆整体支出自评.txt")
    for part in (_overview, _money, _work, _conclusion, _table):
        part(x)
    return x
