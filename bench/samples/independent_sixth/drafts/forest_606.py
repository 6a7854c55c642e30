"""A prefecture's forestry bureau: a self-evaluation whose figures stand between blanks."""

from __future__ import annotations

from samples.independent_fourth.making import D, Paper, ch, pc


def paper() -> Paper:
    d = Paper("606-澜苍州林业和草原局2024年部门整体支出绩效自评报告.txt", width=36, spaced=True)
    quarters = [D("1486.22"), D("2017.58"), D("1864.35"), D("2790.41")]
    total = sum(quarters, D(0))
    people, public = D("2836.40"), D("218.96")
    basic = people + public
    project = total - basic
    last = D("7642.80")
    prov, pref, cent = D("1468.30"), D("1215.60"), project - D("1468.30") - D("1215.60")
    d.h("澜苍州林业和草原局2024年部门整体支出绩效自评报告", "", "一、部门基本情况", "（一）部门概况")
    d.p(
        f"州林草局是州人民政府工作部门，内设{d('rooms', 11)}个科室，下辖州林业科学研究所、州国有林场管理站、州林草有害生物防治检疫局、州湿地保护中心、州森林草原防火监测中心{d('units', 5)}个事业单位。全系统编制{d('post', 248)}人，其中行政编制{d('post1', 41)}人、事业编制{d('post2', 207)}人。年末在职实有{d('real', 236)}人，其中行政{d('real1', 39)}人、事业{d('real2', 197)}人。离退休人员{d('retired', 164)}人，其中离休{d('retired1', 2)}人、退休{d('retired2', 162)}人。"
    )
    d.h("（二）部门绩效目标的设立情况")
    d.p(
        f"2024年部门整体支出绩效目标为：完成营造林{d('plan', '22.50')}万亩，其中人工造林{d('plan1', '6.80')}万亩、封山育林{d('plan2', '9.20')}万亩、退化林修复{d('plan3', '6.50')}万亩；森林火灾受害率控制在0.9‰以内；林业有害生物成灾率控制在3.2‰以内；发展林下经济面积新增8万亩。"
    )
    d.h("（三）部门整体收支情况")
    d.p(
        f"1.年初预算。年初部门预算{d('start', '7018.35')}万元，年中调整增加{d('more', '1406.15')}万元，调整后预算{d('final', '8424.50')}万元。",
        f"2.支出执行。全年支出{d('total', total)}万元，分季度看，一季度{d('q1', quarters[0])}万元、二季度{d('q2', quarters[1])}万元、三季度{d('q3', quarters[2])}万元、四季度{d('q4', quarters[3])}万元，四季度支出占全年的{d('q4share', pc(quarters[3], total))}。调整预算执行率为{d('rate', pc(total, D('8424.50')))}，结转{d('left', D('8424.50') - total)}万元。",
        f"3.支出结构。基本支出{d('basic', basic)}万元，占{d('bshare', pc(basic, total))}；项目支出{d('project', project)}万元，占{d('pshare', pc(project, total))}。与上年支出{d('last', last)}万元相比增加{d('grown', total - last)}万元，增长{d('up', ch(total, last))}。",
        f"4.项目资金来源。项目支出中，中央资金{d('cent', cent)}万元，占{d('centshare', pc(cent, project))}；省级资金{d('prov', prov)}万元，占{d('provshare', pc(prov, project))}；州级资金{d('pref', pref)}万元，占{d('prefshare', pc(pref, project))}。",
        f"5.“三公”经费。年初预算{d('plan3p', '46.00')}万元，实际支出{d('three', '41.27')}万元，其中公务用车运行维护费预算{d('carplan', '38.00')}万元、支出{d('car', '35.42')}万元，公务接待费预算{d('eatplan', '8.00')}万元、支出{d('eat', '5.85')}万元。{d('within', '各分项均控制在预算以内')}。",
    )
    d.h("二、绩效自评工作情况")
    d.p(
        f"{d('begun', '2025年2月17日')}，我局成立自评工作组，组长由分管财务的副局长担任，成员{d('team', 8)}人。{d('drafted', '2025年3月10日')}前各科室、各事业单位提交自评材料，{d('met', '2025年3月21日')}召开党组会审定自评结果，{d('handed', '2025年3月28日')}报送州财政局。"
    )
    d.h("三、绩效实现情况", "（一）产出指标完成情况")
    d.h("表1 营造林任务完成情况（单位：万亩）")
    trees = [
        ("人工造林", D("6.80"), D("6.94")),
        ("封山育林", D("9.20"), D("9.20")),
        ("退化林修复", D("6.50"), D("6.18")),
    ]
    d.t(
        [
            ["任务类型", "年度计划", "实际完成", "完成率"],
            *([n, d(f"tp{i}", a), d(f"td{i}", b), d(f"tr{i}", pc(b, a))] for i, (n, a, b) in enumerate(trees)),
            ["合计", d("tp", "22.50"), d("td", "22.32"), d("tr", pc(D("22.32"), D("22.50")))],
        ]
    )
    d.p(
        "退化林修复未完成部分为两个县的高海拔地块，因降雪提前封山，结转至2025年春季实施。",
        f"全年发生森林火情{d('fires', 7)}起，比上年减少{d('fewer', 5)}起，火灾受害率0.31‰；有害生物成灾率2.64‰。开展检疫检查{d('check', 1846)}批次，检出带疫{d('sick', 23)}批次，检出率{d('sickrate', pc(23, 1846))}。",
        f"年度安排的湿地修复工程于{d('w1', '2024年4月')}开工、{d('w2', '2024年11月')}通过完工验收，修复湿地{d('wet', 3260)}亩，其中退耕还湿{d('wet1', 1140)}亩、植被恢复{d('wet2', 2120)}亩。",
    )
    d.h("（二）效益指标完成情况")
    d.h("表2 林草产业主要指标")
    d.t(
        [
            ["指标", "单位", "2023年", "2024年", "增长"],
            ["林下经济面积", "万亩", d("y10", "86.40"), d("y11", "95.10"), d("y1", ch(D("95.10"), D("86.40")))],
            ["核桃产量", "万吨", d("y20", "12.36"), d("y21", "13.05"), d("y2", ch(D("13.05"), D("12.36")))],
            ["林草产业总产值", "亿元", d("y30", "148.60"), d("y31", "163.82"), d("y3", ch(D("163.82"), D("148.60")))],
            ["生态护林员补助人数", "人", d("y40", 5240), d("y41", 5240), "0.00%"],
        ]
    )
    d.p(
        f"林下经济面积新增{d('under', '8.70')}万亩，超过8万亩的目标。林草产业总产值{d('value', '163.82')}亿元，带动{d('homes', '4.86')}万户农户增收。生态护林员人均年补助{d('aid', '9600元')}，全年发放{d('paid', '5030.40')}万元，由县级林草部门列支，不在本部门决算中反映。",
        f"2024年新开展碳汇计量监测，支出{d('carbon', '62.40')}万元，{d('base0', '上年无此项支出，不计算增长率')}。",
    )
    d.h("（三）满意度指标完成情况")
    d.p(
        f"向林农、林企发放问卷{d('sent', 500)}份，收回{d('back', 476)}份，回收率{d('backrate', pc(476, 500))}。满意{d('s1', 352)}份、基本满意{d('s2', 97)}份、不满意{d('s3', 27)}份，满意和基本满意合计{d('sat', pc(449, 476))}。"
    )
    d.h("（四）自评结论")
    marks = [
        ("部门履职", 30, D("28.90")),
        ("预算管理", 30, D("26.57")),
        ("效益", 25, D("23.50")),
        ("满意度", 15, D("14.00")),
    ]
    points = sum((m[2] for m in marks), D(0))
    d.p(
        "本次自评满分100分，"
        + "，".join(f"{n}{w}分、自评{d(f'm{i}', g)}分" for i, (n, w, g) in enumerate(marks))
        + f"，合计{d('points', points)}分，得分率{d('prate', pc(points, 100))}，自评等级为“优”。"
    )
    d.h("表3 部门整体支出绩效自评指标得分表")
    rubric = [
        ("部门履职", "营造林完成率", 12, "得分=总完成率×分值", "99.20%", "11.90"),
        ("部门履职", "湿地修复面积", 8, "完成3200亩及以上得8分，否则不得分", "3260亩", "8.00"),
        ("部门履职", "检疫台账规范性", 10, "抽查每发现1处不规范扣0.5分，扣完为止", "发现2处", "9.00"),
        ("预算管理", "预算执行率", 10, "≥95%得10分；每低1个百分点扣0.5分", "96.84%", "10.00"),
        (
            "预算管理",
            "预算调整率",
            5,
            "≤10%得5分；超过10%的，每超5个百分点扣1分，不足5个百分点的按5个百分点计",
            "20.04%",
            "2.00",
        ),
        ("预算管理", "“三公”经费控制率", 5, "≤100%得5分，否则不得分", "89.72%", "5.00"),
        ("预算管理", "固定资产利用率", 5, "得分=利用率×分值", "91.35%", "4.57"),
        ("预算管理", "预决算信息公开", 5, "按规定内容、时限公开得5分", "按时公开", "5.00"),
        ("效益", "林下经济新增面积", 10, "达到目标得10分，未达到按比例计分", "8.70万亩", "10.00"),
        ("效益", "林草产业总产值增长率", 8, "≥10%得8分；每低1个百分点扣1分", "10.24%", "8.00"),
        ("效益", "生态护林员管理", 7, "管理规范得6—7分；基本规范得4—5.9分；不规范得0—3.9分", "基本规范", "5.50"),
        (
            "满意度",
            "服务对象满意度",
            15,
            "≥95%得15分；每低1个百分点扣1分，不足1个百分点的按1个百分点计",
            "94.33%",
            "14.00",
        ),
    ]
    d.t(
        [
            ["一级指标", "三级指标", "分值", "评分标准", "完成情况", "得分"],
            *(
                [a, b, d(f"v{i}", w), rule, d(f"k{i}", real), d(f"g{i}", got)]
                for i, (a, b, w, rule, real, got) in enumerate(rubric)
            ),
            ["合计", "", d("v", 100), "", "", d("g", points)],
        ]
    )
    d.h("四、存在的问题和整改情况")
    d.p(
        f"（一）支出进度前慢后快。上半年支出{d('h1', quarters[0] + quarters[1])}万元，仅占全年的{d('h1share', pc(quarters[0] + quarters[1], total))}，主要受苗木调运和雨季造林时令影响。",
        "（二）部分项目绩效指标未量化。碳汇监测、科普宣传等项目缺少可衡量的效益指标。",
        f"（三）资产利用不充分。固定资产原值{d('as0', '3864.20')}万元，在用{d('as1', '3529.95')}万元，利用率{d('asr', pc(D('3529.95'), D('3864.20')))}，闲置的主要是撤并管护站用房。",
    )
    d.fault(
        "growth",
        "grown last up",
        {"up": pc(total - last, total)},
        "a/b*100=c",
        "by this year's figure",
    )
    d.fault(
        "share",
        "pref project prefshare",
        {"prefshare": pc(prov, project)},
        "a/b*100=c",
        "the percentage of the line above copied",
    )
    d.fault("count", "retired1 retired2 retired", {"retired2": 126}, "a+b=c", "digits swapped")
    d.ok("difference", "final total left", "a-b=c")
    d.fault("year", "met handed", {"met": "2025年4月21日"}, note="handed in before it was approved")
    d.fault("policy", "eat eatplan within", {"eatplan": "5.00"}, note="5.85 of 5.00, said to be within")
    d.fault("sum", "carplan eatplan plan3p", {"eatplan": "5.00"}, "a+b=c", "the two budgets no longer give 46")
    d.fault(
        "growth",
        "base0",
        {"base0": "上年无此项支出，同比增长100%"},
        note="growth from nothing has no percentage",
    )
    d.fault("repeat", "y31 value", {"value": "168.32"}, "a=b", "table against text, digits swapped")
    d.ok("rate", "td0 tp0 tr0", "a/b*100=c")
    d.fault("score_rule", "k2 g2", {"k2": "发现4处"}, note="four at half a point each leave 8.00 of 10")
    d.ok("score_sum", "g0 g1 g2 m0", "a+b+c=d")
    d.ok("score_sum", "g3 g4 g5 g6 g7 m1", "a+b+c+d+e=f")
    d.ok("score_sum", "g8 g9 g10 m2", "a+b+c=d")
    d.ok("score_sum", "g0 g1 g2 g3 g4 g5 g6 g7 g8 g9 g10 g11 g", "a+b+c+d+e+f+g+h+i+j+k+l=m")
    d.ok("score_sum", "v0 v1 v2 v3 v4 v5 v6 v7 v8 v9 v10 v11 v", "a+b+c+d+e+f+g+h+i+j+k+l=m")
    d.ok("score_rule", "k0 g0", "a*12/100=b")
    d.ok("score_rule", "k11 g11", note="0.67 points below, counted as one")
    d.ok("score_rule", "k4 g4", note="10.04 points over, counted as three steps")
    d.near("score_rule", "asr g6", "a*5/100=b", "4.5675 shown with two decimals")
    d.ok("rate", "more start k4", "a/b*100=c")
    d.ok("rate", "three plan3p k5", "a/b*100=c")
    d.ok("repeat", "tr k0", "a=b")
    d.ok("sum", "post1 post2 post", "a+b=c")
    d.ok("sum", "real1 real2 real", "a+b=c")
    d.ok("sum", "plan1 plan2 plan3 plan", "a+b+c=d")
    d.ok("sum", "start more final", "a+b=c")
    d.ok("sum", "q1 q2 q3 q4 total", "a+b+c+d=e")
    d.ok("share", "q4 total q4share", "a/b*100=c")
    d.ok("rate", "total final rate", "a/b*100=c")
    d.ok("share", "basic total bshare", "a/b*100=c")
    d.ok("share", "project total pshare", "a/b*100=c")
    d.ok("sum", "cent prov pref project", "a+b+c=d")
    d.ok("share", "prov project provshare", "a/b*100=c")
    d.ok("sum", "car eat three", "a+b=c")
    d.ok("rate", "td2 tp2 tr2", "a/b*100=c")
    d.ok("sum", "td0 td1 td2 td", "a+b+c=d")
    d.ok("rate", "td tp tr", "a/b*100=c")
    d.ok("rate", "sick check sickrate", "a/b*100=c")
    d.ok("growth", "y21 y20 y2", "(a-b)/b*100=c")
    d.ok("growth", "y31 y30 y3", "(a-b)/b*100=c")
    d.ok("difference", "y11 y10 under", "a-b=c")
    d.ok("rate", "aid y41 paid", "a*b/10000=c")
    d.ok("survey", "s1 s2 s3 back", "a+b+c=d")
    d.ok("score_sum", "m0 m1 m2 m3 points", "a+b+c+d=e")
    d.ok("share", "h1 total h1share", "a/b*100=c")
    d.ok("rate", "as1 as0 asr", "a/b*100=c")
    return d
