"""A county's federation of disabled persons evaluates its own spending, in yuan; nothing is wrong in it."""

from __future__ import annotations

from samples.independent_fourteenth.drafts import plus
from samples.independent_tenth.papers import D, Paper, pc, q

__all__ = ["paper"]

GENERAL, LOTTERY, OPENING = D("7936350.18"), D("688000.00"), D("412600.00")
RECEIVED = GENERAL + LOTTERY
BASIC = D("2214906.77")
PROJECTS = (
    ("残疾儿童康复救助", "1860000.00", "1848600.00"),
    ("辅助器具适配", "640000.00", "612450.00"),
    ("重度残疾人居家托养", "1320000.00", "1302000.00"),
    ("家庭无障碍改造", "900000.00", "873000.00"),
    ("就业创业扶持", "1240000.00", "1156161.65"),
    ("精神残疾人服药补贴", "720000.00", "696000.00"),
)
PROJECT = sum((D(row[2]) for row in PROJECTS), D(0))
SPENT = BASIC + PROJECT
AVAILABLE = RECEIVED + OPENING

# group, kind, indicator, weight, target, result, score, remark
ROWS = (
    ("产出指标", "数量指标", "残疾儿童康复救助人数", 8, "≥120人", "129人", "8.00", ""),
    ("", "", "辅助器具适配件数", 7, "≥450件", "463件", "7.00", ""),
    ("", "", "居家托养服务人数", 7, "≥210人", "217人", "7.00", ""),
    ("", "", "家庭无障碍改造户数", 8, "100户", "97户", "7.76", "3户因房屋拆迁放弃改造，按完成比例得分"),
    ("", "", "职业技能培训人数", 5, "≥200人", "206人", "5.00", ""),
    ("", "", "服药补贴人数", 5, "≥580人", "580人", "5.00", ""),
    ("", "质量指标", "补贴对象准确率", 5, "100%", "100%", "5.00", ""),
    ("", "时效指标", "补贴发放及时性", 3, "及时", "及时", "3.00", ""),
    ("", "成本指标", "无障碍改造户均成本", 2, "≤9000元", "9000元", "2.00", ""),
    ("效益指标", "社会效益", "新增残疾人就业人数", 10, "≥80人", "86人", "10.00", ""),
    ("", "", "残疾人权益保障水平", 10, "明显提高", "基本达到", "9.00", "2个乡镇残疾人专干更换频繁，扣1分"),
    ("", "可持续影响", "康复服务网络健全性", 10, "健全", "基本健全", "9.50", "1个乡镇康复站设备老旧，扣0.5分"),
    (
        "满意度指标",
        "服务对象满意度",
        "残疾人及家属满意度",
        10,
        "≥95%",
        "93.89%",
        "9.88",
        "未达到目标，按实际值与目标值之比得分",
    ),
)


def _overview(x: Paper) -> None:
    x.h("临泷县残疾人联合会2024年度部门", "", "整体支出绩效自评报告", "")
    x.p(
        "根据县财政局统一安排，县残联于2025年3月对2024年度部门整体支出开展绩效自评。自评以部门决算数据为依据，以年初批复的绩效目标为标准，本报告金额除注明外均以元为单位。"
    )
    x.h("一、部门基本情况", "1.部门职责")
    x.p(
        "县残联是县委、县政府联系残疾人的桥梁和纽带，承担代表、服务、管理残疾人的职能，负责全县持证残疾人的康复、就业、教育、托养、维权、文体等工作。"
    )
    x.h("2.机构人员")
    x.p(
        f"内设办公室、康复就业部、权益维护部三个股室，下设县残疾人综合服务中心。编制{x('posts', 12)}名，其中参公编制{x('p1', 8)}名、事业编制{x('p2', 4)}名。年末在职{x('staff', 11)}人，其中参公{x('s1', 7)}人、事业{x('s2', 4)}人；另有公益性岗位3人、退休6人，不占编制。全县持证残疾人{x('held', 8462)}人，其中一级、二级重度残疾{x('heavy', 3648)}人，占{x('heavy_share', pc(3648, 8462))}。"
    )
    x.oks("sum", plus(2), "p1 p2 posts", "s1 s2 staff")
    x.ok("share", "heavy held heavy_share", "a/b*100=c")


def _money(x: Paper) -> None:
    x.h("二、部门整体收支情况")
    x.p(
        f"2024年收入{x('received', RECEIVED)}元，其中一般公共预算财政拨款{x('general', GENERAL)}元、政府性基金预算财政拨款（彩票公益金）{x('lottery', LOTTERY)}元；年初结转{x('opening', OPENING)}元，可用资金{x('available', AVAILABLE)}元。",
        f"2024年支出{x('spent', SPENT)}元，其中基本支出{x('basic', BASIC)}元，占{x('basic_share', pc(BASIC, SPENT))}；项目支出{x('project', PROJECT)}元，占{x('project_share', pc(PROJECT, SPENT))}。年末结转{x('closing', AVAILABLE - SPENT)}元，为项目支出和基本支出的正常结转。预算执行率{x('rate', pc(SPENT, AVAILABLE))}。",
        f"“三公”经费支出{x('three', '16820.00')}元，全部为公务接待费，比上年的{x('three_last', '18450.00')}元减少{x('three_less', '1630.00')}元，下降{x('three_fall', pc(1630, 18450))}；无公务用车，无因公出国（境）。",
    )
    x.p(
        f"从支出进度看，截至3月末支出{x('m3', '1218400.00')}元，占可用资金的{x('m3_rate', pc(1218400, AVAILABLE))}；截至6月末支出{x('m6', '3742300.00')}元，占{x('m6_rate', pc(3742300, AVAILABLE))}；截至9月末支出{x('m9', '6180500.00')}元，占{x('m9_rate', pc(6180500, AVAILABLE))}。上半年进度偏慢，主要是托养和无障碍改造项目5月才完成政府采购程序。"
    )
    x.oks("rate", "a/b*100=c", "m3 available m3_rate", "m6 available m6_rate", "m9 available m9_rate")
    x.ok("sum", "general lottery received", plus(2))
    x.ok("sum", "received opening available", plus(2))
    x.ok("sum", "basic project spent", plus(2))
    x.ok("difference", "available spent closing", "a-b=c")
    x.ok("difference", "three_last three three_less", "a-b=c")
    x.ok("growth", "three_less three_last three_fall", "a/b*100=c")
    x.ok("rate", "spent available rate", "a/b*100=c")
    x.oks("share", "a/b*100=c", "basic spent basic_share", "project spent project_share")
    x.h("项目支出明细（单位：元）")
    rows = [["项目名称", "预算数", "支出数", "执行率"]]
    for line, (name, plan, spent) in enumerate(PROJECTS):
        rows.append([name, x(f"b{line}", plan), x(f"e{line}", spent), x(f"r{line}", pc(D(spent), D(plan)))])
    plan = sum((D(row[1]) for row in PROJECTS), D(0))
    rows.append(["合计", x("b6", plan), x("e6", PROJECT), x("r6", pc(PROJECT, plan))])
    x.t(rows, gap="\t\t")
    x.ok("sum", "b0 b1 b2 b3 b4 b5 b6", plus(6))
    x.ok("sum", "e0 e1 e2 e3 e4 e5 e6", plus(6))
    x.oks("rate", "a/b*100=c", *(f"e{line} b{line} r{line}" for line in range(7)))
    x.same("e6 project")


def _work(x: Paper) -> None:
    x.h("三、部门主要工作完成情况")
    x.p("2024年，县残联围绕残疾人最关心的康复、就业、托养、无障碍等事项安排资金和工作，主要完成情况如下：")
    x.p(
        f"1.康复服务。救助残疾儿童{x('children', 129)}名，人均救助{x('child_each', q(D('1848600') / 129))}元；为463名残疾人适配辅助器具463件；为{x('drugs', 580)}名精神残疾人发放服药补贴，每人每年{x('drug_each', 1200)}元，共{x('drug_all', '696000.00')}元。",
        f"2.托养服务。为{x('care', 217)}名重度残疾人提供居家托养，每人每年{x('care_each', 6000)}元，共{x('care_all', '1302000.00')}元。",
        f"3.无障碍改造。计划改造100户，因3户房屋列入拆迁，实际改造{x('homes', 97)}户，每户{x('home_each', 9000)}元，共{x('home_all', '873000.00')}元。",
        f"4.就业创业。培训{x('trained', 206)}人，取得证书{x('certified', 171)}人，取证率{x('cert_rate', pc(171, 206))}；新增就业{x('jobs', 86)}人，其中按比例就业{x('job1', 31)}人、个体从业{x('job2', 22)}人、辅助性就业{x('job3', 33)}人。",
        "对照年初目标，产出指标和满意度指标中未完成的有两项：家庭无障碍改造少3户，残疾人及家属满意度比目标低1.11个百分点；效益指标中权益保障和康复网络两项为基本达到目标；其余产出、效益目标均已完成。",
    )
    x.ok("rate", "e0 children child_each", "a/b=c")
    x.oks("rate", "a*b=c", "drugs drug_each drug_all", "care care_each care_all", "homes home_each home_all")
    x.same("drug_all e5", "care_all e2", "home_all e3")
    x.ok("rate", "certified trained cert_rate", "a/b*100=c")
    x.ok("sum", "job1 job2 job3 jobs", plus(3))
    x.h("四、满意度调查")
    x.p(
        f"随机抽取{x('asked', 180)}名残疾人及家属入户调查，全部有效，其中满意{x('glad', 169)}人、一般{x('fair', 8)}人、不满意{x('sad', 3)}人，满意度{x('pleased', pc(169, 180))}。"
    )
    x.ok("survey", "glad fair sad asked", plus(3))
    x.ok("survey", "glad asked pleased", "a/b*100=c")


def _scores(x: Paper) -> None:
    x.h("五、部门整体指标绩效评价分析", "（一）预算执行率（分值10分）")
    x.p(f"得分按预算执行率乘以10分计算，得{x('g0', '9.63')}分。")
    x.h("（二）产出指标（分值50分）")
    x.p(f"产出指标得{x('g1', '49.76')}分，其中家庭无障碍改造扣{x('cut1', '0.24')}分。")
    x.h("（三）效益指标（分值30分）")
    x.p(f"效益指标得{x('g2', '28.50')}分，其中权益保障扣1分、康复网络扣0.5分。")
    x.h("（四）满意度指标（分值10分）")
    x.p(f"满意度指标得{x('g3', '9.88')}分。")
    x.h("2024年度部门整体支出绩效自评表")
    rows = [["一级指标", "二级指标", "三级指标", "分值", "年度指标值", "实际完成值", "得分", "偏差原因"]]
    rows.append(
        [
            "预算执行率",
            "",
            "预算执行率",
            x("w13", 10),
            "100%",
            x("t_rate", pc(SPENT, AVAILABLE)),
            x("k13", "9.63"),
            "部分项目按进度付款",
        ]
    )
    for line, (group, kind, name, weight, target, result, score, remark) in enumerate(ROWS):
        shown = x("t_pleased", result) if line == 12 else result
        rows.append([group, kind, name, x(f"w{line}", weight), target, shown, x(f"k{line}", score), remark])
    rows.append(["总分", "", "", x("w14", 100), "", "", x("k14", "97.77"), ""])
    x.t(rows)
    x.ok("score_sum", " ".join(f"w{line}" for line in range(15)), plus(14))
    x.ok("score_sum", " ".join(f"k{line}" for line in range(15)), plus(14))
    x.ok("score_sum", " ".join(f"k{line}" for line in range(9)) + " g1", plus(9))
    x.ok("score_sum", "k9 k10 k11 g2", plus(3))
    x.ok("score_rule", "t_rate w13 k13", "a/100*b=c")
    x.ok("score_rule", "homes w3 k3", "a/100*b=c")
    x.ok("score_rule", "t_pleased w12 k12", "a/95*b=c")
    x.ok("difference", "w3 k3 cut1", "a-b=c")
    x.same("g0 k13", "g3 k12", "t_rate rate", "t_pleased pleased")
    x.h("六、综合评价及结论")
    x.p(
        f"总分90分及以上为“优”，80分及以上不满90分为“良”，60分及以上不满80分为“中”，60分以下为“差”。经评价小组审定，临泷县残联2024年度部门整体支出绩效自评得分{x('total', '97.77')}分，等级为“{x('grade', '优')}”。"
    )
    x.ok("score_sum", "g0 g1 g2 g3 total", plus(4))
    x.same("total k14")
    x.ok("grade", "total grade")
    x.h("七、存在问题和改进措施")
    x.p(
        "一是无障碍改造对象摸底不细，没有及时与拆迁计划比对，今后在入户评估前先向自然资源部门核实。二是乡镇残疾人专干流动性大，拟与乡镇共同制定最低服务年限。三是满意度调查反映辅具维修不便，计划在县残疾人综合服务中心增设维修点。"
    )
    x.h("", "临泷县残疾人联合会", "2025年3月28日")


def paper() -> Paper:
    x = Paper("1405-临泷县残联整体支出自评.txt")
    for part in (_overview, _money, _work, _scores):
        part(x)
    return x
