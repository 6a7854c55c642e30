"""A county's emergency bureau as a scraper left it, lines broken anywhere; nothing is wrong in it."""

from __future__ import annotations

from samples.independent_tenth.papers import D, Paper, ch, pc

__all__ = ["paper"]


def paper() -> Paper:
    x = Paper("1304-澹川县应急管理局2024年度部门整体支出绩效自评报告.txt", width=36, spaced=True)
    _about(x)
    _money(x)
    _work(x)
    _scores(x)
    _end(x)
    return x


def _about(x: Paper) -> None:
    x.h(
        "当前位置：首页 > 政务公开 > 重点领域 > 预决算及绩效",
        "",
        "澹川县应急管理局2024年度部门整体支出绩效自评报告",
        "",
    )
    x.h("来源：县应急管理局    发布日期：2025-05-16    字体：大 中 小", "")
    x.h("一、部门概述")
    x.p(
        "县应急管理局组建于2019年3月，统筹全县安全生产、自然灾害防治和应急救援工作，承担\n\n"
        "县安全生产委员会、县减灾委员会、县森林防灭火指挥部日常事务，指导各镇（街）应急力量建设，"
        "组织开展灾害风险普查、应急预案修编和演练，负责救灾物资储备调度及灾情统计上报。",
        f"本部门预算单位{x('units', 3)}个：局机关、县应急救援保障中心、县安全生产执法大队。编制\n{x('est', 48)}名，实际在岗"
        f"{x('staff', 45)}人，缺编{x('empty', 3)}人。局机关{x('s1', 17)}人，保障中心{x('s2', 13)}人，执法大队{x('s3', 15)}人。"
        f"另聘森林消防专业队员{x('fire', 30)}名，劳务费在项目经费中列支，不占编制。",
    )
    x.ok("count", "units", note="three named")
    x.ok("count", "s1 s2 s3 staff", "a+b+c=d")
    x.ok("difference", "est staff empty", "a-b=c")
    x.ok("policy", "est staff")
    x.p(
        "年度主要任务：一是深化重点行业领域安全专项整治，突出危险化学品、矿山、工贸和\n经营性自建房；二是完成森林防灭火基础设施改造和专业队伍训练；"
        "三是推进应急指挥平台与市级联网；四是做好汛期、台风期间人员转移避险和救灾救助；\n五是开展防灾减灾宣传教育，提升群众自救互救能力。",
        "自评工作由局办公室牵头，抽调财务、执法、救援等岗位人员组成工作专班，采取查阅凭证、对照台账、\n电话回访的方式进行，"
        "历时二十余天。专班对收集的资料逐项复核，发现口径不一的，以财政一体化系统数据为准。",
    )
    x.h("- 1 -", "")


def _money(x: Paper) -> None:
    x.h("二、整体支出情况")
    x.p(
        f"（一）收入。2024年收入合计{x('income', '1846.29')}万元，全部来自财政拨款，其中一般公共预算\n拨款"
        f"{x('i1', '1786.29')}万元，政府性基金拨款{x('i2', '60.00')}万元。较2023年的{x('income0', '1912.73')}万元少"
        f"{x('income_less', '66.44')}万元，降幅{x('income_down', ch(D('1846.29'), D('1912.73')))}，主要是\n上年有一次性灾后重建补助。",
        f"（二）支出。全年支出{x('spent', '1835.14')}万元，其中基本支出{x('duty', '812.46')}万元，占{x('duty_s', '44.27%')}；"
        f"项目支出{x('jobs', '1022.68')}万元，占{x('jobs_s', '55.73%')}。基本支出里，工资福利\n支出{x('b1', '702.18')}万元，"
        f"商品和服务支出{x('b2', '89.35')}万元，对个人和家庭的补助{x('b3', '20.93')}万元。",
        f"（三）结转。上年无结转，本年收支相抵后结转{x('left', '11.15')}万元，主要是救灾物资质保尾款，\n\n将于2025年支付。",
    )
    x.ok("sum", "i1 i2 income", "a+b=c")
    x.ok("difference", "income0 income income_less", "a-b=c")
    x.ok("growth", "income0 income income_down", "(a-b)/a*100=c")
    x.ok("sum", "duty jobs spent", "a+b=c")
    x.oks("share", "a/b*100=c", "duty spent duty_s", "jobs spent jobs_s")
    x.ok("sum", "b1 b2 b3 duty", "a+b+c=d")
    x.ok("difference", "income spent left", "a-b=c")
    x.p(
        f"（四）预算执行。年初预算{x('plan', '1698.00')}万元，年中追加{x('plus', '193.50')}万元、收回{x('minus', '45.21')}万元，"
        f"调整后为{x('budget', '1846.29')}万元，调整率{x('adjust', ch(D('1846.29'), 1698))}；支出\n进度为{x('rate', '99.40%')}。"
        f"分季度看，一季度末、上半年末、三季度末累计进度分别为{x('k1', '21.3%')}、{x('k2', '52.8%')}和{x('k3', '76.9%')}。",
        f"（五）“三公”经费。预算{x('cap', '15.00')}万元，支出{x('three', '13.26')}万元，控制率{x('three_r', '88.40%')}。"
        f"公务用车\n运行维护费{x('cars', '12.48')}万元（保有量{x('car_n', 6)}辆，车均{x('car_a', '2.08')}万元），"
        f"公务接待费{x('guests', '0.78')}万元，因公出国（境）费 0 元。与上年\n{x('three0', '12.90')}万元相比，不降反升，多支"
        f"{x('three_more', '0.36')}万元，增长{x('three_up', ch(D('13.26'), D('12.90')))}，系两辆抢险车大修。",
    )
    x.ok("sum", "plan plus minus budget", "a+b-c=d")
    x.same("income budget")
    x.ok("growth", "budget plan adjust", "(a-b)/b*100=c")
    x.ok("rate", "spent budget rate", "a/b*100=c")
    x.ok("list_order", "k1 k2 k3")
    x.ok("rate", "three cap three_r", "a/b*100=c")
    x.ok("sum", "cars guests three", "a+b=c")
    x.ok("rate", "cars car_n car_a", "a/b=c")
    x.ok("difference", "three three0 three_more", "a-b=c")
    x.ok("growth", "three three0 three_up", "(a-b)/b*100=c")
    x.p(
        "资金管理方面，局里执行县级统一的财务管理办法，大额支出经局党委会集体研究，\n项目资金专款专用，未发现截留、挤占、挪用情形。"
        f"全年政府采购预算{x('buy_b', '212.50')}万元，实际采购{x('buy', '198.90')}万元，\n\n节约{x('buy_less', '13.60')}万元，节约率"
        f"{x('buy_r', '6.40%')}。固定资产原值{x('fix', '1463.72')}万元，其中在用{x('fix1', '1430.05')}万元、待报废\n"
        f"{x('fix2', '33.67')}万元，在用率{x('fix_r', pc(D('1430.05'), D('1463.72')))}。"
    )
    x.ok("difference", "buy_b buy buy_less", "a-b=c")
    x.ok("rate", "buy_less buy_b buy_r", "a/b*100=c")
    x.ok("sum", "fix1 fix2 fix", "a+b=c")
    x.ok("rate", "fix1 fix fix_r", "a/b*100=c")
    x.p("（六）项目支出明细（万元）：")
    rows = [
        ("森林防灭火", "386.40", "385.92"),
        ("安全生产监管执法", "213.50", "211.75"),
        ("救灾物资储备", "180.00", "171.33"),
        ("应急指挥平台运维", "138.60", "138.60"),
    ]
    table: list[list[object]] = [["项目", "调整预算", "支出", "执行率"]]
    for place, (title, one, two) in enumerate(rows, start=1):
        told = x(f"j{place}1", one), x(f"j{place}2", two), x(f"j{place}3", pc(D(two), D(one)))
        table.append([title, *told])
    table.append(
        ["灾害风险普查与宣传教育", x("j51", "115.33"), x("j52", "115.08"), x("j53", pc(D("115.08"), D("115.33")))]
    )
    table.append(["小计", x("jt1", "1033.83"), x("jt2", "1022.68"), x("jt3", pc(D("1022.68"), D("1033.83")))])
    x.t(table, "   ")
    x.oks("sum", "a+b+c+d+e=f", "j11 j21 j31 j41 j51 jt1", "j12 j22 j32 j42 j52 jt2")
    x.oks("rate", "a/b*100=c", *[f"j{n}2 j{n}1 j{n}3" for n in "12345t"])
    x.same("jobs jt2")


def _work(x: Paper) -> None:
    x.h("- 2 -", "", "三、绩效目标实现情况")
    x.p(
        f"1、安全生产形势平稳。全年检查企业{x('visit', 862)}家次，查出隐患{x('risk', 2147)}条，\n已整改{x('fixed', 2091)}条，"
        f"整改率{x('fixed_r', pc(2091, 2147, 1))}，未到期的{x('open', 56)}条继续跟踪。立案{x('cases', 64)}起，处罚"
        f"{x('fines', '138.20')}万元。生产安全事故起数、死亡人数同比分别下降{x('acc_r', '20.0%')}、{x('dead_r', '25.0%')}"
        f"（事故由{x('acc0', 10)}起降至{x('acc1', 8)}起，死亡由\n{x('dead0', 4)}人降至{x('dead1', 3)}人）。",
        f"2、防灾救灾有序。发布预警信息{x('warn', 118)}期；森林火灾受害率{x('forest', '0.06‰')}，低于{x('forest_g', '0.8‰')}的控制线。"
        f"储备帐篷{x('tents', 420)}顶、棉被{x('quilts', 1800)}床、折叠床{x('beds', 600)}张，共{x('goods', 2820)}件（套）。"
        f"发放冬春救助\n资金{x('aid', '156.00')}万元，惠及{x('aid_n', 1300)}户，户均{x('aid_a', 1200)}元。",
        f"3、应急能力增强。组织演练{x('drill', 27)}场，其中县级{x('d1', 5)}场、镇级{x('d2', 22)}场；培训应急人员"
        f"{x('trained', 1460)}人次，完成年计划{x('trained_g', 1500)}人次的{x('trained_r', pc(1460, 1500, 1))}，未达预期，"
        f"原因是两期培训因台风延后至\n\n2025年初。",
        f"4、群众评价。电话回访{x('asked', 260)}人，有效{x('valid', 251)}人，满意{x('glad', 233)}人，基本满意{x('fair', 12)}人，"
        f"不满意{x('bad', 6)}人，满意度（含基本满意）{x('glad_r', pc(245, 251, 1))}。",
    )
    x.ok("rate", "fixed risk fixed_r", "a/b*100=c")
    x.ok("difference", "risk fixed open", "a-b=c")
    x.oks("growth", "(a-b)/a*100=c", "acc0 acc1 acc_r", "dead0 dead1 dead_r")
    x.ok("sum", "tents quilts beds goods", "a+b+c=d")
    x.ok("rate", "aid aid_n aid_a", "a/b*10000=c")
    x.ok("count", "d1 d2 drill", "a+b=c")
    x.ok("rate", "trained trained_g trained_r", "a/b*100=c")
    x.ok("target", "forest_g forest")
    x.ok("count", "glad fair bad valid", "a+b+c=d")
    x.ok("survey", "glad fair valid glad_r", "(a+b)/c*100=d")
    x.t(
        [
            ["指标名称", "指标值", "完成值", "完成情况"],
            ["检查企业家次", f"≥{x('g1', 800)}家次", f"{x('r1', 862)}家次", "达标"],
            ["隐患整改率", f"≥{x('g2', '95%')}", x("r2", "97.4%"), "达标"],
            ["应急演练场次", f"≥{x('g3', 25)}场", f"{x('r3', 27)}场", "达标"],
            ["应急培训人次", f"≥{x('g4', 1500)}人次", f"{x('r4', 1460)}人次", "未达标"],
            ["预算执行率", f"≥{x('g5', '98%')}", x("r5", "99.40%"), "达标"],
            ["群众满意度", f"≥{x('g6', '90%')}", x("r6", "97.6%"), "达标"],
        ],
        "   ",
    )
    x.oks("target", "", "g1 r1", "g2 r2", "g3 r3", "g5 r5", "g6 r6")
    x.ok("target", "g4 r4", note="missed, and said to be missed")
    x.same("visit r1", "fixed_r r2", "drill r3", "trained r4", "rate r5", "glad_r r6", "trained_g g4")


def _scores(x: Paper) -> None:
    x.p(
        "总体上看，除应急培训受客观因素影响略低于计划外，其余主要指标均按期实现。全县安全生产形势\n保持稳定，重大活动和重要时段未发生有影响的突发事件，"
        "部门履职得到社会各界认可，县安委会\n在全市年度考核中获评优秀等次。"
    )
    x.h("四、自评得分")
    x.p(
        f"自评总分{x('score', '96.7')}分，\n等级“{x('grade', '优秀')}”（得分≥90为优秀，80≤得分<90为良好，60≤得分<80为合格，"
        f"得分<60为不合格）。履职效能{x('q1', '47.7')}分（满分{x('f1', 50)}分），管理效率\n{x('q2', '49.0')}分（满分{x('f2', 50)}分）。"
        f"履职效能中，培训人次指标满分{x('tf', 4)}分，按“未完成的，得分＝完成比例×满分，\n保留一位小数，完成比例低于98%的另扣0.5分”计，"
        f"得{x('ts', '3.4')}分，失{x('tl', '0.6')}分；其余失分为事故指标扣{x('l1', '1.2')}分、信息报送扣{x('l2', '0.5')}分，"
        f"合计失{x('lost', '2.3')}分。管理效率扣{x('l3', '1.0')}分，为采购意向公开不及时。"
    )
    x.ok("score_sum", "q1 q2 score", "a+b=c")
    x.ok("grade", "score grade")
    x.ok("difference", "tf ts tl", "a-b=c")
    x.ok("sum", "tl l1 l2 lost", "a+b+c=d")
    x.ok("difference", "f1 q1 lost", "a-b=c")
    x.ok("difference", "f2 q2 l3", "a-b=c")
    x.ok("score_rule", "trained_r tf ts", note="0.973*4=3.9, less 0.5")


def _end(x: Paper) -> None:
    x.h("五、主要问题")
    x.p(
        f"一是培训计划安排偏后，实际培训{x('trained2', 1460)}人次，比计划少{x('short', 40)}人次。二是救灾物资采购周期长，该项目执行率"
        f"{x('slow', '95.18%')}，为各项目最低。三是采购意向公开有\n两批次晚于规定时限。",
    )
    x.same("trained trained2", "j33 slow")
    x.ok("difference", "trained_g trained2 short", "a-b=c")
    x.h("六、改进措施")
    x.p(
        "针对自评反映的情况，局党委会专题研究，明确由分管财务的副局长牵头抓好整改落实，\n具体安排如下：",
        "（一）合理排布年度培训，避开主汛期，上半年完成不少于六成；（二）对常用救灾物资实行框架协议采购；\n"
        "（三）明确专人负责采购意向公开，纳入月度调度。",
    )
    x.h("", "【打印本页】  【关闭窗口】", "主办：澹川县应急管理局")
