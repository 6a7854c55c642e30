"""A museum's final accounts as published."""

from __future__ import annotations

from samples.independent_tenth.papers import D, Paper, ch, pc

__all__ = ["paper"]


def paper() -> Paper:
    x = Paper("1108-瀛川市博物馆2024年度部门决算公开.txt", width=44, spaced=True)
    _about(x)
    _income(x)
    _spent(x)
    _other(x)
    return x


def _about(x: Paper) -> None:
    x.h("瀛川市博物馆2024年度部门决算", "", "目    录")
    x.h(
        "第一部分  瀛川市博物馆概况",
        "第二部分  2024年度部门决算表",
        "第三部分  2024年度部门决算情况说明",
        "第四部分  名词解释",
        "",
    )
    x.h("第一部分  瀛川市博物馆概况", "一、部门主要职责")
    x.p(
        "瀛川市博物馆是国家二级博物馆，负责瀛川地区可移动文物的征集、收藏、保护、研究、展示和社会教育，"
        "承担考古出土文物移交接收以及对县（区）博物馆的业务指导。"
    )
    x.h("二、机构设置及人员")
    x.p(
        f"纳入本年度决算编制范围的单位共{x('units', 2)}个，即瀛川市博物馆本级、瀛川古窑址保护管理所。编制{x('est', 64)}名，"
        f"年末在职{x('staff', 61)}人，其中本级{x('s1', 49)}人，保护所{x('s2', 12)}人；退休{x('old', 37)}人（由社保发放养老金）。"
    )
    x.ok("count", "s1 s2 staff", "a+b=c")
    x.h("", "第二部分  2024年度部门决算表", "（详见附件，共8张表）", "", "第三部分  2024年度部门决算情况说明")


def _income(x: Paper) -> None:
    fis, own, other = D("2385.72"), D("146.30"), D("38.05")
    income = fis + own + other
    carry, last_all = D("112.48"), D("2498.16")
    everything = income + carry
    x.h("一、收入支出决算总体情况说明")
    x.p(
        f"2024年度收、支总计均为{x('all', everything)}万元，与上年度的{x('all_l', last_all)}万元相比，收、支总计各增加"
        f"{x('all_m', everything - last_all)}万元，增长{x('all_u', ch(everything, last_all))}，主要原因是免费开放补助提标及"
        "“瀛窑千年”基本陈列改造。"
    )
    x.ok("difference", "all all_l all_m", "a-b=c")
    x.fault("growth", "all all_l all_u", {"all_u": "6.87%"}, "(a-b)/b*100=c", "divided by this year's")
    x.h("二、收入决算情况说明")
    x.p(
        f"本年收入合计{x('income', income)}万元，其中：财政拨款收入{x('fis', fis)}万元，占{x('fis_s', pc(fis, income))}；事业收入"
        f"{x('own', own)}万元，占{x('own_s', pc(own, income))}；其他收入{x('other', other)}万元，占{x('other_s', pc(other, income))}。"
        f"年初结转和结余{x('carry', carry)}万元。"
    )
    x.ok("sum", "fis own other income", "a+b+c=d")
    x.ok("sum", "income carry all", "a+b=c")
    x.ok("share", "fis income fis_s", "a/b*100=c")
    x.fault("share", "own income own_s", {"own_s": "6.59%"}, "a/b*100=c", "5.69% with digits swapped")
    x.ok("share", "other income other_s", "a/b*100=c")


def _spent(x: Paper) -> None:
    basic, project = D("1438.66"), D("1136.29")
    spent = basic + project
    x.h("三、支出决算情况说明")
    x.p(
        f"本年支出合计{x('spent', spent)}万元，其中：基本支出{x('basic', basic)}万元，占{x('basic_s', pc(basic, spent))}；项目支出"
        f"{x('project', project)}万元，占{x('project_s', pc(project, spent))}；无上缴上级支出、经营支出和对附属单位补助支出。"
        f"年末结转和结余{x('left', D('107.60'))}万元。"
    )
    x.ok("sum", "basic project spent", "a+b=c")
    x.ok("share", "basic spent basic_s", "a/b*100=c")
    x.fault("share", "project spent project_s", {"project_s": "44.31%"}, "a/b*100=c", "44.13% with digits swapped")
    x.ok("difference", "all spent left", "a-b=c")
    x.h("四、财政拨款收入支出决算总体情况说明")
    f_out, f_last = D("2376.34"), D("2204.90")
    x.p(
        f"2024年度财政拨款收入{x('fis2', D('2385.72'))}万元，支出{x('f_out', f_out)}万元。财政拨款支出与2023年度的{x('f_last', f_last)}"
        f"万元相比，增加{x('f_more', f_out - f_last)}万元，增长{x('f_up', ch(f_out, f_last))}；占本年支出合计的"
        f"{x('f_share', pc(f_out, spent))}。"
    )
    x.fault("repeat", "fis fis2", {"fis2": "2358.72"}, "a=b", "digits swapped in the second mention")
    x.ok("difference", "f_out f_last f_more", "a-b=c")
    x.ok("growth", "f_out f_last f_up", "(a-b)/b*100=c")
    x.ok("share", "f_out spent f_share", "a/b*100=c")
    x.h("五、一般公共预算财政拨款支出决算情况说明", "（一）支出决算结构情况")
    rows = [
        ("文化旅游体育与传媒支出", "k1", D("2016.58")),
        ("社会保障和就业支出", "k2", D("168.42")),
        ("卫生健康支出", "k3", D("76.14")),
        ("住房保障支出", "k4", D("115.20")),
    ]
    x.p(
        f"2024年度一般公共预算财政拨款支出{x('k', f_out)}万元，主要用于以下方面："
        + "；".join(f"{title}{x(key, value)}万元，占{x(key + 's', pc(value, f_out))}" for title, key, value in rows)
        + "。"
    )
    x.same("f_out k")
    x.ok("sum", "k1 k2 k3 k4 k", "a+b+c+d=e")
    x.oks("share", "a/b*100=c", "k1 k k1s", "k3 k k3s", "k4 k k4s")
    x.fault("share", "k2 k k2s", {"k2s": "7.90%"}, "a/b*100=c", "7.09% with digits swapped")
    x.h("（二）支出决算具体情况")
    x.p(
        f"年初预算为{x('plan', D('2290.00'))}万元，支出决算为{x('k_again', f_out)}万元，完成年初预算的{x('k_rate', pc(f_out, 2290))}。其中：",
        f"1．文化和旅游（款）博物馆（项）年初预算{x('m_p', D('1548.00'))}万元，支出决算{x('m', D('1632.27'))}万元，完成年初预算的"
        f"{x('m_r', pc(D('1632.27'), 1548))}。决算数大于年初预算数的主要原因是追加免费开放补助。",
        f"2．文物（款）文物保护（项）年初预算{x('w_p', D('395.00'))}万元，支出决算{x('w', D('384.31'))}万元，完成年初预算的"
        f"{x('w_r', pc(D('384.31'), 395))}。决算数小于年初预算数的主要原因是古窑址围护工程尾款待审计后支付。",
        f"{x('item', '3')}．社会保障和就业支出、卫生健康支出、住房保障支出合计年初预算{x('z_p', D('347.00'))}万元，支出决算"
        f"{x('z', D('359.76'))}万元，完成年初预算的{x('z_r', pc(D('359.76'), 347))}，增加原因为缴费基数调整。",
    )
    x.same("k k_again")
    x.oks("rate", "a/b*100=c", "k_again plan k_rate", "m m_p m_r", "w w_p w_r", "z z_p z_r")
    x.ok("sum", "m_p w_p z_p plan", "a+b+c=d")
    x.ok("sum", "m w k1", "a+b=c")
    x.ok("sum", "k2 k3 k4 z", "a+b+c=d")
    x.fault("structure", "item", {"item": "4"}, note="1, 2, 4: the number 3 skipped")
    x.h("六、一般公共预算财政拨款基本支出决算情况说明")
    pay, public = D("1189.47"), D("196.03")
    x.p(
        f"基本支出{x('fb', pay + public)}万元，其中：人员经费{x('pay', pay)}万元，主要包括基本工资、绩效工资、住房公积金等；公用经费"
        f"{x('public', public)}万元，主要包括办公费、水费、电费、差旅费、维修（护）费等。"
    )
    x.fault("sum", "pay public fb", {"public": "190.63"}, "a+b=c", "digits confused: 196.03")


def _other(x: Paper) -> None:
    three, plan, last = D("8.46"), D("11.50"), D("9.20")
    x.h("七、财政拨款“三公”经费支出决算情况说明")
    x.p(
        f"2024年度“三公”经费支出年初预算{x('t_p', plan)}万元，支出决算{x('t', three)}万元，完成预算的{x('t_r', pc(three, plan))}，"
        f"比预算节约{x('t_s', plan - three)}万元，比上年的{x('t_l', last)}万元减少{x('t_m', last - three)}万元，下降"
        f"{x('t_d', ch(three, last))}。其中：公务用车购置及运行维护费{x('t1', D('6.82'))}万元，占{x('t1s', pc(D('6.82'), three))}；"
        f"公务接待费{x('t2', D('1.64'))}万元，占{x('t2s', pc(D('1.64'), three))}，国内接待{x('times', 22)}批次、{x('heads', 164)}人次，"
        f"人均{x('head', 100)}元；因公出国（境）费{x('t0', 0)}万元。公务用车保有量{x('cars', 3)}辆。"
    )
    x.ok("rate", "t t_p t_r", "a/b*100=c")
    x.fault("difference", "t_p t t_s", {"t_s": "3.40"}, "a-b=c", "3.04 mistyped")
    x.ok("difference", "t_l t t_m", "a-b=c")
    x.fault("growth", "t_l t t_d", {"t_d": "8.75%"}, "(a-b)/a*100=c", "divided by this year's figure")
    x.ok("sum", "t1 t2 t0 t", "a+b+c=d")
    x.oks("share", "a/b*100=c", "t1 t t1s", "t2 t t2s")
    x.ok("rate", "t2 heads head", "a*10000/b=c")
    x.h("八、政府采购支出说明")
    x.p(
        f"本年度政府采购支出总额{x('buy', D('713.25'))}{x('unit', '万元')}，其中：货物{x('g1', D('128.40'))}万元、工程{x('g2', D('366.15'))}万元、"
        f"服务{x('g3', D('218.70'))}万元；授予小微企业合同金额{x('small', D('402.10'))}万元，占政府采购支出总额的"
        f"{x('small_s', pc(D('402.10'), D('713.25')))}。"
    )
    x.ok("sum", "g1 g2 g3 buy", "a+b+c=d")
    x.ok("share", "small buy small_s", "a/b*100=c")
    x.fault("unit", "buy unit", {"unit": "元"}, note="元 for 万元 before parts in 万元")
    x.h("九、预算绩效情况说明")
    x.p(
        f"组织对{x('proj', 5)}个项目开展绩效自评，涉及资金{x('proj_m', D('1136.29'))}万元，占项目支出的{x('proj_r', '100%')}。自评结果为“优”{x('p1', 4)}个、"
        f"“良”{x('p2', 1)}个。全年接待观众{x('seen', D('78.4'))}万人次，其中未成年人{x('young', D('21.56'))}万人次，占{x('young_s', '27.50%')}；举办临时"
        f"展览{x('shows', 9)}个，开展社教活动{x('edu', 186)}场；修复文物{x('mend', 142)}件（套）。"
    )
    x.same("project proj_m")
    x.ok("count", "p1 p2 proj", "a+b=c")
    x.ok("share", "young seen young_s", "a/b*100=c")
    x.h("十、国有资产占用情况")
    x.p(
        f"截至2024年12月31日，馆舍建筑面积{x('room', 18500)}平方米，其中展厅{x('hall', 7400)}平方米，占{x('hall_s', '40.00%')}；单价"
        f"{x('limit', 100)}万元以上设备{x('dear', 2)}台（套）；馆藏文物{x('relics', 26318)}件（套），其中珍贵文物{x('rare', 1942)}件（套），"
        f"占{x('rare_s', pc(1942, 26318))}：一级{x('rare1', 37)}件（套）、二级{x('rare2', 285)}件（套）、三级{x('rare3', 1620)}件（套）。"
    )
    x.oks("share", "a/b*100=c", "hall room hall_s", "rare relics rare_s")
    x.ok("count", "rare1 rare2 rare3 rare", "a+b+c=d")
    x.h("", "第四部分  名词解释")
    x.p(
        "一、财政拨款收入：指单位本年度从本级财政部门取得的财政拨款。",
        "二、事业收入：指事业单位开展专业业务活动及其辅助活动取得的收入。",
        "三、“三公”经费：指用财政拨款安排的因公出国（境）费、公务用车购置及运行维护费和公务接待费。",
    )
