"""A city's Red Cross on its whole expenditure: last year's text, a goal that was missed and praised."""

from __future__ import annotations

from samples.independent_tenth.papers import D, Paper, ch, pc


def paper() -> Paper:
    d = Paper("1001-栾溪市红十字会2023年度部门整体支出绩效自评报告.txt", width=40)
    first, added = D("412.60"), D("87.35")
    full = first + added
    grant, other, brought = D("471.30"), D("8.20"), D("20.45")
    staff, office = D("238.46"), D("31.27")
    basic = staff + office
    plans = {
        "应急救护培训": "68.00",
        "人道救助": "92.50",
        "造血干细胞和遗体器官捐献": "36.00",
        "备灾救灾物资储备": "22.60",
    }
    costs = {
        "应急救护培训": "68.00",
        "人道救助": "88.70",
        "造血干细胞和遗体器官捐献": "35.15",
        "备灾救灾物资储备": "20.60",
    }
    plan = sum(map(D, plans.values()), D(0))
    project = sum(map(D, costs.values()), D(0))
    cost = basic + project
    d.h("", "栾溪市红十字会2023年度部门整体支出绩效自评报告", "")
    d.p(
        "根据市财政局《关于做好2023年度市直部门预算绩效自评工作的通知》（栾财绩〔2024〕5号）精神，我会高度重视，第一时间召集各部室对照年初批复的绩效目标，"
        f"对{d('yr', '2023')}年1月1日至12月31日部门整体支出情况逐项进行了自查自评。现将有关情况报告如下："
    )
    d.h("", "一、部门概况", "（一）部门基本情况", "1.主要职责")
    d.p(
        "宣传、贯彻《中华人民共和国红十字会法》；开展救援、救灾的相关工作，建立红十字应急救援体系；开展应急救护培训，普及应急救护、防灾避险和卫生健康知识；参与、推动无偿献血、遗体和人体器官捐献工作，参与开展造血干细胞捐献的相关工作；组织开展红十字志愿服务、红十字青少年工作；依法开展募捐活动，接受社会捐赠；完成市委、市政府交办的其他任务。"
    )
    d.h("2.机构和人员")
    d.p(
        f"市红十字会机关内设办公室、赈济救护部、组织宣传部{d('dep', 3)}个部室，下设市红十字会备灾中心{d('sub', 1)}个事业单位，未独立核算，并入机关预算。"
        f"核定编制{d('post', 16)}名，其中参照公务员法管理的机关编制{d('p1', 11)}名、事业编制{d('p2', 5)}名。2023年末在职{d('man', 15)}人（机关{d('m1', 10)}人，备灾中心{d('m2', 5)}人），退休{d('old', 6)}人。"
    )
    d.h("3.资产情况")
    d.p(
        f"截至2023年12月31日，资产总额{d('asset', '356.82')}万元，其中：流动资产{d('as1', '121.45')}万元，固定资产净值{d('as2', '227.17')}万元，无形资产净值{d('as3', '8.20')}万元。"
    )
    d.h("（二）当年履职总体目标")
    d.p(
        "1.抓好应急救护进社区、进农村、进学校、进企业、进机关，全年普及培训不少于12000人，持证救护员培训不少于900人。",
        "2.围绕“红十字博爱周”“博爱送万家”等品牌，对因病、因灾致困家庭实施人道救助，救助不少于400户。",
        "3.做好捐献登记动员，造血干细胞入库采样不少于200人份。",
        "4.加强备灾仓库规范化管理，物资储备达到省定标准。",
    )
    d.h("（三）部门预算绩效管理开展情况")
    d.p(
        "我会把绩效理念贯穿预算管理全过程，编制预算时同步申报项目绩效目标，执行中每半年开展一次“双监控”，年终按要求开展自评。2023年纳入绩效管理的项目4个，均按规定编报了绩效目标表。"
    )
    d.h("（四）当年部门预算及执行情况")
    d.p(
        f"1.收入情况。2023年度收入总计{d('in', full)}万元，其中：财政拨款收入{d('in1', grant)}万元，占{d('in1s', pc(grant, full))}；其他收入{d('in2', other)}万元，占{d('in2s', pc(other, full))}；年初结转和结余{d('in3', brought)}万元，占{d('in3s', pc(brought, full))}。",
        f"2.预算情况。年初批复部门预算{d('first', first)}万元，年中追加{d('added', added)}万元（主要是台风“海葵”灾后救助及人员增资），调整后预算数{d('full', full)}万元，预算调整率{d('adj', pc(added, first))}。",
        f"3.支出情况。全年支出{d('cost', cost)}万元，预算执行率{d('exec', pc(cost, full))}。其中：基本支出{d('basic', basic)}万元，占{d('bs', pc(basic, cost))}（人员经费{d('staff', staff)}万元、公用经费{d('office', office)}万元）；项目支出{d('proj', project)}万元，占{d('ps', pc(project, cost))}。年末结转{d('left', full - cost)}万元，较上年末减少{d('leftdown', brought - (full - cost))}万元。",
        f"4.“三公”经费。全年预算{d('three', '5.80')}万元，实际支出{d('threec', '4.36')}万元，其中公务用车运行维护费{d('car', '3.12')}万元、公务接待费{d('guest', '1.24')}万元，无因公出国（境）支出。较上年的{d('threel', '4.90')}万元压减{d('threed', '0.54')}万元，下降{d('threep', ch(D('4.36'), D('4.90')))}。",
        "5.项目支出分项情况见下表：",
    )
    rows: list[list[object]] = [["项目名称", "预算数（万元）", "决算数（万元）", "执行率"]]
    for place, name in enumerate(plans):
        rows.append(
            [
                name,
                d(f"b{place}", plans[name]),
                d(f"c{place}", costs[name]),
                d(f"r{place}", pc(D(costs[name]), D(plans[name]))),
            ]
        )
    rows.append(["合  计", d("bt", plan), d("ct", project), d("rt", pc(project, plan))])
    d.t(rows)
    d.h("", "二、部门整体支出绩效实现情况", "（一）履职完成情况")
    d.p(
        f"1.救护培训扎实推进。组建由{d('tutor', 38)}名师资组成的讲师团，其中省级师资{d('tu1', 9)}名、市级师资{d('tu2', 29)}名，全年{d('dup', '开展')}各类培训{d('lesson', 246)}场，发放宣传手册2万余册。持证救护员培训{d('cert', 932)}人，考核合格{d('pass', 911)}人，合格率{d('passr', pc(911, 932))}。",
        f"2.人道救助精准有力。全年救助困难家庭{d('home', 437)}户，其中因病致困{d('ho1', 268)}户、因灾致困{d('ho2', 121)}户、助学{d('ho3', 48)}户，发放救助款{d('aid', '88.70')}万元；“博爱送万家”活动发放家庭箱、棉被等物资折款13.6万元。",
        f"3.“三献”工作稳中有进。新增造血干细胞入库{d('hla', 215)}人份，实现捐献{d('don', 4)}例；新增遗体和人体器官捐献志愿登记326人。",
        f"4.队伍不断壮大。全市注册红十字志愿者{d('vol', 1846)}人，较上年的{d('vol0', 1602)}人增加{d('vold', 244)}人，增长{d('volp', ch(1846, 1602))}，全年志愿服务时长2.1万小时。",
    )
    d.h("（二）履职效果情况")
    d.p(
        f"1.社会效益。群众自救互救意识明显增强，年内持证救护员现场施救{d('rescue', 7)}起；{d('vol2', 1846)}名注册志愿者活跃在赛事保障、敬老助残一线，红十字公信力、影响力持续提升。",
        "2.可持续影响。建成景区救护站2个、校园博爱书屋3个，“救”在身边机制逐步完善。",
    )
    d.h("（三）社会满意度")
    d.p(
        f"面向受助家庭和参训学员发放问卷{d('sent', 320)}份，收回有效问卷{d('back', 308)}份，回收率{d('backr', pc(308, 320))}，其中满意{d('v1', 274)}份、基本满意{d('v2', 26)}份、不满意{d('v3', 8)}份，满意度（满意与基本满意合计）{d('sat', pc(300, 308))}。"
    )
    d.h("（四）绩效指标完成情况表")
    d.t(
        [
            ["三级指标", "年度指标值", "实际完成值"],
            ["应急救护普及培训人数", d("t1", "≥12000人"), d("a1", "12386人")],
            ["持证救护员培训人数", d("t2", "≥900人"), d("a2", "932人")],
            ["人道救助户数", d("t3", "≥400户"), d("a3", "437户")],
            ["造血干细胞入库采样", d("t4", "≥200人份"), d("a4", "215人份")],
            ["救护员考核合格率", d("t5", "≥95%"), d("a5", pc(911, 932))],
            ["救助款发放及时率", d("t6", "100%"), d("a6", "100%")],
            ["备灾物资账实相符率", d("t7", "100%"), d("a7", "100%")],
            ["服务对象满意度", d("t8", "≥95%"), d("a8", pc(300, 308))],
        ],
        "    ",
    )
    d.p(f"从上表看，{d('claim', '各项产出和效益指标均完成年初设定的目标值')}，部门履职效果良好。")
    d.h("", "三、存在的主要问题及改进措施", "（一）主要问题")
    d.p(
        "1.预算编制还不够精细。对救灾类支出预判不足，年中追加较多，预算调整率偏高。",
        "2.绩效指标量化程度不够。部分社会效益指标仍以定性描述为主，考核评价缺乏抓手。",
        "3.基层组织力量薄弱。县级红十字会专职人员少，项目资料归集不及时。",
    )
    d.h("（二）改进措施")
    d.p(
        "1.细化预算编制，把常规救助与应急救助分开测算，提高年初预算到位率。",
        "2.完善指标体系，参考近三年完成情况合理设置目标值，做到可衡量、可考核。",
        "3.加强业务培训，每年组织县级红十字会财务和项目人员集中培训一次。",
    )
    d.h("", f"{d('h4', '四、绩效自评结果拟应用和公开情况')}")
    d.p(
        "自评结果将作为安排以后年度预算、改进管理的重要依据，对执行率低、效果不明显的项目相应调减预算。自评报告按规定在市政府门户网站“预决算公开”专栏公开，接受社会监督。"
    )
    d.h("", "五、其他需要说明的情况")
    d.p("无。")
    d.h("", "                         栾溪市红十字会", "                         2024年3月18日")
    d.fault("year", "yr", {"yr": "2022"}, note="last year's report: the period evaluated is 2023")
    d.fault("structure", "dup", {"dup": "开展开展"}, note="doubled word")
    d.fault(
        "structure", "h4", {"h4": "绩效自评结果拟应用和公开情况"}, note="heading between 三 and 五 without its number"
    )
    d.fault("target", "t1 a1 claim", {"a1": "11386人"}, note="missed, yet all goals are said to be reached")
    d.fault("repeat", "vol vol2", {"vol2": 1864}, "a=b", "digits swapped on the second mention")
    d.fault("sum", "c0 c1 c2 c3 ct", {"c2": "31.55"}, "a+b+c+d=e", "35.15 mistyped")
    d.fault("rate", "cost full exec", {"exec": "94.65%"}, "a/b*100=c", "digits swapped")
    d.fault("growth", "threec threel threep", {"threep": "12.39%"}, "(b-a)/b*100=c", "divided by this year's figure")
    d.oks(
        "sum",
        "a+b=c",
        "p1 p2 post",
        "m1 m2 man",
        "first added full",
        "staff office basic",
        "basic proj cost",
        "car guest threec",
    )
    d.oks("sum", "a+b+c=d", "as1 as2 as3 asset", "in1 in2 in3 in", "ho1 ho2 ho3 home", "v1 v2 v3 back")
    d.ok("count", "tu1 tu2 tutor", "a+b=c")
    d.ok("sum", "b0 b1 b2 b3 bt", "a+b+c+d=e")
    d.oks("share", "a/b*100=c", "in1 in in1s", "in2 in in2s", "in3 in in3s", "basic cost bs", "proj cost ps")
    d.oks(
        "rate",
        "a/b*100=c",
        "added first adj",
        "c0 b0 r0",
        "c1 b1 r1",
        "c3 b3 r3",
        "ct bt rt",
        "pass cert passr",
        "back sent backr",
    )
    d.ok("rate", "v1 v2 back sat", "(a+b)/c*100=d")
    d.oks("difference", "a-b=c", "full cost left", "threel threec threed", "vol vol0 vold", "in3 left leftdown")
    d.ok("growth", "vol vol0 volp", "(a-b)/b*100=c")
    d.same("in full", "aid c1", "home a3", "cert a2", "hla a4", "ct proj")
    for place in range(2, 9):
        d.ok("target", f"t{place} a{place}", note="met")
    return d
