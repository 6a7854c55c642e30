"""A unit's final account, below a department: tables first, text behind."""

from __future__ import annotations

from samples.independent.amounts import D, money, percent
from samples.independent.drafting import Draft
from samples.independent.drafting import place as m

__all__ = ["draft"]


def draft() -> Draft:
    d = Draft(103, "澜平市第三幼儿园2022年度单位决算", "txt")
    income, fiscal, business, other = D("812.55"), D("640.15"), D("165.20"), D("7.20")
    out, basic, project = D("820.47"), D("655.62"), D("164.85")
    start = D("31.06")
    d.h(1, m("title", "澜平市第三幼儿园2022年度单位决算"))
    d.p("目录", "第一部分 单位概况", "第二部分 单位决算表", "第三部分 单位决算情况说明", m("toc", "第四部分 名词解释"))
    d.h(1, "第一部分 单位概况")
    d.p(
        "一、主要职能：实施学前教育，对3至6周岁儿童进行保育和教育；开展学前教育教学研究，发挥省级示范园辐射作用。",
        f"二、基本情况：我园为澜平市教育局所属公益一类事业单位。{m('self', '本单位')}编制{m('posts', '58')}人，年末在编教职工{m('have', '55')}人，其中专任教师{m('teach', '43')}人、保育医务人员{m('care', '8')}人、行政后勤{m('rear', '4')}人；另聘用合同制人员26人，退休教师19人。设教学班{m('classes', '15')}个，在园幼儿{m('kids', '462')}人，班均{m('mean', '30.8')}人。",
    )
    d.h(1, m("part2", "第二部分 单位决算表"))
    d.p("表1 收入支出决算总表（单位：万元）")
    d.t(
        [
            ["收入项目", "决算数", "支出项目", "决算数"],
            ["一般公共预算财政拨款收入", m("t1", money(fiscal)), "教育支出", m("o205", "708.93")],
            ["事业收入", m("t2", money(business)), "社会保障和就业支出", m("o208", "52.86")],
            ["其他收入", m("t3", money(other)), "卫生健康支出", m("o210", "19.34")],
            ["", "", "住房保障支出", m("o221", "39.34")],
            ["本年收入合计", m("tin", money(income)), "本年支出合计", m("tout", money(out))],
            ["年初结转和结余", money(start), "年末结转和结余", m("tend", money(start + income - out))],
            ["总计", m("tall", money(start + income)), "总计", m("oall", money(start + income))],
        ]
    )
    d.p("表2 支出决算表（单位：万元）")
    d.t(
        [
            ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
            ["205", m("n205", "教育支出"), "708.93", "544.08", "164.85"],
            ["20502", "普通教育", "708.93", "544.08", "164.85"],
            ["2050201", "学前教育", "708.93", "544.08", "164.85"],
            ["208", "社会保障和就业支出", "52.86", "52.86", "0.00"],
            ["20805", "行政事业单位养老支出", m("y5", "52.86"), "52.86", "0.00"],
            ["2080505", "机关事业单位基本养老保险缴费支出", m("y55", "35.24"), "35.24", "0.00"],
            ["2080506", "机关事业单位职业年金缴费支出", m("y56", "17.62"), "17.62", "0.00"],
            ["210", "卫生健康支出", "19.34", "19.34", "0.00"],
            ["21011", m("n21011", "行政事业单位医疗"), "19.34", "19.34", "0.00"],
            ["2101102", m("n2101102", "事业单位医疗"), "19.34", "19.34", "0.00"],
            ["221", "住房保障支出", "39.34", "39.34", "0.00"],
            ["22102", "住房改革支出", "39.34", "39.34", "0.00"],
            ["2210201", "住房公积金", "39.34", "39.34", "0.00"],
            ["合计", "", m("zt", money(out)), m("zb", money(basic)), m("zp", money(project))],
        ]
    )
    d.h(1, "第三部分 单位决算情况说明")
    d.p(
        f"一、关于收入。2022年度本年收入合计{m('in', money(income))}万元，其中：财政拨款收入{m('fiscal', money(fiscal))}万元，占{m('fiscals', percent(fiscal, income))}；事业收入{m('business', money(business))}万元，占{m('businesss', percent(business, income))}；其他收入{m('other', money(other))}万元，占{m('others', percent(other, income))}。事业收入为保育教育费，已全部缴入财政专户。",
        f"二、关于支出。本年支出合计{m('out', money(out))}万元，其中：基本支出{m('basic', money(basic))}万元，占{m('basics', percent(basic, out))}；项目支出{m('project', money(project))}万元，占{m('projects', percent(project, out))}。与2021年度{m('last', '858.30')}万元相比，减少{m('less', '37.83')}万元，下降{m('rate', percent(D('37.83'), D('858.3')))}，原因是园舍屋面维修已于上年完成。",
        f"三、关于财政拨款基本支出。人员经费{m('staff', '558.26')}万元，主要包括基本工资、津贴补贴、绩效工资、社会保障缴费、住房公积金；公用经费{m('office', '97.36')}万元，主要包括办公费、水电费、维修费、培训费。两项合计与基本支出一致。",
        f"四、关于“三公”经费。年初预算{m('tp', '1.20')}万元，支出{m('td', '0.84')}万元，完成预算的{m('tr', '70%')}，均为公务接待费，国内接待{m('times', '9')}批次{m('heads', '84')}人次，主要是兄弟园所跟岗交流。与上年{m('tl', '0.96')}万元相比减少{m('tm', '0.12')}万元，下降{m('tq', '12.5%')}。",
        f"五、关于政府采购。采购支出{m('buy', '48.72')}万元，其中货物{m('b1', '31.50')}万元、服务{m('b2', '17.22')}万元，没有工程类采购。",
        f"六、关于国有资产。{m('date', '截至2022年12月31日')}，本单位无车辆，单价50万元以上通用设备0台，单价100万元以上专用设备0台。",
        f"七、关于绩效。对{m('n', '2')}个项目开展绩效自评，分别是幼儿园运转保障项目（预算{m('x1', '124.85')}万元）和户外活动场地改造项目（预算{m('x2', '40.00')}万元），得分依次为97.5分和94分。改造项目新增活动场地650平方米，使生均活动面积由5.2平方米增加到6.6平方米，家长满意度98.1%。",
    )
    d.h(1, m("part4", "第四部分 名词解释"))
    d.p(
        "事业收入：事业单位开展专业业务活动及其辅助活动取得的收入。",
        "基本支出：为保障单位正常运转、完成日常工作任务所发生的支出。",
    )
    d.wrong("structure", "self", "本部门", note="a unit below the bureau calls itself a department")
    d.wrong("count", "teach", "42", "care", "rear", "have", formula="d+a+b=c")
    d.wrong("sum", "y56", "16.72", "y55", "y5", formula="a+c=b")
    d.wrong("share", "businesss", "23.03%", "business", "in", formula="a/b*100=c")
    d.wrong("growth", "rate", "4.61%", "less", "last", formula="a/b*100=c", note="divided by this year's")
    d.wrong("rate", "tr", "87.5%", "td", "tp", formula="a/b*100=c", note="divided by last year's outturn")
    d.wrong("structure", "n2101102", "行政单位医疗", note="the name of code 2101101")
    d.wrong("difference", "tend", "23.41", "out", note="31.06+812.55-820.47=23.14")
    d.lacking(
        "structure", "title", "part2", note="no 收入决算表, no tables of the grants, of basic expenditure and of 三公"
    )
    d.ok("sum", "a+b+c=d", "fiscal", "business", "other", "in")
    d.ok("sum", "a+b=c", "basic", "project", "out")
    d.ok("share", "a/b*100=c", "basic", "out", "basics")
    d.ok("sum", "a+b+c+d=e", "o205", "o208", "o210", "o221", "tout")
    d.ok("difference", "a-b=c", "last", "out", "less")
    d.ok("sum", "a+b=c", "staff", "office", "basic")
    d.ok("sum", "a+b=c", "b1", "b2", "buy")
    d.ok("growth", "a/b*100=c", "tm", "tl", "tq")
    return d
