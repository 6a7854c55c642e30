"""A county's roads bureau: a self-evaluation in long prose with broken lines."""

from __future__ import annotations

from samples.independent_fourth.making import D, Paper, ch, pc


def paper() -> Paper:
    d = Paper("601-临沅县交通运输局2024年度部门整体支出绩效自评报告.txt", width=34)
    wages, family, public, project = D("1655.37"), D("247.11"), D("149.36"), D("2718.90")
    staff = wages + family
    basic = staff + public
    total = basic + project
    opening, fiscal, other = D("208.36"), D("4826.14"), D("62.50")
    income = fiscal + other
    means = opening + income
    last_basic, last_project = D("1968.42"), D("2905.17")
    d.h("临沅县交通运输局2024年度部门整体支出", "绩效自评报告", "")
    d.p(
        "为强化支出责任，提高财政资金配置效率和使用效益，按照县财政局《关于做好2025年部门整体支出绩效自评工作的通知》（临财绩〔2025〕3号）要求，我局组织专班对2024年度部门整体支出开展了绩效自评。现将有关情况报告如下："
    )
    d.h("一、部门基本情况")
    d.p(
        "（一）主要职能。贯彻落实国家公路、水路交通运输行业方针政策，组织编制全县综合交通运输规划；负责农村公路建设、养护和路政管理；负责道路、水路客货运输市场监管；承担交通建设工程质量与安全生产监督管理责任；负责交通运输综合行政执法和应急保障。",
        f"（二）机构设置。局机关内设办公室、规划财务股、建设养护股、运输安全股、政策法规股{d('sections', 5)}个股室，所属事业单位{d('units', 4)}个，分别是{d('named', '县公路建设养护中心、县道路运输服务中心、县交通建设质量安全监督站、县水运事务中心')}，另设县交通运输综合行政执法大队，由局机关统一管理、不单列预算。",
        f"（三）人员情况。全局核定编制{d('post', 136)}名，其中行政编制{d('post1', 18)}名、事业编制{d('post2', 118)}名；年末实有在职人员{d('real', 129)}人，其中行政{d('real1', 18)}人、事业{d('real2', 111)}人，在职人员控制率{d('control', pc(129, 136))}；另有退休人员57人，由县机关事业养老保险统一发放养老金。",
        f"（四）重点工作计划。年初确定完成农村公路提质改造52公里，实施日常养护{d('km', '1386.5')}公里，处置危桥6座，建制村通客车率稳定在100%，不发生较大及以上生产安全责任事故。",
    )
    d.h("二、部门整体支出管理及使用情况")
    d.p(
        f"（一）收入情况。2024年我局收入总计{d('means', means)}万元，其中年初结转和结余{d('opening', opening)}万元，本年收入{d('income', income)}万元。本年收入中，财政拨款收入{d('fiscal', fiscal)}万元，占{d('fshare', pc(fiscal, income))}；其他收入{d('other', other)}万元，占{d('oshare', pc(other, income))}，为省公路事务中心拨付的养护以奖代补资金。",
        f"（二）支出情况。2024年支出合计{d('total', total)}万元，其中基本支出{d('basic', basic)}万元，占{d('bshare', pc(basic, total))}；项目支出{d('project', project)}万元，占{d('pshare', pc(project, total))}。年末结转和结余{d('closing', means - total)}万元。以收入总计为全年可用资金计算，预算执行率为{d('rate', pc(total, means))}。",
    )
    d.p(
        f"1.基本支出。基本支出主要用于保障机构正常运转、完成日常工作任务。其中：人员经费{d('staff', staff)}万元，包括工资福利支出{d('wages', wages)}万元、对个人和家庭的补助{d('family', family)}万元；公用经费{d('public', public)}万元，主要是办公费、水电费、差旅费、公务用车运行维护费等。基本支出比2023年的{d('lastbasic', last_basic)}万元增加{d('morebasic', basic - last_basic)}万元，增长{d('basicup', ch(basic, last_basic))}，主要原因是在职人员晋级晋档、基础绩效奖标准提高。",
        f"2.项目支出。项目支出共{d('items', 5)}项：农村公路日常养护{d('p1', '1268.40')}万元，农村公路提质改造{d('p2', '742.50')}万元，农村客运补贴{d('p3', '385.00')}万元，交通运输综合执法{d('p4', '178.60')}万元，应急抢险及其他{d('p5', '144.40')}万元。项目支出比2023年的{d('lastproject', last_project)}万元减少{d('lessproject', last_project - project)}万元，下降{d('projectdown', ch(project, last_project))}，主要原因是两条县道提质改造于2023年完工。",
        f"3.“三公”经费。2024年“三公”经费预算{d('plan3', '28.00')}万元，实际支出{d('three', '25.36')}万元，为预算的{d('rate3', pc(D('25.36'), 28))}。其中：公务用车运行维护费{d('car', '20.18')}万元，公务接待费{d('guest', '5.18')}万元，无因公出国（境）费和公务用车购置费。较2023年的{d('last3', '27.14')}万元减少{d('less3', '1.78')}万元，下降{d('down3', ch(D('25.36'), D('27.14')))}。",
    )
    d.p(
        f"（三）资金管理情况。我局严格执行{d('rule', '《临沅县交通运输局财务管理办法》')}和《临沅县交通建设项目资金管理细则》，重大支出一律经局党组会议集体研究。全年政府采购预算{d('buyplan', '486.00')}万元，实际采购{d('buy', '462.35')}万元，政府采购执行率{d('buyrate', pc(D('462.35'), 486))}。固定资产原值3218.46万元，其中在用3157.30万元，固定资产利用率{d('assetrate', pc(D('3157.30'), D('3218.46')))}。"
    )
    d.p(
        "（四）绩效自评组织情况。2025年3月初，局党组研究成立由局长任组长、分管财务副局长任副组长的绩效自评领导小组，规划财务股负责数据汇总，建设养护股、运输安全股分别提供工程进度和行业监管资料。自评分为前期准备、资料核实、现场查看、撰写报告四个阶段，对所属单位的账簿、合同、验收单逐一核对，并到茶溪、石门坳、沙堰3个养护站实地察看。",
        f"（五）资产与合同管理情况。全年签订工程及服务合同{d('deals', 47)}份，合同总价{d('dealsum', '1836.42')}万元，其中公开招标{d('deal1', 9)}份、竞争性磋商{d('deal2', 14)}份、框架协议及直接采购{d('deal3', 24)}份。合同款项按进度支付，预留质量保证金一律不超过结算价的3%。新增固定资产{d('newasset', '96.38')}万元，其中养护机械{d('na1', '71.50')}万元、执法装备{d('na2', '18.60')}万元、办公设备{d('na3', '6.28')}万元，均已登记入账并贴标管理。",
    )
    d.h("三、部门整体支出绩效情况")
    d.p(
        "（一）产出情况",
        f"1.数量目标。全年完成农村公路提质改造54.2公里，为计划52公里的{d('roadrate', pc(D('54.2'), 52))}；实施日常养护{d('km2', '1386.5')}公里，处置危桥6座，新建农村招呼站31个。执法大队全年出动执法人员3824人次，查处超限超载车辆{d('trucks', 217)}台，其中{d('t1', 146)}台由固定治超站查获，{d('t2', 71)}台由流动巡查查获。",
        f"2.质量目标。经县交通建设质量安全监督站检测，提质改造路段抽检{d('spots', 140)}个点，合格{d('good', 137)}个点，合格率{d('goodrate', pc(137, 140))}；列养公路优良中等路率为91.6%，比上年末的90.8%提高{d('better', '0.8')}个百分点。",
        "3.时效目标。提质改造工程于2024年10月20日前全部交工，比计划工期11月30日提前41天；危桥处置于汛期到来之前完成。",
        f"4.成本目标。提质改造平均每公里投入{d('percost', '13.70')}万元，低于县级控制价14.50万元。",
    )
    d.p(
        f"（二）效益情况。全县建制村通客车率保持100%，农村客运公交化改造线路{d('lines', 26)}条，日均发送旅客{d('riders', 4160)}人次，比改造前的{d('riders0', 3640)}人次增长{d('ridersup', ch(4160, 3640))}。沿线新增物流网点18个，带动农产品外运成本有所下降。",
        f"{d('three_head', '（三）')}满意度情况。委托县社情民意调查中心发放问卷{d('sent', 280)}份，收回有效问卷{d('back', 266)}份，有效回收率{d('backrate', pc(266, 280))}。其中选择“非常满意”的{d('s1', 158)}份、“满意”的{d('s2', 89)}份、“一般”的{d('s3', 15)}份、“不满意”的{d('s4', 4)}份，“非常满意”和“满意”合计占{d('sat', pc(247, 266))}。",
        "（四）自评得分。按照县财政局统一印发的指标体系，我局逐项打分，结果如下表。",
    )
    score = [
        ("预算执行率", 10, D("9.36")),
        ("数量指标", 20, D("20.00")),
        ("质量指标", 15, D("14.68")),
        ("时效指标", 10, D("10.00")),
        ("成本指标", 5, D("5.00")),
        ("社会效益", 15, D("14.00")),
        ("经济效益", 15, D("13.50")),
        ("满意度", 10, D("9.29")),
    ]
    points = sum((one[2] for one in score), D(0))
    d.t(
        [
            ["指标", "分值", "自评得分"],
            *([name, d(f"w{at}", weight), d(f"g{at}", got)] for at, (name, weight, got) in enumerate(score)),
            ["合计", d("w", 100), d("g", points)],
        ]
    )
    d.p(
        f"我局2024年度部门整体支出绩效自评得分为{d('points', points)}分。按照90分（含）以上为优、80分（含）至90分为良、60分（含）至80分为中、60分以下为差的标准，自评等级为{d('grade', '优')}。"
    )
    d.h("四、存在的主要问题")
    d.p(
        f"{d('q1', '（一）')}年末结转规模偏大。年末结转和结余{d('closing2', means - total)}万元，比年初增加{d('moreleft', means - total - opening)}万元，主要是省级养护资金12月中旬到位，来不及形成支出。",
        f"{d('q2', '（二）')}绩效指标不够精细。部分效益指标仍以定性描述为主，考核时缺少可比对的基准数据。",
        f"{d('q3', '（三）')}项目资料归集不及时。个别乡镇养护站考勤和工程量记录未按月上报。",
    )
    d.p(
        "出现上述问题的原因，一是预算编制时对上级资金到位时间估计不足，项目前期工作与资金安排未能同步；二是养护站多设在乡镇，资料员由养护工兼任，业务培训次数偏少；三是绩效管理与业务管理仍有脱节，股室在申报项目时侧重于争取资金，对资金花出去之后要达到什么效果考虑得不够。"
    )
    d.h("五、下一步改进措施")
    d.p(
        "一是加强与上级主管部门衔接，提前做好项目储备，资金到位后尽快形成实物工作量。二是会同县财政局细化效益指标，建立客流、货运量等基础数据台账。三是把资料归集纳入养护站季度考核，与养护经费拨付挂钩。",
        f"六、绩效自评结果应用和公开。自评结果作为{d('next', '2026年')}部门预算编制的重要参考，并于2025年6月30日前在县人民政府门户网站公开。",
    )
    d.fault("sum", "p1 p2 p3 p4 p5 project", {"p2": "724.50"}, "a+b+c+d+e=f", "digits swapped in one part")
    d.fault("rate", "p2 percost", {"p2": "724.50"}, "a/54.2=b", "cost of a kilometre of 54.2 kilometres")
    d.fault(
        "growth",
        "morebasic lastbasic basicup",
        {"basicup": pc(basic - last_basic, basic)},
        "a/b*100=c",
        "by this year's figure",
    )
    d.fault("share", "project total pshare", {"pshare": "57.99%"}, "a/b*100=c", "the two shares give 101")
    d.fault("count", "units named", {"units": 5}, note="four are named")
    d.fault("structure", "rule", {"rule": "《XX县交通运输局财务管理办法》"}, note="leftover of the template")
    d.fault("structure", "q2 q3", {"q3": "（四）"}, note="number three is skipped")
    d.fault("repeat", "km km2", {"km2": "1368.5"}, "a=b", "digits swapped")
    d.fault("survey", "s1 s2 s3 s4 back", {"s3": "25"}, "a+b+c+d=e", "276 answers on 266 forms")
    d.ok("sum", "deal1 deal2 deal3 deals", "a+b+c=d")
    d.ok("sum", "na1 na2 na3 newasset", "a+b+c=d")
    d.ok("sum", "post1 post2 post", "a+b=c")
    d.ok("sum", "real1 real2 real", "a+b=c")
    d.ok("rate", "real post control", "a/b*100=c")
    d.ok("sum", "opening income means", "a+b=c")
    d.ok("sum", "fiscal other income", "a+b=c")
    d.ok("share", "fiscal income fshare", "a/b*100=c")
    d.ok("share", "other income oshare", "a/b*100=c")
    d.ok("sum", "basic project total", "a+b=c")
    d.ok("share", "basic total bshare", "a/b*100=c")
    d.ok("difference", "means total closing", "a-b=c")
    d.ok("rate", "total means rate", "a/b*100=c")
    d.ok("sum", "wages family staff", "a+b=c")
    d.ok("sum", "staff public basic", "a+b=c")
    d.ok("growth", "project lastproject projectdown", "(b-a)/b*100=c")
    d.ok("sum", "car guest three", "a+b=c")
    d.ok("rate", "three plan3 rate3", "a/b*100=c")
    d.ok("growth", "less3 last3 down3", "a/b*100=c")
    d.ok("rate", "buy buyplan buyrate", "a/b*100=c")
    d.ok("sum", "t1 t2 trucks", "a+b=c")
    d.ok("rate", "good spots goodrate", "a/b*100=c")
    d.ok("survey", "back sent backrate", "a/b*100=c")
    d.ok("growth", "riders riders0 ridersup", "(a-b)/b*100=c")
    d.ok("score_sum", "g0 g1 g2 g3 g4 g5 g6 g7 g", "a+b+c+d+e+f+g+h=i")
    d.ok("repeat", "g points", "a=b")
    d.ok("grade", "points grade")
    d.ok("repeat", "closing closing2", "a=b")
    return d
