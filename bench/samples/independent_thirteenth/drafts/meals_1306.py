"""A county's evaluation of its school meals subsidy, a web page."""

from __future__ import annotations

from samples.independent_tenth.papers import D, Paper, ch, pc

__all__ = ["paper"]


def paper() -> Paper:
    x = Paper("1306-芷屏县2024年义务教育学生营养改善计划补助资金绩效评价报告.html")
    _about(x)
    _money(x)
    _output(x)
    _effect(x)
    _end(x)
    return x


def _about(x: Paper) -> None:
    x.h("芷屏县2024年义务教育学生营养改善计划补助资金绩效评价报告")
    x.h("一、项目基本情况")
    x.p(
        "农村义务教育学生营养改善计划是一项重要的民生工程。我县自2012年春季学期起实施，2024年补助标准为每生每天5元，"
        "全年按200天计算，即每生每年1000元，由县教育局组织实施，县财政局负责资金拨付与监督，县市场监管局负责食品安全监管。",
        f"2024年，全县实施学校{x('schools', 92)}所，受益学生{x('pupils', 27460)}人。按学段划分，小学{x('c1', 74)}所、学生"
        f"{x('p1', 18235)}人，初中{x('c2', 15)}所、学生{x('p2', 8140)}人，特殊教育及九年一贯制学校{x('c3', 3)}所、学生{x('p3', 1085)}人。"
        f"按供餐方式划分，学校食堂供餐{x('k1', 86)}所，覆盖率{x('k1_r', pc(86, 92))}；企业配餐{x('k2', 6)}所。",
    )
    x.ok("count", "c1 c2 c3 schools", "a+b+c=d")
    x.fault("count", "p1 p2 p3 pupils", {"p2": 8410}, "a+b+c=d", "two digits swapped in a part")
    x.ok("count", "k1 k2 schools", "a+b=c")
    x.ok("share", "k1 schools k1_r", "a/b*100=c")
    x.p(
        "本次评价由县财政局预算绩效股牵头，会同教科文股、县教育局营养办组成评价小组，按照“单位自评、实地核查、综合评价”三个步骤开展。"
        f"小组实地走访学校{x('visited', 23)}所，占实施学校总数的{x('visited_s', '25.00%')}，覆盖乡镇{x('towns', 11)}个。"
    )
    x.ok("share", "visited schools visited_s", "a/b*100=c")


def _money(x: Paper) -> None:
    x.p(
        "项目总体目标是：为义务教育阶段学生提供安全、营养、可口的膳食，改善学生营养状况，提高健康水平，促进教育公平。"
        "年度目标包括供餐天数、食堂供餐覆盖率、食品抽检合格率、资金支付率、学生贫血率下降幅度以及家长和教职工满意度等九项指标，"
        "均在年初随部门预算一并批复。评价小组在核对批复文件的基础上，对指标权重未作调整。",
        "为保证评价结果可靠，小组对所走访学校当日的留样柜、进货台账、陪餐记录和财务账簿进行了逐一查验，并与部分学生、家长和食堂从业人员座谈，"
        "了解饭菜质量、价格公示和意见反馈渠道等情况。",
    )
    x.h("二、资金安排、拨付及使用情况")
    x.p(
        f"1.资金安排。2024年共下达膳食补助资金{x('fund', '2746.00')}万元，与“受益学生数×年补助标准”的测算结果一致；另由县级安排食堂从业人员工资"
        f"{x('wages', '861.60')}万元、食堂水电及设备维护费{x('power', '194.40')}万元，三项资金总规模{x('all', '3802.00')}万元。膳食补助资金中，"
        f"中央资金{x('f1', '1647.60')}万元，占{x('f1s', '60%')}；省级资金{x('f2', '686.50')}万元，占{x('f2s', '25%')}；市县资金"
        f"{x('f3', '411.90')}万元，占{x('f3s', '15%')}。"
    )
    x.ok("sum", "f1 f2 f3 fund", "a+b+c=d")
    x.oks("share", "a/b*100=c", "f2 fund f2s", "f3 fund f3s")
    x.fault("share", "f1 fund f1s", {"f1s": "66%"}, "a/b*100=c", "60% mistyped")
    x.ok("sum", "fund wages power all", "a+b+c=d")
    x.ok("rate", "pupils fund", "a*1000/10000=b")
    x.p("2.资金执行。截至2024年底，各项资金支付情况如下表：")
    rows = [
        ("膳食补助", "m", "2746.00", "2701.52"),
        ("从业人员工资", "w", "861.60", "861.60"),
        ("水电及设备维护", "e", "194.40", "181.27"),
    ]
    table: list[list[object]] = [["资金类别", "下达数（万元）", "支付数（万元）", "结余数（万元）", "支付率"]]
    for title, key, one, two in rows:
        told = x(key + "1", one), x(key + "2", two), x(key + "3", D(one) - D(two)), x(key + "4", pc(D(two), D(one)))
        table.append([title, *told])
    table.append(
        ["合计", x("t1", "3802.00"), x("t2", "3744.39"), x("t3", "57.61"), x("t4", pc(D("3744.39"), D("3802.00")))]
    )
    x.t(table)
    x.same("fund m1", "wages w1", "power e1", "all t1")
    x.oks("sum", "a+b+c=d", "m1 w1 e1 t1", "m2 w2 e2 t2", "m3 w3 e3 t3")
    x.oks("difference", "a-b=c", "m1 m2 m3", "w1 w2 w3", "e1 e2 e3", "t1 t2 t3")
    x.oks("rate", "a/b*100=c", "m2 m1 m4", "w2 w1 w4", "t2 t1 t4")
    x.fault("rate", "e2 e1 e4", {"e4": "92.35%"}, "a/b*100=c", "93.25% with digits swapped")
    x.p(
        f"综上，三项资金合计支付{x('paid', '3744.39')}万元，综合支付率{x('paid_r', '98.48%')}。与上年支付的{x('paid0', '3590.16')}万元相比，"
        f"多支{x('paid_more', '154.23')}万元，增长{x('paid_up', ch(D('3744.39'), D('3590.16')))}。从业人员工资全年按12个月发放，"
        f"在册从业人员{x('cooks', 359)}人，人均月工资{x('cook_m', 2000)}元。",
        f"3.资金监管。抽查学校采购票据{x('bills', 1240)}张，涉及金额{x('bill_m', '318.64')}{x('bill_u', '万元')}，其中不规范票据"
        f"{x('bills_bad', 31)}张，占{x('bills_r', '2.50%')}，涉及金额{x('bill_bad_m', '4.78')}万元，占抽查金额的"
        f"{x('bill_m_r', pc(D('4.78'), D('318.64')))}，均已责令整改。",
    )
    x.fault("repeat", "t2 paid", {"paid": "3774.39"}, "a=b", "the text against the table")
    x.fault("difference", "paid paid0 paid_more", {"paid": "3774.39"}, "a-b=c", "made with 3744.39")
    x.fault("growth", "paid paid0 paid_up", {"paid": "3774.39"}, "(a-b)/b*100=c", "made with 3744.39")
    x.ok("rate", "t2 t1 paid_r", "a/b*100=c")
    x.fault("rate", "paid all paid_r", {"paid": "3774.39"}, "a/b*100=c", "made with 3744.39")
    x.same("t4 paid_r")
    x.ok("rate", "wages cooks cook_m", "a/b/12*10000=c")
    x.ok("share", "bills_bad bills bills_r", "a/b*100=c")
    x.fault("share", "bill_bad_m bill_m bill_u bill_m_r", {"bill_u": "元"}, note="made with 万元")
    x.fault("unit", "bill_m bill_u", {"bill_u": "元"}, note="元 for 万元; the bad part alone is 4.78万元")


def _output(x: Paper) -> None:
    x.p(
        "总的看，资金拨付渠道畅通，县财政局收到上级指标文件后，均在三十日内分解下达到学校；学校设立专账核算，未发现以现金形式直接发放给学生"
        "或家长、克扣膳食标准、列支教职工伙食等违规问题。"
    )
    x.h("三、绩效目标完成情况分析")
    x.p(
        f"（一）产出指标。供餐天数{x('days', 200)}天，达到规定要求；食品安全监管覆盖学校{x('fed', 92)}所，覆盖率100%；开展食品安全检查"
        f"{x('checks', 184)}次，平均每校{x('checks_a', 2)}次；食品抽检{x('tests', 460)}批次，合格{x('tests_ok', 457)}批次，合格率"
        f"{x('tests_r', pc(457, 460))}。从业人员健康证持证率100%。",
        f"（二）效益指标。学生体质健康监测显示，受益学生贫血率由2023年的{x('ill0', '6.8%')}降到{x('ill1', '5.9%')}，"
        f"{x('ill_way', '下降')}{x('ill_d', '0.9')}个百分点；营养不良率为{x('thin1', '4.2%')}，比上年{x('thin0', '4.7%')}低"
        f"{x('thin_d', '0.5')}个百分点。全年未发生食物中毒事件。",
        f"（三）满意度指标。小组向学生家长发放问卷{x('asked', 1000)}份，收回有效问卷{x('valid', 964)}份，非常满意{x('v1', 512)}份、满意"
        f"{x('v2', 318)}份、一般{x('v3', 96)}份、不满意{x('v4', 38)}份。非常满意和满意合计{x('glad', 830)}份，家长满意度"
        f"{x('glad_r', pc(830, 964))}；教职工满意度{x('staff_r', '93.50%')}。",
    )
    x.same("schools fed")
    x.ok("rate", "checks schools checks_a", "a/b=c")
    x.ok("rate", "tests_ok tests tests_r", "a/b*100=c")
    x.fault("difference", "ill0 ill1 ill_way", {"ill_way": "上升"}, note="the rate fell")
    x.ok("difference", "thin0 thin1 thin_d", "a-b=c")
    x.ok("count", "v1 v2 v3 v4 valid", "a+b+c+d=e")
    x.ok("sum", "v1 v2 glad", "a+b=c")
    x.ok("survey", "glad valid glad_r", "a/b*100=c")
    x.t(
        [
            ["三级指标", "目标值", "实际值", "分值", "得分"],
            ["受益学生人数", f"≥{x('g1', 27000)}人", f"{x('r1', 27460)}人", x("f1w", 10), x("f1g", "10.0")],
            ["供餐天数", f"≥{x('g2', 200)}天", f"{x('r2', 200)}天", x("f2w", 10), x("f2g", "10.0")],
            ["食堂供餐覆盖率", f"≥{x('g3', '95%')}", x("r3", "93.48%"), x("f3w", 10), x("f3g", "8.5")],
            ["食品抽检合格率", f"≥{x('g4', '98%')}", x("r4", "99.35%"), x("f4w", 10), x("f4g", "10.0")],
            ["资金支付率", f"≥{x('g5', '98%')}", x("r5", "98.48%"), x("f5w", 10), x("f5g", "10.0")],
            [
                "学生贫血率下降",
                f"≥{x('g6', '0.5')}个百分点",
                f"{x('r6', '0.9')}个百分点",
                x("f6w", 15),
                x("f6g", "15.0"),
            ],
            ["食物中毒事件", "0起", "0起", x("f7w", 15), x("f7g", "15.0")],
            ["家长满意度", f"≥{x('g8', '90%')}", x("r8", "86.10%"), x("f8w", 10), x("f8g", "8.0")],
            ["教职工满意度", f"≥{x('g9', '90%')}", x("r9", "93.50%"), x("f9w", 10), x("f9g", "10.0")],
            ["合计", "", "", x("fw", 100), x("fg", "96.5")],
        ]
    )
    x.oks("target", "", "g1 r1", "g2 r2", "g4 r4", "g5 r5", "g6 r6", "g9 r9")
    x.same("pupils r1", "days r2", "k1_r r3", "tests_r r4", "paid_r r5", "ill_d r6", "glad_r r8", "staff_r r9")
    x.ok("score_sum", "f1w f2w f3w f4w f5w f6w f7w f8w f9w fw", "a+b+c+d+e+f+g+h+i=j")
    x.fault("score_sum", "f1g f2g f3g f4g f5g f6g f7g f8g f9g fg", {"fg": "95.5"}, "a+b+c+d+e+f+g+h+i=j", "mistyped")


def _effect(x: Paper) -> None:
    x.h("四、评价结论")
    x.p(
        f"综合评价得分{x('score', '96.5')}分，等级为“{x('grade', '优')}”（90分及以上为优，80至89.99分为良，60至79.99分为中，60分以下为差）。"
        f"两项未达标指标分别扣{x('k1s', '1.5')}分和{x('k2s', '2.0')}分，共计{x('ks', '3.5')}分。"
    )
    x.fault("repeat", "fg score", {"fg": "95.5"}, "a=b", "the total of the table against the text")
    x.ok("sum", "k1s k2s ks", "a+b=c")
    x.ok("difference", "fw score ks", "a-b=c")
    x.ok("difference", "f3w f3g k1s", "a-b=c")
    x.ok("difference", "f8w f8g k2s", "a-b=c")
    x.ok("grade", "score grade")
    x.p(
        f"项目实施以来，食堂管理和食材采购日趋规范，家长满意度为{x('told', '86.10%')}，{x('praise', '低于')}90%的预期目标，"
        "反映出部分学校菜品单一、口味欠佳的问题仍然存在。"
    )
    x.same("glad_r told")
    x.fault("target", "told praise g8 r8", {"praise": "超过了"}, note="86.10% is below 90%")


def _end(x: Paper) -> None:
    x.p(
        "主要经验做法有三点。其一，大宗食材统一招标、集中配送，米、面、油、肉、蛋、奶六类食材由中标企业按周配送，县教育局、市场监管局联合验收，"
        "有效控制了采购价格和质量风险。其二，学校食堂实行“零利润”核算，伙食账目按月公示，家长委员会可随时查账。"
        "其三，建成“互联网＋明厨亮灶”监管平台，实施学校后厨视频全部接入，实现远程巡查与问题交办闭环管理。"
        f"全年平台推送预警{x('alarm', 726)}条，学校整改反馈{x('alarm_ok', 711)}条，反馈率{x('alarm_r', pc(711, 726))}，其余{x('alarm_left', 15)}条由监管人员上门督办。"
    )
    x.ok("rate", "alarm_ok alarm alarm_r", "a/b*100=c")
    x.ok("difference", "alarm alarm_ok alarm_left", "a-b=c")
    x.h("五、存在的问题及建议")
    x.p(
        f"一是食堂建设仍有短板，尚有{x('none', 6)}所学校依靠企业配餐；二是结余资金{x('rest', '57.61')}万元，其中膳食补助结余"
        f"{x('rest1', '44.48')}万元，占{x('rest_s', pc(D('44.48'), D('57.61')))}，主要因学生请假、停课所致；三是带量食谱执行不到位。",
        "此外，个别村小（教学点）库房条件简陋，食材储存未做到离地离墙；部分学校将从业人员健康证原件交由本人保管，检查时无法当场出示；"
        "营养食谱多沿用往年版本，未结合季节和学生口味变化更新，这些情况在实地走访中均有发现，需要主管部门加强日常指导。",
        "建议县教育局加快配餐学校食堂改造，2025年秋季学期前实现食堂供餐全覆盖；结余膳食补助按规定滚存用于改善学生伙食，不得挪作他用；"
        "落实校领导陪餐制度，定期征求学生和家长对菜品的意见，持续改进供餐质量。",
        f"附件：芷屏县{x('year', '2024')}年营养改善计划补助资金绩效评价指标评分表",
    )
    x.same("k2 none", "t3 rest", "m3 rest1")
    x.ok("share", "rest1 rest rest_s", "a/b*100=c")
    x.fault("year", "year", {"year": "2023"}, note="last year's annex")
