"""A finance bureau's own check of a department's self-evaluation: reported beside verified points."""

from __future__ import annotations

from samples.independent.amounts import D, money, percent
from samples.independent.drafting import Draft
from samples.independent.drafting import place as m

__all__ = ["draft"]

ROWS = (
    ("目标设定", 10, "10", "9", "x1"), ("预算编制", 10, "9", "8", "x2"), ("预算执行", 20, "19", "17", "x3"),
    ("预算管理", 15, "15", "13.5", "x4"), ("资产管理", 5, "5", "5", "x5"), ("履职产出", 25, "24", "22", "x6"),
    ("履职效果", 15, "14", "13", "x7"),
)  # fmt: skip


def draft() -> Draft:
    d = Draft(109, "镜湖市教育体育局自评结果核查报告", "html")
    total = sum((D(one[3]) for one in ROWS), D(0))
    own = sum((D(one[2]) for one in ROWS), D(0))
    budget, adjusted, paid = D("18460.00"), D("19285.50"), D("18121.46")
    d.h(1, "关于镜湖市教育体育局2024年度部门整体支出绩效自评结果的核查报告")
    d.p(
        "市教育体育局：按照年度绩效管理工作计划，市财政局绩效评价中心于2025年4月至5月对你局2024年度整体支出自评结果进行了核查。核查组调阅了预算批复、决算报表、会计账簿、项目档案，走访学校6所，现将核查情况通报如下。"
    )
    d.h(2, "一、核查范围与资料审查")
    d.p(
        f"本次核查涉及局机关和下属预算单位{m('schools', '23')}个，其中中学{m('mid', '7')}个、小学{m('pri', '11')}个、幼儿园{m('kid', '3')}个、其他事业单位{m('oth', '2')}个。应报送佐证材料{m('need', '84')}份，实际报送{m('got', '79')}份，报送率{m('gotrate', percent(79, 84))}，缺少{m('lack', '5')}份。",
    )
    d.p(
        "资料审查的主要情况是：你局对自评工作比较重视，成立了由分管副局长牵头的工作小组，材料分类装订、目录清楚；但少数学校上报的数据没有经办人和负责人签字，个别照片没有标明拍摄时间和地点，佐证效力不足。核查组据此要求补正，对逾期未补的指标不予采信。"
    )
    d.h(2, "二、资金核查情况")
    d.p(
        f"年初批复预算{m('budget', money(budget))}万元，调整后预算{m('adjusted', money(adjusted))}万元，核定支出{m('paid', money(paid))}万元，核定执行率{m('rate', percent(paid, adjusted))}，自评报告填报执行率98.17%，系以年初预算为分母所致，予以更正。",
        f"核定支出中，教育支出{m('k1', '16830.21')}万元，占{m('ks1', percent(D('16830.21'), paid))}；文化旅游体育与传媒支出{m('k2', '962.75')}万元，占{m('ks2', percent(D('962.75'), paid))}；社会保障和就业支出{m('k3', '328.50')}万元，占{m('ks3', percent(D('328.50'), paid))}。",
        f"抽查项目{m('proj', '12')}个，涉及资金{m('sample', '4216.80')}万元，占核定支出的{m('sshare', percent(D('4216.80'), paid))}；发现超范围列支2笔共{m('bad', '12.64')}万元，其中差旅费{m('bad1', '4.24')}万元、培训费{m('bad2', '8.40')}万元。",
    )
    d.h(2, "三、核查评分")
    head = ["核查内容", "分值", "自评得分", "核查得分", "核减分"]
    rows = [head]
    for name, points, mine, ours, key in ROWS:
        rows.append([name, str(points), m(key + "s", mine), m(key, ours), m(key + "d", str(D(mine) - D(ours)))])
    rows.append(["合计", m("full", "100"), m("own", str(own)), m("total", str(total)), m("cut", str(own - total))])
    d.t(rows)
    d.p(
        f"自评得分{m('own2', str(own))}分，核查得分{m('total2', str(total))}分，核减{m('cut2', str(own - total))}分。核减最多的是{m('most', '预算执行和履职产出，均为2分')}。",
        f"依据《镜湖市预算绩效评价结果应用办法》，90分（含）以上为优秀，80分（含）至90分为良好，60分（含）至80分为合格，60分以下为不合格，你局核查结果为{m('grade', '良好')}。",
    )
    d.p(
        "评分时，核查组对定量指标按实际完成比例计分，对定性指标按佐证材料的完整程度分档计分；对自评中重复计分、以计划数代替完成数的，按核实后的数据重新计算。所有扣分均已与你局交换意见，并由双方在工作底稿上签字确认。"
    )
    d.h(2, "四、核查发现的主要问题")
    d.p(
        "1.绩效目标不够量化。“教学质量明显提升”“体育氛围更加浓厚”等表述没有可以衡量的标准，也未说明数据从何取得。",
        f"2.执行偏慢。三季度末累计支出{m('q3', '10462.18')}万元，仅占调整后预算的{m('q3rate', percent(D('10462.18'), adjusted))}，低于75%的序时进度{m('q3gap', money(D(75) - D('10462.18') / adjusted * 100))}个百分点。",
        f"3.产出未达预期。计划改造运动场{m('fields', '15')}块，完成{m('fieldsdone', '13')}块，完成率{m('frate', percent(13, 15))}；计划培训教师1200人次，实际培训1260人次。",
        "4.佐证不足。部分指标只有文字说明，没有签到册、验收单或第三方数据。",
        "5.资产账实不符。抽盘发现部分学校的电脑、课桌椅已经报废却没有销账，捐赠的图书、器材没有及时入账，资产卡片信息不全，使用人和存放地点长期没有更新，应当在全面清查的基础上限期调整。",
    )
    d.h(2, "五、处理意见")
    d.p(
        f"请你局于{m('due', '2025年6月30日')}前将整改情况报市财政局，超范围列支的{m('bad3', '12.64万元')}应当调整账务。核查结果与2026年度预算安排挂钩，并在一定范围内通报。",
        "对核查结果有异议的，可以自收到本报告之日起10个工作日内提出书面申诉，并附相应证明材料。",
    )
    _faults(d)
    return d


def _faults(d: Draft) -> None:
    d.wrong("count", "pri", "12", "mid", "kid", "oth", "schools", formula="a+e+b+c=d")
    d.wrong("share", "ks2", "3.51%", "k2", "paid", formula="a/b*100=c")
    d.wrong("rate", "frate", "88.67%", "fieldsdone", "fields", formula="a/b*100=c")
    d.wrong("difference", "x4d", "2.5", "x4s", "x4", formula="a-b=c")
    d.wrong("grade", "grade", "优秀", "total2", note="87.5 is below 90")
    d.wrong("unit", "bad3", "12.64元", "bad", note="元 for 万元")
    d.wrong("structure", "most", "预算执行和履职产出，（均为2分", note="a bracket is not closed")
    d.ok("sum", "a+b+c=d", "k1", "k2", "k3", "paid")
    d.ok("sum", "a+b=c", "bad1", "bad2", "bad")
    d.ok("rate", "a/b*100=c", "paid", "adjusted", "rate")
    d.ok("rate", "a/b*100=c", "q3", "adjusted", "q3rate")
    d.ok("share", "a/b*100=c", "sample", "paid", "sshare")
    d.ok("rate", "a/b*100=c", "got", "need", "gotrate")
    d.ok("difference", "a-b=c", "need", "got", "lack")
    d.ok("score_sum", "a+b+c+d+e+f+g=h", *(one[4] for one in ROWS), "total")
    d.ok("score_sum", "a+b+c+d+e+f+g=h", *(one[4] + "s" for one in ROWS), "own")
    d.ok("difference", "a-b=c", "own2", "total2", "cut2")
