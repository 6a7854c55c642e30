"""The final accounts of a city's centre for disease control, a Word file; nothing is wrong in it."""

from __future__ import annotations

from samples.independent_tenth.papers import D, Paper, ch, pc

__all__ = ["paper"]


def paper() -> Paper:
    x = Paper("1308-汀岭市疾病预防控制中心2024年度单位决算公开.docx")
    _about(x)
    _whole(x)
    _fiscal(x)
    _three(x)
    _perform(x)
    return x


def _about(x: Paper) -> None:
    x.h("汀岭市疾病预防控制中心2024年度单位决算", "第一部分  单位概况", "一、主要职能")
    x.p(
        "汀岭市疾病预防控制中心（汀岭市卫生监督所）为市疾控局所属公益一类事业单位，承担传染病、地方病、慢性病的预防控制，突发公共卫生事件应急处置，"
        "免疫规划实施，健康危害因素监测与干预，实验室检测检验，以及授权范围内的卫生监督执法辅助工作。"
    )
    x.h("二、机构设置及人员情况")
    x.p(
        f"中心内设科室{x('rooms', 15)}个，其中职能科室{x('rooms1', 4)}个、业务科室{x('rooms2', 11)}个。核定编制{x('est', 136)}名，年末实有在编人员"
        f"{x('staff', 124)}人，其中专业技术人员{x('pro', 108)}人，占在编人员的{x('pro_s', pc(108, 124, 1))}；专业技术人员中，高级职称"
        f"{x('t1', 29)}人，中级{x('t2', 46)}人，初级及以下{x('t3', 33)}人。另有编外聘用{x('hired', 21)}人，离休{x('gone', 1)}人，退休"
        f"{x('old', 67)}人。与上年末相比，在编人员增加{x('more', 3)}人（新进{x('in', 7)}人，退休及调出{x('out', 4)}人）。"
    )
    x.ok("count", "rooms1 rooms2 rooms", "a+b=c")
    x.ok("policy", "est staff")
    x.ok("share", "pro staff pro_s", "a/b*100=c")
    x.ok("count", "t1 t2 t3 pro", "a+b+c=d")
    x.ok("difference", "in out more", "a-b=c")


def _whole(x: Paper) -> None:
    x.h("第二部分  2024年度单位决算情况说明", "一、收入支出总体情况")
    x.p(
        f"2024年度收入总计{x('total', '6038.72')}万元，支出总计{x('total2', '6038.72')}万元，收支平衡。与2023年度相比，收、支总计各减少"
        f"{x('less', '411.56')}万元，下降{x('down', ch(D('6038.72'), D('6450.28')))}，主要是疫情防控专项结束（2023年度总计为"
        f"{x('total0', '6450.28')}万元）。收入支出构成见下表，单位均为万元，个别合计数因四舍五入可能存在尾差。"
    )
    x.same("total total2")
    x.ok("difference", "total0 total less", "a-b=c")
    x.ok("growth", "total0 total down", "(a-b)/a*100=c")
    income = [
        ("财政拨款收入", "4826.35", "5214.80"),
        ("事业收入", "862.14", "791.46"),
        ("上级补助收入", "96.00", "180.00"),
        ("其他收入", "58.27", "74.91"),
    ]
    table: list[list[object]] = [["收入项目", "2024年", "占本年收入比重", "2023年", "增减额"]]
    for place, (title, one, two) in enumerate(income, start=1):
        told = x(f"i{place}1", one), x(f"i{place}2", pc(D(one), D("5842.76"))), x(f"i{place}3", two)
        table.append([title, *told, x(f"i{place}4", D(one) - D(two))])
    table.append(["本年收入合计", x("it1", "5842.76"), "100.00%", x("it3", "6261.17"), x("it4", "-418.41")])
    table.append(["年初结转和结余", x("ic1", "195.96"), "—", x("ic3", "189.11"), x("ic4", "6.85")])
    table.append(["收入总计", x("is1", "6038.72"), "—", x("is3", "6450.28"), x("is4", "-411.56")])
    x.t(table)
    x.oks("sum", "a+b+c+d=e", "i11 i21 i31 i41 it1", "i13 i23 i33 i43 it3", "i14 i24 i34 i44 it4")
    x.oks("sum", "a+b=c", "it1 ic1 is1", "it3 ic3 is3", "it4 ic4 is4")
    x.oks("share", "a/b*100=c", *[f"i{n}1 it1 i{n}2" for n in "1234"])
    x.oks("difference", "a-b=c", *[f"i{n}1 i{n}3 i{n}4" for n in "1234tcs"])
    x.same("total is1", "total0 is3")
    x.p(
        f"本年支出{x('spent', '5861.40')}万元，其中基本支出{x('duty', '3692.68')}万元，占{x('duty_s', '63.00%')}，项目支出"
        f"{x('jobs', '2168.72')}万元，占{x('jobs_s', '37.00%')}。年末结转和结余{x('left', '177.32')}万元，比年初的{x('carried', '195.96')}万元下降"
        f"{x('left_down', ch(D('177.32'), D('195.96')))}。基本支出中，人员经费{x('wages', '3318.05')}万元，占基本支出的"
        f"{x('wages_s', pc(D('3318.05'), D('3692.68')))}；公用经费{x('office', '374.63')}万元，占"
        f"{x('office_s', pc(D('374.63'), D('3692.68')))}。"
    )
    x.ok("sum", "duty jobs spent", "a+b=c")
    x.oks("share", "a/b*100=c", "duty spent duty_s", "jobs spent jobs_s", "wages duty wages_s", "office duty office_s")
    x.ok("sum", "spent left total2", "a+b=c")
    x.same("ic1 carried")
    x.ok("growth", "carried left left_down", "(a-b)/a*100=c")
    x.ok("sum", "wages office duty", "a+b=c")


def _fiscal(x: Paper) -> None:
    x.h("二、财政拨款支出决算情况")
    x.p(
        f"2024年度财政拨款支出{x('f', '4838.91')}万元，完成年初预算{x('plan', '4510.00')}万元的{x('plan_r', pc(D('4838.91'), 4510))}，超出部分主要是"
        f"上级下达的重大传染病防控经费。其中：卫生健康支出{x('f1', '4216.53')}万元，占{x('f1s', pc(D('4216.53'), D('4838.91')))}；社会保障和就业支出"
        f"{x('f2', '398.26')}万元，占{x('f2s', pc(D('398.26'), D('4838.91')))}；住房保障支出{x('f3', '224.12')}万元，占"
        f"{x('f3s', pc(D('224.12'), D('4838.91')))}。"
    )
    x.ok("rate", "f plan plan_r", "a/b*100=c")
    x.ok("sum", "f1 f2 f3 f", "a+b+c=d")
    x.oks("share", "a/b*100=c", "f1 f f1s", "f2 f f2s", "f3 f f3s")
    x.p(
        f"卫生健康支出主要用于：疾病预防控制机构运转{x('h1', '2874.16')}万元，基本公共卫生服务{x('h2', '326.40')}万元，重大公共卫生服务"
        f"{x('h3', '768.55')}万元，事业单位医疗{x('h4', '247.42')}万元。以上四项合计{x('h', '4216.53')}万元。"
    )
    x.ok("sum", "h1 h2 h3 h4 h", "a+b+c+d=e")
    x.same("f1 h")


def _three(x: Paper) -> None:
    x.p(
        "财政拨款支出较年初预算增加，除上级追加因素外，还包括年初结转资金在本年形成的支出；社会保障和就业支出主要用于机关事业单位基本养老保险、"
        "职业年金缴费和离退休人员公用经费；住房保障支出为单位按规定缴存的住房公积金及购房补贴。本单位2024年度没有使用政府性基金预算和国有资本经营预算"
        "财政拨款安排的支出。"
    )
    x.h("三、“三公”经费支出情况")
    x.t(
        [
            ["项目（万元）", "预算数", "决算数", "上年决算数"],
            ["因公出国（境）费", x("a1", "0.00"), x("a2", "0.00"), x("a3", "0.00")],
            ["公务用车购置及运行维护费", x("b1", "46.00"), x("b2", "41.38"), x("b3", "22.65")],
            ["其中：公务用车购置费", x("c1", "20.00"), x("c2", "18.96"), x("c3", "0.00")],
            ["公务用车运行维护费", x("d1", "26.00"), x("d2", "22.42"), x("d3", "22.65")],
            ["公务接待费", x("e1", "3.00"), x("e2", "1.16"), x("e3", "1.47")],
            ["合计", x("t_1", "49.00"), x("t_2", "42.54"), x("t_3", "24.12")],
        ]
    )
    x.oks("sum", "a+b=c", *[f"c{n} d{n} b{n}" for n in "123"])
    x.oks("sum", "a+b+c=d", *[f"a{n} b{n} e{n} t_{n}" for n in "123"])
    x.p(
        f"2024年度“三公”经费决算{x('three', '42.54')}万元，较预算节约{x('saved', '6.46')}万元；比上年多{x('three_more', '18.42')}万元，增长"
        f"{x('three_up', ch(D('42.54'), D('24.12')))}，原因是经批准更新应急监测车1辆。剔除购置费后，“三公”经费为{x('net', '23.58')}万元，同比减少"
        f"{x('net_less', '0.54')}万元。公务接待{x('groups', 16)}批次、{x('heads', 116)}人次，人均{x('each', 100)}元。年末公务用车保有量"
        f"{x('cars', 9)}辆，其中特种专业技术用车{x('cars1', 6)}辆、业务用车{x('cars2', 3)}辆。"
    )
    x.same("t_2 three")
    x.ok("difference", "t_1 three saved", "a-b=c")
    x.ok("difference", "three t_3 three_more", "a-b=c")
    x.ok("growth", "three t_3 three_up", "(a-b)/b*100=c")
    x.ok("difference", "three c2 net", "a-b=c")
    x.ok("difference", "t_3 net net_less", "a-b=c")
    x.ok("rate", "e2 heads each", "a*10000/b=c")
    x.ok("count", "cars1 cars2 cars", "a+b=c")


def _perform(x: Paper) -> None:
    x.h("四、政府采购及国有资产情况")
    x.p(
        f"政府采购支出{x('buy', '684.50')}万元，其中货物{x('buy1', '512.30')}万元，工程{x('buy2', '38.20')}万元，服务{x('buy3', '134.00')}万元。"
        f"授予中小企业合同金额{x('small', '547.60')}万元，占{x('small_s', '80.00%')}。单价100万元（含）以上设备{x('big', 12)}台（套），"
        f"较上年新增{x('big_more', 2)}台（套）。"
    )
    x.ok("sum", "buy1 buy2 buy3 buy", "a+b+c=d")
    x.ok("share", "small buy small_s", "a/b*100=c")
    x.p(
        f"实验室建设方面，中心持有检验检测资质认定项目{x('cma', 386)}项，其中水质{x('cma1', 124)}项、食品{x('cma2', 157)}项、公共场所{x('cma3', 63)}项、"
        f"其他{x('cma4', 42)}项。全年完成各类样品检测{x('samples', 21450)}份，较上年{x('samples0', 19500)}份增长{x('samples_up', '10.00%')}；"
        f"参加省级以上能力验证{x('pt', 18)}项，结果满意{x('pt_ok', 18)}项，满意率100%。中心办公及实验用房建筑面积"
        f"{x('house', 9860)}平方米，均为自有房产，无对外出租出借情况。"
    )
    x.ok("count", "cma1 cma2 cma3 cma4 cma", "a+b+c+d=e")
    x.ok("growth", "samples samples0 samples_up", "(a-b)/b*100=c")
    x.h("五、预算绩效管理工作开展情况")
    x.p(
        f"中心对2024年度{x('n', 11)}个项目全面开展自评，涉及资金{x('perf', '2168.72')}万元，自评覆盖率100%。自评等级为“优”的{x('n1', 8)}个，"
        f"“良”的{x('n2', 2)}个，“中”的{x('n3', 1)}个，后者为慢性病筛查项目，因设备到货延迟，执行率仅{x('slow', '58.33%')}"
        f"（预算{x('slow_b', '120.00')}万元，支出{x('slow_p', '70.00')}万元），自评{x('slow_s', '74.5')}分，未实现年度目标。",
        f"以重点项目“免疫规划”为例：预算{x('vac', '465.00')}万元，支出{x('vac_p', '458.30')}万元，执行率{x('vac_r', pc(D('458.30'), 465))}；"
        f"适龄儿童应种{x('due', 52640)}剂次，实种{x('given', 51798)}剂次，接种率{x('given_r', pc(51798, 52640))}，高于{x('given_g', '95%')}的"
        f"目标；受种者家长满意度{x('glad_r', '96.25%')}（有效问卷{x('valid', 400)}份，满意{x('glad', 385)}份）。自评得分构成为：预算执行"
        f"{x('q1', '9.86')}分、产出{x('q2', '49.00')}分、效益{x('q3', '28.50')}分、满意度{x('q4', '10.00')}分，共{x('q', '97.36')}分，等级为"
        f"“{x('grade', '优')}”（90分以上为优，80—90分为良，60—80分为中，60分以下为差）。",
    )
    x.same("jobs perf")
    x.ok("count", "n1 n2 n3 n", "a+b+c=d")
    x.ok("rate", "slow_p slow_b slow", "a/b*100=c")
    x.ok("rate", "vac_p vac vac_r", "a/b*100=c")
    x.ok("rate", "given due given_r", "a/b*100=c")
    x.ok("target", "given_g given_r")
    x.ok("survey", "glad valid glad_r", "a/b*100=c")
    x.ok("score_sum", "q1 q2 q3 q4 q", "a+b+c+d=e")
    x.ok("grade", "q grade")
    x.p(
        "从自评情况看，中心预算绩效管理基础进一步夯实，但还存在绩效目标与年度重点工作衔接不够紧密、个别科室对项目进度把控不严、"
        "设备类项目前期调研不充分等问题。今后将把设备参数论证和采购意向公开提前到上一年度第四季度，"
        "并建立科室、财务、审计三方会商机制，逐月跟踪支付进度，确保资金尽早发挥效益。"
    )
    x.h("第三部分  名词解释")
    x.p(
        "（一）事业收入：指事业单位开展专业业务活动及其辅助活动取得的收入，如预防性体检、检测检验收费等。",
        "（二）年末结转和结余：指本年度或以前年度预算安排、因客观条件变化无法按原计划实施，需延迟到以后年度按有关规定继续使用的资金。",
        "（三）基本公共卫生服务：反映基本公共卫生服务支出。（四）重大公共卫生服务：反映重大疾病预防控制等重大公共卫生服务项目支出。",
    )
