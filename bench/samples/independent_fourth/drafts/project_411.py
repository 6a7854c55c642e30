"""A library's self-evaluation of one project, a Word file with the usual form."""

from __future__ import annotations

from fractions import Fraction

from samples.independent_fourth.making import D, Paper, ch, pc, q


def paper() -> Paper:
    d = Paper("411-澄渡区图书馆免费开放项目2024年度支出绩效自评报告.docx")
    plan, done = D("186.50"), D("179.32")
    parts = [
        ("文献资源购置", D("68.00"), D("67.95")),
        ("公益讲座和阅读推广", D("42.50"), D("40.16")),
        ("数字资源服务", D("36.00"), D("36.00")),
        ("设施设备维护", D("28.00"), D("23.41")),
        ("分馆及流动服务", D("12.00"), D("11.80")),
    ]
    d.h("澄渡区图书馆免费开放项目", "2024年度支出绩效自评报告")
    d.h("一、项目基本情况")
    d.p(
        "（一）项目概况。公共图书馆免费开放是保障人民群众基本文化权益的重要举措。区图书馆现有总馆1座、街道分馆6个、城市书房4个，每周开放时间不少于63小时，免费提供阅览、外借、讲座、展览、数字资源等服务。",
        f"（二）资金安排。2024年项目预算{d('plan', plan)}万元，其中中央补助{d('f1', '40.00')}万元、省级补助{d('f2', '24.50')}万元、区级安排{d('f3', '122.00')}万元。资金于2024年3月底前全部到位。",
        f"（三）资金使用。全年实际支出{d('done', done)}万元，预算执行率{d('rate', pc(done, plan))}，结余{d('left', plan - done)}万元由区财政收回。",
    )
    d.h("表1  项目支出明细表（单位：万元）")
    d.t(
        [
            ["序号", "支出内容", "预算数", "执行数", "执行率", "结余"],
            *(
                [
                    str(at + 1),
                    name,
                    d(f"b{at}", one),
                    d(f"d{at}", two),
                    d(f"r{at}", pc(two, one)),
                    d(f"l{at}", one - two),
                ]
                for at, (name, one, two) in enumerate(parts)
            ),
            ["", "合计", d("bt", plan), d("dt", done), d("rt", pc(done, plan)), d("lt", plan - done)],
        ]
    )
    d.h("二、绩效自评工作开展情况")
    d.p(
        "2025年2月，区图书馆成立由馆长任组长的自评小组，查阅会计凭证、采购合同、活动台账和业务统计报表，对照年初批复的绩效目标逐项核实，形成自评结果。"
    )
    d.h("三、绩效目标完成情况分析")
    d.p(
        f"（一）数量指标。全年接待读者{d('visit', '42.86')}万人次，比上年{d('visitlast', '39.14')}万人次增长{d('visitup', ch(D('42.86'), D('39.14')))}；外借图书{d('lent', '31.58')}万册次；新增图书{d('books', 16240)}册，其中纸质图书{d('paper', 13985)}册、盲文及大字图书{d('blind', 255)}册、电子图书{d('ebook', 2000)}册；举办讲座{d('talk', 52)}场、展览{d('show', 18)}场、阅读推广活动{d('read', 146)}场，共计{d('acts', 216)}场，参加{d('joined', 28460)}人次。",
        f"（二）质量指标。全年新增图书编目合格率100%；开馆天数{d('days', 318)}天，占全年366天的{d('dayrate', pc(318, 366))}。",
        f"（三）时效指标。全部新书到馆后平均{d('shelf', 12)}个工作日上架，{d('shelfsay', '优于15个工作日的目标')}。",
        f"（四）成本指标。纸质及盲文图书平均采购单价{d('price', q(Fraction(679500, 13985 + 255)))}元，未超过50元的控制标准。图书采购合同金额为679500元（大写：人民币{d('words', '陆拾柒万玖仟伍佰元整')}），已全部支付。",
        f"（五）满意度指标。通过馆内扫码和纸质问卷收回有效问卷{d('back', 620)}份，其中线上{d('online', 452)}份、纸质{d('onpaper', 168)}份；表示满意的{d('happy', 583)}份，满意度{d('sat', pc(583, 620))}。",
    )
    rows = [
        ("产出指标", "数量指标", "接待读者", "≥40万人次", "42.86万人次", 10, D("10")),
        ("", "", "新增图书", "≥16000册", "16240册", 10, D("10")),
        ("", "", "举办各类活动", "≥200场", "216场", 10, D("10")),
        ("", "质量指标", "编目合格率", "＝100%", "100%", 10, D("10")),
        ("", "时效指标", "新书上架时限", "≤15个工作日", "12个工作日", 5, D("5")),
        ("", "成本指标", "平均采购单价", "≤50元", "47.72元", 5, D("5")),
        ("效益指标", "社会效益指标", "有效读者证持有量", "≥6.50万个", "6.24万个", 15, D("14.40")),
        ("", "可持续影响指标", "总分馆服务体系", "健全", "基本健全", 15, D("12")),
        ("满意度指标", "服务对象满意度指标", "读者满意度", "≥90%", "94.03%", 10, D("10")),
    ]
    execution = q(Fraction(done) / Fraction(plan) * 10)
    points = execution + sum((one[6] for one in rows), D(0))
    d.h("表2  项目支出绩效自评表")
    d.t(
        [
            ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
            ["预算执行率", "", "", "100%", d("erate", pc(done, plan)), d("we", 10), d("se", execution)],
            *(
                [one, two, three, goal, d(f"v{at}", real), d(f"w{at}", weight), d(f"s{at}", score)]
                for at, (one, two, three, goal, real, weight, score) in enumerate(rows)
            ),
            ["总分", "", "", "", "", d("wt", 100), d("st", points)],
        ]
    )
    d.h("四、自评结论")
    d.p(
        f"项目自评总分{d('points', points)}分，自评等级为“{d('grade', '优')}”。其中预算执行率{d('ge', execution)}分，产出指标{d('g1', '50')}分，效益指标{d('g2', '26.40')}分，满意度指标{d('g3', '10')}分。",
        f"未完成的指标{d('missed', 2)}个：一是有效读者证持有量{d('cards', '6.24')}万个，完成率{d('cardrate', pc(D('6.24'), D('6.50')))}，得分按完成率计算（15分×完成率）；二是总分馆服务体系为“基本健全”，2个街道分馆尚未实现通借通还，扣3分。",
    )
    d.h("五、存在问题和改进措施")
    d.p(
        f"一是设施设备维护执行率仅{d('fixrate', pc(D('23.41'), D(28)))}，主要是{d('fixwhy', '中央空调大修项目招标流标，延至2025年实施')}。下一步将提前开展采购需求论证。",
        "二是读者证办理增长放缓。下一步将推广电子社保卡免押金借阅，开展进校园、进企业集中办证。",
        f"三是{d('third', '分馆服务能力不均衡')}。下一步将为2个街道分馆配置自助借还设备，{d('by', '2025年底')}前全部实现通借通还。",
    )
    d.h("澄渡区图书馆", "2025年2月27日")
    d.fault(
        "share",
        "days dayrate",
        {"dayrate": pc(318, 365)},
        "a/366*100=b",
        "divided by 365 in a leap year that it names itself",
    )
    d.fault("difference", "b3 d3 l3", {"l3": "5.49"}, "a-b=c", "digit wrong in one cell")
    d.fault("sum", "ebook paper blind books", {"paper": "13895"}, "a+b+c=d", "digits swapped")
    d.fault("score_rule", "cards s6", {"s6": "15"}, note="6.24 of 6.50 gives 14.40")
    d.fault("count", "missed", {"missed": 3}, note="two are named")
    d.fault("year", "by", {"by": "2024年底"}, note="a date past when the report was written")
    d.fault("amount_in_words", "words", {"words": "陆拾柒万伍仟玖佰元整"}, note="words give 675900")
    d.ok("sum", "f1 f2 f3 plan", "a+b+c=d")
    d.ok("rate", "done plan rate", "a/b*100=c")
    d.ok("difference", "plan done left", "a-b=c")
    d.ok("sum", "b0 b1 b2 b3 b4 bt", "a+b+c+d+e=f")
    d.ok("sum", "d0 d1 d2 d3 d4 dt", "a+b+c+d+e=f")
    d.ok("rate", "d1 b1 r1", "a/b*100=c")
    d.ok("growth", "visit visitlast visitup", "(a-b)/b*100=c")
    d.ok("sum", "talk show read acts", "a+b+c=d")
    d.ok("survey", "online onpaper back", "a+b=c")
    d.ok("survey", "happy back sat", "a/b*100=c")
    d.ok("score_sum", "ge g1 g2 g3 points", "a+b+c+d=e")
    d.ok("rate", "cards cardrate", "a/6.50*100=b")
    d.ok("repeat", "r3 fixrate", "a=b")
    return d
