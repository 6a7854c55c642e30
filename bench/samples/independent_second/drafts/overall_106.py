"""A county office's self-evaluation after another province's outline: 部门概况, 资金收支, 绩效分析, 评价结论及建议."""

from __future__ import annotations

from samples.independent.amounts import D, money, percent
from samples.independent.drafting import Draft
from samples.independent.drafting import place as m

__all__ = ["draft"]


def draft() -> Draft:
    d = Draft(106, "岷溪县信访局2022年部门整体支出绩效评价自评报告", "docx")
    income, carried, spent = D("642.80"), D("18.36"), D("648.91")
    staff, office, project = D("402.15"), D("66.76"), D("180.00")
    d.h(1, "岷溪县信访局2022年部门整体支出绩效评价自评报告")
    d.h(2, "一、部门（单位）概况")
    d.p(
        f"{m('b1', '（一）')}机构组成。县信访局内设办公室、接访股、督查股3个股室，下属1个事业单位即县人民来访接待中心。",
        "（二）机构职能。承办群众给县委、县政府的来信，接待来访，办理网上投诉和领导信箱，督促检查信访事项的处理，研究分析信访动态。",
        f"（三）人员概况。全局编制{m('posts', '29')}名，其中行政编制{m('post1', '12')}名、事业编制{m('post2', '15')}名、工勤编制{m('post3', '2')}名。2022年末实有在编人员{m('have', '27')}人。",
    )
    d.p(
        "年度工作任务：紧扣“案结事了、事心双解”，推动信访问题源头治理；办好人民建议征集；抓实领导干部接访下访；完成接访场所标准化改造，把来访接待、律师咨询、心理疏导、人民调解集中到一处办理，让群众少跑路、不重复反映。"
    )
    d.h(2, "二、部门财政资金收支情况")
    d.p(
        f"2022年初结转{m('carried', money(carried))}万元，当年财政拨款收入{m('income', money(income))}万元，可用资金共{m('usable', money(income + carried))}万元。当年支出{m('spent', money(spent))}万元：人员经费{m('staff', money(staff))}万元，占{m('s1', percent(staff, spent, 1))}；公用经费{m('office', money(office))}万元，占{m('s2', percent(office, spent, 1))}；项目经费{m('project', money(project))}万元，占{m('s3', percent(project, spent, 1))}。年末结转{m('left', money(income + carried - spent))}万元。",
        f"与2021年支出{m('last', '601.40')}万元相比，增支{m('more', money(spent - D('601.40')))}万元，增长{m('growth', percent(spent - D('601.40'), D('601.40'), 1))}，主要是矛盾化解专项增加。",
    )
    d.p(
        "预算编制坚持保基本、压一般，日常公用经费按定额核定，专项经费按任务测算；支出执行严格审批权限，公务卡结算、政府采购、资产配置均按规定办理，年内未发生超范围、超标准开支。预决算信息在县政府门户网站专栏公开。"
    )
    d.h(2, "三、部门财政支出绩效分析")
    d.h(3, "（一）部门预算项目绩效分析")
    cases, done, ontime = 1864, 1791, 1742
    d.p(
        f"全年受理群众来信来访及网上投诉{m('cases', str(cases))}件次，其中来信{m('c1', '312')}件、来访{m('c2', '478')}批次、网上投诉{m('c3', '1074')}件。已办结{m('done', str(done))}件次，办结率{m('donerate', percent(done, cases))}；其中按期办结{m('ontime', str(ontime))}件次，按期办结率（按期办结÷办结）{m('ontimerate', percent(ontime, done))}。",
        f"领导干部接访下访{m('visit', '216')}次，化解积案{m('old', '58')}件，完成年初交办63件积案的{m('oldrate', percent(58, 63))}。",
    )
    d.p(
        "案件办理中，对事实清楚的简易事项当场答复，对涉及多个部门的事项召开协调会明确牵头单位，对缠访闹访苗头提前介入疏导。接待中心大厅改造后，等候区、登记区、接谈区分开设置，配备无障碍通道和母婴室，群众反映环境明显改善。"
    )
    d.h(3, "（二）部门整体支出绩效指标完成情况")
    d.t(
        [
            ["指标", "目标值", "实际值", "分值", "得分", "得分率"],
            ["预算执行率", "≥95%", m("exec", percent(spent, income + carried)), "10", m("g1", "10"), "100%"],
            ["来信来访办结率", "≥97%", percent(done, cases), "25", m("g2", "24"), m("r2", "96%")],
            ["积案化解数", "≥60件", m("old2", "58件"), "20", m("g3", "18"), m("r3", "90%")],
            ["接访场所标准化率", "100%", "100%", "15", m("g4", "15"), "100%"],
            ["越级走访下降", "≥5%", m("trips", "8.2%"), "20", m("g5", "19"), m("r5", "95%")],
            ["来访群众满意度", "≥85%", m("sat", "91.4%"), "10", m("g6", "10"), "100%"],
            ["合计", "", "", "100", m("gsum", "96"), m("rsum", "96%")],
        ]
    )
    d.h(3, "（三）自评质量")
    d.p(
        f"越级走访由上年的{m('t0', '61')}批次降至{m('t1', '56')}批次，下降{m('tr', '8.2%')}。{m('claim', '除办结率和积案化解数外，其余绩效指标均已完成。')}",
        f"满意度数据来自评价器回访：共回访来访群众{m('asked', '350')}人，其中满意{m('v1', '243')}人、基本满意{m('v2', '77')}人、不满意{m('v3', '30')}人，满意度{m('sat2', percent(320, 350, 1))}。",
    )
    d.h(2, "四、评价结论及建议")
    d.p(
        f"（一）评价结论。综合评分{m('score', '96')}分，对照“优（≥90分）、良（80—89分）、中（60—79分）、差（<60分）”的标准，评定为“{m('grade', '优')}”。总体看，我局预算编制较为合理，支出进度与工作进度基本匹配，各项制度执行到位，矛盾化解成效得到上级部门和来访群众的肯定。",
        "（二）存在问题。基层调解力量薄弱，跨部门疑难案件推进缓慢，部分乡镇初信初访一次化解率不高。",
        "预算绩效管理的力度有待加强，业务股室对绩效指标的理解不够深入，个别指标的目标值测算依据不充分。",
        f"{m('b3', '（三）')}改进建议。一是健全联席会议制度；二是提前谋划项目，加快支出进度；三是将结果运用于{m('next', '2023年')}预算编制。",
    )
    _faults(d)
    return d


def _faults(d: Draft) -> None:
    d.wrong("count", "posts", "28", "post1", "post2", "post3", formula="a+b+c=d")
    d.wrong("difference", "left", "12.52", "usable", "spent", formula="a-b=c")
    d.wrong("share", "s2", "13.0%", "office", "spent", formula="a/b*100=c")
    d.wrong(
        "rate", "ontimerate", "93.45%", "ontime", "done", formula="a/b*100=c", note="the base is said: of those closed"
    )
    d.wrong("score_rate", "r5", "90%", "g5", formula="a/20*100=b")
    d.wrong("target", "claim", "各项绩效指标均已完成。", note="96.08% against 97%, 58 against 60")
    d.wrong("structure", "b3", "（四）", note="（二） is followed by （四）")
    d.ok("survey", "a+b+c=d", "v1", "v2", "v3", "asked")
    d.ok("survey", "(a+b)/c*100=d", "v1", "v2", "asked", "sat2")
    d.ok("sum", "a+b=c", "carried", "income", "usable")
    d.ok("sum", "a+b+c=d", "staff", "office", "project", "spent")
    d.ok("difference", "a-b=c", "spent", "last", "more")
    d.ok("growth", "(a-b)/b*100=c", "spent", "last", "growth")
    d.ok("count", "a+b+c=d", "c1", "c2", "c3", "cases")
    d.ok("rate", "a/b*100=c", "done", "cases", "donerate")
    d.ok("growth", "(a-b)/a*100=c", "t0", "t1", "tr")
    d.ok("score_sum", "a+b+c+d+e+f=g", "g1", "g2", "g3", "g4", "g5", "g6", "gsum")
