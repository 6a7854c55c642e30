"""A county's bureau of market supervision publishes its final accounts."""

from __future__ import annotations

from samples.independent_fourteenth.drafts import plus
from samples.independent_tenth.papers import D, Paper, ch, pc, q

__all__ = ["paper"]

GRANT, OTHER, OPENING = D("3964.20"), D("138.68"), D("183.49")
RECEIVED = GRANT + OTHER
BASIC, PROJECT = D("2874.53"), D("1256.73")
SPENT = BASIC + PROJECT
TOTAL = RECEIVED + OPENING
CLOSING = TOTAL - SPENT
LAST = D("4018.92")
FUNCTIONS = (
    ("一般公共服务支出", "3046.71"),
    ("社会保障和就业支出", "412.36"),
    ("卫生健康支出", "187.45"),
    ("农林水支出", "105.00"),
    ("住房保障支出", "241.06"),
)
GRANT_SPENT = sum((D(value) for _, value in FUNCTIONS), D(0))


def _head(x: Paper) -> None:
    x.h("柘宁县市场监督管理局2023年度部门决算公开说明", "第一部分　部门概况", "一、主要职责")
    x.p(
        "负责全县市场综合监督管理、经营主体登记注册、反不正当竞争、价格收费监管、产品质量和食品药品安全监督管理、特种设备安全监察、计量标准和认证认可管理、知识产权促进与保护等工作，组织查处市场监管领域违法行为，承担县食品药品安全委员会日常工作。"
    )
    x.h("二、部门决算单位构成")
    x.p(
        f"纳入本部门2023年度决算编制范围的单位共{x('units', 3)}个：县市场监督管理局机关、县市场监管综合行政执法大队、县检验检测中心。与上年相比没有变化。"
    )
    x.ok("count", "units")
    x.h("三、人员情况")
    x.p(
        f"年末实有在职人员{x('staff', 176)}人，其中行政人员{x('s1', 82)}人、参照公务员法管理人员{x('s2', 51)}人、事业人员{x('s3', 43)}人；由养老保险基金发放养老金的离退休人员108人。"
    )
    x.ok("sum", "s1 s2 s3 staff", plus(3))


def _totals(x: Paper) -> None:
    x.h("第二部分　2023年度部门决算情况说明", "一、收入支出决算总体情况")
    x.p(
        f"2023年度收入总计、支出总计均为{x('total', TOTAL)}万元，与2022年度的{x('last', LAST)}万元相比，各增加{x('more', TOTAL - LAST)}万元，增长{x('grown', ch(TOTAL, LAST))}，主要是食品安全监管能力提升项目列入当年预算。"
    )
    x.h("二、收入决算情况")
    x.p(
        f"本年收入合计{x('received', RECEIVED)}万元。其中：一般公共预算财政拨款收入{x('grant', GRANT)}万元，占{x('grant_share', pc(GRANT, RECEIVED))}；其他收入{x('other', OTHER)}万元，占{x('other_share', pc(OTHER, RECEIVED))}。没有政府性基金预算财政拨款收入和事业收入。年初结转和结余{x('opening', OPENING)}万元。"
    )
    x.h("三、支出决算情况")
    x.p(
        f"本年支出合计{x('spent', SPENT)}万元。其中：基本支出{x('basic', BASIC)}万元，占{x('basic_share', pc(BASIC, SPENT))}；项目支出{x('project', PROJECT)}万元，占{x('project_share', pc(PROJECT, SPENT))}。年末结转和结余{x('closing', CLOSING)}万元，主要是检验检测设备尾款待验收后支付。"
    )
    x.h("收入支出决算总表（单位：万元）")
    x.t(
        [
            ["收入", "决算数", "支出", "决算数"],
            ["一、一般公共预算财政拨款收入", x("c_grant", GRANT), "一、基本支出", x("c_basic", BASIC)],
            ["二、其他收入", x("c_other", OTHER), "二、项目支出", x("c_project", PROJECT)],
            ["本年收入合计", x("c_received", RECEIVED), "本年支出合计", x("c_spent", SPENT)],
            ["年初结转和结余", x("c_opening", OPENING), "年末结转和结余", x("c_closing", CLOSING)],
            ["总计", x("c_total", TOTAL), "总计", x("c_total2", TOTAL)],
        ]
    )
    x.same(
        "grant c_grant",
        "basic c_basic",
        "project c_project",
        "spent c_spent",
        "closing c_closing",
        "total c_total",
        "c_total c_total2",
    )
    x.oks(
        "sum",
        plus(2),
        "c_grant c_other c_received",
        "c_received c_opening c_total",
        "c_basic c_project c_spent",
        "c_spent c_closing c_total2",
        "basic project spent",
        "spent closing total",
    )
    x.ok("difference", "total last more", "a-b=c")
    x.oks(
        "share", "a/b*100=c", "grant c_received grant_share", "basic spent basic_share", "project spent project_share"
    )
    x.fault("growth", "total last grown", {"grown": "6.24%"}, "(a-b)/b*100=c", "用本年数作了基数")
    x.fault("sum", "grant other received", {"received": "4120.88"}, plus(2), "4102.88错位")
    x.fault("repeat", "received c_received", {"received": "4120.88"}, "a=b")
    x.fault("share", "other c_received other_share", {"other_share": "33.80%"}, "a/b*100=c", "小数点错位")


def _functions(x: Paper) -> None:
    x.h("四、财政拨款支出决算情况")
    x.p(
        f"2023年度财政拨款支出{x('grant_spent', GRANT_SPENT)}万元，占本年支出合计的{x('grant_part', pc(GRANT_SPENT, SPENT))}，年初预算为{x('plan', '3756.40')}万元，完成年初预算的{x('plan_rate', pc(GRANT_SPENT, D('3756.40')))}。按功能分类，一般公共服务支出主要用于人员工资、日常运转和市场监管专项；社会保障和就业支出412.36万元，用于养老保险、职业年金缴费和抚恤；卫生健康支出{x('health', '187.45')}万元，用于医疗保险缴费；农林水支出105.00万元，用于驻村帮扶和农产品品牌建设；住房保障支出241.06万元，用于住房公积金。"
    )
    x.h("财政拨款支出按功能分类情况表（单位：万元）")
    rows = [["功能分类科目", "决算数", "占比"]]
    for place, (name, value) in enumerate(FUNCTIONS):
        rows.append([name, x(f"n{place}", value), x(f"m{place}", pc(D(value), GRANT_SPENT))])
    rows.append(["合计", x("n_all", GRANT_SPENT), "100.00%"])
    x.t(rows)
    x.p(
        f"财政拨款基本支出{x('grant_basic', '2846.91')}万元，其中人员经费{x('people', '2561.77')}万元、公用经费{x('office', '285.14')}万元，公用经费占财政拨款基本支出的{x('office_share', pc(D('285.14'), D('2846.91')))}。"
    )
    x.ok("sum", "n0 n1 n2 n3 n4 n_all", plus(5))
    x.oks(
        "share",
        "a/b*100=c",
        *(f"n{place} n_all m{place}" for place in range(5)),
        "grant_spent spent grant_part",
        "office grant_basic office_share",
    )
    x.ok("rate", "grant_spent plan plan_rate", "a/b*100=c")
    x.ok("sum", "people office grant_basic", plus(2))
    x.same("grant_spent n_all")
    x.fault("repeat", "health n2", {"health": "178.45"}, "a=b", "正文与表不一致")


def _three(x: Paper) -> None:
    x.h("五、财政拨款“三公”经费支出决算情况")
    x.p(
        f"2023年度“三公”经费预算{x('three_plan', '42.00')}万元，支出决算{x('three', '35.86')}万元，完成预算的{x('three_rate', pc(D('35.86'), 42))}。其中：",
        "（一）因公出国（境）费0万元，全年没有出国（境）团组。",
        f"（二）公务用车购置及运行维护费{x('cars', '31.24')}万元，全部为运行维护费，未购置车辆。年末公务用车保有量{x('fleet', 26)}辆，平均每辆运行维护费{x('each_car', q(D('31.24') / 26))}万元。",
        f"（三）公务接待费{x('guests', '4.62')}万元，国内公务接待46批次、{x('people_met', 412)}人次，人均{x('each_guest', q(D('46200') / 412))}元。",
    )
    x.h("“三公”经费预决算对照表（单位：万元）")
    x.t(
        [
            ["项目", "预算数", "决算数", "完成预算"],
            ["因公出国（境）费", "0.00", "0.00", "—"],
            ["公务用车购置费", "0.00", "0.00", "—"],
            ["公务用车运行维护费", x("v0", "36.00"), x("v1", "31.24"), x("v2", pc(D("31.24"), 36))],
            ["公务接待费", x("z0", "6.00"), x("z1", "4.62"), x("z2", pc(D("4.62"), 6))],
            ["合计", x("y0", "42.00"), x("y1", "35.86"), x("y2", pc(D("35.86"), 42))],
        ]
    )
    x.oks("sum", plus(2), "v0 z0 y0", "v1 z1 y1")
    x.oks("rate", "a/b*100=c", "v1 v0 v2", "z1 z0 z2", "y1 y0 y2")
    x.same("cars v1", "guests z1", "three y1", "three_plan y0")
    x.fault("repeat", "three_rate y2", {"three_rate": "83.58%"}, "a=b", "正文与表不一致")
    x.ok("sum", "cars guests three", plus(2))
    x.ok("rate", "cars fleet each_car", "a/b=c")
    x.ok("rate", "guests people_met each_guest", "a*10000/b=c")
    x.fault("rate", "three three_plan three_rate", {"three_rate": "83.58%"}, "a/b*100=c", "85.38%错位")
    x.h("六、机关运行经费支出情况")
    x.p(
        f"2023年度机关运行经费支出{x('run', '262.38')}万元，比2022年度的{x('run_last', '271.95')}万元{x('run_way', '减少')}{x('run_diff', '9.57')}万元，变动{x('run_rate', ch(D('262.38'), D('271.95')))}，主要是压减了印刷和会议支出。"
    )
    x.ok("difference", "run_last run run_diff", "a-b=c")
    x.ok("growth", "run_last run run_rate", "(a-b)/a*100=c")
    x.fault("growth", "run_way run run_last", {"run_way": "增加"}, note="比上年少却写增加")


def _buying(x: Paper) -> None:
    x.h("七、政府采购支出情况")
    x.p(
        f"2023年度政府采购支出总额{x('buy', '618.40')}万元，其中：货物支出{x('buy1', '142.75')}万元、工程支出{x('buy2', '36.20')}万元、服务支出{x('buy3', '439.45')}万元。授予中小企业合同金额{x('small', '547.90')}万元，占政府采购支出总额的{x('small_share', pc(D('547.90'), D('618.40')))}，其中授予小微企业合同金额{x('tiny', '402.35')}万元，占授予中小企业合同金额的{x('tiny_share', pc(D('402.35'), D('547.90')))}。"
    )
    x.oks("share", "a/b*100=c", "small buy small_share", "tiny small tiny_share")
    x.fault("sum", "buy1 buy2 buy3 buy", {"buy3": "493.45"}, plus(3), "439.45错位")
    x.h("八、国有资产占用情况")
    x.p(
        f"截至{x('asset_year', 2023)}年12月31日，本部门共有车辆{x('vans', 26)}辆，其中执法执勤用车{x('van1', 19)}辆、特种专业技术用车{x('van2', 4)}辆、其他用车{x('van3', 3)}辆；单价100万元（含）以上的设备2台（套），为检验检测中心的气相色谱质谱联用仪和电感耦合等离子体质谱仪。"
    )
    x.same("vans fleet")
    x.fault("sum", "van1 van2 van3 vans", {"van3": 5}, plus(3), "其他用车数未随处置更新")
    x.fault("year", "asset_year", {"asset_year": 2022}, note="2023年度决算仍写2022年末")


def _results(x: Paper) -> None:
    x.h("九、预算绩效情况")
    x.p(
        f"本部门对2023年度12个项目开展绩效自评，涉及资金{x('judged', PROJECT)}万元，占项目支出的100%，其中自评等级为优的{x('e1', 9)}个、良的{x('e2', 3)}个。主要成效：",
        f"1.经营主体。新登记经营主体{x('new', 5236)}户，其中企业{x('new1', 1184)}户、个体工商户{x('new2', 3987)}户、农民专业合作社{x('new3', 65)}户；年末实有经营主体{x('held', 38412)}户，较上年末的{x('held_last', 35690)}户增长{x('held_rate', ch(38412, 35690))}。",
        f"2.食品安全。完成食品抽检{x('tests', 1860)}批次，检出不合格{x('bad', 37)}批次，合格率{x('good', pc(1860 - 37, 1860))}，不合格样品全部立案处置。",
        f"3.消费维权。受理投诉举报{x('calls', 6482)}件，办结{x('answered', 6417)}件，办结率{x('answer_rate', pc(6417, 6482))}，为消费者挽回经济损失213.6万元。",
        f"4.特种设备。在册特种设备{x('devices', 2914)}台（套），定期检验{x('tested', 2897)}台（套），定检率{x('test_rate', pc(2897, 2914))}，发现隐患{x('danger', 143)}处，其中一般隐患{x('danger1', 131)}处、严重隐患{x('danger2', 12)}处，已全部整改。",
        f"5.知识产权。新增有效发明专利{x('patent', 58)}件，完成年度目标50件的{x('patent_rate', pc(58, 50, 0))}。",
    )
    x.same("judged project")
    x.ok("sum", "new1 new2 new3 new", plus(3))
    x.ok("growth", "held held_last held_rate", "(a-b)/b*100=c")
    x.ok("rate", "tests bad good", "(a-b)/a*100=c")
    x.ok("rate", "answered calls answer_rate", "a/b*100=c")
    x.ok("rate", "patent patent_rate", "a/50*100=b")
    x.ok("count", "e1 e2")
    x.ok("rate", "tested devices test_rate", "a/b*100=c")
    x.ok("sum", "danger1 danger2 danger", plus(2))
    x.p(
        "存在的主要问题：一是个别项目指标值设置偏低，约束性不强；二是检验检测设备采购前期论证时间较长，影响资金支付进度。下一步将在编制2025年预算时提高指标值的可比性，并提前开展设备选型论证。"
    )
    x.h("第三部分　名词解释")
    x.p(
        "一、财政拨款收入：指本年度从同级财政部门取得的财政预算资金。",
        "二、基本支出：指为保障机构正常运转、完成日常工作任务发生的人员支出和公用支出。",
        "三、项目支出：指在基本支出之外为完成特定任务和事业发展目标发生的支出。",
        "四、机关运行经费：指行政单位和参照公务员法管理的事业单位使用财政拨款安排的基本支出中的日常公用经费支出。",
    )


def paper() -> Paper:
    x = Paper("1403-柘宁县市场监督管理局部门决算说明.docx")
    for part in (_head, _totals, _functions, _three, _buying, _results):
        part(x)
    return x
