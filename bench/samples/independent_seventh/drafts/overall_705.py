"""A city's culture bureau on its whole spending, indicator by indicator, each with its standard."""

from __future__ import annotations

from fractions import Fraction

from samples.independent_fourth.making import D, Paper, ch, pc, q


def paper() -> Paper:
    d = Paper("705-岭埔市文化广电旅游体育局2023年度部门整体支出绩效自评报告.txt", gap="\t", spaced=True)
    staff, public, project = D("1876.42"), D("212.35"), D("2197.40")
    basic = staff + public
    total, plan = basic + project, D("4512.60")
    left = plan - total
    three, three0, last = D("38.46"), D("42.00"), D("40.15")
    buy, buy0 = D("386.52"), D("402.30")
    used, fixed = D("1862.40"), D("1905.75")
    finish, repair, satisfied = q(D("87.5") / 10), D("7.60"), q(10 - D("1.4") / 2)
    a = D(30) + finish + satisfied
    buying = q(Fraction(buy) / Fraction(buy0) * 6)
    b = repair + 4 + buying
    using = q(Fraction(used) / Fraction(fixed) * 5)
    e = 5 + using
    c = D("19.00")
    points = a + b + c + e
    d.h("岭埔市文化广电旅游体育局", "2023年度部门整体支出绩效自评报告", "")
    d.h("一、部门基本情况", "（一）部门职能")
    d.p(
        "统筹规划全市文化、广播电视、旅游和体育事业发展；组织实施公共文化服务体系建设；负责文物保护和非物质文化遗产保护；监管文化、旅游和体育市场；推动文体旅产业融合发展。",
    )
    d.h("（二）机构设置及人员情况")
    d.p(
        f"局机关内设科室11个，下属预算单位{d('units', 5)}个，分别为{d('unitlist', '市图书馆、市文化馆、市博物馆、市美术馆和市体育中心')}。年末编制{d('post', 156)}名，在职人员{d('real', 149)}人，其中机关{d('real1', 46)}人、下属单位{d('real2', 103)}人。",
    )
    d.h("（三）部门整体收支情况")
    d.p(
        f"2023年部门预算（调整后）{d('plan', plan)}万元，全年支出{d('total', total)}万元，其中基本支出{d('basic', basic)}万元，占{d('bshare', pc(basic, total))}；项目支出{d('project', project)}万元，占{d('pshare', pc(project, total))}。年末结转结余{d('left', left)}万元。",
    )
    d.h("单位：万元")
    d.t(
        [
            ["项目（按支出性质和经济分类）", "年初预算数", "调整预算数", "决算数"],
            ["一、基本支出", d("b0", "2036.80"), d("b1", "2091.02"), d("b2", basic)],
            ["人员经费", d("s0", "1822.20"), d("s1", staff), d("s2", staff)],
            ["公用经费", d("p0", "214.60"), d("p1", "214.60"), d("p2", public)],
            ["二、项目支出", d("j0", "2105.00"), d("j1", plan - D("2091.02")), d("j2", project)],
            ["支出合计", d("t0", "4141.80"), d("t1", plan), d("t2", total)],
        ]
    )
    d.h("（四）年度主要工作完成情况")
    d.p(
        f"全年举办公共文化活动{d('show', 412)}场，惠及群众{d('crowd', '63.8')}万人次；巡查文物保护单位{d('relic', 87)}处，实现全覆盖；开展文旅市场检查{d('check', 1046)}家次；推进重点项目{d('job', 8)}个，年内完工{d('job1', 7)}个，市美术馆安防改造因招标延期结转下年。全年接待游客{d('tour', '518.6')}万人次，比上年{d('tourlast', '402.3')}万人次增长{d('tourup', ch(D('518.6'), D('402.3')))}。",
    )
    d.h("二、绩效自评情况", "（一）自评结论")
    d.p(
        f"根据《岭埔市市级部门整体支出绩效评价指标体系》，我局从履职效能、预算执行、预算管理、资产管理四个方面开展自评，总得分{d('points', points)}分，自评等级为“{d('grade', '优')}”（90分以上为优，80—89.99分为良，60—79.99分为中，60分以下为差）。",
    )
    d.h("自评得分汇总表")
    d.t(
        [
            ["评价因素", "分值", "自评得分", "得分率"],
            ["一、履职效能", d("wa", 50), d("ta", a), d("ra", pc(a, 50))],
            ["二、预算执行", d("wb", 20), d("tb", b), d("rb", pc(b, 20))],
            ["三、预算管理", d("wc", 20), d("tc", c), d("rc", pc(c, 20))],
            ["四、资产管理", d("we", 10), d("te", e), d("re", pc(e, 10))],
            ["合计", d("wt", 100), d("tt", points), d("rt", pc(points, 100))],
        ]
    )
    d.h("（二）履职效能分析")
    d.p(
        f"该指标分值50分，自评得分{d('xa', a)}分，共设5个三级指标，每个10分。",
        f"1. 公共文化活动完成率。计划400场，实际{d('show2', 412)}场，完成率{d('showrate', pc(412, 400))}，得{d('a1', '10.00')}分。",
        f"2. 文物保护单位巡查覆盖率100%，得{d('a2', '10.00')}分。",
        f"3. 文旅市场检查完成率。计划1000家次，实际1046家次，得{d('a3', '10.00')}分。",
        f"4. 重点项目完工率。完工率{d('jobrate', pc(7, 8))}，评分标准为“得分=完工率×10”，得{d('a4', finish)}分。",
        f"5. 公众满意度。第三方调查满意度{d('sat', '88.6%')}，评分标准为“满意度达到90%得10分，每低1个百分点扣0.5分，不足1个百分点的按比例扣分”，得{d('a5', satisfied)}分。",
    )
    d.h("（三）预算执行分析")
    d.p(
        f"该指标分值20分，自评得分{d('xb', b)}分。",
        f"1. 支出完成率（8分）。支出完成率={total}÷{plan}×100%={d('paidrate', pc(total, plan))}，得分=支出完成率×8={d('b_1', repair)}分。",
        f"2. 结转结余率（6分）。年末结转结余率为{d('leftrate', pc(left, plan))}，评分标准为“不超过5%得6分，超过5%不超过10%得4分，超过10%不得分”，得{d('b_2', '4.00')}分。",
        f"3. 政府采购执行率（6分）。采购预算{d('buy0', buy0)}万元，实际采购{d('buy', buy)}万元，执行率{d('buyrate', pc(buy, buy0))}，得分=执行率×6={d('b_3', buying)}分。",
    )
    d.h("（四）预算管理分析")
    d.p(
        f"该指标分值20分，自评得分{d('xc', c)}分。",
        f"1. “三公”经费控制率（5分）。“三公”经费预算{d('three0', three0)}万元，支出{d('three', three)}万元，控制率{d('threerate', pc(three, three0))}，不超过100%，得{d('c1', '5.00')}分。与上年{d('last', last)}万元相比下降{d('threedown', ch(three, last))}，{d('why', '主要是公务接待批次减少、车辆维修费下降')}。",
        f"2. 公用经费控制率（5分）。公用经费支出{public}万元，预算214.60万元，控制率{d('pubrate', pc(public, D('214.60')))}，得{d('c2', '5.00')}分。",
        f"3. 预决算信息公开（5分）。部门决算公开比规定时限晚1天，按标准扣1分，得{d('c3', '4.00')}分。",
        f"4. 绩效管理（5分）。绩效目标、监控、自评资料齐全，得{d('c4', '5.00')}分。",
    )
    d.h("（五）资产管理分析")
    d.p(
        f"该指标分值10分，自评得分{d('xe', e)}分。",
        f"1. 资产管理制度（5分）。制度健全并按年盘点，得{d('e1', '5.00')}分。",
        f"2. 固定资产利用率（5分）。在用固定资产{d('used', used)}万元，固定资产总额{d('fixed', fixed)}万元，利用率{d('userate', pc(used, fixed))}，得分=利用率×5={d('e2', using)}分。",
    )
    d.h("三、存在问题和改进措施")
    d.p(
        f"一是结转结余率偏高，{left}万元结转资金主要集中在美术馆安防改造项目；二是决算公开时效性不够；三是公众满意度比目标值低{d('satgap', '1.4')}个百分点，群众反映体育场馆开放时段偏少。",
        "下一步，我局将提前启动采购需求论证，建立决算公开倒排台账，延长市体育中心夜间开放时间。",
    )
    d.h("", "岭埔市文化广电旅游体育局", "2024年4月26日")

    d.fault("score_rule", "leftrate b_2", {"b_2": "6.00"}, note="5.02 per cent is past 5 per cent and gives 4 points")
    d.fault("score_sum", "b_1 b_2 b_3 xb", {"b_2": "6.00"}, "a+b+c=d", "the section keeps the 4 points")
    d.fault("score_rate", "tc wc rc", {"rc": "90.00%"}, "a/b*100=c", "19 of 20")
    d.fault("grade", "points grade", {"grade": "良"}, note="94 points are 优 in the bands named")
    d.ok("sum", "s1 p1 b1", "a+b=c")
    d.ok("sum", "b1 j1 t1", "a+b=c")
    d.fault(
        "growth",
        "threedown why",
        {"why": "主要是外地来访考察团增多，接待批次和用车频次增加"},
        note="the reason says more, the figure less",
    )
    d.fault("repeat", "show show2", {"show": 421}, "a=b", "digits swapped")
    d.fault("share", "project total pshare", {"pshare": pc(project, plan)}, "a/b*100=c", "of the budget")
    d.ok("count", "real1 real2 real", "a+b=c")
    d.ok("sum", "basic project total", "a+b=c")
    d.ok("share", "basic total bshare", "a/b*100=c")
    d.ok("difference", "plan total left", "a-b=c")
    d.ok("sum", "s0 p0 b0", "a+b=c")
    d.ok("sum", "s2 p2 b2", "a+b=c")
    d.ok("sum", "b0 j0 t0", "a+b=c")
    d.ok("sum", "b2 j2 t2", "a+b=c")
    d.ok("growth", "tour tourlast tourup", "(a-b)/b*100=c")
    d.ok("score_sum", "ta tb tc te tt", "a+b+c+d=e")
    d.ok("score_rate", "ta wa ra", "a/b*100=c")
    d.ok("score_rate", "te we re", "a/b*100=c")
    d.ok("score_sum", "a1 a2 a3 a4 a5 xa", "a+b+c+d+e=f")
    d.ok("score_sum", "c1 c2 c3 c4 xc", "a+b+c+d=e")
    d.ok("score_sum", "e1 e2 xe", "a+b=c")
    d.ok("rate", "job1 job jobrate", "a/b*100=c")
    d.ok("score_rule", "sat a5", "10-(90-a)*0.5=b")
    d.ok("score_rule", "paidrate b_1", "a/100*8=b")
    d.ok("score_rule", "buyrate b_3", "a/100*6=b")
    d.ok("rate", "three three0 threerate", "a/b*100=c")
    d.ok("growth", "three last threedown", "(b-a)/b*100=c")
    d.ok("rate", "used fixed userate", "a/b*100=c")
    d.ok("repeat", "points tt", "a=b")
    d.ok("rate", "left plan leftrate", "a/b*100=c")
    return d
