"""The final accounts of a county's women's federation."""

from __future__ import annotations

from samples.independent_tenth.papers import D, Paper, ch, pc

__all__ = ["paper"]


def paper() -> Paper:
    x = Paper("1307-漪川县妇女联合会2023年度部门决算公开说明.txt")
    _about(x)
    _whole(x)
    _fiscal(x)
    _three(x)
    _other(x)
    return x


def _about(x: Paper) -> None:
    x.h("漪川县妇女联合会2023年度部门决算公开说明", "")
    x.h(
        "目    录",
        "第一部分  部门概况",
        "第二部分  2023年度部门决算情况说明",
        "第三部分  其他重要事项",
        "第四部分  名词解释",
        "",
    )
    x.h("第一部分  部门概况")
    x.p(
        "一、部门职责。团结引导全县各族各界妇女听党话、跟党走；代表和维护妇女权益，促进男女平等；参与拟定妇女儿童发展规划；"
        "指导家庭教育和家庭文明建设；承担县人民政府妇女儿童工作委员会日常工作。教育引导妇女树立自尊、自信、自立、自强精神，"
        "组织开展“巾帼建功”“最美家庭”等群众性活动，关心关爱困难妇女、留守儿童和老年妇女，推动解决妇女群众急难愁盼问题。",
        f"二、机构设置。县妇联内设办公室、组织宣传部、权益部、家庭和儿童工作部{x('rooms', '4')}个部室，所属县妇女儿童活动中心1个事业单位，"
        f"均纳入2023年度部门决算编制范围。年末编制人数{x('est', 17)}人，实有在职人员{x('staff', 16)}人，包括行政人员{x('s1', 9)}人、"
        f"事业人员{x('s2', 7)}人；退休人员{x('old', 12)}人，较上年增加{x('old_more', 1)}人。",
    )
    x.fault("count", "rooms", {"rooms": "5"}, note="four are named")
    x.ok("count", "s1 s2 staff", "a+b=c")
    x.ok("policy", "est staff")


def _whole(x: Paper) -> None:
    x.h("第二部分  2023年度部门决算情况说明", "一、收入支出决算总体情况说明")
    x.p(
        f"2023年度收、支总计均为{x('total', '512.84')}万元。与2022年度的{x('total0', '476.30')}万元相比，收、支总计各增加"
        f"{x('total_more', '36.54')}万元，增长{x('total_up', ch(D('512.84'), D('476.30')))}，主要是新增妇女“两癌”救助项目。"
    )
    x.ok("difference", "total total0 total_more", "a-b=c")
    x.ok("growth", "total total0 total_up", "(a-b)/b*100=c")
    x.h("二、收入决算情况说明")
    x.p(
        f"本年收入合计{x('income', '498.17')}万元，其中：财政拨款收入{x('i1', '486.05')}万元，占{x('i1s', '97.57%')}；其他收入"
        f"{x('i2', '12.12')}万元，占{x('i2s', '2.43%')}。年初结转和结余{x('carried', '14.67')}万元。"
    )
    x.ok("sum", "i1 i2 income", "a+b=c")
    x.ok("share", "i1 income i1s", "a/b*100=c")
    x.fault("share", "i2 income i2s", {"i2s": "2.34%"}, "a/b*100=c", "two digits swapped")
    x.ok("sum", "income carried total", "a+b=c")
    x.p(
        "财政拨款收入全部为一般公共预算财政拨款，本单位没有政府性基金预算财政拨款收入，也没有国有资本经营预算财政拨款收入，相关表格以空表列示。"
        "其他收入主要是上级妇联拨付的公益项目资金和利息收入。"
    )
    x.h("三、支出决算情况说明")
    x.p(
        f"本年支出合计{x('spent', '503.46')}万元，其中：基本支出{x('duty', '318.92')}万元，占{x('duty_s', pc(D('318.92'), D('503.46')))}；"
        f"项目支出{x('jobs', '184.54')}万元，占{x('jobs_s', pc(D('184.54'), D('503.46')))}；经营支出、上缴上级支出、对附属单位补助支出均为0。"
        f"年末结转和结余{x('left', '9.38')}万元。"
    )
    x.ok("sum", "duty jobs spent", "a+b=c")
    x.oks("share", "a/b*100=c", "duty spent duty_s", "jobs spent jobs_s")
    x.ok("sum", "spent left total", "a+b=c")


def _fiscal(x: Paper) -> None:
    rows = [
        ("一般公共服务支出（类）", "402.31", "388.70"),
        ("社会保障和就业支出（类）", "46.58", "43.25"),
        ("卫生健康支出（类）", "15.74", "15.08"),
        ("住房保障支出（类）", "24.96", "24.17"),
    ]
    x.h("四、财政拨款支出决算情况说明")
    x.p(
        f"2023年度财政拨款支出{x('f', '489.59')}万元，占本年支出的{x('f_s', pc(D('489.59'), D('503.46')))}，较2022年度增加"
        f"{x('f_more', '18.39')}万元，增长{x('f_up', ch(D('489.59'), D('471.20')))}。按功能分类科目，具体情况为："
    )
    x.ok("share", "f spent f_s", "a/b*100=c")
    table: list[list[object]] = [["功能分类科目", "2023年决算数（万元）", "2022年决算数（万元）", "增减额（万元）"]]
    for place, (title, one, two) in enumerate(rows, start=1):
        table.append([title, x(f"r{place}1", one), x(f"r{place}2", two), x(f"r{place}3", D(one) - D(two))])
    table.append(["合计", x("rt1", "489.59"), x("rt2", "471.20"), x("rt3", "18.39")])
    x.m(table)
    x.oks("sum", "a+b+c+d=e", "r11 r21 r31 r41 rt1", "r12 r22 r32 r42 rt2", "r13 r23 r33 r43 rt3")
    x.oks("difference", "a-b=c", "r11 r12 r13", "r21 r22 r23", "r31 r32 r33", "r41 r42 r43", "rt1 rt2 rt3")
    x.same("f rt1", "f_more rt3")
    x.ok("growth", "rt1 rt2 f_up", "(a-b)/b*100=c")
    x.p(
        f"1.一般公共服务支出年初预算{x('b1', '365.00')}万元，决算{x('d1', '402.31')}万元，完成年初预算的"
        f"{x('c1', pc(D('402.31'), D('365.00')))}，决算数大于预算数的原因是追加“两癌”救助资金。",
        f"2.社会保障和就业支出年初预算{x('b2', '47.10')}万元，决算{x('d2', '46.58')}万元，完成年初预算的"
        f"{x('c2', pc(D('46.58'), D('47.10')))}，决算数{x('c2_way', '小于')}预算数的原因是人员退休。",
        f"3.卫生健康支出年初预算{x('b3', '15.74')}万元，决算{x('d3', '15.74')}万元，完成年初预算的{x('c3', '100.00%')}，决算数与预算数持平。",
        f"{x('n4', 4)}.住房保障支出年初预算{x('b4', '23.50')}万元，决算{x('d4', '24.96')}万元，完成年初预算的"
        f"{x('c4', pc(D('24.96'), D('23.50')))}，决算数大于预算数的原因是公积金基数调整。",
    )
    x.fault("repeat", "r11 d1", {"d1": "420.31"}, "a=b", "the text against the table")
    x.fault("rate", "d1 b1 c1", {"d1": "420.31"}, "a/b*100=c", "made with 402.31")
    x.same("r21 d2", "r31 d3", "r41 d4")
    x.oks("rate", "a/b*100=c", "d2 b2 c2", "d3 b3 c3", "d4 b4 c4")
    x.fault("difference", "b2 d2 c2_way", {"c2_way": "大于"}, note="46.58 is less than 47.10")
    x.fault("structure", "n4", {"n4": 5}, note="4 is skipped")
    x.h("五、财政拨款基本支出决算情况说明")
    x.p(
        f"财政拨款基本支出{x('fb', '318.92')}万元，由人员经费和公用经费组成。其中：人员经费{x('fp', '281.46')}万元，主要包括基本工资"
        f"{x('p1', '86.24')}万元、津贴补贴{x('p2', '73.15')}万元、奖金{x('p3', '58.90')}万元、社会保障缴费{x('p4', '38.21')}万元、住房公积金"
        f"{x('p5', '24.96')}万元；公用经费{x('fo', '37.46')}万元，主要包括办公费、差旅费、工会经费和其他交通费用等。"
    )
    x.same("duty fb", "r41 p5")
    x.ok("sum", "fp fo fb", "a+b=c")
    x.fault("sum", "p1 p2 p3 p4 p5 fp", {"p3": "59.80"}, "a+b+c+d+e=f", "two digits swapped in a part")


def _three(x: Paper) -> None:
    x.h("六、“三公”经费支出决算情况说明")
    x.p(
        f"2023年度“三公”经费财政拨款支出决算{x('three', '3.42')}万元，完成预算{x('cap', '4.50')}万元的{x('three_r', '76.00%')}；较上年的"
        f"{x('three0', '3.68')}万元减少{x('three_less', '0.26')}万元，下降{x('three_down', ch(D('3.42'), D('3.68')))}。其中：公务用车购置及"
        f"运行维护费{x('cars', '2.85')}万元，占{x('cars_s', pc(D('2.85'), D('3.42')))}；公务接待费{x('guests', '0.57')}万元，占"
        f"{x('guests_s', pc(D('0.57'), D('3.42')))}；因公出国（境）费为0。全年接待{x('groups', 9)}批次{x('heads', 57)}人次，"
        f"人均{x('each', 100)}元。公务用车保有量{x('car', 1)}辆。"
    )
    x.ok("rate", "three cap three_r", "a/b*100=c")
    x.ok("difference", "three0 three three_less", "a-b=c")
    x.fault(
        "growth", "three0 three three_down", {"three_down": ch(D("3.68"), D("3.42"))}, "(a-b)/a*100=c", "wrong base"
    )
    x.ok("sum", "cars guests three", "a+b=c")
    x.oks("share", "a/b*100=c", "cars three cars_s", "guests three guests_s")
    x.ok("rate", "guests heads each", "a*10000/b=c")


def _other(x: Paper) -> None:
    x.h("第三部分  其他重要事项")
    x.p(
        f"一、机关运行经费。2023年度机关运行经费支出{x('run', '37.46')}万元，比上年的{x('run0', '39.02')}万元减少{x('run_less', '1.56')}万元，"
        f"降低{x('run_down', ch(D('37.46'), D('39.02')))}，主要是压减会议和印刷开支。",
        f"二、政府采购。政府采购支出总额{x('buy', '28.60')}万元，其中货物{x('buy1', '9.35')}万元、服务{x('buy2', '19.25')}万元。"
        f"授予中小企业合同金额{x('small', '25.74')}万元，占{x('small_s', '90.00%')}，其中授予小微企业{x('micro', '18.59')}万元，占采购总额的"
        f"{x('micro_s', '65.00%')}。",
        f"三、国有资产。截至2023年12月31日，房屋{x('house', 1260)}平方米，车辆{x('car2', 1)}辆，单价100万元以上设备0台（套）。",
        f"四、绩效管理。对{x('jobs_n', 4)}个项目开展绩效自评，涉及资金{x('jobs2', '184.54')}万元，占项目支出的{x('jobs2_s', '100%')}。其中“妇女‘两癌’"
        f"救助”项目预算{x('aid', '62.00')}万元，支出{x('aid_p', '60.00')}万元，执行率{x('aid_r', '96.77%')}，救助{x('aid_n', 60)}人，"
        f"人均{x('aid_a', '1')}万元，自评{x('aid_s', '97.5')}分，等级为“{x('aid_g', '优')}”（90分以上为优）。部门整体支出自评得分"
        f"{x('score', '94.2')}分。",
    )
    x.same("fo run", "car car2", "jobs jobs2")
    x.ok("difference", "run0 run run_less", "a-b=c")
    x.ok("growth", "run0 run run_down", "(a-b)/a*100=c")
    x.ok("sum", "buy1 buy2 buy", "a+b=c")
    x.ok("share", "small buy small_s", "a/b*100=c")
    x.fault("share", "micro buy micro_s", {"micro_s": "56.00%"}, "a/b*100=c", "two digits swapped")
    x.fault("structure", "jobs2_s", {"jobs2_s": "%"}, note="a percentage without its figure")
    x.ok("rate", "aid_p aid aid_r", "a/b*100=c")
    x.ok("rate", "aid_p aid_n aid_a", "a/b=c")
    x.ok("grade", "aid_s aid_g")
    x.p(
        f"绩效目标完成方面，全年举办巾帼创业培训{x('class', 8)}期，培训妇女{x('learn', 426)}人次，其中手工编织{x('l1', 158)}人次、家政服务"
        f"{x('l2', 143)}人次、电商直播{x('l3', 125)}人次；接待妇女来信来访{x('calls', 92)}件次，办结{x('calls_ok', 90)}件次，办结率"
        f"{x('calls_r', '97.83%')}，尚有{x('calls_left', 2)}件次正在调处；开展家庭教育公益讲座{x('talks', 36)}场，与年度目标{x('talks_g', 36)}场持平；"
        f"慰问困难妇女儿童{x('visit', 310)}户，发放慰问金{x('gift', '15.50')}万元，户均{x('gift_a', 500)}元。对受益群众电话抽样{x('asked', 150)}人，"
        f"{x('glad', 144)}人表示满意，满意度{x('glad_r', '96.00%')}，达到目标值{x('glad_g', '95%')}。存在的不足是：项目指标以数量为主，"
        "对创业带动就业的跟踪不够；部分活动集中在第四季度，资金支付偏后。下一步将提前谋划全年活动，按季度分解任务，健全受助对象回访档案。"
    )
    x.ok("count", "l1 l2 l3 learn", "a+b+c=d")
    x.ok("rate", "calls_ok calls calls_r", "a/b*100=c")
    x.ok("difference", "calls calls_ok calls_left", "a-b=c")
    x.ok("target", "talks_g talks")
    x.ok("rate", "gift visit gift_a", "a*10000/b=c")
    x.ok("survey", "glad asked glad_r", "a/b*100=c")
    x.ok("target", "glad_g glad_r")
    x.h("第四部分  名词解释")
    x.p(
        "一、财政拨款收入：指县级财政当年拨付的资金。二、基本支出：指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。"
        "三、项目支出：指在基本支出之外为完成特定任务所发生的支出。四、“三公”经费：指用财政拨款安排的因公出国（境）费、公务用车购置及运行"
        "维护费和公务接待费。五、机关运行经费：指为保障单位运行用于购买货物和服务的各项资金，包括办公费、水电费、差旅费等。"
    )
