"""A hospital's self-evaluation as a form in Word."""

from __future__ import annotations

from samples.independent_tenth.papers import D, Paper, ch, pc

__all__ = ["paper"]


def paper() -> Paper:
    x = Paper("1110-蕖江县中医医院2024年度部门整体支出绩效自评表.docx")
    _form(x)
    _goals(x)
    _words(x)
    return x


def _form(x: Paper) -> None:
    x.h(
        "附件3",
        f"蕖江县中医医院{x('title', 2024)}年度部门整体支出绩效自评表",
        "填报单位（盖章）：蕖江县中医医院　　　金额单位：万元",
    )
    rows = [
        ("财政拨款", "a", D("1286.00"), D("1342.50"), D("1330.18")),
        ("事业收入", "b", D("9650.00"), D("9820.00"), D("9642.77")),
        ("其他资金", "c", D("120.00"), D("118.00"), D("109.36")),
    ]
    sums = [sum((row[place] for row in rows), D(0)) for place in (2, 3, 4)]
    table: list[list[object]] = [["资金来源", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"]]
    total = [x(f"t{n}", value) for n, value in enumerate(sums)]
    table.append(["年度资金总额", *total, x("tw", 10), x("tr", pc(sums[2], sums[1])), x("ts", D("9.82"))])
    for title, key, *values in rows:
        cells = [x(f"{key}{n}", value) for n, value in enumerate(values)]
        table.append(
            [f"其中：{title}" if key == "a" else title, *cells, "-", x(key + "r", pc(values[2], values[1])), "-"]
        )
    x.t(table)
    x.oks("sum", "a+b+c=d", "a0 b0 c0 t0", "a2 b2 c2 t2")
    x.fault("sum", "a1 b1 c1 t1", {"c1": "181.00"}, "a+b+c=d", "digits swapped: 118.00")
    x.fault("rate", "c2 c1 cr", {"c1": "181.00"}, "a/b*100=c", "the rate was made with 118.00")
    x.oks("rate", "a/b*100=c", "t2 t1 tr", "a2 a1 ar")
    x.fault("rate", "b2 b1 br", {"br": "99.92%"}, "a/b*100=c", "divided by the budget of the beginning")
    x.ok("score_rule", "tw tr ts", "a*b/100=c")
    x.fault("year", "title", {"title": 2023}, note="last year's form; everything in it is of 2024")
    x.h("年度总体目标及完成情况")
    x.t(
        [
            ["预期目标", "实际完成情况"],
            [
                f"1.全年门急诊量达到{x('o1', 210000)}人次以上，出院{x('o2', 11500)}人次以上；2.建成治未病中心；3.药占比控制在"
                f"{x('o3', '32%')}以内；4.中医药适宜技术推广到全部{x('o4', 14)}个乡镇卫生院。",
                f"1.完成门急诊{x('d1', 218640)}人次，出院{x('d2', 11872)}人次；2.治未病中心9月投入使用；3.全年药占比{x('d3', '30.6%')}；"
                f"4.{x('d4', 14)}个乡镇卫生院全部开展6类以上适宜技术。",
            ],
        ]
    )
    x.oks("target", "", "o1 d1", "o2 d2", "o3 d3", "o4 d4")


def _goals(x: Paper) -> None:
    x.h("绩效指标")
    rows = [
        ("产出指标", "数量指标", "门急诊人次", "≥", 210000, "人次", 218640, 8, 8),
        ("", "", "出院人次", "≥", 11500, "人次", 11872, 8, 8),
        ("", "", "中医适宜技术培训", "≥", 6, "期", 8, 6, 6),
        ("", "质量指标", "甲级病案率", "≥", "95%", "", "96.2%", 8, 8),
        ("", "", "中药饮片抽检合格率", "=", "100%", "", "100%", 8, 8),
        ("", "时效指标", "设备采购按期到货率", "≥", "95%", "", "100%", 6, 6),
        ("", "成本指标", "药占比", "≤", "32%", "", "30.6%", 6, 6),
        ("效益指标", "经济效益", "医疗收入增长率", "≥", "5%", "", "5.68%", 10, 10),
        ("", "社会效益", "县域内中医就诊率", "≥", "60%", "", "61.5%", 10, 10),
        ("", "可持续影响", "人才引进数", "≥", 5, "人", 6, 10, 10),
        ("满意度", "服务对象满意度", "门诊患者满意度", "≥", "92%", "", "93.8%", 5, 5),
        ("", "", "住院患者满意度", "≥", "95%", "", "95.4%", 5, 5),
    ]
    table: list[list[object]] = [["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"]]
    for n, (one, two, three, sign, goal, unit, done, weight, score) in enumerate(rows):
        cells = [f"{sign}{x(f'g{n}', goal)}{unit}", f"{x(f'v{n}', done)}{unit}", x(f"w{n}", weight), x(f"s{n}", score)]
        table.append([one, two, three, *cells])
    table.append(["总分", "", "", "", "", x("w", 100), x("s", D("99.82"))])
    x.t(table)
    letters = "abcdefghijklmn"
    x.ok("score_sum", "tw " + " ".join(f"w{n}" for n in range(12)) + " w", "+".join(letters[:13]) + "=n")
    x.ok("score_sum", "ts " + " ".join(f"s{n}" for n in range(12)) + " s", "+".join(letters[:13]) + "=n")
    met = (n for n in range(12) if n not in {3, 4, 11})
    x.oks("target", "", *(f"g{n} v{n}" for n in met))
    x.fault("target", "g3 v3", {"v3": "92.6%"}, "b>=a", "goal missed with full marks")
    x.fault("target", "g11 v11", {"v11": "93.4%"}, "b>=a", "goal missed with full marks")
    x.same("o1 g0", "d1 v0", "d2 v1", "d3 v6")


def _words(x: Paper) -> None:
    x.h("自评情况说明")
    new, old = D("9642.77"), D("9124.50")
    x.p(
        f"一、{x('fine', '收支情况')}。2024年事业收入执行{x('new', new)}万元，上年为{x('old', old)}万元，增加{x('more', new - old)}万元，增长"
        f"{x('up', ch(new, old))}。全年总支出{x('cost', D('11082.31'))}万元，其中人员支出{x('e1', D('4765.39'))}万元、药品及卫生材料"
        f"{x('e2', D('4432.92'))}万元、其他{x('e3', D('1884.00'))}万元，占比分别为{x('e1s', '43.00%')}、{x('e2s', '40.00%')}、{x('e3s', '17.00%')}。",
        f"二、诊疗服务情况。门急诊{x('visits', 218640)}人次，其中门诊{x('v_1', 196315)}人次、急诊{x('v_2', 22325)}人次，同比上年"
        f"{x('v_l', 207300)}人次增长{x('v_u', ch(218640, 207300))}；开放床位{x('beds', 320)}张，其中针灸推拿康复床位{x('bed1', 96)}张、"
        f"占{x('bed1s', '30.00%')}；住院患者出院{x('gone', 11872)}人次，上年为{x('gone_l', 11200)}人次，增长{x('gone_u', ch(11872, 11200))}。",
        f"三、人才队伍情况。年末在岗职工{x('staff', 412)}人，其中医师{x('p1', 128)}人、护理人员{x('p2', 176)}人、药技人员{x('p3', 61)}人、"
        f"行政后勤{x('p4', 47)}人。培训适宜技术骨干{x('turns', 8)}期{x('heads', 344)}人次，平均每期{x('each', 43)}人次；引进紧缺人才{x('hire', 6)}人。",
        f"县域医共体建设方面，派驻乡镇卫生院医师{x('sent', 28)}人次，带教坐诊{x('sit', 560)}天，人均{x('sit_e', 20)}天；上转患者{x('go_up', 316)}人次，"
        f"下转患者{x('go_dn', 474)}人次，下转比上转多{x('go_m', 158)}人次。中医馆标准化建设通过市级验收，“县管乡用”机制运行平稳。",
        f"四、{x('prob', '存在问题')}。部分设备论证不充分，使用率不高；成本核算未细化到诊疗组；慢病随访信息化程度偏低。",
        f"五、{x('next', '改进措施')}。"
        f"{x('ways', '一是完善大型设备购置论证制度；二是推进科室、诊疗组两级成本核算；三是与县域医共体信息平台对接随访数据。')}",
    )
    x.ok("difference", "new old more", "a-b=c")
    x.ok("growth", "new old up", "(a-b)/b*100=c")
    x.same("b2 new", "up v7", "d1 visits", "d2 gone", "v2 turns", "v9 hire")
    x.ok("sum", "e1 e2 e3 cost", "a+b+c=d")
    x.oks("share", "a/b*100=c", "e1 cost e1s", "e2 cost e2s", "e3 cost e3s", "bed1 beds bed1s")
    x.ok("count", "v_1 v_2 visits", "a+b=c")
    x.fault("growth", "visits v_l v_u", {"v_u": "5.74%"}, "(a-b)/b*100=c", "5.47% with digits swapped")
    x.ok("growth", "gone gone_l gone_u", "(a-b)/b*100=c")
    x.fault("count", "p1 p2 p3 p4 staff", {"p3": 16}, "a+b+c+d=e", "digits swapped")
    x.ok("rate", "heads turns each", "a/b=c")
    x.ok("rate", "sit sent sit_e", "a/b=c")
    x.ok("difference", "go_dn go_up go_m", "a-b=c")
    x.fault("structure", "next", {"next": "改进改进措施"}, note="doubled word")
    x.p(
        f"联系人：财务科　　自评得分：{x('final', D('99.82'))}分　　出院人次完成率：{x('gr', pc(11872, 11500))}"
        f"（计划{x('gp', 11500)}人次，实际{x('gd', 11872)}人次）"
    )
    x.same("s final", "o2 gp")
    x.fault("repeat", "gone gd", {"gd": 11827}, "a=b", "digits swapped")
    x.fault("rate", "gd gp gr", {"gd": 11827}, "a/b*100=c", "the rate was made with 11872")
