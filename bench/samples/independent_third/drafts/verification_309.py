"""309: verification of a self-evaluation with its rubric, as an optical reader left it."""

from samples.independent.amounts import D, money, percent
from samples.independent.drafting import Draft
from samples.independent.drafting import place as at
from samples.independent_third.making import Paper, changed


def draft() -> Draft:
    d = Paper(309, "松陵市档案馆2022年部门整体支出绩效自评核查报告", "txt")
    begin, adjusted, spent = D("684.20"), D("712.85"), D("695.37")
    buy_plan, buy = D("36.50"), D("34.82")
    buy_score, run_score = buy / buy_plan * 3, spent / adjusted * 5
    s = {
        "a1": D("4"),
        "a2": D("3.5"),
        "a3": D("6"),
        "b1": D(money(run_score)),
        "b2": D(money(buy_score)),
        "b3": D("9.5"),
        "b4": D("12"),
        "c1": D("4"),
        "c2": D("5"),
        "e1": D("17.5"),
        "e2": D("12.65"),
        "e3": D("7.6"),
    }
    full = {"a": 15, "b": 33, "c": 10, "e": 42}
    got = {key: sum((v for k, v in s.items() if k[0] == key), D(0)) for key in full}
    total = sum(got.values(), D(0))
    one = {
        "a1": 4,
        "a2": 4,
        "a3": 7,
        "b1": 5,
        "b2": 3,
        "b3": 10,
        "b4": 15,
        "c1": 5,
        "c2": 5,
        "e1": 20,
        "e2": 14,
        "e3": 8,
    }
    self_ = {**{k: D(v) for k, v in one.items()}, "b1": D("5"), "b2": D("3"), "b4": D("14"), "e1": D("19")}
    d.p(
        "2022 年部门整体支出绩效自评核查报告",
        "",
        "被核查单位：松陵市档案馆",
        "委托单位：松陵市财政局",
        "核查机构：松陵衡信会计师事务所有限公司",
        "核查时间：2023 年 8 月 21 日",
        "",
        f"受松陵市财政局委托，我们对松陵市档案馆{at('year', '2022')} 年部门整体支出绩效自评情况进行了核查，现将结果报告如下。",
    )
    d.h(1, "一、部门基本情况")
    d.p(
        f"市档案馆为市委直属公益一类事业单位，内设{at('rooms', '4')} 个科室：{at('room_list', '综合科、接收整理科、保管利用科、信息技术科')}。编制 {at('z', '26')} 名，2022 年末在职 24 人，退休 9 人。馆藏档案 {at('files', '218')} 个全宗、41.6 万卷。"
    )
    d.p(
        f"2022 年年初预算 {at('n0', money(begin))} 万元，调整预算 {at('n1', money(adjusted))} 万元，决算 {at('n2', money(spent))} 万元。"
    )
    d.t(
        [
            ("支出性质", "年初预算数", "调整预算数", "决算数"),
            ("基本支出", "452.60", "468.25", at("tb", "465.91")),
            ("项目支出", "231.60", at("tp1", "244.60"), at("tp", "229.46")),
            ("合计", at("t0", money(begin)), at("t1", money(adjusted)), at("t2", money(spent))),
        ]
    )
    d.h(1, "二、核查结论")
    d.p(
        f"经核查，松陵市档案馆自评得分 {money(sum(self_.values(), D(0)))} 分，核查得分 {at('score', money(total))} 分，绩效等级为“{at('grade', '良')}”。等级划分：{at('band', '得分≥90 分为优，80 分≤得分＜90 分为良，70 分≤得分＜80 分为中，60 分≤得分＜70 分为低，得分＜60 分为差')}。"
    )
    d.t(
        [
            ("一级指标", "分值", "核查得分", "得分率"),
            *[
                (name, str(full[key]), at(f"g{key}", money(got[key])), at(f"r{key}", percent(got[key], full[key])))
                for key, name in (("a", "预算编制"), ("b", "预算执行"), ("c", "预算监督"), ("e", "履职效益"))
            ],
            ("合计", "100", at("g_all", money(total)), percent(total, 100)),
        ]
    )
    d.h(1, "三、指标分析")
    d.p(
        f"（一）预算编制。分值 15 分，核查得分 {at('ha', money(got['a']))} 分，得分率 {at('hra', percent(got['a'], 15))}。",
        f"1. 预算编制合理性。分值 4 分，核查得分 4 分，得分率 100%。预算安排与部门职能相符。\n2. 目标科学性。分值 4 分，核查得分 3.5 分，得分率 {at('r35', '87.50%')}。部分产出指标未量化，扣 0.5 分。\n3. 预决算差异率。分值 7 分，核查得分 6 分，得分率 {at('r6', percent(6, 7))}。预决算差异率=({at('f_a', money(spent))}-{at('f_b', money(begin))})/{money(begin)}*100%={at('f_c', changed(spent, begin))}，差异率在 1%～5%之间，按评分标准扣 1 分。",
    )
    d.p(
        f"（二）预算执行。分值 33 分，核查得分 {at('hb', money(got['b']))} 分，得分率 {at('hrb', percent(got['b'], 33))}。",
        f"1. 支出完成率。分值 5 分。支出完成率={at('e_a', money(spent))}/{at('e_b', money(adjusted))}*100%={at('e_c', percent(spent, adjusted))}，得分=分值×支出完成率={at('e_s', money(run_score))} 分。\n2. 政府采购执行率。分值 3 分。采购预算 {at('q_b', money(buy_plan))} 万元，实际采购 {at('q_a', money(buy))} 万元，执行率 {at('q_c', percent(buy, buy_plan))}，得分=3×{at('q_c2', percent(buy, buy_plan))}={at('q_s', money(buy_score))} 分。\n3. 财务合规性。分值 10 分，核查得分 {at('fin', '9.5')} 分。抽查凭证 60 份，2 份附件不齐，{at('minus', '扣 0.5 分')}。\n4. 项目和资产管理。分值 15 分，核查得分 12 分，得分率 {at('r12', '80.00%')}。项目实施过程资料不完整、资产盘点不及时，合计扣 3 分。",
    )
    d.p(
        f"（三）预算监督。分值 10 分，核查得分 {at('hc', money(got['c']))} 分，得分率 {at('hrc', percent(got['c'], 10))}。绩效目标公开超过规定时限，扣 1 分。",
        f"（四）履职效益。分值 42 分，核查得分 {at('he', money(got['e']))} 分，得分率 {at('hre', percent(got['e'], 42))}。全年接收档案 8640 卷、数字化 {at('scan', '126.50')} 万页，接待查档 3172 人次，查档满意度 95.20%。数字化计划 {at('scan_plan', '140')} 万页，完成率 {at('scan_r', percent(D('126.5'), 140))}，该项按完成率计分，得 12.65 分。",
    )
    d.h(1, "四、存在问题")
    d.p(
        "1. 绩效目标量化不足，个别指标无法考核。",
        "2. 数字化加工进度滞后，未完成年度计划。",
        at("third", "3.") + " 资产管理基础薄弱，账实核对不及时。",
    )
    d.h(1, "五、有关建议")
    d.p(
        "1. 完善部门整体绩效指标库，做到可量化、可核查。",
        "2. 加强项目进度管理，按季度通报数字化加工进展。",
        "3. 开展一次全面的资产清查。",
    )
    d.p("附件：部门整体绩效自评指标核查评分表")
    names = {
        "a1": "编制合理性",
        "a2": "目标科学性",
        "a3": "预决算差异率",
        "b1": "支出完成率",
        "b2": "政府采购执行率",
        "b3": "财务合规性",
        "b4": "项目和资产管理",
        "c1": "目标公开",
        "c2": "自评材料报送",
        "e1": "档案接收和利用",
        "e2": "数字化建设",
        "e3": "服务对象满意度",
    }
    top = {"a": "预算编制", "b": "预算执行", "c": "预算监督", "e": "履职效益"}
    rows = [
        (top[k[0]] if k[1] == "1" else "", names[k], str(one[k]), money(self_[k]), at(f"v{k}", money(s[k]))) for k in s
    ]
    d.t(
        [
            ("一级指标", "三级指标", "分值", "自评得分", "核查得分"),
            *rows,
            ("合计", "", "100", money(sum(self_.values(), D(0))), at("v_all", money(total))),
        ]
    )
    d.ok("sum", "a+b=c", "tb", "tp", "t2")
    d.ok("score_sum", "a+b+c+d=e", "ga", "gb", "gc", "ge", "g_all")
    d.ok("score_rate", "a/15*100=b", "ha", "hra")
    d.ok("score_rate", "a/33*100=b", "hb", "hrb")
    d.ok("score_rate", "a/42*100=b", "he", "hre")
    d.ok("rate", "(a-b)/b*100=c", "f_a", "f_b", "f_c")
    d.ok("rate", "a/b*100=c", "e_a", "e_b", "e_c")
    d.ok("rate", "a/b*100=c", "q_a", "q_b", "q_c")
    d.ok("score_rule", "3*a/100=b", "q_c2", "q_s")
    d.ok("rate", "a/b*100=c", "scan", "scan_plan", "scan_r")
    d.wrong("score_rate", "rc", percent(got["c"] - 1, 10), "gc", formula="a/10*100=b", note="cell of the summary")
    d.wrong("rate", "f_c", changed(spent, adjusted), "f_a", "f_b", formula="(a-b)/b*100=c", note="written-out formula")
    d.wrong(
        "score_rule", "e_s", money(run_score - D("0.30")), "e_c", formula="5*a/100=b", note="score by the printed rule"
    )
    d.wrong("score_sum", "hb", money(got["b"] + D("0.50")), "gb", formula="a=b", note="heading against table and items")
    d.wrong("grade", "grade", "中", "score", "band", note="grade against the bands")
    d.wrong("structure", "third", "4.", note="1, 2, 4")
    return d
