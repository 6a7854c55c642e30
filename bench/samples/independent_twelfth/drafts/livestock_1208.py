"""A livestock centre on its final accounts, a page of the web."""

from __future__ import annotations

from samples.independent_tenth.papers import D, Paper, ch, pc

__all__ = ["paper"]


def paper() -> Paper:
    x = Paper("1208-霖川市畜牧兽医服务中心2023年度决算公开说明.html")
    _about(x)
    _totals(x)
    _appropriated(x)
    _three(x)
    _other(x)
    _achieved(x)
    return x


def _about(x: Paper) -> None:
    x.h(
        "霖川市畜牧兽医服务中心2023年度决算公开说明",
        "信息来源：市畜牧兽医服务中心　　发布日期：2024-09-12",
        "一、单位概况",
    )
    x.p(
        "霖川市畜牧兽医服务中心是市农业农村局所属公益一类事业单位，主要承担动物疫病监测与预防控制、畜禽屠宰技术支持、兽药饲料质量抽检、病死畜禽"
        "无害化处理技术指导、畜禽良种推广和畜牧统计分析等工作，为全市畜牧业健康发展提供技术服务。",
        f"中心核定事业编制{x('est', 164)}名，2023年末实有在职人员{x('staff', 152)}人，其中专业技术人员{x('s1', 118)}人、管理人员{x('s2', 23)}人、工勤人员"
        f"{x('s3', 11)}人；退休人员{x('old', 96)}人。专业技术人员中，高级职称{x('t1', 31)}人、中级职称{x('t2', 52)}人、初级职称{x('t3', 35)}人。",
    )
    x.oks("count", "a+b+c=d", "s1 s2 s3 staff", "t1 t2 t3 s1")
    x.ok("policy", "est staff")


def _totals(x: Paper) -> None:
    x.h("二、收入支出决算总体情况")
    total, last = D("3486.52"), D("3702.18")
    x.p(
        f"2023年度收入总计{x('i', '3,486.52')}万元，其中本年收入{x('i1', '3,318.20')}万元、年初结转和结余{x('i2', '168.32')}万元；支出总计"
        f"{x('o', '3,486.52')}万元，其中本年支出{x('o1', '3,364.87')}万元、年末结转和结余{x('o2', '121.65')}万元。与2022年度收、支总计"
        f"{x('i0', '3,702.18')}万元相比，减少{x('id', '215.66')}万元，{x('dir', '下降')}{x('ir', ch(total, last))}，主要是动物防疫物资一次性购置支出减少。"
    )
    x.oks("sum", "a+b=c", "i1 i2 i", "o1 o2 o")
    x.same("i o")
    x.ok("difference", "i0 i id", "a-b=c")
    x.ok("growth", "i0 i ir", "(a-b)/a*100=c")
    x.fault("growth", "i i0 dir", {"dir": "增长"}, note="it fell, the word says that it rose")
    x.h("三、收入决算情况")
    year = D("3318.20")
    x.p(
        f"本年收入合计{x('y', '3,318.20')}万元，其中：财政拨款收入{x('y1', '3,096.40')}万元，占{x('y1s', pc(D('3096.40'), year))}；事业收入"
        f"{x('y2', '186.35')}万元，占{x('y2s', pc(D('186.35'), year))}；其他收入{x('y3', '35.45')}万元，占{x('y3s', pc(D('35.45'), year))}。"
        f"与2022年度本年收入{x('yl', '3,559.82')}万元相比，减少{x('yd', '241.62')}万元，下降{x('yr', ch(year, D('3559.82')))}。"
    )
    x.ok("difference", "yl y yd", "a-b=c")
    x.ok("growth", "yl y yr", "(a-b)/a*100=c")
    x.same("i1 y")
    x.ok("sum", "y1 y2 y3 y", "a+b+c=d")
    x.oks("share", "a/b*100=c", "y1 y y1s", "y3 y y3s")
    x.fault("share", "y2 y y2s", {"y2s": "6.52%"}, "a/b*100=c", "two digits swapped")
    x.h("四、支出决算情况")
    spent = D("3364.87")
    x.p(
        f"本年支出合计{x('z', '3,364.87')}万元，其中：基本支出{x('z1', '2,148.63')}万元，占{x('z1s', pc(D('2148.63'), spent))}；项目支出"
        f"{x('z2', '1,216.24')}万元，占{x('z2s', pc(D('1216.24'), spent))}。"
        f"与2022年度本年支出{x('zl', '3,533.86')}万元相比，减少{x('zd', '168.99')}万元，下降{x('zr', ch(spent, D('3533.86')))}。"
    )
    x.ok("difference", "zl z zd", "a-b=c")
    x.ok("growth", "zl z zr", "(a-b)/a*100=c")
    x.same("o1 z")
    x.ok("sum", "z1 z2 z", "a+b=c")
    x.oks("share", "a/b*100=c", "z1 z z1s", "z2 z z2s")


def _appropriated(x: Paper) -> None:
    x.h("五、一般公共预算财政拨款支出决算情况")
    first, spent = D("2845.00"), D("3102.58")
    x.p(
        f"一般公共预算财政拨款支出年初预算{x('g0', '2,845.00')}万元，支出决算{x('g', '3,102.58')}万元，完成年初预算的{x('gr', pc(spent, first))}，占本年支出合计的"
        f"{x('gs', pc(spent, D('3364.87')))}。按支出功能分类，情况如下表："
    )
    x.fault("rate", "g g0 gr", {"gr": pc(first, spent)}, "a/b*100=c", "the budget was divided by the outlay")
    x.ok("share", "g z gs", "a/b*100=c")
    rows = [
        ("农林水支出", "c1", "2261.30", "2486.15"),
        ("社会保障和就业支出", "c2", "286.20", "298.74"),
        ("卫生健康支出", "c3", "108.50", "112.46"),
        ("住房保障支出", "c4", "189.00", "205.23"),
    ]
    table: list[list[object]] = [["功能分类科目", "年初预算（万元）", "支出决算（万元）", "占比", "完成年初预算"]]
    for title, key, one, two in rows:
        table.append(
            [title, x(key + "y", one), x(key, two), x(key + "s", pc(D(two), spent)), x(key + "r", pc(D(two), D(one)))]
        )
    table.append(["合计", x("cy", "2845.00"), x("c", "3102.58"), "100%", ""])
    x.t(table)
    wrong = {"c2": "289.74"}
    x.ok("sum", "c1y c2y c3y c4y cy", "a+b+c+d=e")
    x.fault("sum", "c1 c2 c3 c4 c", wrong, "a+b+c+d=e", "two digits swapped")
    x.fault("share", "c2 c c2s", wrong, "a/b*100=c", "the share was made with 298.74")
    x.fault("rate", "c2 c2y c2r", wrong, "a/b*100=c", "the rate was made with 298.74")
    x.oks("share", "a/b*100=c", "c1 c c1s", "c3 c c3s", "c4 c c4s")
    x.oks("rate", "a/b*100=c", "c1 c1y c1r", "c3 c3y c3r", "c4 c4y c4r")
    x.same("g0 cy", "g c")
    x.p("决算数大于年初预算数，主要原因是年中追加强制免疫补助和人员经费。")
    x.h("六、一般公共预算财政拨款基本支出决算情况")
    x.p(
        f"财政拨款基本支出{x('b', '1,968.42')}万元，其中：人员经费{x('b1', '1,792.30')}万元，主要包括基本工资、津贴补贴、绩效工资、社会保险缴费、住房公积金、"
        f"退休费等；公用经费{x('b2', '176.12')}万元，主要包括办公费、水费、电费、差旅费、劳务费、公务用车运行维护费等。"
    )
    x.ok("sum", "b1 b2 b", "a+b=c")


def _three(x: Paper) -> None:
    x.h("七、“三公”经费支出决算情况")
    last, now = D("56.20"), D("51.37")
    x.p(
        f"2023年度“三公”经费支出预算{x('v', '62.00')}万元，决算{x('w', '51.37')}万元，完成预算的{x('wr', pc(now, 62))}，比2022年度决算{x('w0', '56.20')}万元减少"
        f"{x('wd', '4.83')}万元，下降{x('wp', ch(now, last))}。",
        f"1.公务用车运行维护费{x('w1', '46.85')}万元，占{x('w1s', pc(D('46.85'), now))}，年末公务用车保有量{x('cars', 14)}辆，平均每辆{x('car', '3.35')}万元；"
        "未安排公务用车购置。",
        f"2.公务接待费{x('w2', '4.52')}万元，占{x('w2s', pc(D('4.52'), now))}，国内公务接待{x('meals', 58)}批次、{x('guests', 436)}人次，人均"
        f"{x('each', '103.67')}{x('each_u', '元')}，主要用于上级疫病防控检查和兄弟地市交流。",
        f"{x('n3', '3.')}因公出国（境）费0万元，与上年持平。",
    )
    x.ok("rate", "w v wr", "a/b*100=c")
    x.ok("difference", "w0 w wd", "a-b=c")
    x.ok("growth", "w0 w wp", "(a-b)/a*100=c")
    x.ok("sum", "w1 w2 w", "a+b=c")
    x.oks("share", "a/b*100=c", "w1 w w1s", "w2 w w2s")
    x.ok("rate", "w1 cars car", "a/b=c")
    x.ok("rate", "w2 guests each", "a/b*10000=c")
    x.fault("unit", "each each_u", {"each_u": "万元"}, note="万元 for 元 a head")
    x.fault("structure", "n3", {"n3": "4."}, note="the list skips from 2 to 4")


def _other(x: Paper) -> None:
    x.h("八、其他重要事项情况说明", "（一）政府采购支出情况")
    x.p(
        f"政府采购支出总额{x('k', '418.60')}万元，其中货物支出{x('k1', '265.40')}万元、工程支出{x('k2', '38.20')}万元、服务支出{x('k3', '115.00')}万元。"
        f"授予中小企业合同金额{x('k4', '376.74')}万元，占政府采购支出总额的{x('k4s', '90.00%')}，其中授予小微企业合同金额{x('k5', '251.16')}万元，占政府采购"
        f"支出总额的{x('k5s', '60.00%')}。"
    )
    x.ok("sum", "k1 k2 k3 k", "a+b+c=d")
    x.oks("share", "a/b*100=c", "k4 k k4s", "k5 k k5s")
    x.h("（二）国有资产占用情况")
    x.p(
        f"截至{x('asof', '2023')}年12月31日，共有车辆{x('auto', 14)}辆，其中特种专业技术用车{x('auto1', 9)}辆、其他用车{x('auto2', 5)}辆；单价100万元（含）"
        "以上设备3台（套），均为实验室检测设备。"
    )
    x.fault("year", "asof", {"asof": "2022"}, note="last year's date kept in the accounts of 2023")
    x.fault("count", "auto1 auto2 auto", {"auto2": 6}, "a+b=c", "one digit mistyped")
    x.same("cars auto")
    x.h("（三）政府性基金和国有资本经营预算情况")
    x.p("本单位2023年度无政府性基金预算财政拨款收支，无国有资本经营预算财政拨款收支。")


def _achieved(x: Paper) -> None:
    x.h("九、预算绩效管理情况说明", "（一）绩效自评总体情况")
    x.p(
        f"中心对2023年度{x('items', 9)}个项目全部开展绩效自评，共涉及项目支出{x('again', '1,216.24')}万元，其中自评为优的{x('it1', 7)}个、良的{x('it2', 2)}个。"
        "从自评情况看，项目立项依据充分，资金使用规范，预期目标总体实现。"
    )
    x.fault("repeat", "z2 again", {"again": "1,261.24"}, "a=b", "two digits swapped against chapter four")
    x.ok("count", "it1 it2 items", "a+b=c")
    x.h("（二）动物疫病防控项目自评结果")
    x.p(
        f"项目全年预算{x('p0', '420.00')}万元，执行{x('p', '407.19')}万元，执行率{x('pr', pc(D('407.19'), 420))}。预算执行分值{x('pm', 10)}分，得分按执行率乘以分值"
        f"计算，得{x('q1', '9.70')}分；产出指标得{x('q2', '49.00')}分，效益指标得{x('q3', '28.50')}分，满意度指标得{x('q4', '10.00')}分，自评总分"
        f"{x('q', '97.20')}分。主要指标完成情况如下："
    )
    x.ok("rate", "p p0 pr", "a/b*100=c")
    x.ok("score_rule", "pr pm q1", "a*b/100=c")
    x.ok("score_sum", "q1 q2 q3 q4 q", "a+b+c+d=e")
    rows = [
        ("重大动物疫病免疫密度", "≥", "95%", "97.2%", ""),
        ("免疫抗体合格率", "≥", "80%", "86.4%", ""),
        ("疫病监测采样", "≥", "12000", "12860", "份"),
        ("病死畜禽无害化处理率", "", "100%", "100%", ""),
        ("应急处置及时率", "", "100%", "100%", ""),
        ("养殖场（户）满意度", "≥", "90%", "94.5%", ""),
    ]
    table: list[list[object]] = [["指标", "年度指标值", "实际完成值", "完成情况"]]
    for place, (title, sign, goal, done, unit) in enumerate(rows, start=1):
        table.append([title, f"{sign}{x(f'g{place}', goal)}{unit}", f"{x(f'a{place}', done)}{unit}", "已完成"])
    x.t(table)
    x.oks("target", "", "g1 a1", "g3 a3", "g4 a4", "g5 a5", "g6 a6")
    x.fault("target", "g2 a2", {"a2": "68.4%"}, "b>=a", "goal missed, said to be done")
    x.p(
        f"存在的问题：采样任务集中在下半年，上半年仅采样{x('half1', 4520)}份，下半年采样{x('half2', 8340)}份，进度不均衡。改进措施：按季度分解采样任务，"
        "加强对县级实验室的技术指导，提高监测预警的时效性。"
    )
    x.ok("count", "half1 half2 a3", "a+b=c")
    x.h("（三）畜禽良种推广项目自评结果")
    x.p(
        f"项目全年预算{x('b0', '168.00')}万元，执行{x('bx', '160.44')}万元，执行率{x('bxr', pc(D('160.44'), 168))}。全年推广优质冻精{x('seed', 28600)}支，比上年的"
        f"{x('seed0', 26000)}支增长{x('seedr', ch(28600, 26000))}，其中肉牛{x('seed1', 17350)}支、奶牛{x('seed2', 11250)}支；开展品种改良技术培训"
        f"{x('class', 14)}期，培训养殖户{x('pupils', 962)}人次；建设核心示范场{x('farm', 6)}个，达到年初目标{x('farm_g', 6)}个。受益养殖户反映良种覆盖率提高，"
        "母畜繁殖成活率有所上升。存在的问题是个别县区冷链运输能力不足，影响冻精活力。改进措施：补充液氮运输设备，统一配送标准，完善售后技术服务。"
        f"该项目自评得分{x('score2', '93.55')}分，其中预算执行{x('e1', '9.55')}分、产出{x('e2', '47.00')}分、效益{x('e3', '27.50')}分、满意度{x('e4', '9.50')}分。"
    )
    x.ok("rate", "bx b0 bxr", "a/b*100=c")
    x.ok("growth", "seed seed0 seedr", "(a-b)/b*100=c")
    x.ok("count", "seed1 seed2 seed", "a+b=c")
    x.ok("target", "farm_g farm")
    x.ok("score_sum", "e1 e2 e3 e4 score2", "a+b+c+d=e")
    x.h("十、名词解释")
    x.p(
        "财政拨款收入：指单位从同级财政部门取得的财政预算资金。事业收入：指事业单位开展专业业务活动及其辅助活动取得的收入。年初结转和结余：指以前年度"
        "尚未完成、结转到本年按有关规定继续使用的资金。基本支出：指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。项目支出：指在基本"
        "支出之外为完成特定任务和事业发展目标所发生的支出。"
    )
