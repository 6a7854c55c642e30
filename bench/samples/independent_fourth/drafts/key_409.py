"""A finance bureau's evaluation of old quarters made new, a Word file."""

from __future__ import annotations

from fractions import Fraction

from samples.independent_fourth.making import D, Paper, ch, pc, q


def paper() -> Paper:
    d = Paper("409-苕浦县城镇老旧小区改造项目财政重点绩效评价报告.docx")
    years = {
        "2021年": (8, 62, 1486, D("2980.00"), D("2764.38")),
        "2022年": (11, 84, 2035, D("4210.00"), D("3986.72")),
        "2023年": (7, 57, 1329, D("2860.00"), D("2541.90")),
    }
    keys = dict(zip(years, "abc", strict=True))
    tot = [sum((one[at] for one in years.values()), start=0) for at in range(5)]
    d.h("苕浦县城镇老旧小区改造项目", "财政重点绩效评价报告", "（2021—2023年度）")
    d.p(
        "为深入贯彻全面实施预算绩效管理的要求，苕浦县财政局成立评价工作组，于2024年5月至7月对2021—2023年城镇老旧小区改造项目开展了财政重点绩效评价。现将评价情况报告如下。",
    )
    d.h("一、项目基本情况")
    d.p(
        f"（一）项目概况。三年间全县共改造城镇老旧小区{d('quarters', tot[0])}个、楼栋{d('blocks', tot[1])}栋，惠及居民{d('homes', tot[2])}户。改造内容分为基础类、完善类和提升类，以供水、供电、排水、道路和外墙等基础类改造为主，同步加装电梯、增设停车位和养老托幼设施。",
        f"（二）资金情况。三年累计安排资金{d('plan', tot[3])}万元，累计支出{d('paid', tot[4])}万元，总体执行率{d('rate', pc(tot[4], tot[3]))}，结余{d('left', tot[3] - tot[4])}万元。资金来源为：中央补助资金{d('c1', '4320.00')}万元、省级补助资金{d('c2', '1580.00')}万元、县级财政资金{d('c3', '2650.00')}万元、居民及管线单位出资{d('c4', '1500.00')}万元。",
    )
    d.h("表1  分年度实施情况（金额单位：万元）")
    d.t(
        [
            ["年度", "小区数（个）", "楼栋数（栋）", "户数（户）", "安排资金", "实际支出", "执行率", "户均支出（元）"],
            *(
                [
                    year,
                    d(f"q{keys[year]}", one[0]),
                    d(f"b{keys[year]}", one[1]),
                    d(f"h{keys[year]}", one[2]),
                    d(f"m{keys[year]}", one[3]),
                    d(f"p{keys[year]}", one[4]),
                    d(f"r{keys[year]}", pc(one[4], one[3])),
                    d(f"e{keys[year]}", q(Fraction(one[4]) * 10000 / one[2], 0)),
                ]
                for year, one in years.items()
            ),
            [
                "合计",
                d("qt", tot[0]),
                d("bt", tot[1]),
                d("ht", tot[2]),
                d("mt", tot[3]),
                d("pt", tot[4]),
                d("rt", pc(tot[4], tot[3])),
                d("et", q(Fraction(tot[4]) * 10000 / tot[2], 0)),
            ],
        ]
    )
    d.p(
        f"（三）绩效目标。三年改造小区{tot[0]}个，改造后物业管理覆盖率达到100%，居民满意度不低于85%，新增停车位不少于900个，加装电梯不少于24部。",
    )
    d.h("二、评价结论")
    w = [("决策", 15, D("13.50")), ("过程", 25, D("20.00")), ("产出", 30, D("26.40")), ("效益", 30, D("26.10"))]
    points = sum((one[2] for one in w), D(0))
    d.p(
        f"项目综合得分{d('points', points)}分，评价等级为“{d('grade', '良')}”。各一级指标得分率由高到低依次为{d('order', '决策、产出、效益、过程')}，详见{d('table', '表2')}。等级标准为：得分≥90分为优，80分≤得分＜90分为良，60分≤得分＜80分为中，得分＜60分为差。",
    )
    d.h("表2  一级指标得分情况")
    d.t(
        [
            ["一级指标", "分值", "得分", "扣分", "得分率"],
            *(
                [
                    name,
                    d(f"w{at}", weight),
                    d(f"s{at}", score),
                    d(f"l{at}", weight - score),
                    d(f"sr{at}", pc(score, weight)),
                ]
                for at, (name, weight, score) in enumerate(w)
            ),
            ["合计", d("wt", 100), d("st", points), d("lt", 100 - points), d("srt", pc(points, 100))],
        ]
    )
    d.h("三、指标分析")
    d.p(
        "（一）决策指标。立项依据充分，改造计划经县政府常务会议审定。但2021年度绩效目标仅有数量指标，未设置效益指标，扣1.50分。",
        f"（二）过程指标。2023年执行率{d('r23', pc(years['2023年'][4], years['2023年'][3]))}，比2022年{d('r22', pc(years['2022年'][4], years['2022年'][3]))}下降{d('rdown', q(Fraction(years['2022年'][4]) / Fraction(years['2022年'][3]) * 100) - q(Fraction(years['2023年'][4]) / Fraction(years['2023年'][3]) * 100))}个百分点，{d('rwhy', '主要是2023年第四季度完工项目较多，尚未办理结算')}，扣2.00分；2个小区设计变更未履行审批手续，扣3.00分。",
        f"（三）产出指标。1. 改造小区完成率100%。2. 新增停车位{d('cars', 936)}个，完成率{d('carrate', pc(936, 900))}。3. 加装电梯{d('lifts', 19)}部，完成率{d('liftrate', pc(19, 24))}，{d('liftsay', '未达到预期目标')}，扣1.60分。4. 抽查的10个小区中有2个存在外墙渗水，扣2.00分。",
        f"（四）效益指标。改造后物业管理覆盖{d('cover', 23)}个小区，覆盖率{d('coverrate', pc(23, tot[0]))}，扣1.90分；居民满意度{d('sat', '87.4%')}，高于目标值。户均缴纳物业费由改造前的每年{d('fee0', 312)}元提高到{d('fee1', 408)}元，增长{d('feeup', ch(408, 312))}。长效管理机制不完善，扣2.00分。",
    )
    d.h("四、存在的主要问题")
    d.p(
        f"1. 加装电梯推进缓慢。低层住户意见难以统一，计划24部实际完成19部，尚差{d('short', 5)}部。",
        f"2. 资金结算滞后。三年结余资金{d('left2', tot[3] - tot[4])}万元，其中2023年{d('left23', years['2023年'][3] - years['2023年'][4])}万元，占{d('leftshare', pc(years['2023年'][3] - years['2023年'][4], tot[3] - tot[4]))}。",
        "3. 工程质量管控不严。个别小区外墙保温施工不规范，雨后出现渗水。",
        f"4. 物业管理未全面覆盖，尚有{d('bare', 3)}个小区为社区代管。",
    )
    d.h("五、有关建议")
    d.p(
        "1. 推行“楼栋协商+政府奖补”模式，按每部8万元标准对加装电梯予以补助。",
        "2. 加快竣工验收和结算审计，原则上完工后6个月内办结。",
        "3. 落实质量终身责任制，对渗水小区限期返修。",
        f"{d('last', '4')}. 由街道牵头引导3个小区成立业主委员会，引入专业化物业服务。",
    )
    d.h("苕浦县财政局", "2024年7月26日")
    d.fault("rate", "pb hb eb", {"eb": "19951"}, "a*10000/b=c", "digits swapped")
    d.fault("list_order", "order", {"order": "决策、效益、产出、过程"}, note="output has 88.00, effect 87.00")
    d.fault("difference", "r22 r23 rdown", {"rdown": "8.52"}, "a-b=c", "not the difference of the two rates")
    d.fault("sum", "ba bb bc bt", {"bc": "75"}, "a+b+c=d", "digits swapped")
    d.fault("target", "lifts liftsay", {"liftsay": "达到预期目标"}, note="19 of 24 said to reach the goal")
    d.fault("structure", "last", {"last": "5"}, note="number four is skipped")
    d.fault("structure", "table", {"table": "表3"}, note="there is no third table")
    d.ok("sum", "qa qb qc qt", "a+b+c=d")
    d.ok("sum", "c1 c2 c3 c4 plan", "a+b+c+d=e")
    d.ok("difference", "plan paid left", "a-b=c")
    d.ok("rate", "pa ma ra", "a/b*100=c")
    d.ok("rate", "pt mt rt", "a/b*100=c")
    d.ok("score_sum", "s0 s1 s2 s3 st", "a+b+c+d=e")
    d.ok("score_rate", "s2 w2 sr2", "a/b*100=c")
    d.ok("difference", "w3 s3 l3", "a-b=c")
    d.ok("rate", "cars carrate", "a/900*100=b")
    d.ok("growth", "fee1 fee0 feeup", "(a-b)/b*100=c")
    d.ok("share", "left23 left2 leftshare", "a/b*100=c")
    d.ok("rate", "cover quarters coverrate", "a/b*100=c")
    return d
