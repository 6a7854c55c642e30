"""A district's civil affairs bureau, a Word file with tables."""

from __future__ import annotations

from samples.independent_tenth.papers import D, Paper, ch, pc

__all__ = ["paper"]


def paper() -> Paper:
    x = Paper("1303-云碛区民政局2023年度部门整体支出绩效自评报告.docx")
    _about(x)
    _money(x)
    _work(x)
    _scores(x)
    _end(x)
    return x


def _about(x: Paper) -> None:
    x.h("云碛区民政局2023年度部门整体支出绩效自评报告")
    x.p("根据区财政局关于做好部门整体支出绩效自评工作的部署，结合我局实际，现就2023年度部门整体支出绩效情况自评如下：")
    x.h("一、单位基本情况")
    x.p(
        f"我局系区人民政府工作部门，设办公室、社会救助股、养老服务股、儿童福利股、基层政权和区划地名股、社会事务股等{x('rooms', '六')}个股室，"
        f"归口管理区低保中心、区社会福利院、区殡葬管理所、区救助管理站{x('units', '四')}家二级单位。",
        f"2023年末全局编制数{x('est', 74)}个，实有人数{x('staff', 71)}人。实有人数中：行政编制{x('s1', 16)}人，事业编制{x('s2', 49)}人，"
        f"政府雇员{x('s3', 6)}人。与上年末的{x('staff0', 73)}人相比减少{x('staff_less', 2)}人，原因是到龄退休。",
    )
    x.ok("count", "rooms", note="six named")
    x.ok("count", "units", note="four named")
    x.fault("count", "s1 s2 s3 staff", {"s2": 46}, "a+b+c=d", "one digit mistyped")
    x.ok("difference", "staff0 staff staff_less", "a-b=c")
    x.ok("policy", "est staff")


def _money(x: Paper) -> None:
    x.h("二、部门整体支出情况", "（一）收入支出总体情况")
    x.p("我局2023年度收支情况见表1（单位：万元）。")
    x.t(
        [
            ["项目", "2022年决算数", "2023年年初预算数", "2023年决算数"],
            ["一、本年收入", x("i0", "9486.37"), x("i1", "9120.00"), x("i2", "10254.68")],
            ["1.一般公共预算拨款", x("ia0", "8931.15"), x("ia1", "8600.00"), x("ia2", "9577.26")],
            ["2.政府性基金拨款", x("ib0", "530.00"), x("ib1", "500.00"), x("ib2", "640.50")],
            ["3.其他收入", x("ic0", "25.22"), x("ic1", "20.00"), x("ic2", "36.92")],
            ["二、本年支出", x("e0", "9502.84"), x("e1", "9120.00"), x("e2", "10187.43")],
            ["1.基本支出", x("ea0", "1463.52"), x("ea1", "1480.00"), x("ea2", "1528.91")],
            ["其中：人员经费", x("eaa0", "1296.40"), x("eaa1", "1310.00"), x("eaa2", "1365.78")],
            ["公用经费", x("eab0", "167.12"), x("eab1", "170.00"), x("eab2", "163.13")],
            ["2.项目支出", x("eb0", "8039.32"), x("eb1", "7640.00"), x("eb2", "8658.52")],
        ]
    )
    x.oks("sum", "a+b+c=d", "ia0 ib0 ic0 i0", "ia1 ib1 ic1 i1", "ia2 ib2 ic2 i2")
    x.oks("sum", "a+b=c", "eaa1 eab1 ea1", "eaa2 eab2 ea2", "ea0 eb0 e0", "ea1 eb1 e1", "ea2 eb2 e2")
    x.fault("sum", "eaa0 eab0 ea0", {"eab0": "176.12"}, "a+b=c", "two digits swapped")
    x.p(
        f"由表1可知，全年实现收入{x('i', '10254.68')}万元，较2022年净增{x('i_more', '768.31')}万元，增长"
        f"{x('i_up', ch(D('10254.68'), D('9486.37')))}；发生支出{x('e', '10187.43')}万元，比2022年多{x('e_more', '684.59')}万元，"
        f"增长{x('e_up', ch(D('10187.43'), D('9502.84')))}。当年收支结余{x('left', '67.25')}万元。",
        f"公用经费较年初预算压减{x('o_less', '6.87')}万元，压减比例{x('o_down', ch(D('163.13'), D('170.00')))}；人员经费超年初预算"
        f"{x('p_more', '55.78')}万元，系调整工资标准所致。支出总额中项目支出占{x('eb_s', pc(D('8658.52'), D('10187.43')))}，"
        f"基本支出占{x('ea_s', pc(D('1528.91'), D('10187.43')))}。",
    )
    x.same("i2 i")
    x.fault("repeat", "e2 e", {"e": "10817.43"}, "a=b", "text against table")
    x.fault("difference", "e e0 e_more", {"e": "10817.43"}, "a-b=c", "made with 10187.43")
    x.fault("growth", "e e0 e_up", {"e": "10817.43"}, "(a-b)/b*100=c", "made with 10187.43")
    x.fault("difference", "i e left", {"e": "10817.43"}, "a-b=c", "made with 10187.43")
    x.ok("difference", "i i0 i_more", "a-b=c")
    x.ok("growth", "i i0 i_up", "(a-b)/b*100=c")
    x.ok("difference", "eab1 eab2 o_less", "a-b=c")
    x.ok("growth", "eab1 eab2 o_down", "(a-b)/a*100=c")
    x.ok("difference", "eaa2 eaa1 p_more", "a-b=c")
    x.oks("share", "a/b*100=c", "eb2 e2 eb_s", "ea2 e2 ea_s")
    x.h("（二）项目支出情况")
    x.p(
        f"2023年项目支出主要投向五个方面：困难群众救助{x('w1', '5362.40')}万元，养老服务{x('w2', '1824.66')}万元，残疾人两项补贴"
        f"{x('w3', '906.35')}万元，儿童福利{x('w4', '318.72')}万元，殡葬及其他社会事务{x('w5', '246.39')}万元。其中困难群众救助资金占"
        f"项目支出的{x('w1_s', pc(D('5362.40'), D('8658.52')))}。"
    )
    x.ok("sum", "w1 w2 w3 w4 w5 eb2", "a+b+c+d+e=f")
    x.fault("share", "w1 eb2 w1_s", {"w1_s": pc(D("5362.40"), D("10187.43"))}, "a/b*100=c", "divided by all spending")
    x.ok("list_order", "w1 w2 w3 w4 w5")
    x.h("（三）“三公”经费")
    x.p(
        f"“三公”经费年初预算{x('cap', '18.60')}万元，实际支出{x('three', '13.74')}万元，预算完成率{x('three_r', pc(D('13.74'), D('18.60')))}，"
        f"节约{x('saved', '4.86')}万元。其中公务用车运行维护费{x('cars', '10.92')}万元，公务接待费{x('guests', '2.82')}万元，"
        f"全年无因公出国（境）支出。"
    )
    x.ok("rate", "three cap three_r", "a/b*100=c")
    x.ok("difference", "cap three saved", "a-b=c")
    x.ok("sum", "cars guests three", "a+b=c")


def _work(x: Paper) -> None:
    x.h("三、部门整体支出绩效情况")
    x.p(
        f"（一）兜底保障有力。年末在册城乡低保对象{x('low_h', 4126)}户{x('low', 6894)}人，其中城市{x('low1', 1538)}人，农村"
        f"{x('low2', 5356)}人；特困供养对象{x('poor', 872)}人，集中供养{x('poor1', 265)}人，分散供养{x('poor2', 607)}人。实施临时救助"
        f"{x('temp', 1340)}人次，发放资金{x('temp_m', '214.40')}万元，人均{x('temp_a', 1600)}元。",
        f"（二）养老服务提质。建成社区日间照料中心{x('homes', 12)}个，改造特殊困难老年人家庭{x('refit', 300)}户，完成率"
        f"{x('refit_r', '100%')}；新增护理型床位{x('beds', 160)}张，护理型床位占比由{x('bed0', '54.6%')}升至{x('bed1', '61.3%')}，提高"
        f"{x('bed_up', '6.7')}个百分点。",
        f"（三）社会事务规范。办理结婚登记{x('wed', 2215)}对，较上年的{x('wed0', 1968)}对{x('wed_way', '增加')}{x('wed_more', 247)}对；"
        f"办理离婚登记{x('part', 764)}对，较上年的{x('part0', 803)}对减少{x('part_less', 39)}对；惠民殡葬减免{x('free', 1086)}例，"
        f"免除费用{x('free_m', '130.32')}万元。",
    )
    x.oks("count", "a+b=c", "low1 low2 low", "poor1 poor2 poor")
    x.ok("rate", "temp_m temp temp_a", "a/b*10000=c")
    x.fault("difference", "bed1 bed0 bed_up", {"bed_up": "7.6"}, "a-b=c", "two digits swapped")
    x.ok("difference", "wed wed0 wed_more", "a-b=c")
    x.ok("difference", "part0 part part_less", "a-b=c")
    x.t(
        [
            ["一级指标", "二级指标", "年度指标值", "实际完成值", "说明"],
            ["产出", "低保对象应保尽保率", x("g1", "100%"), x("r1", "100%"), "已完成"],
            ["产出", "特殊困难老年人家庭适老化改造", f"≥{x('g2', 300)}户", f"{x('r2', 300)}户", "已完成"],
            ["产出", "新增护理型床位", f"≥{x('g3', 150)}张", f"{x('r3', 160)}张", "已完成"],
            ["产出", "社区日间照料中心", f"≥{x('g4', 12)}个", f"{x('r4', 12)}个", "已完成"],
            ["成本", "“三公”经费控制额", f"≤{x('g5', '18.60')}万元", f"{x('r5', '13.74')}万元", "已完成"],
            ["效益", "护理型床位占比", f"≥{x('g6', '60%')}", x("r6", "61.3%"), "已完成"],
            ["满意度", "服务对象满意度", f"≥{x('g7', '92%')}", x("r7", "95.2%"), "已完成"],
        ]
    )
    x.oks("target", "", "g1 r1", "g2 r2", "g3 r3", "g5 r5", "g6 r6", "g7 r7")
    x.fault("target", "g4 r4", {"r4": 11}, note="eleven of twelve, said to be done")
    x.fault("repeat", "homes r4", {"r4": 11}, "a=b", "text says 12")
    x.same("refit r2", "beds r3", "cap g5", "three r5", "bed1 r6")


def _scores(x: Paper) -> None:
    x.h("四、自评结论")
    x.p(
        "自评实行百分制，由投入、过程、产出、效果四部分组成，90分（含）以上为优秀，75分（含）至90分为良好，60分（含）至75分为合格，"
        "60分以下为不合格。"
    )
    x.t(
        [
            ["评价内容", "标准分", "自评分"],
            ["投入", x("f1", 15), x("a1", "14.0")],
            ["过程", x("f2", 30), x("a2", "26.5")],
            ["产出", x("f3", 30), x("a3", "28.0")],
            ["效果", x("f4", 25), x("a4", "23.0")],
            ["总分", x("f", 100), x("a", "91.5")],
        ]
    )
    x.ok("score_sum", "f1 f2 f3 f4 f", "a+b+c+d=e")
    x.fault("score_sum", "a1 a2 a3 a4 a", {"a": "92.5"}, "a+b+c+d=e", "one digit mistyped in the total")
    x.p(
        f"根据上表，我局2023年度整体支出绩效自评等级为“{x('grade', '优秀')}”。主要失分点：预决算差异率指标扣{x('k1', '2.0')}分，"
        f"资产管理指标扣{x('k2', '1.5')}分，两项均属“过程”，共扣{x('k', '3.5')}分。"
    )
    x.ok("grade", "a grade")
    x.ok("sum", "k1 k2 k", "a+b=c")
    x.ok("difference", "f2 a2 k", "a-b=c")


def _end(x: Paper) -> None:
    x.h("五、存在的主要问题")
    x.p(
        f"1.预算编制不够精准。年初预算{x('plan', '9120.00')}万元，决算支出{x('spent', '10187.43')}万元，差异"
        f"{x('gap', '1067.43')}万元，差异率{x('gap_r', ch(D('10187.43'), D('9120.00')))}，上级专项年中下达较多是主因。",
        f"2.绩效指标设置偏{x('doubled', '定性')}，可衡量性不强，个别股室对绩效管理认识仍有偏差。",
        f"{x('n3', 3)}.固定资产账实核对不够及时。",
    )
    x.same("e1 plan", "e2 spent")
    x.ok("difference", "spent plan gap", "a-b=c")
    x.ok("growth", "spent plan gap_r", "(a-b)/b*100=c")
    x.fault("structure", "doubled", {"doubled": "定性定性"}, note="doubled word")
    x.h("六、改进措施和建议")
    x.p(
        "强化预算约束，提前与上级部门沟通专项资金额度，力争编细编准；组织绩效管理业务培训，把指标完成情况纳入股室年度考核；"
        f"每半年开展一次资产盘点，做到账账相符、账实相{x('broken', '符。')}"
    )
    x.fault("structure", "broken", {"broken": ""}, note="the sentence breaks off")
    x.h("云碛区民政局", "2024年3月28日")
