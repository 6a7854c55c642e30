"""Clean: a county's self-evaluation, wordy; points carried over, bases changed, plans corrected."""

from __future__ import annotations

from fractions import Fraction

from samples.independent_fourth.making import D, Paper, ch, pc, q


def paper() -> Paper:
    d = Paper("415-青梁县水利局2024年度部门整体支出绩效自评报告.txt", width=0, gap="\t")
    first, plan, done = D("5126.40"), D("4873.15"), D("4698.72")
    d.h("青梁县水利局2024年度部门整体支出绩效自评报告")
    d.p("根据青梁县财政局统一部署，我局认真组织开展了2024年度部门整体支出绩效自评工作，现将有关情况报告如下：")
    d.h("一、部门基本情况")
    d.p(
        f"（一）机构人员。我局内设6个股室，下辖二级机构5个，其中副科级1个。编制{d('post', 78)}名，年末在职{d('real', 81)}人，超编3人系机构改革划转、只出不进，在职人员控制率{d('control', pc(81, 78))}。退休人员46人、长期聘用人员12人未计入在职人员。",
        f"（二）年度目标。年初目标为治理中小河流18.0公里、维修山塘32座、农村供水工程提质9处。6月，经县财政局批复（青财绩〔2024〕17号），因上级资金调整，中小河流治理目标由18.0公里调整为{d('goal', '15.0')}公里，其余目标不变，以下完成率均按调整后目标计算。",
    )
    d.h("二、预算执行情况")
    d.p(
        f"年初预算{d('first', first)}万元，调整预算{d('plan', plan)}万元，比年初预算减少{d('cut', first - plan)}万元，预算调整率{d('cutrate', '-' + ch(plan, first))}。全年支出{d('done', done)}万元，预算执行率{d('rate', pc(done, plan))}（占年初预算的{d('firstrate', pc(done, first))}）；年末结转{d('left', plan - done)}万元。",
        f"上半年支出{d('half', '1832.50')}万元，执行率为{d('halfrate', pc(D('1832.50'), first))}（按当时的年初预算计算）；下半年支出{d('second', done - D('1832.50'))}万元，占全年支出的{d('secondshare', pc(done - D('1832.50'), done))}，主要是汛后施工期集中支付。",
        f"支出中，基本支出{d('basic', '1246.38')}万元，其中人员经费{d('staff', '1128.60')}万元、公用经费{d('public', '117.78')}万元，公用经费中含会议费2.16万元、培训费3.05万元；项目支出{d('project', done - D('1246.38'))}万元，其中中小河流治理1286.00万元、山塘维修768.50万元、农村供水612.00万元，三项占项目支出的{d('threeshare', pc(D('2666.50'), done - D('1246.38')))}。",
        f"“三公”经费预算12.00万元，支出8.40万元，控制率{d('three', '70.00%')}；比上年8.40万元增长0.00%。其中公务接待费0.60万元，同比增长{d('guest', '50.00%')}（上年0.40万元）；公务用车运行维护费7.80万元，同比下降{d('car', '2.50%')}（上年8.00万元）。",
    )
    d.h("三、绩效目标完成情况")
    d.p(
        f"1.中小河流治理{d('river', '15.6')}公里，完成率{d('riverrate', '104.00%')}。若按年初目标18.0公里计算，则为{d('riverfirst', pc(D('15.6'), 18))}。",
        f"2.维修山塘{d('pond', 32)}座，完成率100%，其中已完成竣工验收{d('passed', 27)}座，竣工验收率{d('passrate', pc(27, 32))}；恢复和改善灌溉面积{d('land', '1.86')}万亩，同比少增{d('lessland', '0.24')}万亩（上年恢复和改善2.10万亩）。",
        f"3.农村供水工程提质9处，受益人口{d('people', '2.37')}万人，全县农村自来水普及率由{d('water0', '91.2%')}提高到{d('water1', '93.5%')}，提高{d('waterup', '2.3')}个百分点，增幅{d('waterrate', pc(D('2.3'), D('91.2'), 1))}。",
        f"4.全年用水总量{d('use', '1.42')}亿立方米，控制在1.50亿立方米的红线以内，比上年1.45亿立方米下降{d('usedown', ch(D('1.42'), D('1.45'), 1))}；万元GDP用水量下降率目标3.5%，实际4.1%，超额完成。",
        f"5.满意度。发放问卷200份，收回198份，其中有效{d('valid', 192)}份。对工程质量满意{d('v1', 181)}份，对服务态度满意{d('v2', 176)}份，两项可同时选择；综合满意度取两项满意率的平均值，即（{d('v1r', pc(181, 192))}+{d('v2r', pc(176, 192))}）÷2={d('vr', q((Fraction(181) + 176) / 2 / 192 * 100))}%。",
    )
    d.h("四、自评得分")
    rubric = [
        ("预算执行率", 10, "执行率×10", q(Fraction(done) / Fraction(plan) * 10)),
        ("在职人员控制率", 5, "≤100%得5分；每超过1个百分点扣0.5分", q(5 - (q(Fraction(8100, 78)) - 100) / 2)),
        ("三公经费控制率", 5, "≤100%得5分", D("5.00")),
        ("政府采购执行率", 0, "本年无政府采购预算，5分调整至预算执行管理", D(0)),
        ("预算执行管理", 10, "原5分，含调入5分；检查无问题得满分", D("10.00")),
        ("中小河流治理", 20, "完成率×分值，最高不超过分值", D("20.00")),
        ("山塘维修", 15, "维修座数8分；竣工验收率×7分", q(8 + Fraction(27, 32) * 7)),
        ("农村供水提质", 15, "完成率×分值", D("15.00")),
        ("用水总量控制", 10, "控制在红线以内得满分", D("10.00")),
        ("群众满意度", 10, "≥90%得满分", D("10.00")),
    ]
    raw = sum((one[3] for one in rubric), D(0))
    d.t(
        [
            ["指标", "分值", "评分标准", "得分"],
            *(
                [name, d(f"w{at}", weight if weight else "—"), rule, d(f"s{at}", score if weight else "—")]
                for at, (name, weight, rule, score) in enumerate(rubric)
            ),
            ["小计", d("wt", 100), "", d("st", raw)],
            ["减分项", "—", "当年被县级通报1次，扣2分", d("minus", "-2.00")],
            ["最终得分", "—", "", d("final", raw - 2)],
        ]
    )
    d.p(
        f"评分表小计{raw}分，扣除减分项2.00分后，最终得分{d('points', raw - 2)}分，等级为“优”。（等级标准：90分以上为优，75—90分为良，60—75分为中，60分以下为差；按县财政局规定，有减分项的部门不参加年度表彰，但不影响等级评定。）",
        f"与上年91.80分相比，提高{d('pointsup', raw - 2 - D('91.80'))}分。"
        if raw - 2 > D("91.80")
        else f"与上年96.50分相比，下降{d('pointsup', D('96.50') - raw + 2)}分。",
    )
    d.h("五、存在问题及改进措施")
    d.p(
        "（一）支出进度前慢后快。上半年受汛期影响，施工窗口期短，支付集中在下半年。2025年将提前完成招标，争取汛前完成主体工程。",
        "（二）部分山塘未及时组织竣工验收。尚未验收的5座均已于12月完工，计划2025年3月底前完成验收。",
        "（三）年初目标编制不够准确，年中作了调整。今后将加强与上级资金计划的衔接。",
    )
    d.h("青梁县水利局", "2025年3月6日")
    d.ok("rate", "real post control", "a/b*100=c", "above 100 and said why")
    d.ok("difference", "first plan cut", "a-b=c")
    d.ok("growth", "plan first cutrate", "(a-b)/b*100=c", "negative")
    d.ok("rate", "done plan rate", "a/b*100=c")
    d.ok("rate", "done first firstrate", "a/b*100=c")
    d.ok("difference", "plan done left", "a-b=c")
    d.ok("rate", "half first halfrate", "a/b*100=c", "half a year, by the first budget")
    d.ok("sum", "half second done", "a+b=c")
    d.ok("sum", "basic project done", "a+b=c")
    d.ok("sum", "staff public basic", "a+b=c")
    d.ok("rate", "river goal riverrate", "a/b*100=c", "by the corrected goal")
    d.ok("rate", "passed pond passrate", "a/b*100=c")
    d.ok("difference", "water1 water0 waterup", "a-b=c", "percentage points")
    d.ok("survey", "v1 v2 valid vr", "(a+b)/2/c*100=d")
    d.ok("score_sum", "s0 s1 s2 s4 s5 s6 s7 s8 s9 st", "a+b+c+d+e+f+g+h+i=j")
    d.ok("score_sum", "st minus final", "a+b=c")
    return d
