"""A report on a project of planting trees and mending grassland in a banner."""

from __future__ import annotations

from samples.independent_fourteenth.drafts import plus
from samples.independent_tenth.papers import D, Paper, pc, q

__all__ = ["paper"]

# name, planned, done, accepted (mu), yuan a mu, spent (ten thousand yuan)
TASKS = (
    ("人工造乔木林", 12000, 11640, 11152, 900, "1047.60"),
    ("人工造灌木林", 18000, 18000, 17370, 300, "540.00"),
    ("退化草原改良", 60000, 60500, 58685, 150, "907.50"),
    ("封沙育林", 25000, 25000, 24500, 100, "250.00"),
)
DONE, ACCEPTED = sum(task[2] for task in TASKS), sum(task[3] for task in TASKS)
TASKS_SPENT = sum((D(task[5]) for task in TASKS), D(0))
GUARDS, WATCHED = D("255.60"), D("127.95")
SPENT = TASKS_SPENT + GUARDS + WATCHED
COME = D("3345.00")

ROWS = (
    ("决策", "立项依据充分性", 4, "符合规划和职责得4分", "符合", "4.00"),
    ("决策", "立项程序规范性", 3, "程序、材料齐全得3分", "齐全", "3.00"),
    ("决策", "绩效目标合理性", 4, "清晰、可衡量得4分，酌情扣分", "生态效益目标未细化到年度，扣0.5分", "3.50"),
    ("决策", "资金分配合理性", 4, "与任务量匹配得4分", "匹配", "4.00"),
    ("过程", "资金到位率", 4, "得分=到位率×4", "{come}", "3.84"),
    ("过程", "预算执行率", 4, "得分=执行率×4", "{spent}", "3.74"),
    ("过程", "资金使用合规性", 6, "每发现1个问题扣1分", "监理费1笔超标准列支", "5.00"),
    ("过程", "制度执行有效性", 6, "管理、验收、公示、档案四项，酌情扣分", "部分地块公示不足7天，扣0.5分", "5.50"),
    ("产出", "乔木林完成率", 6, "得分=完成率×6，超过100%按100%计", "{trees}", "5.82"),
    ("产出", "灌木林完成率", 5, "得分=完成率×5，超过100%按100%计", "100%", "5.00"),
    ("产出", "草原改良完成率", 6, "得分=完成率×6，超过100%按100%计", "100.83%", "6.00"),
    ("产出", "封育完成率", 4, "得分=完成率×4，超过100%按100%计", "100%", "4.00"),
    ("产出", "验收合格率", 6, "≥95%得6分，每低1个百分点扣1分", "达到95%以上", "6.00"),
    ("产出", "完成及时性", 4, "得分=按期完成子项目数÷子项目总数×4", "{timely}", "3.00"),
    ("产出", "成本控制", 4, "亩均投入不超过定额得4分", "未超过", "4.00"),
    ("效益", "植被盖度提高", 10, "提高3个百分点及以上得10分，每少0.5个百分点扣2分", "提高{cover}个百分点", "10.00"),
    ("效益", "带动务工", 6, "带动1000人以上得6分，每少100人扣1分", "带动{workers}人", "6.00"),
    ("效益", "管护可持续性", 9, "机构、人员、经费各3分，酌情扣分", "后续管护经费未列入旗级预算，扣1.5分", "7.50"),
    ("效益", "农牧民满意度", 5, "≥90%得5分，每低1个百分点扣0.5分", "{pleased}", "5.00"),
)
GROUPS = ("决策", "过程", "产出", "效益")


def _of(name: str) -> list[int]:
    return [place for place, row in enumerate(ROWS) if row[0] == name]


def _got(name: str) -> D:
    return sum((D(ROWS[place][5]) for place in _of(name)), D(0))


def _money(x: Paper) -> None:
    x.h("塔拉格旗2023年度国土绿化与退化草原修复项目支出绩效评价报告", "", "一、项目基本情况", "（一）项目概况")
    x.p(
        "塔拉格旗地处农牧交错带，风蚀沙化面积大。2023年旗林业和草原局组织实施国土绿化与退化草原修复项目，涉及6个苏木镇、31个嘎查村，建设内容包括人工造乔木林、人工造灌木林、退化草原改良、封沙育林4个子项目及后续管护监测，计划当年3月开工、10月底完工。"
    )
    x.h("（二）资金安排与使用")
    x.p(
        f"项目批复总投资{x('plan', '3480.00')}万元。截至2023年12月31日，{x('claim', '除旗级配套外，各级')}资金均足额到位，到位资金{x('come', COME)}万元，到位率{x('come_rate', pc(COME, 3480))}；实际支出{x('spent', SPENT)}万元，预算执行率（支出占到位资金的比例）{x('spent_rate', pc(SPENT, COME))}，结余{x('left', COME - SPENT)}万元为质量保证金。各级资金情况如下（单位：万元）："
    )
    x.t(
        [
            ["资金来源", "批复数", "到位数", "到位率"],
            ["中央财政", x("m0", "2400.00"), x("n0", "2400.00"), "100.00%"],
            ["自治区财政", x("m1", "630.00"), x("n1", "630.00"), "100.00%"],
            ["旗级配套", x("m2", "450.00"), x("n2", "315.00"), x("m2_rate", "70.00%")],
            ["合计", x("m3", "3480.00"), x("n3", COME), x("m3_rate", pc(COME, 3480))],
        ],
    )
    x.ok("sum", "m0 m1 m2 m3", plus(3))
    x.ok("difference", "come spent left", "a-b=c")
    x.oks("rate", "a/b*100=c", "come plan come_rate", "spent come spent_rate", "n3 m3 m3_rate")
    x.same("plan m3", "come n3", "come_rate m3_rate")
    x.fault("sum", "n0 n1 n2 n3", {"n2": "351.00"}, plus(3), "315写成351")
    x.fault("rate", "n2 m2 m2_rate", {"n2": "351.00"}, "a/b*100=c", "到位率按315计算")
    x.fault("target", "claim n2 m2", {"claim": "中央、自治区和旗级配套"}, note="旗级配套只到位七成，却写足额到位")


def _tasks(x: Paper) -> None:
    x.h("（三）建设任务完成情况")
    x.p(
        f"全年完成建设任务{x('done', DONE)}亩，折合{x('hectares', DONE // 15)}公顷，经旗级自查和盟级复核，验收合格{x('fine', ACCEPTED)}亩，合格率{x('fine_rate', pc(ACCEPTED, DONE))}。乔木林按每亩74株栽植，共栽植苗木{x('trees', q(D(11640 * 74) / 10000, 1))}万株；抽查样地{x('plots', 60)}块，成活率达标{x('alive', 54)}块，达标率{x('alive_rate', pc(54, 60))}，高于85%的目标。分项情况见下表："
    )
    rows = [["子项目", "计划（亩）", "完成（亩）", "合格（亩）", "补助标准（元/亩）", "支出（万元）"]]
    for line, task in enumerate(TASKS):
        rows.append([task[0], *(x(f"t{line}_{column}", value) for column, value in enumerate(task[1:]))])
    rows.append(["小计", x("t4_0", 115000), x("t4_1", DONE), x("t4_2", ACCEPTED), "—", x("t4_4", TASKS_SPENT)])
    x.t(rows)
    x.p(
        f"管护监测支出{x('care', GUARDS + WATCHED)}万元，其中护林员补助{x('care1', GUARDS)}万元（{x('rangers', 142)}人，每人每年{x('ranger_pay', '1.80')}万元）、效益监测{x('care2', WATCHED)}万元。子项目支出与管护监测支出合计{x('all', SPENT)}万元。"
    )
    for column in (0, 1, 2):
        x.ok("sum", " ".join(f"t{line}_{column}" for line in range(5)), plus(4))
    x.oks("unit", "a*b/10000=c", *(f"t{line}_1 t{line}_3 t{line}_4" for line in (0, 1, 3)))
    x.same("done t4_1", "fine t4_2", "spent all")
    x.ok("rate", "alive plots alive_rate", "a/b*100=c")
    x.ok("rate", "t0_1 trees", "a*74/10000=b")
    x.ok("rate", "rangers ranger_pay care1", "a*b=c")
    x.oks("sum", plus(2), "care1 care2 care", "t4_4 care all")
    x.fault("unit", "done hectares", {"hectares": DONE // 10}, "a/15=b", "15亩为1公顷，误除以10")
    x.fault("rate", "fine done fine_rate", {"fine_rate": pc(ACCEPTED, 115000)}, "a/b*100=c", "分母误用计划任务")
    x.fault("rate", "t2_1 t2_3 t2_4", {"t2_4": "970.50"}, "a*b/10000=c", "面积乘标准应为907.50")
    x.fault("sum", "t0_4 t1_4 t2_4 t3_4 t4_4", {"t2_4": "970.50"}, plus(4))


def _judging(x: Paper) -> None:
    total = sum((_got(name) for name in GROUPS), D(0))
    x.h("二、绩效评价工作情况")
    x.p(
        f"评价采用成本效益分析法、比较法、公众评判法，指标体系满分{x('full', 100)}分，其中决策{x('u0', 15)}分、过程{x('u1', 20)}分、产出{x('u2', 35)}分、效益{x('u3', 30)}分。90分（含）以上为优，75分（含）至90分为良，60分（含）至75分为中，60分以下为差。评价组抽查了3个苏木镇的14个地块。"
    )
    x.h("三、综合评价结论")
    x.p(f"项目绩效评价得分{x('total', total)}分，评价等级为{x('grade', '优')}。")
    rows = [["一级指标", "分值", "得分", "得分率"]]
    for place, name in enumerate(GROUPS):
        full = sum(int(ROWS[line][2]) for line in _of(name))
        rows.append([name, x(f"f{place}", full), x(f"g{place}", _got(name)), x(f"r{place}", pc(_got(name), full))])
    rows.append(["合计", x("f4", 100), x("g4", total), x("r4", pc(total, 100))])
    x.t(rows)
    x.oks("score_sum", plus(4), "f0 f1 f2 f3 f4", "g0 g1 g2 g3 g4")
    x.oks("score_rate", "a/b*100=c", *(f"g{place} f{place} r{place}" for place in range(5)))
    x.same("total g4", "u0 f0", "u1 f1", "u3 f3")
    x.ok("grade", "total grade")
    x.fault("score_sum", "u0 u1 u2 u3 full", {"u2": 40}, plus(4), "各部分分值之和为105分")
    x.fault("repeat", "u2 f2", {"u2": 40}, "a=b")


def _effects(x: Paper) -> None:
    x.h("四、项目效益分析")
    x.p(
        f"生态效益：项目区植被盖度由{x('cover0', '28.4')}%提高到{x('cover1', '31.9')}%，提高{x('cover', '3.5')}个百分点。",
        f"社会效益：带动农牧民务工{x('workers', 1268)}人，其中脱贫人口{x('poor', 416)}人，占{x('poor_share', pc(416, 1268))}；发放劳务费{x('wages', '862.24')}万元，人均{x('wage', 6800)}元。",
        f"满意度：发放问卷{x('sent', 200)}份，有效问卷{x('valid', 190)}份，有效率{x('valid_rate', pc(190, 200))}。其中非常满意{x('v0', 118)}份、满意{x('v1', 54)}份、一般{x('v2', 14)}份、不满意{x('v3', 4)}份，满意度（非常满意与满意之和占有效问卷的比例）{x('pleased', pc(172, 190))}。",
    )
    x.ok("difference", "cover1 cover0 cover", "a-b=c")
    x.ok("share", "poor workers poor_share", "a/b*100=c")
    x.ok("survey", "valid sent valid_rate", "a/b*100=c")
    x.ok("survey", "v0 v1 valid pleased", "(a+b)/c*100=d")
    x.fault("rate", "wages workers wage", {"wage": 8600}, "a*10000/b=c", "6800错位成8600")
    x.fault("survey", "v0 v1 v2 v3 valid", {"v2": 41}, plus(4), "14错位成41")
    x.h("五、存在的主要问题")
    x.p(
        "（一）旗级配套资金到位不足，后续管护经费没有列入旗级预算。",
        "（二）乔木林因春季干旱少造360亩，工期推迟，4个子项目中有1个未按期完成。",
        "（三）个别地块公示时间不足，监理费有1笔超标准列支。",
    )
    x.h("六、意见建议")
    x.p(
        f"（一）旗财政在2024年一季度前补足配套资金{x('owed', '135')}万元，并把管护经费列入部门预算。",
        "（二）调整树种结构，提高耐旱灌木比例，错开春旱时段造林。",
        "（三）规范公示和费用列支，2024年6月底前完成整改。",
    )
    x.fault("difference", "m2 n2 owed", {"n2": "351.00"}, "a-b=c", "建议补足的135万元按到位315万元计算")


def _table(x: Paper) -> None:
    said = {
        "come": x("k_come", pc(COME, 3480)),
        "spent": x("k_spent", pc(SPENT, COME)),
        "trees": x("k_trees", pc(11640, 12000)),
        "timely": f"{x('k_on', 3)}÷{x('k_of', 4)}={x('k_timely', '75%')}",
        "cover": x("k_cover", "3.5"),
        "workers": x("k_workers", 1268),
        "pleased": x("k_pleased", pc(172, 190)),
    }
    x.h("", "附表　项目支出绩效评价指标评分表")
    rows = [["一级指标", "三级指标", "分值", "评分标准", "评价情况", "得分"]]
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
    x.t(rows)
    for place, name in enumerate(GROUPS):
        if name != "产出":
            x.ok("score_sum", " ".join(f"s{line}" for line in _of(name)) + f" g{place}", plus(len(_of(name))))
        x.ok("score_sum", " ".join(f"w{line}" for line in _of(name)) + f" f{place}", plus(len(_of(name))))
    x.same(
        "s_all total",
        "k_come come_rate",
        "k_spent spent_rate",
        "k_cover cover",
        "k_workers workers",
        "k_pleased pleased",
    )
    x.oks("score_rule", "a/100*b=c", "k_come w4 s4", "k_spent w5 s5", "k_trees w8 s8")
    x.ok("rate", "k_on k_of k_timely", "a/b*100=c")
    x.ok("rate", "t0_1 t0_0 k_trees", "a/b*100=c")
    x.oks("score_rule", "", "k_cover s15", "k_workers s16", "k_pleased s18")
    x.fault("score_rule", "k_on k_of w13 s13", {"s13": "3.50"}, "a/b*c=d", "四分之三乘4分应为3分")
    x.fault("score_sum", " ".join(f"s{line}" for line in _of("产出")) + " g2", {"s13": "3.50"}, plus(7))


def paper() -> Paper:
    x = Paper("1404-塔拉格旗国土绿化项目绩效评价.txt", gap="    ", spaced=True)
    for part in (_money, _tasks, _judging, _effects, _table):
        part(x)
    return x
