"""A city archive's self-evaluation, its tables in markdown."""

from __future__ import annotations

from samples.independent_tenth.papers import D, Paper, ch, pc

__all__ = ["paper"]


def paper() -> Paper:
    x = Paper("1102-琅坞市档案馆2023年度部门整体支出绩效自评报告.txt")
    _about(x)
    _money(x)
    _work(x)
    _end(x)
    return x


def _about(x: Paper) -> None:
    x.h("琅坞市档案馆2023年度部门整体支出绩效自评报告", "")
    x.p(
        "根据琅坞市财政局有关通知精神，为强化支出责任，我馆成立了以馆长为组长的绩效自评小组，"
        f"在各科室自评的基础上{x('doubled', '形成')}本报告。"
    )
    x.h("一、基本情况", "（一）部门职能")
    x.p(
        "市档案馆为市委直属、参照公务员法管理的正县级事业单位，承担全市重要档案的接收、征集、整理、保管和利用，"
        "开展档案编研与爱国主义教育，是市级爱国主义教育基地和政府信息公开查阅场所。"
    )
    x.h("（二）人员及资产")
    x.p(
        f"核定编制{x('est', 42)}名，其中参公编制{x('est1', 38)}名、工勤编制{x('est2', 4)}名；2023年末在职{x('staff', 39)}人，其中"
        f"参公人员{x('s1', 36)}人、工勤人员{x('s2', 3)}人，离退休{x('old', 28)}人。馆库面积{x('area', 14600)}平方米，"
        f"馆藏各类档案{x('fonds', 312)}个全宗、{x('files', D('86.42'))}万卷（件）。"
    )
    x.p(
        f"截至2023年12月31日，资产总额{x('assets', D('7215.66'))}万元，其中流动资产{x('liquid', D('186.29'))}万元、"
        f"固定资产净值{x('fixed', D('6584.12'))}万元、无形资产{x('software', D('445.25'))}万元；负债{x('debt', D('73.18'))}万元，"
        f"净资产{x('net', D('7142.48'))}万元。"
    )
    x.oks("count", "a+b=c", "est1 est2 est", "s1 s2 staff")
    x.ok("sum", "liquid fixed software assets", "a+b+c=d")
    x.fault("difference", "assets debt net", {"net": "7141.48"}, "a-b=c", "one digit mistyped")
    x.ok("policy", "est staff")
    x.h("（三）年度主要工作任务")
    x.p(
        "2023年度重点任务：（1）完成市直到期档案接收进馆；（2）实施馆藏档案数字化（三期）项目；（3）推进国家级数字档案馆创建；"
        "（4）开展“6·9”国际档案日系列宣传；（5）对照《中华人民共和国档案法》开展行政执法检查。"
    )
    x.p(
        f"全年共检查单位{x('visit', 40)}家，发出整改通知{x('told', 14)}份，到期复查{x('back', 14)}家，整改完成率100%；"
        f"其中市直单位{x('city', 26)}家，占{x('city_s', '65.00%')}，县（区）单位{x('county', 14)}家，占{x('county_s', '35.00%')}。"
    )
    x.ok("count", "city county visit", "a+b=c")
    x.oks("share", "a/b*100=c", "city visit city_s", "county visit county_s")
    x.fault("structure", "doubled", {"doubled": "形成形成"}, note="doubled word")


def _money(x: Paper) -> None:
    rows = [
        ("基本支出", "b", D("1126.30"), D("1153.84"), D("1149.07")),
        ("其中：人员经费", "p", D("982.10"), D("1008.26"), D("1008.26")),
        ("公用经费", "o", D("144.20"), D("145.58"), D("140.81")),
        ("项目支出", "j", D("655.00"), D("702.60"), D("643.35")),
    ]
    x.h("二、部门预算收支情况")
    x.p(
        f"2023年我馆收入决算{x('income', D('1806.90'))}万元，全部为一般公共预算财政拨款，比2022年的{x('income_last', D('1734.52'))}万元"
        f"增加{x('income_more', D('72.38'))}万元，增长{x('income_up', ch(D('1806.90'), D('1734.52')))}。支出预算及执行见下表："
    )
    x.h("表1  2023年度支出预算执行情况表（单位：万元）")
    table: list[list[object]] = [["支出类别", "年初预算", "调整后预算", "决算数", "执行率"]]
    for title, key, one, two, three in rows:
        table.append([title, x(key + "1", one), x(key + "2", two), x(key + "3", three), x(key + "4", pc(three, two))])
    tot = (D("1781.30"), D("1856.44"), D("1792.42"))
    table.append(["合计", x("t1", tot[0]), x("t2", tot[1]), x("t3", tot[2]), x("t4", pc(tot[2], tot[1]))])
    x.m(table)
    x.oks("sum", "a+b=c", "p1 o1 b1", "p2 o2 b2", "p3 o3 b3", "b1 j1 t1", "b3 j3 t3")
    x.fault("sum", "b2 j2 t2", {"j2": "720.60"}, "a+b=c", "two digits swapped in the adjusted budget of projects")
    x.fault("rate", "j3 j2 j4", {"j2": "720.60"}, "a/b*100=c", "the rate was made with 702.60")
    x.oks("rate", "a/b*100=c", "p3 p2 p4", "b3 b2 b4", "t3 t2 t4")
    x.fault("rate", "o3 o2 o4", {"o4": "97.65%"}, "a/b*100=c", "made with the budget of the beginning")
    x.ok("difference", "income income_last income_more", "a-b=c")
    x.ok("growth", "income income_last income_up", "(a-b)/b*100=c")
    x.p(
        f"全年支出{x('spent', D('1792.42'))}万元，比上年的{x('spent_last', D('1761.90'))}万元增长"
        f"{x('spent_up', ch(D('1792.42'), D('1761.90')))}；年末结转{x('left', D('14.48'))}万元，系数字化加工尾款。"
        f"项目支出中，档案保护与数字化{x('d', D('386.15'))}万元，占{x('d_s', pc(D('386.15'), D('643.35')))}；馆库运行维护"
        f"{x('k', D('174.20'))}万元，占{x('k_s', pc(D('174.20'), D('643.35')))}；征集编研及展陈"
        f"{x('z', D('83.00'))}{x('unit', '万元')}，占{x('z_s', pc(D('83.00'), D('643.35')))}。"
    )
    x.fault("growth", "spent spent_last spent_up", {"spent_up": "1.70%"}, "(a-b)/b*100=c", "divided by this year")
    x.same("t3 spent")
    x.ok("difference", "income spent left", "a-b=c")
    x.ok("sum", "d k z j3", "a+b+c=d")
    x.oks("share", "a/b*100=c", "d j3 d_s", "k j3 k_s", "z j3 z_s")
    x.fault("unit", "z unit", {"unit": "元"}, note="元 for 万元")


def _work(x: Paper) -> None:
    x.h("三、整体支出绩效目标完成情况")
    x.p(
        f"一是强化资源建设。全年接收{x('units', 21)}家立档单位到期档案{x('in', 35260)}卷（件），征集名人手稿、老照片等"
        f"{x('got', 1187)}件，其中无偿捐赠{x('free', 964)}件、有偿征购{x('paid', 223)}件。接收量较上年的{x('in_last', 31480)}卷（件）"
        f"增长{x('in_up', ch(35260, 31480))}。",
        f"二是推进数字档案馆建设。完成纸质档案扫描{x('pages', 268)}万页，馆藏档案数字化率由{x('rate0', '61.5%')}提高到{x('rate1', '68.2%')}，"
        f"提高{x('points', D('6.7'))}个百分点；抽检{x('checked', 6000)}页，合格{x('good', 5952)}页，合格率{x('good_r', pc(5952, 6000, 1))}。",
        f"三是优化查阅服务。全年接待查档{x('visits', 8436)}人次，其中现场{x('onsite', 5019)}人次、网上预约及“异地查档”"
        f"{x('remote', 3417)}人次，调阅档案{x('taken', '2.31')}万卷次，出具证明{x('proofs', 6972)}份。",
        f"四是编研出新。编印《琅坞记忆》{x('issues', 4)}期，举办“档案里的琅坞”等专题展览{x('shows', 3)}场，参观"
        f"{x('seen', D('4.6'))}万人次；开展“档案进校园”{x('school', 12)}次。",
        f"五是筑牢安全底线。开展库房温湿度监测{x('days', 365)}天，消防演练{x('drill', 2)}次，修复破损档案{x('mended', 15300)}页，全年未发生"
        "档案损毁、失泄密事件。",
    )
    x.ok("count", "free paid got", "a+b=c")
    x.ok("growth", "in in_last in_up", "(a-b)/b*100=c")
    x.ok("difference", "rate1 rate0 points", "a-b=c")
    x.ok("rate", "good checked good_r", "a/b*100=c")
    x.ok("count", "onsite remote visits", "a+b=c")
    x.p("绩效指标完成情况如下：")
    x.m(
        [
            ["指标", "指标值", "完成值", "完成情况"],
            ["接收档案进馆数量", f"≥{x('g1', 33000)}卷（件）", f"{x('r1', 35260)}卷（件）", "完成"],
            ["档案数字化扫描页数", f"≥{x('g2', 260)}万页", f"{x('r2', 268)}万页", "完成"],
            ["馆藏档案数字化率", f"≥{x('g3', '68%')}", x("r3", "68.2%"), "完成"],
            ["扫描质量抽检合格率", f"≥{x('g4', '99%')}", x("r4", "99.2%"), "完成"],
            ["修复破损档案", f"≥{x('g5', 15000)}页", f"{x('r5', 15300)}页", "完成"],
            ["举办专题展览", f"≥{x('g6', 3)}场", f"{x('r6', 3)}场", "完成"],
            ["查档群众满意度", f"≥{x('g7', '95%')}", x("r7", "97.4%"), "完成"],
        ]
    )
    x.oks("target", "", "g1 r1", "g2 r2", "g3 r3", "g4 r4", "g6 r6", "g7 r7")
    x.fault("target", "g5 r5", {"r5": 13500}, "b>=a", "goal missed, said to be done")
    x.fault("repeat", "mended r5", {"r5": 13500}, "a=b", "digits swapped against the text")
    x.same("in r1", "pages r2", "rate1 r3", "good_r r4", "shows r6")


def _end(x: Paper) -> None:
    x.h("四、存在问题")
    x.p(
        f"1.个别项目执行进度不够均衡，项目支出执行率仅{x('again', pc(D('643.35'), D('702.60')))}，低于基本支出。",
        "2.数字化成果利用程度不高，开放审核进度与群众需求还有差距。",
    )
    x.same("j4 again")
    x.h("五、下一步改进措施")
    x.p(
        "1.细化项目支出计划，对数字化加工等跨年度项目按节点申报用款。",
        "2.加快开放审核，力争三年内完成存量档案初审，推动目录数据接入省级共享平台。",
    )
    x.h("六、绩效自评结论")
    x.p(
        f"对照指标体系，2023年度我馆整体支出绩效自评{x('score', D('94.83'))}分，其中预算执行{x('q1', D('9.66'))}分、产出"
        f"{x('q2', D('38.50'))}分、效益{x('q3', D('36.67'))}分、满意度{x('q4', D('10.00'))}分，等次为“优”。",
        f"附件：{x('who', '琅坞市档案馆')}2023年度部门整体支出绩效自评表",
    )
    x.ok("score_sum", "q1 q2 q3 q4 score", "a+b+c+d=e")
    x.fault("structure", "who", {"who": "XXX单位"}, note="the template's XXX never filled in")
