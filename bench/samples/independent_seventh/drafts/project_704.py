"""A county's self-evaluation of money for village water works: a Word file with tables by source and township."""

from __future__ import annotations

from fractions import Fraction

from samples.independent_fourth.making import D, Paper, pc, q


def paper() -> Paper:
    d = Paper("704-岷岫县2023年农村饮水工程维修养护项目绩效自评报告.docx")
    centre, province, county = D("320.00"), D("110.00"), D("86.50")
    total = centre + province + county
    towns = [
        ("青笠镇", 14, 6820, D("128.40"), D("126.15")),
        ("桃坪镇", 11, 5214, D("104.60"), D("98.72")),
        ("石磴乡", 9, 3976, D("92.30"), D("87.45")),
        ("望溪乡", 12, 4583, D("108.70"), D("102.60")),
        ("云坳乡", 8, 3107, D("82.50"), D("77.45")),
    ]
    works = sum(one[1] for one in towns)
    people = sum(one[2] for one in towns)
    paid = sum((one[4] for one in towns), D(0))
    each = q(Fraction(paid) / works)
    d.h("岷岫县2023年农村饮水工程维修养护项目", "绩效自评报告")
    d.h("一、绩效目标分解下达情况")
    d.p(
        f"（一）资金下达情况。2023年我县农村饮水工程维修养护项目共安排资金{d('total', total)}万元，其中中央水利发展资金{d('centre', centre)}万元、省级补助{d('province', province)}万元、县级配套{d('county', county)}万元。中央资金占{d('cshare', pc(centre, total))}，省级补助占{d('pshare', pc(province, total))}，县级配套占{d('dshare', pc(county, total))}。",
        f"（二）绩效目标情况。维修养护农村供水工程{d('goal', 54)}处，服务农村人口不少于2.3万人，工程平均维修养护成本不高于9.6万元/处，年底前完成率100%，受益群众满意度不低于90%。",
    )
    d.h("二、绩效自评工作开展情况")
    d.p(
        f"{d('who', '县水利局')}会同县财政局成立自评工作组，采取资料核查、实地查看、入户访谈相结合的方式，对全部5个项目乡镇开展自评，实地查看工程{d('seen', 20)}处，占工程总数的{d('seenrate', pc(20, works))}。",
    )
    d.h("三、绩效目标完成情况分析", "（一）资金投入情况分析")
    d.p(
        f"1.资金到位。项目资金{d('arrived', total)}万元全部到位，到位率100%。",
        f"2.资金执行。截至2023年12月31日，累计支付{d('paid', paid)}万元，执行率{d('rate', pc(paid, total))}，结余{d('left', total - paid)}万元，为质保金和未到期尾款，结转2024年按合同支付。",
    )
    d.h("表1  分乡镇项目实施情况表（金额单位：万元）")
    d.t(
        [
            ["乡镇", "工程处数", "受益人口（人）", "安排资金", "已支付资金", "支付率"],
            *(
                [
                    town,
                    d(f"n{at}", count),
                    d(f"m{at}", folk),
                    d(f"g{at}", given),
                    d(f"p{at}", spent),
                    d(f"r{at}", pc(spent, given)),
                ]
                for at, (town, count, folk, given, spent) in enumerate(towns, start=1)
            ),
            ["合计", d("nt", works), d("mt", people), d("gt", total), d("pt", paid), d("rt", pc(paid, total))],
        ]
    )
    d.p(
        f"从分乡镇情况看，青笠镇安排资金最多，占全县的{d('g1share', pc(towns[0][3], total))}；望溪乡次之，占{d('g4share', pc(towns[3][3], total))}。"
    )
    d.h("（二）绩效指标完成情况分析")
    d.p(
        f"1.数量指标。完成维修养护工程{d('works', works)}处，其中更换管网{d('w1', 23)}处、维修蓄水池{d('w2', 19)}处、更新净化消毒设备{d('w3', 12)}处；惠及农村人口{d('folk', '2.37万人')}，其中脱贫人口和防止返贫监测对象{d('poor', 3172)}人。",
        f"2.质量指标。工程完工后开展水质检测{d('water', 54)}处，合格{d('water1', 51)}处，水质合格率{d('waterrate', pc(51, 54))}，其余3处加装消毒设备后复检合格。",
        f"3.时效指标。{d('ontime', '年底前完工52处，完工率96.30%；云坳乡2处工程因更换取水点，于2024年1月完工')}。",
        f"4.成本指标。按已支付资金计算，平均每处工程成本{d('each', each)}万元，低于9.6万元的控制值。",
        f"5.满意度指标。入户调查{d('sent', 200)}户，收回有效问卷{d('valid', 196)}份，表示满意{d('happy', 189)}份，受益群众满意度{d('sat', pc(189, 196))}（按有效问卷计算）。",
    )
    d.h("表2  项目绩效自评表")
    s0 = q(Fraction(paid) / Fraction(total) * 10)
    s4 = q(D("96.30") / 100 * 15)
    d.t(
        [
            ["指标", "年度指标值", "全年完成值", "分值", "得分"],
            ["资金执行率", "100%", d("trate", pc(paid, total)), d("v0", 10), d("s0", s0)],
            ["维修养护工程数量", "54处", d("tworks", works) + "处", d("v1", 20), d("s1", "20.00")],
            ["服务农村人口", "≥2.3万人", "2.37万人", d("v2", 15), d("s2", "15.00")],
            ["水质合格率", "≥90%", d("twater", pc(51, 54)), d("v3", 10), d("s3", "10.00")],
            ["年底前完成率", d("tt0", "100%"), d("tt", "96.30%"), d("v4", 15), d("s4", s4)],
            ["平均维修养护成本", "≤9.6万元/处", d("teach", each) + "万元/处", d("v5", 10), d("s5", "10.00")],
            ["农村供水保障能力", "有所提升", "有所提升", d("v6", 10), d("s6", "10.00")],
            ["受益群众满意度", "≥90%", d("tsat", pc(189, 196)), d("v7", 10), d("s7", "10.00")],
            [
                "合计",
                "",
                "",
                d("vt", 100),
                d("st", s0 + s4 + 75),
            ],
        ]
    )
    d.p("注：执行率、完成率未达到指标值的，按实际比例乘以分值计分。")
    d.h("四、偏离绩效目标的原因和下一步改进措施")
    d.p(
        "一是前期工作深度不够，云坳乡2处工程开工后才发现原取水点枯水期水量不足。下一步在项目入库时增加水源枯水期勘测环节。",
        "二是管护经费保障不稳。下一步推行分类水价，建立水费收缴与管护挂钩机制。",
    )
    d.h("五、绩效自评结果拟应用和公开情况")
    d.p("自评结果将作为2024年维修养护资金分配的依据，并在县政府网站水利专栏公开。")

    d.ok("sum", "m1 m2 m3 m4 m5 mt", "a+b+c+d+e=f")
    d.fault("rate", "p3 g3 r3", {"r3": pc(towns[3][4], towns[3][3])}, "a/b*100=c", "the rate of the row below")
    d.fault("unit", "mt folk", {"folk": "23.7万人"}, note="23700 people are 2.37 ten thousands")
    d.fault(
        "target",
        "tt0 tt ontime",
        {"ontime": "54处工程全部于年底前完工，时效目标圆满完成"},
        note="96.30 per cent in the table, two works late in section four",
    )
    d.fault("structure", "who", {"who": "XX县水利局"}, note="placeholder of the template")
    d.fault("difference", "total paid left", {"left": "24.31"}, "a-b=c", "digits swapped")
    d.fault("survey", "happy valid sat", {"sat": pc(189, 200)}, "a/b*100=c", "of those asked, said to be of the valid")
    d.fault("repeat", "tsat sat", {"sat": pc(189, 200)}, "a=b", "text against table")
    d.ok("sum", "centre province county total", "a+b+c=d")
    d.ok("share", "centre total cshare", "a/b*100=c")
    d.ok("share", "province total pshare", "a/b*100=c")
    d.ok("share", "county total dshare", "a/b*100=c")
    d.ok("rate", "paid total rate", "a/b*100=c")
    d.ok("sum", "n1 n2 n3 n4 n5 nt", "a+b+c+d+e=f")
    d.ok("sum", "g1 g2 g3 g4 g5 gt", "a+b+c+d+e=f")
    d.ok("sum", "p1 p2 p3 p4 p5 pt", "a+b+c+d+e=f")
    d.ok("rate", "p1 g1 r1", "a/b*100=c")
    d.ok("rate", "p5 g5 r5", "a/b*100=c")
    d.ok("share", "g1 gt g1share", "a/b*100=c")
    d.ok("share", "g4 gt g4share", "a/b*100=c")
    d.ok("count", "w1 w2 w3 works", "a+b+c=d")
    d.ok("rate", "water1 water waterrate", "a/b*100=c")
    d.ok("rate", "pt nt each", "a/b=c", "cost of one work")
    d.ok("rate", "seen nt seenrate", "a/b*100=c")
    d.ok("score_rule", "pt gt s0", "a/b*10=c")
    d.ok("score_rule", "tt v4 s4", "a/100*b=c")
    d.ok("score_sum", "s0 s1 s2 s3 s4 s5 s6 s7 st", "a+b+c+d+e+f+g+h=i")
    d.ok("score_sum", "v0 v1 v2 v3 v4 v5 v6 v7 vt", "a+b+c+d+e+f+g+h=i")
    d.near("share", "cshare pshare dshare", "100-a-b=c", "the rounded shares give 100.01")
    return d
