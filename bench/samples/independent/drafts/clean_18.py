"""A clean final account in Word, in yuan and in truncated 万元: the text says that it cuts."""

from __future__ import annotations

from samples.independent.amounts import D, cut, group, percent
from samples.independent.drafting import Draft
from samples.independent.drafting import place as m

__all__ = ["draft"]


def draft() -> Draft:
    d = Draft(18, "碧湖市气象服务中心2023年单位决算", "docx")
    basic, project = D("4862377.89"), D("2135096.48")
    total = basic + project
    grant, service = D("6583000.00"), D("402118.56")
    income = grant + service
    opening = D("118655.37")
    closing = opening + income - total
    wan = lambda value: cut(value / 10_000)  # noqa: E731 -- one habit of this document
    d.h(1, "碧湖市气象服务中心2023年度决算公开说明")
    d.p("说明中万元数由元数截去尾数得到，未作四舍五入，个别合计与分项之和在末位相差0.01属正常情况。")
    d.h(2, "一、单位概况")
    d.p(
        f"碧湖市气象服务中心是市级公益一类事业单位，主要为农业、交通、旅游等行业提供气象预报服务。核定事业编制{m('est', '36')}名，"
        f"2023年末实有在职{m('head', '34')}人，离退休21人，合计55人（离退休不占编）。内设预报服务科、装备保障科、综合科三个科。"
    )
    d.p(
        "本年主要工作是：推进观测设备更新换代，提高乡镇自动站数据质量；建设覆盖市、县、乡、村的预警信息发布网络；面向春耕、汛期、秋收三个关键农时开展专题服务；配合林业、水利部门开展人工增雨作业；做好重大活动气象保障。",
        "本单位决算由市气象局审核汇总，按规定在批复后二十日内在门户网站公开，公开内容包括决算报表、情况说明和项目绩效自评结果，公开时间不少于五年。",
    )
    d.h(2, "二、收支决算")
    d.t(
        [
            ["项目", "金额（元）", "折合（万元）"],
            ["年初结转", m("oy", group(opening)), m("ow", wan(opening))],
            ["本年收入", m("iy", group(income)), m("iw", wan(income))],
            ["其中：财政拨款", m("gy", group(grant)), m("gw", wan(grant))],
            ["事业收入", m("sy", group(service)), m("sw", wan(service))],
            ["本年支出", m("ty", group(total)), m("tw", wan(total))],
            ["其中：基本支出", m("by", group(basic)), m("bw", wan(basic))],
            ["项目支出", m("py", group(project)), m("pw", wan(project))],
            ["年末结转", m("cy", group(closing)), m("cw", wan(closing))],
        ]
    )
    d.p(
        f"2023年本年收入{wan(income)}万元，财政拨款占{m('sg', percent(grant, income))}；本年支出{wan(total)}万元，其中基本支出占{m('sb', percent(basic, total))}，"
        f"项目支出占{m('sp', percent(project, total))}。2022年本年支出为671.05万元。"
    )
    d.h(2, "三、项目支出明细")
    parts = [("自动站更新", D("986250.00")), ("预警发布平台运维", D("548846.48")), ("人工影响天气作业", D("600000.00"))]
    d.p(
        "项目支出中，"
        + "、".join(f"{name}{m(f'x{i}', group(value))}元" for i, (name, value) in enumerate(parts))
        + "，占项目支出的比重依次为46.19%、25.71%和28.10%。"
    )
    d.h(2, "四、“三公”经费")
    d.p(
        "“三公”经费年初预算62,000.00元，决算57,318.20元，完成预算的92.45%，比上年决算58,900.00元减少1,581.80元，下降2.69%。其中公务用车运行维护费"
        "51,230.20元，公务接待费6,088.00元（9批次、71人次）。"
    )
    d.h(2, "五、绩效情况")
    d.p(
        "全年发布预警信号126期，比上年的118期增加8期；24小时晴雨预报准确率88.4%，比上年提高0.9个百分点，高于年度目标值87%。公众气象服务满意度93.2分，"
        "上年为93.2分，持平。自动站数据可用率目标为不低于98%，实际98%。"
    )
    d.p("预警信号发布提前量为四十五分钟，超过三十分钟的目标；农业专题服务材料52期，平均每周一期。")
    d.p(
        "（一）自动站更新项目。计划更新自动站18个，实际更新18个；合同总价98.62万元（截尾），按期验收，尾款质保金未到期不列入本年支出。",
        "（二）预警发布平台。平台覆盖乡镇26个、村居312个，短信接收责任人5840人，信息平均到达时间3分钟，较改造前的8分钟缩短5分钟。",
        "（三）人工影响天气。全年开展增雨作业14次、防雹作业9次，共23次，发射火箭弹184枚，平均每次8枚，作业影响面积约2600平方公里。",
        "项目自评得分分别为96.5分、94.0分和97.5分，平均96.0分，均为优。",
    )
    d.h(2, "六、其他说明")
    d.p(
        "本单位没有政府性基金预算收支，也没有使用国有资本经营预算拨款安排的支出。截至2023年12月31日共有车辆2辆，均为应急保障用车。"
    )
    d.ok("sum", "a+b=c", "gy", "sy", "iy")
    d.ok("sum", "a+b=c", "by", "py", "ty")
    d.ok("difference", "a+b-c=d", "oy", "iy", "ty", "cy")
    d.ok("share", "a/b*100=c", "by", "ty", "sb")
    d.ok("sum", "a+b+c=d", "x0", "x1", "x2", "py")
    return d
