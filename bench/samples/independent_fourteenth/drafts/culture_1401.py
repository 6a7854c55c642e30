"""A county's bureau of culture and tourism evaluates its own spending, with a long table of indicators."""

from __future__ import annotations

from samples.independent_fourteenth.drafts import plus
from samples.independent_tenth.papers import D, Paper, ch, pc, q

__all__ = ["paper"]

BASIC, PROJECT = D("1102.36"), D("769.59")
SPENT = BASIC + PROJECT
OPENING = D("96.40")
INCOME = {"grant": D("1765.20"), "business": D("21.48"), "other": D("56.05")}
RECEIVED = sum(INCOME.values())
CLOSING = OPENING + RECEIVED - SPENT
PLANNED = D("1780.00")
AVAILABLE = OPENING + RECEIVED
LAST_YEAR = D("1768.30")
CAR, GUESTS, THREE_LAST, THREE_PLAN = D("8.94"), D("2.68"), D("13.05"), D("15.00")
THREE = CAR + GUESTS

# group, indicator, weight, standard, what was found, score
ROWS = (
    ("投入", "绩效目标合理性", "3", "目标符合职责和规划得3分，一项不符扣1分", "符合", "3"),
    ("投入", "绩效指标明确性", "3", "细化、量化得3分，一项不符扣1分", "已细化、量化", "3"),
    ("投入", "在职人员控制率", "4", "≤100%得4分，每超过1个百分点扣0.5分", "{control}", "4"),
    (
        "过程",
        "预算执行率",
        "5",
        "100%得5分；95%（含）至100%得4分；90%（含）至95%得3分；不足90%得1分",
        "{executed}",
        "4",
    ),
    ("过程", "预算调整率", "4", "≤5%得4分；5%至10%（含）得3分；10%以上得1分", "{adjusted}", "3"),
    ("过程", "结转结余变动率", "3", "≤0得3分，大于0不得分", "-{changed}", "3"),
    ("过程", "公用经费控制率", "4", "≤100%得4分，否则不得分", "{public}", "4"),
    ("过程", "“三公”经费控制率", "4", "≤100%得4分，否则不得分", "{three}", "4"),
    ("过程", "政府采购执行率", "4", "得分=执行率×4分", "{bought}", "3.76"),
    ("过程", "管理制度健全性", "3", "制度齐全得3分，缺一项扣1分", "齐全", "3"),
    ("过程", "资金使用合规性", "3", "无违规得3分，有一项不得分", "无违规", "3"),
    ("产出", "送戏下乡场次", "5", "达到目标值得满分，否则按完成比例得分", "{plays}", "5"),
    ("产出", "图书馆流通人次", "5", "达到目标值得满分，否则按完成比例得分", "{readers}", "5"),
    ("产出", "非遗培训班期数", "4", "达到目标值得满分，否则按完成比例得分", "目标6期，完成7期", "4"),
    ("产出", "文化市场检查家次", "4", "达到目标值得满分，否则按完成比例得分", "目标800家次，完成846家次", "4"),
    ("产出", "场馆免费开放达标率", "5", "100%得5分，每低1个百分点扣1分", "100%", "5"),
    ("产出", "行政处罚案件办结率", "4", "≥95%得4分，每低1个百分点扣0.5分", "{cases}", "4"),
    ("产出", "项目按期完成率", "4", "得分=完成率×4分", "{timely}", "3.56"),
    ("产出", "送戏下乡单场成本", "4", "≤0.50万元得4分，超出不得分", "{cost}", "4"),
    ("效果", "接待游客人次", "8", "达到目标值得满分，否则按完成比例得分", "目标260万人次，完成{guests}万人次", "8"),
    ("效果", "旅游综合收入", "5", "达到目标值得满分，否则按完成比例得分", "目标18亿元，完成18.62亿元", "5"),
    (
        "效果",
        "非遗保护可持续性",
        "5",
        "名录、档案、传承人三项齐备得5分，一项不完备扣0.5分",
        "传承人档案尚未全部数字化",
        "4.5",
    ),
    (
        "效果",
        "服务对象满意度",
        "7",
        "≥95%得7分，每低1个百分点扣0.5分，不足1个百分点的按1个百分点计",
        "{pleased}",
        "6.5",
    ),
)
GROUPS = ("投入", "过程", "产出", "效果")


def _overview(x: Paper) -> None:
    x.h("澜溪县文化和旅游局2023年度部门整体支出绩效自评报告", "")
    x.p(
        "按照县财政局《关于做好2023年度预算绩效自评工作的通知》（澜财绩〔2024〕6号）安排，我局抽调财务、业务人员组成自评小组，对2023年度部门整体支出的投入、过程、产出和效果逐项核对打分，现将情况报告如下。"
    )
    x.h("一、部门概况", "（一）机构和人员")
    x.p(
        f"局机关内设{x('offices', 5)}个股室，即办公室、公共服务股、产业发展股、市场管理股、文物股；下设{x('units', 4)}个单位，即县文化馆、县图书馆、县博物馆、县文化市场综合行政执法大队。全部门核定编制{x('posts', 68)}名，其中行政编制{x('p1', 14)}名、参公编制{x('p2', 16)}名、事业编制{x('p3', 38)}名；2023年末在职{x('staff', 63)}人，其中行政{x('s1', 13)}人、参公{x('s2', 15)}人、事业{x('s3', 35)}人，另有退休人员27人。在职人员控制率{x('control', pc(63, 68))}。"
    )
    x.h("（二）资产状况")
    x.p(
        f"截至2023年12月31日，部门资产总额{x('assets', '2,318.46')}万元，其中流动资产{x('a1', '186.30')}万元、固定资产净值{x('a2', '1,974.52')}万元、无形资产{x('a3', '157.64')}万元。"
    )
    x.oks("count", "", "offices")
    x.fault("count", "units", {"units": 5}, note="四个下属单位写成五个")
    x.oks("sum", plus(3), "p1 p2 p3 posts", "s1 s2 s3 staff", "a1 a2 a3 assets")
    x.ok("rate", "staff posts control", "a/b*100=c")


def _money(x: Paper) -> None:
    x.h("二、部门收支情况", "（一）收入")
    x.p(
        f"2023年部门收入{x('received', q(RECEIVED))}万元，其中财政拨款收入{x('i1', INCOME['grant'])}万元、事业收入{x('i2', INCOME['business'])}万元、其他收入{x('i3', INCOME['other'])}万元；加上年初结转和结余{x('opening', OPENING)}万元，全年可用资金{x('available', AVAILABLE)}万元。年初批复预算{x('planned', PLANNED)}万元，年中追加{x('added', AVAILABLE - PLANNED)}万元，预算调整率{x('adjusted', pc(AVAILABLE - PLANNED, PLANNED))}。"
    )
    x.h("（二）支出")
    x.p(
        f"全年支出{x('spent', q(SPENT))}万元，较上年{x('way', '增加')}{x('more', SPENT - LAST_YEAR)}万元（上年为{x('last', LAST_YEAR)}万元），变动幅度{x('grown', ch(SPENT, LAST_YEAR))}，原因是县博物馆陈列提升项目集中付款。其中基本支出{x('basic', BASIC)}万元，占{x('basic_share', pc(BASIC, SPENT))}；项目支出{x('project', PROJECT)}万元，占{x('project_share', pc(PROJECT, SPENT))}。年末结转和结余{x('closing', q(CLOSING))}万元，预算执行率{x('executed', pc(SPENT, AVAILABLE))}。"
    )
    x.p(
        f"日常公用经费支出{x('pub', '146.82')}万元，控制数{x('pub_plan', '152.00')}万元，控制率{x('pub_rate', pc(D('146.82'), 152))}。政府采购预算{x('buy_plan', '226.40')}万元，实际采购{x('buy', '212.60')}万元，执行率{x('buy_rate', pc(D('212.60'), D('226.40')))}。"
    )
    x.h("（三）“三公”经费")
    x.p(
        f"“三公”经费年初预算{x('three_plan', THREE_PLAN)}万元，决算{x('three', THREE)}万元，其中公务用车运行维护费{x('car', CAR)}万元、公务接待费{x('meals', GUESTS)}万元，因公出国（境）费未发生，控制率{x('three_rate', pc(THREE, THREE_PLAN))}；比2022年的{x('three_last', THREE_LAST)}万元下降{x('three_fall', ch(THREE, THREE_LAST))}。"
    )
    x.oks("sum", plus(3), "i1 i2 i3 received")
    x.oks("sum", plus(2), "received opening available", "basic project spent", "car meals three")
    x.oks("difference", "a-b=c", "available planned added", "spent last more")
    x.oks(
        "rate",
        "a/b*100=c",
        "added planned adjusted",
        "spent available executed",
        "pub pub_plan pub_rate",
        "buy buy_plan buy_rate",
        "three three_plan three_rate",
    )
    x.ok("growth", "spent last grown", "(a-b)/b*100=c")
    x.ok("share", "basic spent basic_share", "a/b*100=c")
    x.fault("growth", "way spent last", {"way": "减少"}, note="支出比上年多，却写减少")
    x.fault(
        "share",
        "project spent project_share",
        {"project_share": "42.67%"},
        "a/b*100=c",
        "沿用上年占比，与基本支出占比相加超过100%",
    )
    x.fault("difference", "available spent closing", {"closing": "61.78"}, "a-b=c", "67.18错位成61.78")
    x.fault("growth", "three three_last three_fall", {"three_fall": "12.31%"}, "(b-a)/b*100=c", "以本年数为基数")


def _work(x: Paper) -> None:
    x.h("三、履职完成情况")
    x.p(
        f"1.公共文化服务。组织县剧团送戏下乡{x('plays', 126)}场，演出补助支出58.59万元，观众约9.4万人次；县图书馆流通{x('readers', '11.4')}万人次，全年举办阅读推广活动38次；举办非遗培训班7期，培训传承人和学员{x('heirs', 412)}人次，其中传承人{x('h1', 96)}人次、学员{x('h2', 316)}人次。",
        f"2.文旅产业。全年接待游客{x('guests', '271.5')}万人次，比2022年的{x('guests_last', '238.4')}万人次增长{x('guests_grown', ch(D('271.5'), D('238.4')))}；实现旅游综合收入{x('tour', '18.62')}亿元，游客人均消费{x('each', q(D('186200') / D('271.5'), 2))}元。",
        f"3.市场监管。出动执法人员检查文化经营场所846家次，立案{x('cases', 38)}件，年内办结{x('closed', 37)}件，办结率{x('case_rate', pc(37, 38))}。",
        f"4.项目实施。列入年度计划的项目{x('works', 9)}个，按期完成{x('done', 8)}个，按期完成率{x('timely', pc(8, 9))}，滞后的是县博物馆陈列提升项目，因展柜定制周期延长，跨年完工。",
    )
    x.h("四、社会满意度")
    x.p(
        f"自评小组在景区、图书馆、文化广场发放问卷{x('sent', 300)}份，收回有效问卷{x('back', 288)}份，有效回收率{x('back_rate', pc(288, 300))}。其中“满意”{x('v1', 231)}份、“基本满意”{x('v2', 42)}份、“不满意”{x('v3', 15)}份，满意和基本满意合计{x('glad', 273)}份，满意度{x('pleased', pc(273, 288))}，未达到95%的年度目标。"
    )
    x.ok("sum", "h1 h2 heirs", plus(2))
    x.ok("growth", "guests guests_last guests_grown", "(a-b)/b*100=c")
    x.ok("rate", "tour guests each", "a*10000/b=c")
    x.oks("rate", "a/b*100=c", "closed cases case_rate", "done works timely")
    x.ok("survey", "v1 v2 v3 back", plus(3))
    x.ok("survey", "v1 v2 glad", plus(2))
    x.ok("survey", "glad back pleased", "a/b*100=c")
    x.fault("survey", "back sent back_rate", {"back_rate": "98.00%"}, "a/b*100=c", "288份占300份为96%")


def _scores(x: Paper) -> None:
    got = {name: sum(D(row[5]) for row in ROWS if row[0] == name) for name in GROUPS}
    full = {name: sum(D(row[2]) for row in ROWS if row[0] == name) for name in GROUPS}
    total = sum(got.values())
    x.h("五、自评结论")
    x.p(
        f"经逐项打分，2023年度部门整体支出绩效自评得分{x('total', total)}分。按照“90分（含）以上为优、80（含）至90分为良、60（含）至80分为中、60分以下为差”的划分，等级为“{x('grade', '优')}”。各部分得分如下："
    )
    rows = [["一级指标", "分值", "得分", "得分率"]]
    for place, name in enumerate(GROUPS):
        rows.append(
            [name, x(f"f{place}", full[name]), x(f"g{place}", q(got[name])), x(f"r{place}", pc(got[name], full[name]))]
        )
    rows.append(["合计", x("f4", 100), x("g4", total), x("r4", pc(total, 100))])
    x.t(rows)
    x.ok("score_sum", "f0 f1 f2 f3 f4", plus(4))
    x.ok("score_sum", "g0 g1 g2 g3 g4", plus(4))
    x.oks("score_rate", "a/b*100=c", "g0 f0 r0", "g1 f1 r1", "g2 f2 r2", "g4 f4 r4")
    x.same("total g4")
    x.ok("grade", "total grade")
    x.fault("score_rate", "g3 f3 r3", {"r3": "94.00%"}, "a/b*100=c", "24除以25为96%")


def _problems(x: Paper) -> None:
    x.h("六、存在问题及下一步打算")
    x.p(
        "（一）存在问题。一是个别项目前期论证不够，陈列提升项目招标后又调整展柜材质，影响了进度和资金支付。二是图书馆外借系统停机升级两个月，流通人次未达到年初设定的12.0万人次。三是非遗传承人档案数字化进度偏慢。",
        "（二）改进打算。把项目前期工作提前到上年第四季度，未完成施工图的不列入预算；在6个乡镇增设图书流通点；2024年上半年完成剩余传承人档案扫描。",
    )


def _found(x: Paper) -> dict[str, str]:
    return {
        "control": x("t_control", pc(63, 68)),
        "executed": x("t_executed", pc(SPENT, AVAILABLE)),
        "adjusted": x("t_adjusted", pc(AVAILABLE - PLANNED, PLANNED)),
        "changed": f"{x('t_changed', ch(CLOSING, OPENING))}（年初{x('t_opening', OPENING)}万元，年末{x('t_closing', q(CLOSING))}万元）",
        "public": x("t_public", pc(D("146.82"), 152)),
        "three": x("t_three", pc(THREE, THREE_PLAN)),
        "bought": x("t_bought", pc(D("212.60"), D("226.40"))),
        "plays": f"目标120场，完成{x('t_plays', 126)}场",
        "readers": f"目标{x('t_aim', '12.0')}万人次，完成{x('t_readers', '11.4')}万人次",
        "cases": x("t_cases", pc(37, 38)),
        "timely": x("t_timely", pc(8, 9)),
        "cost": f"{x('t_paid', '58.59')}万元÷{x('t_shows', 126)}场={x('t_cost', q(D('58.59') / 126, 3))}万元",
        "guests": x("t_guests", "271.5"),
        "pleased": x("t_pleased", pc(273, 288)),
    }


def _table(x: Paper) -> None:
    found = _found(x)
    x.h("", f"附件：澜溪县文化和旅游局{x('title_year', 2023)}年度部门整体支出绩效自评表", "")
    rows = [["", "一级指标", "三级指标", "分值", "评分标准", "完成情况", "得分"]]
    last = ""
    for place, (group, name, weight, standard, said, score) in enumerate(ROWS):
        shown = group if group != last else ""
        rows.append(
            ["", shown, name, x(f"w{place}", weight), standard, said.format(**found), x(f"k{place}", q(D(score)))]
        )
        last = group
    rows.append(["", "合计", "", x("w_all", 100), "", "", x("k_all", "96.32")])
    x.t(rows, gap="\n\t")
    start = 0
    for place, name in enumerate(GROUPS):
        size = sum(1 for row in ROWS if row[0] == name)
        span = range(start, start + size)
        x.ok("score_sum", " ".join(f"k{one}" for one in span) + f" g{place}", plus(size))
        x.ok("score_sum", " ".join(f"w{one}" for one in span) + f" f{place}", plus(size))
        start += size
    x.same(
        "k_all g4",
        "t_control control",
        "t_executed executed",
        "t_adjusted adjusted",
        "t_public pub_rate",
        "t_three three_rate",
    )
    x.same(
        "t_bought buy_rate",
        "t_readers readers",
        "t_cases case_rate",
        "t_timely timely",
        "t_guests guests",
        "t_pleased pleased",
        "t_shows t_plays",
        "opening t_opening",
    )
    x.oks("growth", "(a-b)/a*100=c", "t_opening t_closing t_changed")
    x.ok("rate", "t_paid t_shows t_cost", "a/b=c")
    x.oks(
        "score_rule",
        "",
        "t_control k2",
        "t_executed k3",
        "t_adjusted k4",
        "t_changed k5",
        "t_public k6",
        "t_three k7",
        "t_plays k11",
        "t_cases k16",
        "t_cost k18",
        "t_pleased k22",
    )
    x.oks("score_rule", "a*b/100=c", "t_bought w8 k8", "t_timely w17 k17")
    x.fault("score_rule", "t_readers t_aim w12 k12", {"k12": "5.00"}, "a/b*c=d", "未达目标应按比例得4.75分，却给满分")
    x.fault("repeat", "closing t_closing", {"closing": "61.78"}, "a=b", "正文与附表年末结转不一致")
    x.fault("repeat", "plays t_plays", {"plays": 116}, "a=b", "正文场次与附表不一致")
    x.fault("year", "title_year", {"title_year": 2022}, note="附件标题仍为上年年度")
    x.h("", "澜溪县文化和旅游局", "2024年3月18日")


def paper() -> Paper:
    x = Paper("1401-澜溪县文化和旅游局整体支出自评.txt")
    _overview(x)
    _money(x)
    _work(x)
    _scores(x)
    _problems(x)
    _table(x)
    return x
