"""A county's culture bureau: a self-evaluation with tables of one cell a line, the cells pushed in by tabs."""

from __future__ import annotations

from samples.independent_fourth.making import D, Paper, ch, pc


def paper() -> Paper:
    d = Paper("604-浔坪县文化广电旅游局2023年度部门整体支出绩效自评报告.txt", gap="\n\t")
    people, public, project = D("986.42"), D("104.75"), D("1328.90")
    basic = people + public
    total = basic + project
    fiscal, other, opening = D("2284.36"), D("46.80"), D("215.64")
    means = fiscal + other + opening
    d.h("浔坪县文化广电旅游局2023年度部门整体支出绩效自评报告", "")
    d.p(
        "根据《浔坪县财政局关于开展2023年度部门整体支出绩效自评工作的通知》（浔财绩字〔2024〕5号）要求，我局认真组织开展了自评，现报告如下："
    )
    d.h("", "一、部门概况", "", "（一）部门基本情况", "")
    d.p(
        "1.主要职责。负责全县文化艺术、广播电视、旅游和文物工作，统筹公共文化服务体系建设，指导旅游资源开发和市场推广，组织实施文化惠民工程，承担文化市场综合执法工作。",
        f"2.机构人员。我局共有预算单位{d('units', 5)}个，包括局本级和县图书馆、县文化馆、县博物馆、县采茶剧团4个所属事业单位。核定编制{d('post', 92)}人，其中行政编制{d('post1', 14)}人、参照公务员管理事业编制{d('post2', 16)}人、全额补助事业编制{d('post3', 62)}人。年末在职{d('real', 87)}人，其中行政{d('real1', 14)}人、参公{d('real2', 15)}人、全额事业{d('real3', 58)}人；离退休{d('retired', 49)}人。",
        f"3.资产情况。截至2023年底，部门资产总额{d('assets', '1862.47')}万元，其中流动资产{d('as1', '318.25')}万元、固定资产（净值）{d('as2', '1496.08')}万元、无形资产{d('as3', '48.14')}万元。",
    )
    d.h("", "（二）部门履职目标及完成情况", "")
    d.p(
        f"1.公共文化有质效。新建城市书房2个，全县城市书房达到{d('rooms', 9)}个，其中县城{d('rooms1', 6)}个、乡镇{d('rooms2', 3)}个。县图书馆全年接待读者{d('readers', '21.86')}万人次，比上年的{d('readers0', '18.42')}万人次增加{d('morereaders', '3.44')}万人次，增长{d('readersup', ch(D('21.86'), D('18.42')))}。采茶剧团全年送戏下乡{d('plays2', 88)}场，观众约6.2万人次。",
        f"2.旅游市场有热度。成功举办第四届浔坪油菜花节、稻田音乐会等活动{d('feasts', 7)}场次。全年接待游客{d('guests', '486.50')}万人次，同比增长{d('guestsup', '21.63%')}；实现旅游总收入{d('money', '37.94')}亿元，人均花费{d('each', '779.86')}元。签约文旅项目{d('deals', 6)}个，签约金额{d('dealsum', '12.85')}亿元，其中亿元以上项目{d('big', 4)}个、签约金额{d('bigsum', '11.60')}亿元，占{d('bigshare', pc(D('11.60'), D('12.85')))}。",
        f"3.市场监管有力度。受理旅游投诉{d('cases', 25)}起，办结{d('closed', 23)}起，另有2起因当事人申请调解延期正在办理，办结率{d('caserate', pc(23, 25))}。检查文化经营场所{d('visits', 612)}家次，责令整改{d('mend', 34)}家次，立案查处{d('filed', 5)}件。",
        f"4.文物保护有进展。完成县级以上文物保护单位安全巡查{d('tours', 4)}轮，修缮古祠堂3处，{d('broken', '馆藏文物数字化采集1260件（套），并上传至省级数据平台')}。",
        f"5.挂点帮扶有成效。从办公经费中挤出{d('aid1', 4)}万元，争取项目资金{d('aid2', 18)}万元，协调企业捐赠物资折合{d('aid3', 7)}万元，全年共为挂点的石塘村争取资金和物资{d('aid', 29)}万元。",
    )
    d.p(
        f"6.广电惠民有保障。完成应急广播体系县级平台升级，行政村终端在线率98.3%；维护“户户通”设备{d('dish', 2164)}套；全县公益电影放映{d('film', 1488)}场次，其中行政村{d('film1', 1404)}场次、校园和社区{d('film2', 84)}场次，平均每个行政村每月1场（全县117个行政村）。",
        "7.自身建设有提升。开展“文化惠民大走访”，班子成员带队到乡镇调研14次，收集意见建议53条，能立行立改的当场答复；组织业务干部到省内兄弟县学习文旅融合经验，举办基层文化骨干培训班3期。",
    )
    d.h("", "（三）预算绩效管理开展情况", "")
    d.p(
        "我局把绩效管理贯穿预算编制、执行、监督全过程。一是事前细化目标，年初随部门预算同步报送整体绩效目标和6个重点项目绩效目标；二是事中开展监控，8月份对1—7月执行情况逐项分析，对进度滞后的文物修缮项目发出提醒；三是事后组织自评，由办公室牵头，各股室、各所属单位分别填报，财务人员交叉审核。",
    )
    d.h("", "（四）部门预算及执行情况", "")
    d.p(
        f"2023年部门收入总额{d('means', means)}万元，其中财政拨款收入{d('fiscal', fiscal)}万元，其他收入{d('other', other)}万元，年初结转结余{d('opening', opening)}万元。",
        f"2023年部门支出{d('total', total)}万元，其中：基本支出{d('basic', basic)}万元（人员经费{d('people', people)}万元，日常公用经费{d('public', public)}万元），项目支出{d('project', project)}万元。年末结转结余{d('closing', means - total)}万元，比年初{d('way', '减少')}{d('less', opening - (means - total))}万元，下降{d('lessrate', ch(means - total, opening))}。",
        f"日常公用经费比上年的{d('public0', '98.60')}万元增加{d('morepublic', '6.15')}万元，增长{d('publicup', ch(public, D('98.60')))}，主要原因是{d('why', '新增城市书房水电物业费用')}。",
        f"“三公”经费预算{d('plan3', '24.00')}万元，实际列支{d('three', '19.37')}万元，压缩{d('down3', ch(D('19.37'), 24))}。其中：因公出国（境）费预算0万元，使用0万元；公务用车运行维护费预算{d('carplan', '14.00')}万元，使用{d('car', '12.65')}万元，压缩{d('cardown', ch(D('12.65'), 14))}；公务接待费预算{d('eatplan', '10.00')}万元，使用{d('eat', '6.72')}万元，压缩{d('eatdown', ch(D('6.72'), 10))}。",
    )
    d.h("", "二、部门整体支出绩效实现情况", "", "（一）履职完成情况（产出指标）", "")
    d.t(
        [
            ["二级指标", "三级指标", "年度指标值", "全年完成值"],
            ["数量指标", "新建城市书房", "2个", "2个"],
            ["", "送戏下乡场次", d("plays0", "≥80场"), d("plays1", "88场")],
            ["", "举办节庆活动", "≥6场次", d("feasts2", "7场次")],
            ["", "修缮文物建筑", "3处", "3处"],
            ["", "签约文旅项目", "≥5个", "6个"],
            ["质量指标", "文物安全责任事故", "0起", "0起"],
            ["", "旅游投诉办结率", "≥90%", d("caserate2", "92.00%")],
            ["时效指标", "免费开放资金支付及时率", "100%", "100%"],
        ]
    )
    d.h("", "（二）履职效果情况（效益指标）", "")
    d.t(
        [
            ["二级指标", "三级指标", "年度指标值", "全年完成值"],
            ["经济效益", "旅游总收入", d("money0", "≥36亿元"), d("money2", "37.94亿元")],
            ["社会效益", "接待游客人次", "≥450万人次", "486.50万人次"],
            ["", "人均公共文化设施面积", "≥0.42平方米", "0.43平方米"],
            ["可持续影响", "文化志愿者注册人数", d("vol0", "≥800人"), d("vol1", "836人")],
        ]
    )
    d.p(
        f"从上述指标看，全部产出指标和效益指标{d('claim', '均达到或超过年度指标值')}。",
        f"（三）满意度情况。随机抽取读者、观众和游客{d('asked', 400)}人进行问卷调查，表示满意的{d('happy', 374)}人，满意率{d('sat', pc(374, 400))}。",
    )
    d.h("", "三、存在的问题及改进措施", "")
    d.p(
        "1、绩效管理力量薄弱。二级单位财务人员多为兼职，对绩效指标理解不深，自评材料报送质量参差不齐。",
        f"2、结转资金仍有压减空间。年末结转结余占收入总额的{d('leftshare', pc(means - total, means))}，主要是文物修缮工程质保金未到支付期。",
        "3、旅游宣传形式较为单一。线上推广投入偏少，过夜游客占比不高。",
        "下一步，我局将把绩效培训纳入二级单位年度考核，逐季通报项目资金支付进度；加强与主流平台合作，策划夜游、研学等产品，延长游客停留时间。",
    )
    d.h("", "四、自评结果应用和公开", "")
    d.p(
        f"对照《部门整体支出绩效自评表》，我局自评得分{d('points', '93.20')}分，其中预算执行{d('g1', '9.50')}分、产出指标{d('g2', '48.60')}分、效益指标{d('g3', '26.50')}分、满意度{d('g4', '8.60')}分，等级为优（90分及以上）。自评结果将在“中国浔坪”网站公开，接受社会监督。",
    )
    d.h(
        "",
        f"附件：2023年度县文广旅局{d('annex', '部门整体支出绩效自评表')}",
        "",
        "浔坪县文化广电旅游局",
        "2024年4月18日",
    )
    d.fault("sum", "car eat three", {"three": "19.73"}, "a+b=c", "digits swapped in the total")
    d.fault("rate", "three plan3 down3", {"three": "19.73"}, "(b-a)/b*100=c", "the percentage follows the right total")
    d.fault("target", "vol0 vol1 claim", {"vol1": "736人"}, note="736 against 800, all targets said to be reached")
    d.ok("rate", "closed cases caserate", "a/b*100=c")
    d.ok("repeat", "caserate caserate2", "a=b")
    d.fault("growth", "way", {"way": "增加"}, note="direction word against the figures and against 下降")
    d.fault(
        "growth",
        "publicup why",
        {"why": "厉行节约，压减办公和会议费用"},
        note="the reason says less, the figure more",
    )
    d.ok("count", "real1 real2 real3 real", "a+b+c=d")
    d.fault("structure", "broken", {"broken": "馆藏文物数字化采集1260件（套），并上传至"}, note="sentence broken off")
    d.fault("structure", "annex", {"annex": "部门整体支出绩效绩效自评表"}, note="doubled word")
    d.fault("score_sum", "g1 g2 g3 g4 points", {"g3": "25.60"}, "a+b+c+d=e", "the parts give 92.30")
    d.ok("sum", "film1 film2 film", "a+b=c")
    d.ok("rate", "film1", note="117 villages, twelve months, one showing each")
    d.ok("sum", "post1 post2 post3 post", "a+b+c=d")
    d.ok("sum", "as1 as2 as3 assets", "a+b+c=d")
    d.ok("sum", "rooms1 rooms2 rooms", "a+b=c")
    d.ok("growth", "readers readers0 readersup", "(a-b)/b*100=c")
    d.ok("difference", "readers readers0 morereaders", "a-b=c")
    d.ok("rate", "money guests each", "a*10000/b=c")
    d.ok("share", "bigsum dealsum bigshare", "a/b*100=c")
    d.ok("sum", "aid1 aid2 aid3 aid", "a+b+c=d")
    d.ok("sum", "fiscal other opening means", "a+b+c=d")
    d.ok("sum", "basic project total", "a+b=c")
    d.ok("sum", "people public basic", "a+b=c")
    d.ok("difference", "means total closing", "a-b=c")
    d.ok("difference", "opening closing less", "a-b=c")
    d.ok("growth", "less opening lessrate", "a/b*100=c")
    d.ok("growth", "morepublic public0 publicup", "a/b*100=c")
    d.ok("rate", "car carplan cardown", "(b-a)/b*100=c")
    d.ok("rate", "eat eatplan eatdown", "(b-a)/b*100=c")
    d.ok("sum", "carplan eatplan plan3", "a+b=c")
    d.ok("repeat", "plays1 plays2", "a=b")
    d.ok("repeat", "money money2", "a=b")
    d.ok("target", "plays0 plays1")
    d.ok("target", "money0 money2")
    d.ok("survey", "happy asked sat", "a/b*100=c")
    d.ok("share", "closing means leftshare", "a/b*100=c")
    return d
