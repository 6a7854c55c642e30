"""A county's agriculture bureau, clean: rounded shares, base 0, comparable bases, two scopes, retirees beside posts."""

from __future__ import annotations

from samples.independent_fourth.making import D, Paper, ch, pc


def paper() -> Paper:
    d = Paper("607-荆渚县农业农村局2024年度部门整体绩效自评结果.txt", width=32)
    own, all_units = D("3180.60"), D("5742.36")
    basic, project = D("2168.42"), all_units - D("2168.42")
    three = [("粮食生产", D("1192.27")), ("畜牧水产", D("1192.30")), ("农村人居环境", project - D("2384.57"))]
    d.h("荆渚县农业农村局2024年度部门整体绩效自评结果", "", "一、自评结论", "（一）部门整体绩效自评得分")
    d.p(
        f"根据《荆渚县县级部门整体绩效自评操作指引》，2024年度荆渚县农业农村局部门整体绩效自评得分{d('points', '94.36')}分。其中：预算执行情况满分20分，得{d('g1', '19.06')}分；产出指标满分40分，得{d('g2', '38.80')}分；效益指标满分30分，得{d('g3', '27.00')}分；满意度指标满分10分，得{d('g4', '9.50')}分。"
    )
    d.h("（二）部门整体绩效目标完成情况", "1.执行率情况。")
    d.p(
        f"全系统调整预算{d('plan', '6025.40')}万元，实际支出{d('total', all_units)}万元，执行率{d('rate', pc(all_units, D('6025.40')))}，按执行率×20分计算得{d('exec', '19.06')}分。其中局本级支出{d('own', own)}万元，占全系统的{d('ownshare', pc(own, all_units))}。{d('scope', '局本级的口径不含县农业技术推广中心等5个二级单位，与“全系统”的数字不宜直接相比。')}",
        f"全系统支出中，基本支出{d('basic', basic)}万元、项目支出{d('project', project)}万元。按领域分，项目支出用于{three[0][0]}{d('p1', three[0][1])}万元、{three[1][0]}{d('p2', three[1][1])}万元、{three[2][0]}{d('p3', three[2][1])}万元，占比保留一位小数分别为{d('ps1', pc(three[0][1], project, 1))}、{d('ps2', pc(three[1][1], project, 1))}、{d('ps3', pc(three[2][1], project, 1))}，因四舍五入，各项之和与100%略有出入。",
        f"基本支出比上年账面数{d('base', '2236.80')}万元减少{d('cut', '68.38')}万元，下降{d('cutrate', ch(basic, D('2236.80')))}；剔除上年清算职业年金虚账记实一次性支出{d('once', '126.30')}万元，按可比口径上年为{d('base2', '2110.50')}万元，同口径增长{d('same', ch(basic, D('2110.50')))}。",
    )
    d.h("2.完成的绩效目标。")
    d.p(
        f"（1）粮食播种面积目标≥86万亩，实际{d('area', '86.74')}万亩；粮食总产量{d('grain', '41.2')}万吨，比上年的{d('grain0', '40.6')}万吨增加{d('grainmore', '0.6')}万吨，增长{d('grainup', ch(D('41.2'), D('40.6'), 1))}。早稻、中稻、晚稻产量分别为{d('r1', '6.8')}万吨、{d('r2', '24.5')}万吨、{d('r3', '7.1')}万吨，其余为旱粮，四类之和即总产量，旱粮{d('r4', '2.8')}万吨。",
        f"（2）高标准农田建设目标5.0万亩，实际建成{d('field', '5.6')}万亩，完成率{d('fieldrate', '112.00%')}；依照指引，完成率超过100%的按满分计，不另加分，该指标满分8分，得8.00分。",
        f"（3）本年新设粮油规模种植主体单产提升补贴{d('newsub', '120.00')}万元，上年为{d('zero', 0)}，{d('nogrowth', '不计算增长率')}；机关食堂改造为上年一次性项目，本年支出0万元，比上年减少{d('canteen', '35.00')}万元，下降100%。",
        f"（4）全县完成农产品质量安全监测{d('tests', 3286)}批次，合格{d('good', 3264)}批次，合格率{d('goodrate', '99.3%')}；其中县级监测{d('tests1', 2100)}批次、省市级例行监测{d('tests2', 186)}批次、乡镇快检{d('tests3', 1000)}批次。",
    )
    d.h("3.未完成的绩效目标。")
    d.p(
        f"（1）畜禽粪污资源化利用设施配套率目标100%，实际{d('dung', '97.00%')}（规模养殖场{d('farms', 200)}家，已配套{d('farms1', 194)}家），该指标满分10分，得9.70分，{d('miss', '未完成年度目标')}，原因是6家养殖场处于停养整改期。",
        "（2）农村户厕改造目标1800户，实际1638户，完成率91.00%，该指标满分10分，得9.10分，原因是两个村庄列入搬迁规划，162户不再改造。",
        f"（3）满意度目标≥95%。调查农户{d('asked', 240)}户，满意{d('happy', 217)}户，满意度{d('sat', pc(217, 240))}，按实际值÷目标值×10计算，{d('sats', '得9.52分，指引规定满意度得分向下取至0.5的整数倍，取9.50分')}。",
    )
    d.h("二、部门基本情况")
    d.p(
        f"全系统编制{d('post', 198)}名，实有人员{d('people', 263)}人，其中在职{d('active', 187)}人、退休{d('retired', 76)}人；{d('why', '退休人员不占编制，在职人员控制率为94.44%')}。在职人员中局本级{d('act1', 52)}人、二级单位{d('act2', 135)}人。",
        f"“三公”经费支出{d('pub', '23.46')}万元，其中公务接待费{d('eat', '4.10')}万元、公务用车运行维护费{d('car', '19.36')}万元，分别比上年变动{d('eatd', '-0.42')}万元、{d('card', '0.42')}万元，合计与上年持平。",
        f"资金到位情况：财政拨款{d('m1', '5980.4')}万元、其他收入{d('m2', '45.0')}万元，合计{d('m', '6025.4')}万元。折合每名在职职工{d('per', '32.22')}万元。",
    )
    d.p(
        "全县辖13个乡镇、216个行政村，耕地面积78.6万亩。由于一年两熟和三熟并存，粮食播种面积大于耕地面积属于正常情况。农业农村局机关内设9个股室；5个二级单位分别为县农业技术推广中心、县动物疫病预防控制中心、县水产服务中心、县农村经济经营管理站和县农业综合执法大队，其中执法大队为参照公务员法管理的事业单位。",
        f"固定资产原值{d('as0', '2418.6')}万元，累计折旧{d('as1', '1502.9')}万元，净值{d('as2', '915.7')}万元；在用固定资产按原值计算{d('as3', '2297.7')}万元，利用率{d('asr', pc(D('2297.7'), D('2418.6'), 1))}。全年受理群众来信来访{d('let', 64)}件，办结{d('let1', 64)}件；其中上年结转{d('let2', 5)}件、本年新收{d('let3', 59)}件。",
        f"乡村产业方面，新认定市级龙头企业{d('firm', 4)}家，全县市级以上龙头企业达到{d('firms', 31)}家（年内另有1家因停产被取消资格，上年末为28家）。农产品加工产值与农业总产值之比为{d('ratio', '2.36')}：1，分别为{d('v1', '94.40')}亿元和{d('v2', '40.00')}亿元。",
    )
    d.h("三、上年度结果应用", "")
    d.p(
        "2023年度自评指出的设施农业项目档案不全等2个问题已于2024年6月底前完成整改；2023年12月下达、跨年实施的种业提升项目于2024年9月验收。上年度自评得分93.85分。"
    )
    d.h("四、指标得分表")
    d.t(
        [
            ["一级指标", "指标名称", "年初目标值", "实际完成值", "分值", "得分"],
            ["预算执行", "预算执行率", "100%", "95.30%", 20, d("t0", "19.06")],
            ["产出", "粮食播种面积", "≥86万亩", d("area2", "86.74万亩"), 12, d("t1", "12.00")],
            ["产出", "高标准农田建设", "≥5.0万亩", d("field2", "5.6万亩"), 8, d("t2", "8.00")],
            ["产出", "畜禽粪污设施配套率", "100%", "97.00%", 10, d("t3", "9.70")],
            ["产出", "农村户厕改造", "1800户", "1638户", 10, d("t4", "9.10")],
            ["效益", "农产品质量安全", "无重大事件", "无重大事件", 15, d("t5", "13.50")],
            ["效益", "农民收入带动", "明显", "较明显", 15, d("t6", "13.50")],
            ["满意度", "农户满意度", "≥95%", d("sat2", pc(217, 240)), 10, d("t7", "9.50")],
            ["合计", "", "", "", 100, d("t", "94.36")],
        ]
    )
    d.p(
        "说明：农产品质量安全指标得13.50分，因省级例行监测出现1批次农残超标，虽未构成重大事件，按指引扣10%；农民收入带动缺少分户统计，按15分的90%计13.50分。",
    )
    d.ok("difference", "as0 as1 as2", "a-b=c")
    d.ok("rate", "as3 as0 asr", "a/b*100=c", "in use by original value, more than the net value")
    d.ok("sum", "let2 let3 let", "a+b=c")
    d.ok("count", "firm firms", "28+a-1=b", "one was struck off")
    d.ok("rate", "v1 v2 ratio", "a/b=c")
    d.ok("score_sum", "g1 g2 g3 g4 points", "a+b+c+d=e")
    d.ok("rate", "total plan rate", "a/b*100=c")
    d.ok("score_rule", "rate exec", "a*20/100=b")
    d.ok("share", "own total ownshare", "a/b*100=c")
    d.ok("sum", "basic project total", "a+b=c")
    d.ok("sum", "p1 p2 p3 project", "a+b+c=d")
    d.ok("share", "p1 project ps1", "a/b*100=c")
    d.ok("share", "p2 project ps2", "a/b*100=c")
    d.ok("share", "p3 project ps3", "a/b*100=c", "the three add to 100.1, as it says")
    d.ok("difference", "base basic cut", "a-b=c")
    d.ok("growth", "cut base cutrate", "a/b*100=c")
    d.ok("difference", "base once base2", "a-b=c")
    d.ok("growth", "basic base2 same", "(a-b)/b*100=c", "comparable base")
    d.ok("difference", "grain grain0 grainmore", "a-b=c")
    d.ok("growth", "grain grain0 grainup", "(a-b)/b*100=c")
    d.ok("sum", "r1 r2 r3 r4 grain", "a+b+c+d=e")
    d.ok("rate", "field fieldrate", "a/5*100=b")
    d.ok("growth", "zero nogrowth", note="base 0")
    d.ok("sum", "tests1 tests2 tests3 tests", "a+b+c=d")
    d.ok("rate", "good tests goodrate", "a/b*100=c")
    d.ok("rate", "farms1 farms dung", "a/b*100=c")
    d.ok("survey", "happy asked sat", "a/b*100=c")
    d.ok("sum", "active retired people", "a+b=c")
    d.ok("sum", "act1 act2 active", "a+b=c")
    d.ok("rate", "active post", "", "187 of 198, the retired hold no post")
    d.ok("sum", "eat car pub", "a+b=c")
    d.ok("difference", "eatd card", "", "the two changes cancel")
    d.ok("repeat", "plan m", "a=b", "one decimal fewer")
    d.ok("rate", "plan active per", "a/b=c")
    d.ok("score_sum", "t0 t1 t2 t3 t4 t5 t6 t7 t", "a+b+c+d+e+f+g+h=i")
    d.ok("score_sum", "t1 t2 t3 t4 g2", "a+b+c+d=e")
    d.ok("repeat", "own total", note="two scopes, both named")
    d.ok("target", "dung miss", note="missed, and said so")
    return d
