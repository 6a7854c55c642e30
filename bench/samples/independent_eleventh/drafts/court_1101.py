"""A county court's self-evaluation, as it comes out of a pdf."""

from __future__ import annotations

from samples.independent_tenth.papers import D, Paper, ch, pc

__all__ = ["paper"]


def paper() -> Paper:
    x = Paper("1101-溪峦县人民法院2024年度部门整体支出绩效自评报告.txt", width=36, spaced=True)
    _money(x)
    _work(x)
    _end(x)
    return x


def _money(x: Paper) -> None:
    begin, add, cut = D("3186.40"), D("512.35"), D("40.15")
    whole = begin + add - cut
    people, public, case, build = D("2304.86"), D("318.72"), D("702.18"), D("251.90")
    basic, project = people + public, case + build
    spent = basic + project
    last = D("3391.07")
    x.h("溪峦县人民法院2024年度部门整体支出绩效", "自评报告", "")
    x.p(
        "按照《溪峦县财政局关于做好2024年度部门整体支出和项目支出绩效自评工作的通知》"
        f"{x('bracket', '（溪财绩〔2025〕3号）')}要求，我院由办公室（行装科）牵头，政治部、审管办、执行局配合，"
        f"对{x('period', '2024')}年1月1日至2024年12月31日的部门整体支出情况开展了自评。现报告如下："
    )
    x.h("一、部门概况", "（一）机构人员")
    x.p(
        f"溪峦县人民法院为县级一级预算单位，内设立案庭、民一庭、民二庭、刑庭、行政庭、审管办、政治部、办公室共{x('inner', 8)}个"
        f"机构，另设执行局，派出人民法庭{x('courts', 4)}个（枣坪法庭、石门法庭、黄岭法庭、下溪法庭）。核定政法专项编制{x('est', 96)}名，"
        f"年末实有在编干警{x('staff', 91)}人，其中员额法官{x('judges', 34)}人、法官助理{x('aides', 23)}人、"
        f"书记员{x('clerks', 15)}人、司法行政及法警{x('others', 19)}人；另有聘用制书记员{x('hired', 27)}人，退休干警{x('retired', 43)}人。"
    )
    x.h("（二）年度预算安排与支出")
    x.p(
        f"2024年年初批复我院部门预算{x('begin', begin)}万元，年中追加{x('add', add)}万元（中央政法纪检监察转移支付资金及调标增资）"
        f"，年末财政收回{x('cut', cut)}万元，调整后全年预算{x('whole', whole)}万元。全年实际支出{x('spent', spent)}万元，"
        f"预算执行率{x('rate', pc(spent, whole))}。与上年决算{x('last', last)}万元相比增加{x('more', spent - last)}万元，"
        f"增长{x('grown', ch(spent, last))}，主要是枣坪法庭异地新建项目进入付款期。"
    )
    x.p(
        f"从支出结构看：基本支出{x('basic', basic)}万元，占{x('basic_share', pc(basic, spent))}，其中人员经费{x('people', people)}万元、"
        f"公用经费{x('public', public)}万元；项目支出{x('project', project)}万元，占{x('project_share', pc(project, spent))}，"
        f"其中办案业务及装备费{x('case', case)}万元，占项目支出的{x('case_share', pc(case, project))}；"
        f"人民法庭建设{x('build', build)}万元，占项目支出的{x('build_share', pc(build, project))}。"
    )
    x.ok("difference", "begin add cut whole", "a+b-c=d")
    x.ok("count", "judges aides clerks others staff", "a+b+c+d=e")
    x.ok("policy", "est staff")
    x.ok("count", "inner")
    x.ok("difference", "spent last more", "a-b=c")
    x.fault("growth", "spent last grown", {"grown": "10.51%"}, "(a-b)/b*100=c", "digits of the growth mistyped")
    x.oks("sum", "a+b=c", "people public basic", "case build project", "basic project spent")
    x.oks("share", "a/b*100=c", "basic spent basic_share", "case project case_share", "build project build_share")
    x.fault("share", "project spent project_share", {"project_share": "27.66%"}, "a/b*100=c", "not 100 less the other")
    x.ok("rate", "spent whole rate", "a/b*100=c")
    x.fault("structure", "bracket", {"bracket": "（溪财绩〔2025〕3号"}, note="bracket never closed")
    x.fault("year", "period", {"period": "2023"}, note="last year's report: the period begins a year early")
    sedan, guest = D("61.24"), D("3.06")
    x.p(
        f"全年“三公”经费年初预算{x('three_plan', D('72.00'))}万元，实际支出{x('three', sedan + guest)}万元，"
        f"为预算的{x('three_rate', pc(sedan + guest, 72))}，结余{x('three_left', D('72.00') - sedan - guest)}万元。"
        f"其中公务用车运行维护费{x('sedan', sedan)}万元（保有执法执勤用车{x('cars', 17)}辆），公务接待费{x('guest', guest)}万元，"
        "未发生因公出国（境）费。"
    )
    x.ok("sum", "sedan guest three", "a+b=c")
    x.ok("rate", "three three_plan three_rate", "a/b*100=c")
    x.ok("difference", "three_plan three three_left", "a-b=c")


def _work(x: Paper) -> None:
    old, new, closed = 1284, 9476, 9935
    total = old + new
    x.h("二、履职完成情况", "（一）审判执行主责主业")
    x.p(
        "2024年是实施“十四五”规划的关键一年，我院坚持“公正与效率”主题，以案-件比、发改率、自动履行率等质效指标为牵引，"
        "落实立审执协调、“四类案件”识别监管和院庭长阅核制，审判质效居全市基层法院前列。"
    )
    x.p(
        f"1．收结案总体平稳。全年新收各类案件{x('new', new)}件，旧存{x('old', old)}件，合计{x('total', total)}件；审执结"
        f"{x('closed', closed)}件，结案率{x('closing', pc(closed, total))}，年末未结{x('open', total - closed)}件。新收案件数较上年的"
        f"{x('new_last', 9020)}件上升{x('new_up', ch(new, 9020))}。",
        f"2．刑事审判从严从快。审结一审刑事案件{x('crime', 412)}件，其中危险驾驶案{x('drive', 147)}件，占"
        f"{x('drive_share', pc(147, 412))}；判处罪犯{x('guilty', 538)}人，认罪认罚适用率{x('plead', '88.4%')}。",
        f"3．民商事审判重在解纷。审结民商事案件{x('civil', 5862)}件，其中调解{x('mediated', 1496)}件、撤诉{x('dropped', 1105)}件、"
        f"判决及其他方式{x('judged', 3261)}件，调撤率{x('settle', pc(1496 + 1105, 5862))}。诉前委派调解成功{x('before', 2037)}件，"
        f"涉案标的额{x('value', D('1.86'))}亿元。",
        f"{x('item', '4')}．执行攻坚持续发力。执结各类执行案件{x('exec', 3661)}件，到位金额{x('got', D('2.47'))}亿元，"
        f"发布失信被执行人{x('listed', 716)}人次，司法拘留{x('jailed', 58)}人。开展“溪峦利剑”集中行动{x('raids', 6)}次。",
        "5．立案服务提质增效。网上立案、跨域立案、自助立案全面铺开，12368热线工单当日回复，群众“少跑腿、零跑路”成为常态。",
    )
    x.h("", "— 2 —", "")
    x.h("（二）司法为民与基层治理")
    x.p(
        f"{x('four', 4)}个派出法庭全年受理案件共{x('village', 2180)}件，分别为枣坪法庭{x('v1', 742)}件、石门法庭{x('v2', 596)}件、"
        f"黄岭法庭{x('v3', 481)}件、下溪法庭{x('v4', 361)}件；巡回审判{x('tour', 133)}场。组织“法院开放日”{x('openday', 5)}次，"
        f"接待师生、企业代表{x('guests', 420)}余人。为当事人缓减免交诉讼费{x('waive', D('38.70'))}万元，发放司法救助金"
        f"{x('aid', D('46.50'))}万元，惠及{x('aided', 31)}户困难家庭，户均{x('each', D('1.50'))}万元。"
    )
    x.oks("sum", "a+b=c", "old new total")
    x.fault("rate", "closed total closing", {"closing": "93.23%"}, "a/b*100=c", "digits swapped")
    x.ok("difference", "total closed open", "a-b=c")
    x.ok("growth", "new new_last new_up", "(a-b)/b*100=c")
    x.ok("share", "drive crime drive_share", "a/b*100=c")
    x.ok("count", "mediated dropped judged civil", "a+b+c=d")
    x.ok("count", "crime civil exec closed", "a+b+c=d")
    x.ok("rate", "mediated dropped civil settle", "(a+b)/c*100=d")
    x.fault("structure", "item", {"item": "3"}, note="the number 3 stands twice, 4 is missing")
    x.fault("count", "v1 v2 v3 v4 village", {"v2": 569}, "a+b+c+d=e", "digits swapped in one court's cases")
    x.ok("repeat", "courts four", "a=b")
    x.ok("rate", "aid aided each", "a/b=c")


def _end(x: Paper) -> None:
    x.h("（三）绩效指标对照情况")
    x.t(
        [
            ["一级指标", "三级指标", "年度指标值", "实际完成值", "备注"],
            ["产出指标", "审执结案件数", f"≥{x('t1', 9500)}件", f"{x('a1', 9935)}件", ""],
            ["", "结案率", f"≥{x('t2', '90%')}", f"{x('a2', pc(9935, 10760))}", ""],
            ["", "巡回审判场次", f"≥{x('t3', 120)}场", f"{x('a3', 133)}场", ""],
            ["", "“利剑”集中执行行动", f"{x('t4', 6)}次", f"{x('a4', 6)}次", ""],
            ["", "一审服判息诉率", f"≥{x('t5', '89%')}", x("a5", "89.7%"), ""],
            ["成本指标", "“三公”经费控制数", f"≤{x('t6', '72.00')}万元", f"{x('a6', '64.30')}万元", ""],
            ["效益指标", "执行到位金额", f"≥{x('t7', D('2.20'))}亿元", f"{x('a7', D('2.47'))}亿元", ""],
            ["满意度", "当事人满意度", f"≥{x('t8', '90%')}", x("a8", "92.6%"), ""],
        ],
        gap="  ",
    )
    x.p(
        f"上述8项指标均达到或超过年初设定值，其中当事人满意度由第三方电话回访取得，发出问卷{x('sheets', 500)}份，"
        f"收回有效问卷{x('valid', 473)}份，有效回收率{x('back', pc(473, 500))}，满意{x('pleased', 438)}份。"
    )
    x.oks("target", "", "t1 a1", "t2 a2", "t3 a3", "t4 a4", "t6 a6", "t7 a7", "t8 a8")
    x.fault("target", "t5 a5", {"a5": "87.9%"}, "b>=a", "goal missed while all eight are said to be met")
    x.fault("repeat", "closing a2", {"closing": "93.23%"}, "a=b", "the swapped rate against its table")
    x.same("tour a3", "raids a4", "got a7", "closed a1")
    x.ok("rate", "valid sheets back", "a/b*100=c")
    x.ok("rate", "pleased valid a8", "a/b*100=c")
    x.p(
        "从社会效益看，“一站式”多元解纷机制与县综治中心实现同址办公，12345、12368两条热线诉求双向流转；"
        f"向党委政府和主管部门发出司法建议{x('advice', 24)}份，收到反馈{x('reply', 21)}份，反馈率{x('reply_r', pc(21, 24))}；"
        f"裁判文书上网{x('web', 2746)}份，庭审直播{x('live', 318)}场。"
    )
    x.ok("rate", "reply advice reply_r", "a/b*100=c")
    x.h("", "— 3 —", "")
    x.h("三、存在的问题及改进措施")
    x.p(
        "（一）年中追加资金占比偏高，预算编制的前瞻性还不够。下一步将在编制环节充分测算人民法庭建设进度，减少追加。",
        "（二）案多人少矛盾突出，"
        f"{x('judges2', 34)}名员额法官全年人均结案{x('avg', 292)}件，个别业务庭超过400件。拟适当增加聘用制书记员，"
        "探索类案要素式审判。",
        "（三）部分装备验收后未及时登记固定资产，已责成行装科限期补录。",
    )
    x.fault("repeat", "judges judges2", {"judges2": 36}, "a=b", "judges as of the year before")
    x.fault("rate", "closed judges2 avg", {"judges2": 36}, "a/b=c", "the average was made with 34")
    x.ok("rate", "closed judges avg", "a/b=c")
    x.h("四、自评结论及结果应用")
    x.p(
        f"经综合评定，我院2024年度部门整体支出绩效自评得分{x('score', D('95.6'))}分，等级为“{x('grade', '优')}”。"
        "自评结果随部门决算在县政府门户网站公开，并作为编制2026年预算的参考。"
    )
    x.ok("grade", "score grade")
    x.h("", "溪峦县人民法院", "2025年3月20日")
