"""A district's education bureau on its budget of the year, tables with bars as a program writes them."""

from __future__ import annotations

from samples.independent_tenth.papers import D, Paper, ch, pc

__all__ = ["paper"]


def paper() -> Paper:
    x = Paper("1209-桐岭区教育局2024年部门预算编制说明.txt")
    _about(x)
    _totals(x)
    _spending(x)
    _three(x)
    _aims(x)
    _terms(x)
    return x


def _about(x: Paper) -> None:
    x.h("桐岭区教育局2024年部门预算编制说明", "字体：大 中 小    浏览次数：    打印本页")
    x.h("第一部分 部门概况", "一、主要职能")
    x.p(
        "区教育局贯彻执行党和国家教育方针，拟订全区教育事业发展规划并组织实施；统筹管理基础教育、特殊教育和校外培训；主管教师工作；"
        "指导学校思想政治、德育、体育卫生与艺术教育；负责教育经费统筹管理和学校国有资产监管；组织实施学生资助和教育督导。"
    )
    x.h("二、机构设置和人员情况")
    x.p(
        f"纳入2024年部门预算编制范围的单位共{x('units', 60)}个，其中局机关{x('u1', 1)}个、直属事业单位{x('u2', 4)}个、公办幼儿园{x('u3', 9)}所、中小学校"
        f"{x('u4', 46)}所。中小学校中，小学{x('sc1', 28)}所、初级中学{x('sc2', 12)}所、九年一贯制学校{x('sc3', 3)}所、高级中学{x('sc4', 2)}所、特殊教育学校"
        f"{x('sc5', 1)}所。",
        f"核定编制{x('est', '2,586')}名，其中行政编制{x('est1', 26)}名、事业编制{x('est2', '2,560')}名；在职人员{x('staff', '2,498')}人，其中行政人员"
        f"{x('s1', 24)}人、事业人员{x('s2', '2,474')}人（专任教师{x('s21', '2,312')}人、教辅和管理人员{x('s22', 162)}人）；退休教职工{x('old', '1,365')}人。",
        f"2023年秋季学期在校（园）学生{x('pupils', '36,842')}人，其中幼儿{x('p1', '4,215')}人、小学生{x('p2', '18,926')}人、初中生{x('p3', '10,654')}人、高中生"
        f"{x('p4', '2,918')}人、特殊教育学生{x('p5', 129)}人。",
    )
    x.ok("count", "u1 u2 u3 u4 units", "a+b+c+d=e")
    x.fault("count", "sc1 sc2 sc3 sc4 sc5 u4", {"sc1": 23}, "a+b+c+d+e=f", "one digit mistyped")
    x.fault("count", "est1 est2 est", {"est1": 20}, "a+b=c", "one digit mistyped")
    x.fault("policy", "est1 s1", {"est1": 20}, note="24 people in 20 posts")
    x.oks("count", "a+b=c", "s1 s2 staff", "s21 s22 s2")
    x.ok("policy", "est2 s2")
    x.ok("count", "p1 p2 p3 p4 p5 pupils", "a+b+c+d+e=f")


def _totals(x: Paper) -> None:
    x.h("三、2024年重点工作")
    x.p(
        f"（一）扩大普惠性资源供给，新增公办学前教育学位{x('seat', '1,260')}个，其中新建幼儿园{x('seat1', 540)}个、改扩建幼儿园{x('seat2', 720)}个。"
        f"（二）推进义务教育优质均衡发展，组建教育集团{x('group', 7)}个，其中小学集团{x('group1', 4)}个、初中集团{x('group2', 3)}个。"
        "（三）加强教师队伍建设，全年招聘新教师，开展“国培计划”和区级全员培训。（四）深化“双减”工作，提升课后服务质量，规范校外培训机构管理。"
        "（五）落实学生资助政策，确保家庭经济困难学生应助尽助。"
    )
    x.oks("count", "a+b=c", "seat1 seat2 seat", "group1 group2 group")
    x.h("第二部分 2024年部门预算情况说明", "一、部门收支总体情况")
    now, last = D("48625.30"), D("46218.75")
    x.p(
        f"2024年收入预算总额{x('i', '48,625.30')}万元，支出预算总额{x('o', '48,625.30')}万元，收支平衡。收入预算比2023年的{x('i0', '46,218.75')}万元增加"
        f"{x('id', '2,406.55')}万元，增长{x('ir', ch(now, last))}，增加的主要原因是教师工资正常晋级和学位扩容。"
    )
    x.same("i o")
    x.ok("difference", "i i0 id", "a-b=c")
    x.fault("growth", "i i0 ir", {"ir": ch(last, now)}, "(a-b)/b*100=c", "divided by this year")
    rows = [
        ("一般公共预算拨款", "f1", "45,830.00"),
        ("政府性基金预算拨款", "f2", "650.00"),
        ("财政专户管理资金", "f3", "1,820.50"),
        ("上年结转", "f4", "324.80"),
    ]
    x.h("表1 收入预算构成（单位：万元）")
    table: list[list[object]] = [["收入来源", "预算数", "占比"]]
    for title, key, money in rows:
        table.append([title, x(key, money), x(key + "s", pc(D(money.replace(",", "")), now))])
    table.append(["合计", x("f", "48,625.30"), "100.00%"])
    x.m(table)
    x.ok("sum", "f1 f2 f3 f4 f", "a+b+c+d=e")
    x.oks("share", "a/b*100=c", "f1 f f1s", "f2 f f2s", "f3 f f3s", "f4 f f4s")
    x.same("i f")


def _spending(x: Paper) -> None:
    total = D("48625.30")
    x.h("二、部门支出预算情况")
    x.p(
        f"按支出性质划分，基本支出{x('b', '38,956.42')}万元，占{x('bs', pc(D('38956.42'), total))}，其中人员经费{x('b1', '36,128.70')}万元、公用经费"
        f"{x('b2', '2,827.72')}万元；项目支出{x('j', '9,668.88')}万元，占{x('js', pc(D('9668.88'), total))}。按功能分类划分，见表2。"
    )
    x.ok("sum", "b1 b2 b", "a+b=c")
    x.ok("sum", "b j o", "a+b=c")
    x.oks("share", "a/b*100=c", "b o bs", "j o js")
    rows = [
        ("教育支出", "c1", "41,236.15"),
        ("社会保障和就业支出", "c2", "3,482.60"),
        ("卫生健康支出", "c3", "1,245.35"),
        ("城乡社区支出", "c4", "650.00"),
        ("住房保障支出", "c5", "2,011.20"),
    ]
    x.h("表2 支出预算按功能分类（单位：万元）")
    table: list[list[object]] = [["功能科目", "预算数", "占比"]]
    for title, key, money in rows:
        table.append([title, x(key, money), x(key + "s", pc(D(money.replace(",", "")), total))])
    table.append(["合计", x("c", "48,625.30"), "100.00%"])
    x.m(table)
    x.ok("sum", "c1 c2 c3 c4 c5 c", "a+b+c+d+e=f")
    x.oks("share", "a/b*100=c", "c1 c c1s", "c3 c c3s", "c4 c c4s", "c5 c c5s")
    x.fault("share", "c2 c c2s", {"c2s": "7.61%"}, "a/b*100=c", "two digits swapped")
    x.same("o c", "f2 c4")
    x.p(
        f"教育支出{x('e', '41,236.15')}万元中，学前教育{x('e1', '3,625.40')}万元、小学教育{x('e2', '18,942.35')}万元、初中教育{x('e3', '14,286.70')}万元、高中教育"
        f"{x('e4', '2,865.30')}万元、特殊教育{x('e5', '386.20')}万元、其他教育支出{x('e6', '1,130.20')}万元。"
    )
    x.fault("sum", "e1 e2 e3 e4 e5 e6 e", {"e3": "14,268.70"}, "a+b+c+d+e+f=g", "two digits swapped")
    x.same("c1 e")
    x.h("三、一般公共预算支出情况")
    x.p(
        f"2024年一般公共预算拨款支出{x('g', '45,830.00')}万元，比2023年的{x('g0', '43,652.10')}万元增加{x('gd', '2,177.90')}万元，增长"
        f"{x('gr', ch(45830, D('43652.10')))}。"
    )
    x.same("f1 g")
    x.ok("difference", "g g0 gd", "a-b=c")
    x.ok("growth", "g g0 gr", "(a-b)/b*100=c")


def _three(x: Paper) -> None:
    x.h(f"四、{x('year', '2024')}年“三公”经费预算情况")
    x.p(
        f"2024年“三公”经费预算{x('v', '96.40')}万元，比2023年预算{x('v0', '104.20')}万元减少{x('vd', '7.80')}万元，下降{x('vr', ch(D('96.40'), D('104.20')))}。其中："
        f"公务用车运行维护费{x('v1', '58.00')}万元，比上年的{x('v10', '62.00')}万元减少{x('v1d', '4.00')}万元，下降{x('v1r', ch(58, 62))}；公务接待费"
        f"{x('v2', '38.40')}万元，比上年的{x('v20', '42.20')}万元{x('dir', '减少')}{x('v2d', '3.80')}万元，下降"
        f"{x('v2r', ch(D('38.40'), D('42.20')))}；未安排因公出国（境）费和公务用车购置费。"
    )
    x.fault("date", "year", {"year": "2023"}, note="last year left in the heading of this year's budget")
    x.oks("difference", "a-b=c", "v0 v vd", "v10 v1 v1d", "v20 v2 v2d")
    x.oks("growth", "(a-b)/a*100=c", "v0 v vr", "v10 v1 v1r", "v20 v2 v2r")
    x.oks("sum", "a+b=c", "v1 v2 v", "v10 v20 v0")
    x.fault("growth", "v2 v20 dir", {"dir": "增加"}, note="it falls, the word says that it rises")
    x.h("五、机关运行经费和政府采购预算情况")
    x.p(
        f"2024年机关运行经费预算{x('r', '186.30')}万元，比2023年的{x('r0', '191.80')}万元减少{x('rd', '5.50')}万元，下降{x('rr', ch(D('186.30'), D('191.80')))}。"
        f"政府采购预算{x('k', '3,268.00')}万元，其中货物{x('k1', '1,426.00')}万元、工程{x('k2', '986.00')}万元、服务{x('k3', '856.00')}万元。"
    )
    x.ok("difference", "r0 r rd", "a-b=c")
    x.ok("growth", "r0 r rr", "(a-b)/a*100=c")
    x.ok("sum", "k1 k2 k3 k", "a+b+c=d")


def _aims(x: Paper) -> None:
    x.h("六、预算绩效目标设置情况")
    rows = [
        ("义务教育公用经费", "q1", "2,364.15"),
        ("校舍维修改造", "q2", "1,580.00"),
        ("学生资助", "q3", "912.40"),
        ("教育信息化", "q4", "1,245.00"),
        ("其他项目", "q5", "3,567.33"),
    ]
    x.p("2024年全部项目均编制绩效目标，实现绩效目标管理全覆盖，主要项目见表3。")
    x.h("表3 项目支出预算（单位：万元）")
    x.m([["项目", "预算数"], *([title, x(key, money)] for title, key, money in rows), ["合计", x("q", "9,668.88")]])
    x.fault("repeat", "j q", {"q": "9,686.88"}, "a=b", "digits swapped against the text")
    x.fault("sum", "q1 q2 q3 q4 q5 q", {"q": "9,686.88"}, "a+b+c+d+e=f", "the projects make 9,668.88")
    x.p(
        f"1.义务教育公用经费。按小学每生每年{x('n1', 720)}{x('n1u', '元')}、初中每生每年{x('n2', 940)}元的标准安排，小学{x('m1p', '18,926')}人、"
        f"{x('m1', '1,362.67')}万元，初中{x('m2p', '10,654')}人、{x('m2', '1,001.48')}万元，合计{x('m', '2,364.15')}万元。绩效目标：生均标准落实率100%，"
        "资金按学期足额拨付到校，家长满意度不低于92%。",
        f"2.校舍维修改造。安排{x('w', '1,580.00')}万元，计划维修学校{x('w1', 18)}所、面积{x('w2', '4.20')}万平方米，平均每平方米{x('w3', '376.19')}元，其中教学楼"
        f"{x('w21', '2.65')}万平方米、宿舍和食堂{x('w22', '1.55')}万平方米。绩效目标：8月底前完工并投入使用，验收合格率100%，师生满意度不低于92%。",
        "3.教育信息化。为中小学更新多媒体教学设备，建设区级智慧教育平台。绩效目标：设备验收合格率100%，平台教师注册率达到95%以上，"
        f"{x('tail', '促进优质教育资源共建共享。')}",
    )
    x.same("q1 m", "q2 w", "p2 m1p", "p3 m2p")
    x.ok("rate", "m1p n1 m1", "a*b/10000=c")
    x.ok("rate", "m2p n2 m2", "a*b/10000=c")
    x.ok("sum", "m1 m2 m", "a+b=c")
    x.ok("rate", "w w2 w3", "a/b=c")
    x.ok("sum", "w21 w22 w2", "a+b=c")
    x.fault("unit", "n1 n1u", {"n1u": "万元"}, note="万元 for 元 a pupil")
    x.fault("structure", "tail", {"tail": "促进优质教育资源共"}, note="the sentence breaks off")


def _terms(x: Paper) -> None:
    x.h("第三部分 名词解释")
    x.p(
        "一般公共预算拨款：指区财政当年拨付的一般公共预算资金。财政专户管理资金：指缴入财政专户、实行专项管理的高中学费、住宿费和幼儿园保教费等收入。"
        "基本支出：指为保障机构正常运转、完成日常工作任务安排的支出。项目支出：指在基本支出之外为完成特定任务安排的支出。",
    )
    x.h("附件：桐岭区教育局2024年部门预算公开表（共10张）")
