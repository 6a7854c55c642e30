"""A plain text self-evaluation in numbered lines, amounts in yuan."""

from __future__ import annotations

from samples.independent.amounts import D, group, percent
from samples.independent.drafting import Draft
from samples.independent.drafting import place as m

__all__ = ["draft"]


def draft() -> Draft:
    d = Draft(108, "梓潼坪区退役军人事务局整体支出自评", "txt")
    d.separator = " | "
    income, spent = D("15326480.00"), D("14877215.36")
    pay, run, items = D("3684120.36"), D("402895.00"), D("10790200.00")
    d.h(1, "梓潼坪区退役军人事务局2024年度部门整体绩效自评情况")
    d.p(
        "1 部门情况",
        "1.1 职能职责",
        "我局负责军队转业干部、退役士兵的移交安置和服务管理，落实优待抚恤政策，组织开展拥军优属，承担烈士褒扬和烈士纪念设施管理维护，指导退役军人服务保障体系建设。",
        "1.2 机构人员",
        f"内设综合股、移交安置股、优抚褒扬股；下属退役军人服务中心和烈士陵园管理所两个事业单位。编制{m('posts', '34')}个，其中行政{m('p1', '9')}个、事业{m('p2', '25')}个。年末在岗{m('have', '33')}人，较上年末的{m('havelast', '30')}人净增{m('net', '3')}人（新招录{m('come', '5')}人、退休{m('go', '2')}人）。",
        "1.3 年度目标",
        f"发放抚恤补助{m('goal1', '≥1200人')}；安置符合政府安排工作条件退役士兵{m('goal2', '100%')}；组织就业招聘{m('goal3', '≥6场')}；维修烈士纪念设施{m('goal4', '≥8处')}；服务对象满意度{m('goal5', '≥92%')}。",
        "2 资金情况（金额单位：元）",
        f"2.1 全年预算{m('income', group(income))}，支出{m('spent', group(spent))}，预算执行率{m('rate', percent(spent, income))}，未执行{m('left', group(income - spent))}，为跨年度发放的抚恤金。",
        f"2.2 支出分类：人员类{m('pay', group(pay))}，占{m('pays', percent(pay, spent))}；运转类{m('run', group(run))}，占{m('runs', percent(run, spent))}；特定目标类{m('items', group(items))}，占{m('itemss', percent(items, spent))}。",
        f"2.3 特定目标类分项：抚恤补助{m('x1', '8,126,400.00')}，安置补助{m('x2', '1,435,800.00')}，烈士设施维护{m('x3', '864,000.00')}，就业培训{m('x4', '364,000.00')}。",
        f"2.4 抚恤补助人均{m('per', '6,480.38')}元（{m('men', '1254')}人）。",
        "3 目标完成情况",
    )
    d.t(
        [
            ["目标", "年度指标值", "完成值", "分值", "自评分"],
            ["发放抚恤补助人数", "≥1200人", m("d1", "1254人"), "20", m("s1", "20")],
            ["安置率", "100%", m("d2", "100%"), "20", m("s2", "20")],
            ["就业招聘场次", "≥6场", m("d3", "7场"), "15", m("s3", "15")],
            ["烈士设施维修", "≥8处", m("d4", "8处"), "15", m("s4", "15")],
            ["预算执行率", "100%", m("d5", percent(spent, income)), "10", m("s5", "9.71")],
            ["服务对象满意度", "≥92%", m("d6", "94.5%"), "20", m("s6", "20")],
            ["合计", "", "", "100", m("total", "99.71")],
        ]
    )
    d.p(
        f"3.1 优抚。全年为{m('men2', '1254')}名优抚对象发放抚恤补助，其中残疾军人{m('m1', '186')}名、在乡复员军人{m('m2', '74')}名、参战参试人员{m('m3', '412')}名、烈属{m('m4', '58')}名、其他{m('m5', '524')}名。",
        f"3.2 安置。接收符合条件退役士兵{m('sold', '24')}名，其中安置到机关事业单位{m('sold1', '15')}名、国有企业{m('sold2', '9')}名；举办招聘{m('fairs', '7场')}，提供岗位2180个，达成意向{m('deal', '348')}人。",
        f"3.3 褒扬。维修纪念设施{m('fix', '8')}处，分别是红岩纪念碑、松岭烈士陵园、白马渡战斗遗址、杨柳铺烈士墓、石桥堡碑亭、观音岩纪念馆、大坪英烈墙、{m('eighth', '梨树坳烈士墓')}。",
        f"3.4 满意度。电话访谈{m('asked', '200')}人，接通并完成访谈{m('ans', '181')}人，有效率{m('ansrate', percent(181, 200))}；满意{m('yes', '171')}人，满意度{m('yesrate', '94.5%')}。",
        "4 自评结论",
        f"自评得分{m('score', '99.71')}分，自评等级{m('grade', '优')}。除预算执行率略低于100%外，{m('conf', '2024年')}其余各项目标任务均已完成。",
        "5 存在的不足",
        f"5.1 {m('w1', '抚恤数据年中核减不及时，导致个别人员多发后又追回。')}",
        f"5.2 档案电子化程度不高，退役军人“一人一档”尚有{m('files', '近三成')}未完成扫描。",
        "5.3 特定目标类资金在第四季度支出较为集中，一至三季度进度偏慢，资金效益没有及早发挥。",
        "6 下一步打算",
        f"6.1 与公安、民政、医保部门建立数据比对机制，{m('when', '按月')}核验优抚对象状态。",
        "6.2 争取档案数字化专项，分两年完成全部存量档案的扫描、著录和挂接，同步建立保密管理制度。",
        "6.3 提早编制维修方案，上半年完成招标，避开雨季施工；对工期较长的项目按形象进度结算，防止年底集中支付。",
        "6.4 继续办好招聘活动，探索“直播带岗”“送岗下乡”，把岗位信息送到服务站点，提高意向达成后的实际入职比例。",
    )
    d.wrong(
        "rate",
        "rate",
        "97.70%",
        "spent",
        "income",
        formula="a/b*100=c",
        note="97.07% with its digits swapped, and the table has 97.07%",
    )
    d.wrong("share", "pays", "27.46%", "pay", "spent", formula="a/b*100=c")
    d.wrong("sum", "x3", "846,000.00", "x1", "x2", "x4", "items", formula="a+b+e+c=d")
    d.wrong("count", "m4", "85", "m1", "m2", "m3", "m5", "men2", formula="a+b+c+f+d=e")
    d.wrong("count", "net", "4", "have", "havelast", formula="a-b=c")
    d.wrong("repeat", "fairs", "8场", "d3", note="7 in the table")
    d.wrong("count", "fix", "9", note="eight places are named, and the table has 8")
    d.wrong("year", "conf", "2023年", note="the report of 2024")
    d.ok("difference", "a-b=c", "income", "spent", "left")
    d.ok("share", "a/b*100=c", "run", "spent", "runs")
    d.ok("share", "a/b*100=c", "items", "spent", "itemss")
    d.ok("sum", "a+b+c=d", "pay", "run", "items", "spent")
    d.ok("count", "a+b=c", "p1", "p2", "posts")
    d.ok("count", "a+b=c", "sold1", "sold2", "sold")
    d.ok("survey", "a/b*100=c", "ans", "asked", "ansrate")
    d.ok("survey", "a/b*100=c", "yes", "ans", "yesrate")
    d.ok("score_sum", "a+b+c+d+e+f=g", "s1", "s2", "s3", "s4", "s5", "s6", "total")
    return d
