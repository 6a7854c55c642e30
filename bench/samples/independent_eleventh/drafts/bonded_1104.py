"""The committee of a bonded zone, its tables parted by tabs."""

from __future__ import annotations

from samples.independent_tenth.papers import D, Paper, ch, pc

__all__ = ["paper"]


def paper() -> Paper:
    x = Paper("1104-浦岬综合保税区管理委员会2024年度部门整体支出绩效评价自评报告.txt", width=42)
    _about(x)
    _money(x)
    _work(x)
    _end(x)
    return x


def _about(x: Paper) -> None:
    x.h("附件2", "", "浦岬综合保税区管理委员会", "2024年度部门整体支出绩效评价自评报告", "", "- 1 -")
    x.h("一、单位基本情况")
    x.p(
        "浦岬综合保税区于2016年获批设立，规划面积2.86平方公里，由保税加工、保税物流、跨境电商三个功能片区组成。管委会为市政府"
        f"派出机构，内设综合局、经济发展局、规划建设局、{x('dept', '口岸协调局')}、财政审计局共{x('inner', 5)}个局室，下设企业服务中心"
        f"{x('sub', 1)}个事业单位。"
        f"2024年末实有人员{x('staff', 58)}人，其中公务员{x('c1', 24)}人、事业人员{x('c2', 19)}人、聘任制人员{x('c3', 15)}人。"
    )
    x.ok("count", "inner")
    x.ok("count", "c1 c2 c3 staff", "a+b+c=d")
    x.p(
        "根据《海关综合保税区管理办法》（海关总署令第256号）及市机构编制委员会有关批复，管委会主要承担园区规划建设、招商引资、"
        "口岸协调、企业服务和安全生产监管等职责，协助海关、外汇、税务等部门开展区内监管工作。"
    )
    x.h("二、年度绩效目标")
    x.p(
        f"2024年初设定的总体目标是：实现外贸进出口总值{x('goal1', D('185.00'))}亿元以上，新引进注册企业{x('goal2', 40)}家以上，实际使用外资"
        f"{x('goal3', 3200)}万美元以上，整体通关时间压缩{x('goal4', '10%')}以上，确保年度综合保税区发展绩效评估不低于B类。"
    )
    x.h("三、预算执行情况")


def _money(x: Paper) -> None:
    x.h("（单位：万元）")
    rows = [
        ("一般公共服务支出", "r1", D("1462.35"), D("1420.77")),
        ("城乡社区支出", "r2", D("2310.00"), D("2258.64")),
        ("商业服务业等支出", "r3", D("1875.60"), D("1861.20")),
        ("社会保障和就业支出", "r4", D("148.22"), D("148.22")),
        ("住房保障支出", "r5", D("96.83"), D("95.17")),
    ]
    plan, done = sum((row[2] for row in rows), D(0)), sum((row[3] for row in rows), D(0))
    table: list[list[object]] = [["功能科目", "全年预算", "执行数", "占支出比重"]]
    for title, key, one, two in rows:
        table.append([title, x(key + "p", one), x(key + "d", two), x(key + "s", pc(two, done))])
    table.append(["合计", x("plan", plan), x("done", done), "100%"])
    x.t(table)
    x.oks("share", "a/b*100=c", "r1d done r1s", "r2d done r2s", "r3d done r3s")
    x.fault("share", "r5d done r5s", {"r5d": "97.15"}, "a/b*100=c", "the share was made with 95.17")
    x.fault("share", "r4d done r4s", {"r4s": "2.65%"}, "a/b*100=c", "one digit mistyped")
    x.ok("sum", "r1p r2p r3p r4p r5p plan", "a+b+c+d+e=f")
    x.fault("sum", "r1d r2d r3d r4d r5d done", {"r5d": "97.15"}, "a+b+c+d+e=f", "digits swapped in 住房保障")
    basic, last = D("1713.46"), D("5493.28")
    x.p(
        f"全年支出合计{x('done2', done)}万元，预算执行率{x('rate', pc(done, plan))}，较上年{x('last', last)}万元"
        f"增加{x('more', done - last)}万元，增长{x('up', ch(done, last))}。按支出性质划分，"
        f"基本支出{x('basic', basic)}万元，占{x('basic_s', pc(basic, done))}；项目支出{x('proj', done - basic)}万元，占"
        f"{x('proj_s', pc(done - basic, done))}。"
    )
    x.same("done done2")
    x.fault("rate", "done2 plan rate", {"rate": "98.61%"}, "a/b*100=c", "digits of the rate mistaken")
    x.ok("difference", "done2 last more", "a-b=c")
    x.ok("growth", "done2 last up", "(a-b)/b*100=c")
    x.ok("sum", "basic proj done2", "a+b=c")
    x.oks("share", "a/b*100=c", "basic done2 basic_s", "proj done2 proj_s")
    x.p(
        f"政府采购预算{x('buy_p', D('1180.00'))}万元，实际采购{x('buy', D('1096.22'))}万元，节约{x('saved', D('83.78'))}万元，"
        f"节约率{x('saved_r', pc(D('83.78'), 1180))}；授予中小企业合同{x('small', D('822.17'))}万元，占采购总额的"
        f"{x('small_s', pc(D('822.17'), D('1096.22')))}。截至{x('stamp', 2024)}年12月31日，国有资产总额{x('wealth', D('1.42'))}亿元。"
    )
    x.ok("difference", "buy_p buy saved", "a-b=c")
    x.ok("rate", "saved buy_p saved_r", "a/b*100=c")
    x.ok("share", "small buy small_s", "a/b*100=c")
    x.fault("year", "stamp", {"stamp": 2023}, note="last year's date in the report of 2024")
    x.h("- 2 -", "")


def _work(x: Paper) -> None:
    x.h(f"{x('heading', '四、主要工作成效')}")
    x.p(
        f"（一）外贸规模再上台阶。全年完成外贸进出口总值{x('trade', D('192.36'))}亿元，其中出口{x('out', D('118.72'))}亿元、进口"
        f"{x('into', D('73.64'))}亿元，分别占{x('out_s', pc(D('118.72'), D('192.36')))}和{x('into_s', pc(D('73.64'), D('192.36')))}；进出口总值较2023年的"
        f"{x('trade_l', D('176.05'))}亿元增长{x('trade_u', ch(D('192.36'), D('176.05')))}。其中跨境电商"
        f"{x('cross', D('41.28'))}亿元，较上年的{x('cross_l', D('33.50'))}亿元增长{x('cross_u', ch(D('41.28'), D('33.50')))}。",
        f"（二）招商引资持续发力。全年外出招商{x('trips', 46)}批次，接洽客商{x('met', 213)}家，新引进注册企业{x('firms', 47)}家，其中保税加工"
        f"{x('f1', 11)}家、保税物流{x('f2', 14)}家、跨境电商及贸易{x('f3', 22)}家；新签约项目{x('signed', 18)}个，协议投资"
        f"{x('worth', D('26.4'))}亿元。实际使用外资{x('fdi', 3415)}万美元，完成目标的{x('fdi_r', pc(3415, 3200))}。",
        f"（三）通关便利化水平提升。进口、出口整体通关时间分别为{x('in_h', D('21.6'))}小时和{x('out_h', D('0.9'))}小时，其中进口较上年"
        f"{x('in_hl', D('24.3'))}小时压缩{x('in_hd', ch(D('21.6'), D('24.3')))}。新增“批次进出、集中申报”企业{x('batch', 9)}家，累计达到"
        f"{x('batch_t', 31)}家，上年末为{x('batch_l', 22)}家。",
        f"（四）园区配套不断完善。建成标准厂房{x('plant', D('6.2'))}万平方米，入驻率{x('plant_r', '87.10%')}（已出租"
        f"{x('let', D('5.4'))}万平方米）；新铺供热管线{x('pipe', D('3.8'))}公里，新增公共充电桩{x('plug', 60)}个。",
    )
    x.fault("structure", "heading", {"heading": "主要工作成效"}, note="heading between 三 and 五 has lost its number")
    x.ok("sum", "out into trade", "a+b=c")
    x.oks("share", "a/b*100=c", "out trade out_s", "into trade into_s")
    x.ok("growth", "trade trade_l trade_u", "(a-b)/b*100=c")
    x.fault("growth", "cross cross_l cross_u", {"cross_u": "18.85%"}, "(a-b)/b*100=c", "divided by this year's")
    x.fault("count", "f1 f2 f3 firms", {"f3": 20}, "a+b+c=d", "two firms of December were not added")
    x.ok("rate", "fdi goal3 fdi_r", "a/b*100=c")
    x.ok("growth", "in_hl in_h in_hd", "(a-b)/a*100=c")
    x.ok("sum", "batch batch_l batch_t", "a+b=c")
    x.ok("rate", "let plant plant_r", "a/b*100=c")
    x.t(
        [
            ["指标名称", "目标值", "实际值", "是否完成"],
            ["外贸进出口总值（亿元）", f"≥{x('t1', D('185.00'))}", x("a1", D("192.36")), "是"],
            ["新引进注册企业（家）", f"≥{x('t2', 40)}", x("a2", 47), "是"],
            ["实际使用外资（万美元）", f"≥{x('t3', 3200)}", x("a3", 3415), "是"],
            ["进口整体通关时间压缩率", f"≥{x('t4', '10%')}", x("a4", ch(D("21.6"), D("24.3"))), "是"],
            ["新建标准厂房（万平方米）", f"≥{x('t5', D('6.0'))}", x("a5", D("6.2")), "是"],
            ["政策兑现及时率", f"={x('t6', '100%')}", x("a6", "100%"), "是"],
            ["企业投诉办结率", f"={x('t7', '100%')}", x("a7", "100%"), "是"],
            ["安全生产事故起数（起）", f"≤{x('t8', 1)}", x("a8", 0), "是"],
            ["入区企业满意度", f"≥{x('t9', '92%')}", x("a9", "94.3%"), "是"],
        ]
    )
    x.oks("target", "", "t1 a1", "t2 a2", "t3 a3", "t4 a4", "t5 a5", "t6 a6", "t8 a8")
    x.fault("target", "t7 a7", {"a7": "96.4%"}, "b>=a", "goal of 100% missed, marked 是")
    x.fault("target", "t9 a9", {"a9": "91.3%"}, "b>=a", "goal missed, marked 是")
    x.same("goal1 t1", "goal2 t2", "goal3 t3", "goal4 t4", "trade a1", "firms a2", "fdi a3", "in_hd a4", "plant a5")
    x.h("- 3 -", "")


def _end(x: Paper) -> None:
    x.h("五、存在的主要问题和原因分析")
    x.p(
        "一是产业集聚度有待提高，加工贸易龙头企业偏少；二是部分基础设施项目因雨季施工受限，款项支付集中在四季度；"
        "三是绩效指标中可持续影响类指标偏于定性。"
    )
    x.p(
        f"此外，年度内因供地条件变化，{x('late', 3)}个项目未按期开工，涉及协议投资{x('late_m', D('3.3'))}亿元，占全年新签约协议投资的"
        f"{x('late_s', '12.50%')}，已逐一制定盘活方案。"
    )
    x.ok("share", "late_m worth late_s", "a/b*100=c")
    x.h("六、改进举措")
    x.p("围绕“一主两特”产业定位开展精准招商，按季度通报项目支付进度，会同财政部门逐步建立分行业绩效指标库。")
    x.h("七、自评等级")
    x.p(f"经自评打分，我委2024年度部门整体支出绩效得{x('score', D('93.4'))}分，评定为“{x('grade', '优')}”。")
    x.ok("grade", "score grade")
