"""A county's water bureau, every figure in yuan to the fen."""

from __future__ import annotations

from samples.independent_tenth.papers import D, Paper, ch, pc

__all__ = ["paper"]

INCOME = D("28643517.26")
TOTAL = D("29929857.84")
SPENT = D("28917604.39")
LAST = D("26405118.73")
PROJECTS = D("19055232.95")
DUTY = D("9862371.44")


def y(value: object) -> str:
    """Yuan, with commas."""
    return f"{D(str(value)):,.2f}"


def paper() -> Paper:
    x = Paper("1301-榆浦县水利局2023年度部门整体支出绩效自评报告.txt")
    _about(x)
    _money(x)
    _projects(x)
    _work(x)
    _end(x)
    return x


def _about(x: Paper) -> None:
    x.h("榆浦县水利局2023年度部门整体支出绩效自评报告", "")
    x.p(
        "按照县财政局《关于开展2023年度部门整体支出绩效自评工作的通知》要求，我局对照年初批复的绩效目标，"
        "逐项核对账表、现场查看工程，现将自评情况报告如下。（本报告金额单位除注明外均为人民币元。）"
    )
    x.h("一、部门概况", "（一）主要职责")
    x.p(
        "县水利局负责保障水资源合理开发利用，组织实施取水许可和水资源有偿使用制度；指导河湖管理、水土保持、农村供水；"
        "承担水情旱情监测预警和防御洪水应急抢险的技术支撑；指导水利工程建设与运行管理，负责大中型水库移民后期扶持。"
    )
    x.h("（二）机构及人员")
    x.p(
        f"局机关内设办公室、规划建设股、水资源管理股、河湖管理股、水旱灾害防御股{x('offices', 5)}个股室，下辖县水利工程质量监督站、"
        f"县河道管理所、县农村供水服务中心、松岭水库管理所等{x('units', 4)}个事业单位。全系统核定编制{x('est', 58)}名，"
        f"其中行政编制{x('est1', 12)}名、事业编制{x('est2', 46)}名。"
    )
    x.p(
        f"2022年末实有在职人员{x('staff0', 53)}人，2023年招录调入{x('in', 5)}人，退休{x('out', 3)}人，年末在职{x('staff', 55)}人；"
        f"按身份分，公务员{x('s1', 11)}人，事业人员{x('s2', 44)}人。另有离退休人员{x('old', 23)}人，由社保部门发放养老金。"
    )
    x.fault("count", "offices", {"offices": 6}, note="five sections named")
    x.ok("count", "units", note="four named")
    x.oks("count", "a+b=c", "est1 est2 est", "s1 s2 staff")
    x.ok("count", "staff0 in out staff", "a+b-c=d")
    x.ok("policy", "est staff")
    x.h(f"（{x('third', '三')}）资产状况")
    x.p(
        f"截至2023年12月31日，资产合计{x('assets', y('64218306.72'))}元，其中：流动资产{x('liquid', y('3106552.91'))}元，"
        f"固定资产净值{x('fixed', y('15837420.36'))}元，公共基础设施净值{x('works', y('45274333.45'))}元；负债合计"
        f"{x('debt', y('1850274.10'))}元，净资产{x('net', y('62368032.62'))}元。"
    )
    x.fault("structure", "third", {"third": "四"}, note="（三） is skipped")
    x.ok("sum", "liquid fixed works assets", "a+b+c=d")
    x.ok("difference", "assets debt net", "a-b=c")


def _money(x: Paper) -> None:
    x.h("二、部门整体支出管理及使用情况", "（一）收入情况")
    x.p(
        f"2023年度本年收入{x('income', y(INCOME))}元，由三部分组成：一般公共预算财政拨款{x('i1', y('25318402.15'))}元，"
        f"占本年收入的{x('i1s', pc(D('25318402.15'), INCOME))}；政府性基金预算财政拨款{x('i2', y(2400000))}元，占"
        f"{x('i2s', pc(2400000, INCOME))}；其他收入{x('i3', y('925115.11'))}元，占{x('i3s', pc(D('925115.11'), INCOME))}。"
        f"加上年初结转和结余{x('carried', y('1286340.58'))}元，收入总计{x('total', y(TOTAL))}元。"
    )
    x.ok("sum", "i1 i2 i3 income", "a+b+c=d")
    x.ok("sum", "income carried total", "a+b=c")
    x.oks("share", "a/b*100=c", "i1 income i1s", "i2 income i2s", "i3 income i3s")
    x.h("（二）支出情况")
    x.p(
        f"全年支出{x('spent', y(SPENT))}元，上年为{x('last', y(LAST))}元，同比多支{x('more', y(SPENT - LAST))}元，增幅"
        f"{x('up', ch(SPENT, LAST))}，主要是河道治理投资增加。按支出性质划分：基本支出{x('duty', y(DUTY))}元，"
        f"占全年支出{x('dutys', pc(DUTY, SPENT))}，包括人员经费{x('wages', y('8915026.19'))}元和公用经费"
        f"{x('office', y('947345.25'))}元；项目支出{x('projects', y(PROJECTS))}元，占{x('projectss', pc(PROJECTS, SPENT))}。"
        f"收支相抵，年末结转和结余{x('left', y('1012253.45'))}元。"
    )
    x.ok("difference", "spent last more", "a-b=c")
    x.fault("growth", "spent last up", {"up": ch(LAST, SPENT)}, "(a-b)/b*100=c", "divided by this year's spending")
    x.fault("sum", "wages office duty", {"office": y("974345.25")}, "a+b=c", "two digits swapped")
    x.ok("sum", "duty projects spent", "a+b=c")
    x.oks("share", "a/b*100=c", "duty spent dutys", "projects spent projectss")
    x.ok("difference", "total spent left", "a-b=c")
    x.p(
        f"年初批复预算{x('plan', y(22750600))}元，连同上年结转及年中追加{x('added', y('7179257.84'))}元，全年可执行预算"
        f"{x('budget', y(TOTAL))}元，预算执行率{x('rate', pc(SPENT, TOTAL))}。"
    )
    x.ok("sum", "plan added budget", "a+b=c")
    x.ok("rate", "spent budget rate", "a/b*100=c")
    x.same("total budget")
    x.h("（三）“三公”经费情况")
    x.p(
        f"全年“三公”经费支出{x('three', y('131706.35'))}元，与上年的{x('three0', y('149308.20'))}元相比{x('way', '减少')}"
        f"{x('less', y('17601.85'))}元，{x('down_way', '降低')}{x('down', ch(D('131706.35'), D('149308.20')))}。其中：因公出国（境）费零支出；"
        f"公务用车运行维护费{x('cars', y('112480.35'))}元；公务接待费{x('guests', y(19226))}{x('unit', '元')}，共接待"
        f"{x('groups', 21)}批次{x('heads', 168)}人次，人均{x('each', '114.44')}元。全年“三公”经费控制数{x('cap', y(168000))}元，"
        f"实际支出占控制数的{x('cap_s', pc(D('131706.35'), 168000))}，未突破预算。"
    )
    x.fault("growth", "three three0 down_way", {"down_way": "增长"}, note="it fell")
    x.ok("difference", "three0 three less", "a-b=c")
    x.fault("sum", "cars guests unit three", {"unit": "万元"}, note="万元 for 元 in a part")
    x.fault("unit", "guests unit", {"unit": "万元"}, note="万元 for 元")
    x.fault("rate", "guests unit heads each", {"unit": "万元"}, note="made with 元")
    x.ok("share", "three cap cap_s", "a/b*100=c")


def _projects(x: Paper) -> None:
    rows = [
        ("河道治理", "7503216.40"),
        ("小型农田水利设施维修养护", "6214880.00"),
        ("农村饮水安全巩固提升", "3190452.55"),
        ("水旱灾害防御", "1348600.00"),
        ("水土保持监测与宣传", "798084.00"),
    ]
    x.h("（四）项目支出构成")
    table: list[list[object]] = [["序号", "项目名称", "支出金额（元）", "占项目支出比重"]]
    for place, (title, value) in enumerate(rows, start=1):
        table.append([place, title, x(f"p{place}", y(value)), x(f"ps{place}", pc(D(value), PROJECTS))])
    table.append(["", "合计", x("pt", y(PROJECTS)), "100.00%"])
    x.t(table)
    x.ok("sum", "p1 p2 p3 p4 p5 pt", "a+b+c+d+e=f")
    x.fault("share", "p1 pt ps1", {"ps1": "39.83%"}, "a/b*100=c", "two digits swapped")
    x.oks("share", "a/b*100=c", "p2 pt ps2", "p3 pt ps3", "p4 pt ps4", "p5 pt ps5")
    x.same("projects pt")
    x.p(
        f"五个项目支出由高到低排列，位列前两位的河道治理和农田水利维修养护合计{x('top', y('13718096.40'))}元，"
        f"集中了项目资金的{x('top_s', pc(D('13718096.40'), PROJECTS))}。"
    )
    x.ok("list_order", "p1 p2 p3 p4 p5")
    x.ok("sum", "p1 p2 top", "a+b=c")
    x.ok("share", "top pt top_s", "a/b*100=c")


def _work(x: Paper) -> None:
    x.h("三、绩效管理工作开展情况")
    x.p(
        "我局高度重视预算绩效管理，成立了以局长为组长、分管副局长为副组长、各股室及下属单位负责人为成员的绩效管理领导小组，办公室负责日常工作。"
        "一是健全制度，先后制定《榆浦县水利局预算绩效管理暂行办法》《水利工程维修养护资金管理细则》等内部制度，明确“谁申请、谁使用、谁负责”；"
        "二是抓实监控，每年7月底前对项目开展绩效运行监控，对偏离目标的及时纠偏；三是强化应用，把评价结果作为安排下一年度维修养护资金的重要依据，"
        "对执行缓慢的项目收回统筹。本次自评覆盖全部下属单位和五个预算项目。"
    )
    x.h("四、绩效目标完成情况")
    x.p(
        f"1.产出方面。治理中小河流河道{x('river', '14.6')}公里，较年初目标多{x('river_more', '0.6')}公里；维修小型农田水利设施"
        f"{x('repair', 186)}处，其中山塘{x('ponds', 57)}处、渠系{x('canals', 91)}处、提灌站{x('pumps', 38)}处；"
        f"完成集中供水工程水质检测{x('tests', 240)}份，合格{x('tests_ok', 233)}份，合格率{x('tests_r', pc(233, 240, 1))}。",
        f"2.效益方面。农村自来水普及率由{x('tap0', '93.8%')}上升到{x('tap1', '95.6%')}，提高{x('tap_up', '1.8')}个百分点；"
        f"恢复和改善灌溉面积{x('field', '2.35')}万亩，受益农户{x('homes', 9120)}户。汛期启动应急响应{x('alarms', 6)}次，转移群众"
        f"{x('moved', 412)}人次，无人员伤亡。",
        f"3.满意度方面。随机走访农户发放问卷{x('asked', 320)}份，收回{x('back', 312)}份，回收率{x('back_r', pc(312, 320, 1))}；"
        f"其中表示“满意”或“较满意”的{x('glad', 295)}份，满意率{x('glad_r', pc(295, 312, 2))}。",
    )
    x.ok("count", "ponds canals pumps repair", "a+b+c=d")
    x.ok("rate", "tests_ok tests tests_r", "a/b*100=c")
    x.ok("difference", "tap1 tap0 tap_up", "a-b=c")
    x.ok("survey", "back asked back_r", "a/b*100=c")
    x.ok("survey", "glad back glad_r", "a/b*100=c")
    x.t(
        [
            ["绩效指标", "年初目标值", "实际完成值", "是否完成"],
            ["河道治理长度", f"≥{x('g1', '14')}公里", f"{x('r1', '14.6')}公里", "完成"],
            ["小型水利设施维修数量", f"≥{x('g2', 180)}处", f"{x('r2', 186)}处", "完成"],
            ["供水水质合格率", f"≥{x('g3', '96%')}", x("r3", "97.1%"), "完成"],
            ["农村自来水普及率", f"≥{x('g4', '95%')}", x("r4", "95.6%"), "完成"],
            ["恢复改善灌溉面积", f"≥{x('g5', '2.3')}万亩", f"{x('r5', '2.35')}万亩", "完成"],
            ["受益群众满意度", f"≥{x('g6', '90%')}", x("r6", pc(295, 312, 2)), "完成"],
        ]
    )
    x.oks("target", "", "g1 r1", "g2 r2", "g3 r3", "g5 r5", "g6 r6")
    x.fault("target", "g4 r4", {"r4": "94.6%"}, note="goal missed, said to be reached")
    x.fault("repeat", "tap1 r4", {"r4": "94.6%"}, "a=b", "text says 95.6%")
    x.same("river r1", "repair r2", "tests_r r3", "field r5", "glad_r r6")
    x.ok("difference", "r1 g1 river_more", "a-b=c")


def _end(x: Paper) -> None:
    x.h("五、自评得分")
    x.p(
        f"经自评，预算执行（10分）得{x('q1', '9.66')}分，产出指标（50分）得{x('q2', '48.50')}分，效益指标（30分）得"
        f"{x('q3', '28.80')}分，满意度指标（10分）得{x('q4', '9.46')}分，合计{x('score', '96.42')}分，自评等级为"
        f"{x('grade', '优')}（90分及以上为优，80—90分为良，60—80分为中，60分以下为差）。其中预算执行得分按“执行率×10”计算。"
    )
    x.ok("score_sum", "q1 q2 q3 q4 score", "a+b+c+d=e")
    x.ok("grade", "score grade")
    x.ok("score_rule", "rate q1", "a*10/100=b")
    x.h("六、存在的问题及整改措施")
    x.p(
        f"一是部分工程结算滞后，年末仍有结转和结余{x('left2', y('1012253.45'))}元未形成支出；二是结转和追加的资金偏多，"
        f"相当于年初批复数的{x('added_s', pc(D('7179257.84'), 22750600))}，预算编制的前瞻性有待增强。",
        "三是绩效指标的细化程度不够，维修养护类项目偏重工程数量，对设施长期良性运行、群众用水便利程度等效果反映不足；"
        "四是基层水管员队伍老化，个别乡镇供水站水费收缴率偏低，影响工程可持续运行。",
        "下一步，我局将提前开展项目储备和概算评审，工程完工后三个月内办理竣工财务决算，避免资金长期挂账；"
        "对追加事项实行“先有绩效目标、后有预算安排”。",
    )
    x.fault("repeat", "left left2", {"left2": y("1021253.45")}, "a=b", "two digits swapped in the second telling")
    x.ok("share", "added plan added_s", "a/b*100=c")
    x.p(f"附件：榆浦县水利局{x('year', 2023)}年度部门整体支出绩效自评表")
    x.fault("year", "year", {"year": 2022}, note="last year's annex")
