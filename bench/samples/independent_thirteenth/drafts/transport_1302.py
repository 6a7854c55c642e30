"""A city's transport commission, evaluated by its finance bureau, in hundred millions and ten thousands."""

from __future__ import annotations

from samples.independent_tenth.papers import D, Paper, ch, pc

__all__ = ["paper"]


def paper() -> Paper:
    x = Paper("1302-霁州市交通运输局2024年部门整体支出绩效评价报告.txt")
    _about(x)
    _money(x)
    _work(x)
    _scores(x)
    _end(x)
    return x


def _about(x: Paper) -> None:
    x.h("霁州市交通运输局2024年部门整体支出绩效评价报告", "")
    x.p(
        "为客观反映部门履职效能，霁州市财政局组成评价工作组（以下简称“工作组”），于2025年4月至6月对市交通运输局2024年"
        "部门整体支出开展绩效评价。评价坚持定量优先、定性为辅，采用比较法、因素分析法和公众评判法。",
    )
    x.h("一、部门基本情况")
    x.p(
        f"市交通运输局机关设处室{x('rooms', 14)}个，直属单位{x('units', 9)}家，其中公益一类事业单位{x('u1', 6)}家、公益二类事业单位"
        f"{x('u2', 3)}家。截至评价基准日，全局编制{x('est', 612)}名，实有在编{x('staff', 587)}人，空编{x('empty', 25)}名；"
        f"机关{x('s1', 96)}人、综合行政执法支队{x('s2', 208)}人、其余直属单位{x('s3', 283)}人。"
    )
    x.ok("count", "u1 u2 units", "a+b=c")
    x.ok("difference", "est staff empty", "a-b=c")
    x.ok("count", "s1 s2 s3 staff", "a+b+c=d")
    x.ok("policy", "est staff")
    x.p(
        f"全市公路通车里程{x('roads', 8460)}公里，其中高速公路{x('roads1', 312)}公里，普通国省道{x('roads2', 948)}公里，农村公路"
        f"{x('roads3', 7200)}公里；在营公交线路{x('lines', 126)}条，公交车辆{x('buses', 2150)}台，其中新能源车"
        f"{x('green', 1935)}台，占比{x('green_s', pc(1935, 2150, 0))}。"
    )
    x.ok("count", "roads1 roads2 roads3 roads", "a+b+c=d")
    x.ok("share", "green buses green_s", "a/b*100=c")


def _money(x: Paper) -> None:
    x.p(
        "市交通运输局主要职责包括：拟订全市综合交通运输发展规划并组织实施；承担公路、水路建设市场和运输市场监管；指导城市公共交通、出租汽车行业管理；"
        "负责交通运输综合行政执法和安全生产监督管理；组织实施重点物资和紧急客货运输。围绕“建成区域性综合交通枢纽”的中长期目标，"
        "2024年部门整体绩效目标设定为：推进国省道提质和农村路网联通，提升公共交通服务水平，强化源头治超与科技执法，守牢行业安全底线。",
        f"评价过程中，工作组查阅资料{x('papers', 420)}余份，实地查看在建公路项目{x('sites', 11)}处、公交场站{x('stations', 7)}处，"
        f"召开座谈会{x('talks', 5)}场，并对直属单位逐一进行访谈。评价数据基准日为2024年12月31日。",
    )
    x.h("二、预算安排与执行")
    x.p(
        f"2024年，市人大批准的部门预算为{x('plan', '18.46')}亿元，调整后预算{x('budget', '21.30')}亿元，净追加{x('added', '2.84')}亿元，"
        f"调整幅度{x('added_r', pc(D('2.84'), D('18.46'), 1))}。追加部分中，公路建设与养护{x('a1', 10400)}万元，公交运营补贴及信息化"
        f"{x('a2', 8000)}万元，行政执法、机构运转及其他{x('a3', 10000)}万元，三项合计{x('a', 28400)}万元。"
    )
    x.ok("difference", "budget plan added", "a-b=c")
    x.fault("growth", "budget plan added_r", {"added_r": pc(D("2.84"), D("21.30"), 1)}, "(a-b)/b*100=c", "wrong base")
    x.ok("sum", "a1 a2 a3 a", "a+b+c=d")
    x.ok("repeat", "a added", "a/10000=b")
    x.ok("difference", "t12 t11 a1", "a-b=c")
    x.p(
        f"当年实际支出{x('spent', '20.12')}亿元，总体执行率{x('rate', pc(D('20.12'), D('21.30'), 1))}，未执行{x('unspent', '1.18')}亿元。"
        f"与2023年{x('spent0', '18.75')}亿元的支出规模相比，净增{x('spent_more', '1.37')}亿元，上升"
        f"{x('spent_up', ch(D('20.12'), D('18.75'), 1))}。"
    )
    x.ok("rate", "spent budget rate", "a/b*100=c")
    x.ok("difference", "budget spent unspent", "a-b=c")
    x.ok("difference", "spent spent0 spent_more", "a-b=c")
    x.ok("growth", "spent spent0 spent_up", "(a-b)/b*100=c")
    _table(x)
    x.p(
        f"从构成看，公交运营补贴与公路建设养护是支出的两大头，分别支出{x('again2', 76500)}万元和{x('again1', 89400)}万元，"
        f"两者之和为{x('both', 165900)}万元，占全部支出的八成以上（{x('both_s', pc(165900, 201200, 1))}）。"
        f"执行率最低的是“智慧交通与信息化”，调整后预算{x('it_b', 9800)}万元，仅用去{x('it_s', 5900)}万元，"
        f"进度{x('it_r', pc(5900, 9800, 1))}，比总体执行率低{x('it_gap', D('34.3'))}个百分点。"
    )
    x.same("t23 again2", "t42 it_b", "t43 it_s", "t44 it_r", "t13 again1")
    x.ok("sum", "again1 again2 both", "a+b=c")
    x.ok("share", "both t63 both_s", "a/b*100=c")
    x.ok("difference", "rate it_r it_gap", "a-b=c")


def _table(x: Paper) -> None:
    rows = [
        ("公路建设与养护", 82300, 92700, 89400),
        ("公共交通运营补贴", 74800, 78200, 76500),
        ("综合行政执法", 9600, 10400, 10300),
        ("智慧交通与信息化", 5200, 9800, 5900),
        ("机构运转及其他", 12700, 21900, 19100),
    ]
    x.h("表2-1  支出方向及执行情况  单位：万元")
    table: list[list[object]] = [["支出方向", "年初预算", "调整后预算", "实际支出", "执行率"]]
    for place, (title, one, two, three) in enumerate(rows, start=1):
        told = x(f"t{place}1", one), x(f"t{place}2", two), x(f"t{place}3", three)
        table.append([title, *told, x(f"t{place}4", pc(three, two, 1))])
    table.append(["合计", x("t61", 184600), x("t62", 213000), x("t63", 201200), x("t64", pc(201200, 213000, 1))])
    x.m(table)
    x.oks("sum", "a+b+c+d+e=f", "t11 t21 t31 t41 t51 t61", "t12 t22 t32 t42 t52 t62")
    x.fault("sum", "t13 t23 t33 t43 t53 t63", {"t53": "19700"}, "a+b+c+d+e=f", "one digit of a part mistyped")
    x.fault("rate", "t53 t52 t54", {"t53": "19700"}, "a/b*100=c", "the rate was made with 19100")
    x.fault("rate", "t33 t32 t34", {"t34": "90.0%"}, "a/b*100=c", "99.0% mistyped")
    x.oks("rate", "a/b*100=c", "t13 t12 t14", "t23 t22 t24", "t43 t42 t44", "t63 t62 t64")
    x.oks("repeat", "a*10000=b", "plan t61", "budget t62", "spent t63")
    x.same("rate t64")


def _work(x: Paper) -> None:
    x.h("三、履职情况和效益")
    x.p(
        f"（一）路网建设。新改建普通国省道{x('new1', 86)}公里、农村公路{x('new2', 415)}公里，合计{x('new', 501)}公里，为年度任务"
        f"{x('new_g', 480)}公里的{x('new_r', pc(501, 480, 1))}。优良中等路率由上年的{x('good0', '91.2%')}提高到{x('good1', '93.5%')}，"
        f"升高{x('good_up', '2.3')}个百分点。",
        f"（二）公共出行。全年公交客运量{x('ride', '2.63')}亿人次，上年为{x('ride0', '2.48')}亿人次，"
        f"{x('ride_way', '增长')}{x('ride_up', ch(D('2.63'), D('2.48'), 1))}。新辟线路{x('lines_in', 9)}条，撤并{x('lines_out', 5)}条，"
        f"年末线路数从{x('lines0', 122)}条变为{x('lines1', 126)}条。",
        f"（三）执法与安全。办结行政处罚案件{x('cases', 3418)}件，其中超限运输{x('c1', 1206)}件、"
        f"道路客货运{x('c2', 1587)}件、出租汽车{x('c3', 625)}件；较大以上水路、道路运输责任事故为零。",
        f"（四）服务民生。“我的客服12328”受理诉求{x('calls', 46200)}件，按期办结{x('calls_ok', 45646)}件，按期办结率"
        f"{x('calls_r', pc(45646, 46200, 1))}；工作组委托第三方面访乘客{x('asked', 1500)}人，表示满意的{x('glad', 1302)}人，满意度"
        f"{x('glad_r', pc(1302, 1500, 1))}，达到了不低于{x('glad_g', '85%')}的年度目标。",
    )
    x.ok("sum", "new1 new2 new", "a+b=c")
    x.ok("rate", "new new_g new_r", "a/b*100=c")
    x.ok("difference", "good1 good0 good_up", "a-b=c")
    x.fault("growth", "ride ride0 ride_way", {"ride_way": "下降"}, note="it rose")
    x.ok("count", "lines0 lines_in lines_out lines1", "a+b-c=d")
    x.same("lines lines1")
    x.fault("count", "c1 c2 c3 cases", {"cases": 3481}, "a+b+c=d", "two digits swapped in the total")
    x.ok("rate", "calls_ok calls calls_r", "a/b*100=c")
    x.ok("survey", "glad asked glad_r", "a/b*100=c")
    x.ok("target", "glad_g glad_r")


def _scores(x: Paper) -> None:
    parts = [("决策", "d", 15, "13.5"), ("过程", "p", 25, "21.4"), ("产出", "o", 35, "32.2"), ("效益", "e", 25, "21.6")]
    x.p(
        "（五）可持续影响。交通基础设施管护责任逐级落实，县乡村三级“路长制”实现全覆盖；公交都市创建通过省级中期评估；"
        "治超非现场执法点位布局方案已经报批，有望逐步缓解一线执法力量不足的矛盾。",
        "总体来看，市交通运输局能够围绕市委、市政府中心工作谋划年度任务，资金安排与履职方向基本匹配，内部管理制度较为健全；"
        "但在预算精准度、信息化项目前期论证、公交成本监审等方面仍有提升空间。从横向比较看，本市普通国省道优良中等路率高于周边三市平均水平，"
        "公交新能源化比例处于全省前列，而公交万车事故率和候车时长两项指标与先进城市相比差距明显。",
    )
    x.h("四、评价结论")
    table: list[list[object]] = [["一级指标", "权重", "得分", "得分率"]]
    for title, key, full, got in parts:
        table.append([title, x(key + "w", full), x(key + "s", got), x(key + "r", pc(D(got), full, 1))])
    table.append(["合计", x("tw", 100), x("ts", "88.7"), x("tr", "88.7%")])
    x.m(table)
    x.ok("score_sum", "dw pw ow ew tw", "a+b+c+d=e")
    x.ok("score_sum", "ds ps os es ts", "a+b+c+d=e")
    x.oks("score_rate", "a/b*100=c", "ds dw dr", "os ow or", "es ew er", "ts tw tr")
    x.fault("score_rate", "ps pw pr", {"pr": "86.5%"}, "a/b*100=c", "85.6% with digits swapped")
    x.p(
        f"评价等级标准为：90（含）—100分为优，80（含）—90分为良，60（含）—80分为中，60分以下为差。市交通运输局{x('year', 2024)}年部门整体支出最终得分"
        f"{x('score', '88.7')}分，绩效等级评定为“{x('grade', '良')}”。",
        f"“过程”一项失分较多，其中预算执行率指标满分{x('xw', 5)}分，评分标准为“执行率达到95%及以上得满分，每低1个百分点扣0.5分，"
        f"不足1个百分点按1个百分点计，扣完为止”，实际执行率{x('xr', '94.5%')}，扣{x('xk', '0.5')}分，得{x('xs', '4.5')}分。",
    )
    x.same("ts score", "rate xr")
    x.fault("year", "year", {"year": 2023}, note="the year evaluated is 2024")
    x.fault("grade", "score grade", {"grade": "优"}, note="88.7 is 良 by the printed bands")
    x.ok("score_rule", "xr xk")
    x.ok("difference", "xw xk xs", "a-b=c")


def _end(x: Paper) -> None:
    x.h("五、存在的问题")
    x.p(
        f"1.预算编制与实际衔接不够。年初预算{x('plan2', '18.46')}亿元，年中追加近3亿元，机构运转及其他类调整幅度达"
        f"{x('other_r', ch(21900, 12700, 1))}。",
        f"2.信息化项目推进迟缓。受招标流标影响，智慧交通资金沉淀{x('idle', 3900)}万元，占全部未执行资金"
        f"{x('unspent2', 11800)}万元的{x('idle_s', pc(3900, 11800, 1))}。",
        f"{x('n3', 3)}.公交补贴与服务质量挂钩不紧，乘客对候车时间的抱怨较为集中（{x('close', '详见附件2）')}。",
    )
    x.same("plan plan2")
    x.fault("structure", "n3", {"n3": 4}, note="3 is skipped")
    x.ok("growth", "t52 t51 other_r", "(a-b)/b*100=c")
    x.ok("difference", "it_b it_s idle", "a-b=c")
    x.ok("share", "idle unspent2 idle_s", "a/b*100=c")
    x.ok("repeat", "unspent unspent2", "a*10000=b")
    x.fault("structure", "close", {"close": "详见附件2"}, note="a bracket that is never closed")
    x.p(
        f"此外，行业债务方面，截至基准日，市属交通建设平台有息债务余额{x('debt', '46.80')}亿元，较年初{x('debt0', '48.75')}亿元下降"
        f"{x('debt_d', '4.0%')}；当年还本{x('debt_p', '5.45')}亿元，新增借款{x('debt_n', '3.50')}亿元。债务规模虽有回落，但偿债来源较为单一，"
        "主要依赖财政补助和存量资产处置，后续年度偿债压力不容忽视。",
    )
    x.ok("growth", "debt0 debt debt_d", "(a-b)/a*100=c")
    x.ok("sum", "debt0 debt_n debt_p debt", "a+b-c=d")
    x.h("六、有关建议")
    x.p(
        "针对上述问题，工作组提出以下建议，供决策参考。",
        "一是完善项目储备库，未完成前期论证的信息化项目不得列入年初预算。二是修订公交成本规制办法，将准点率、满意度"
        "与补贴拨付挂钩。三是建立季度执行通报制度，对连续两个季度进度低于序时进度的项目调减预算。",
    )
    x.h("霁州市财政局", "2025年6月30日")
