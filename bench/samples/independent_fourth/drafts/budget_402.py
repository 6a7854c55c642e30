"""A county's budget as a Word file with tables."""

from __future__ import annotations

from samples.independent_fourth.making import D, Paper, ch, pc


def paper() -> Paper:
    d = Paper("402-霁川县民政局2025年部门预算公开说明.docx")
    run, affairs, places = D("612.45"), D("48.00"), D("26.50")
    civil = run + affairs + places
    old, annuity = D("68.92"), D("34.46")
    pension = old + annuity
    child, aged, bury = D("286.00"), D("418.60"), D("75.20")
    welfare = child + aged + bury
    city_low, farm_low = D("932.00"), D("3658.00")
    low = city_low + farm_low
    poor = D("1126.80")
    social = civil + pension + welfare + low + poor
    care = D("41.37")
    house = D("58.14")
    general = social + care + house
    lottery = D("320.00")
    total = general + lottery
    basic = run + pension + care + house
    project = total - basic
    staff = D("731.09")
    public = basic - staff
    last_total = D("7386.20")
    d.h("霁川县民政局2025年部门预算公开说明", "一、部门主要职责")
    d.p(
        "（一）贯彻执行国家和省、市民政事业发展的法律法规、方针政策，拟订全县民政事业发展规划并组织实施。",
        "（二）负责全县城乡居民最低生活保障、特困人员救助供养、临时救助、生活无着流浪乞讨人员救助工作。",
        f"（{d('n3', '三')}）负责社会团体、民办非企业单位等社会组织的登记和监督管理，推进城乡基层群众自治和社区治理。",
        "（四）负责养老服务、殡葬管理、儿童福利、婚姻登记、地名管理工作，完成县委、县政府交办的其他工作。",
    )
    d.h("二、机构设置和人员情况")
    d.p(
        f"霁川县民政局内设{d('rooms', 5)}个股室：{d('roomlist', '办公室、社会救助股、养老服务股、社会事务股、基层政权和社会组织股')}。下属事业单位2个：县社会福利院、县殡葬管理所，均为未独立核算单位，随局本级一并编制预算。",
        f"部门编制总数{d('post', 52)}名，其中行政编制{d('post1', 18)}名，事业编制{d('post2', 34)}名；在职实有{d('real', 49)}人，其中行政{d('real1', 17)}人、事业{d('real2', 32)}人；退休23人。遗属补助人员3人。",
    )
    d.h("三、部门收支总体情况")
    d.p(
        f"2025年部门预算收入{d('income', total)}万元，其中一般公共预算拨款收入{d('general', general)}万元，占{d('genshare', pc(general, total))}；政府性基金预算拨款收入{d('lottery', lottery)}万元，占{d('lotshare', pc(lottery, total))}。比2024年预算{d('lastincome', last_total)}万元增加{d('more', total - last_total)}万元，增长{d('up', ch(total, last_total))}，主要原因是城乡低保、特困供养标准提高。",
        f"2025年部门预算支出{d('cost', total)}万元。按支出性质分：基本支出{d('basic', basic)}万元，占{d('basicshare', pc(basic, total))}；项目支出{d('project', project)}万元，占{d('projectshare', pc(project, total))}。基本支出中，人员经费{d('staff', staff)}万元，公用经费{d('public', public)}万元。",
    )
    d.h("表1  部门收支预算总表（单位：万元）")
    d.t(
        [
            ["收入项目", "预算数", "支出项目", "预算数"],
            ["一、一般公共预算拨款", d("r1", general), "一、社会保障和就业支出", d("e1", social)],
            ["二、政府性基金预算拨款", d("r2", lottery), "二、卫生健康支出", d("e2", care)],
            ["三、国有资本经营预算拨款", "0.00", "三、住房保障支出", d("e3", house)],
            ["四、其他收入", "0.00", "四、其他支出", d("e4", lottery)],
            ["本年收入合计", d("rt", total), "本年支出合计", d("et", total)],
        ]
    )
    d.h("四、一般公共预算支出情况")
    last_general = D("7116.20")
    d.p(
        f"2025年一般公共预算支出{d('gen2', general)}万元，比上年预算{d('lastgen', last_general)}万元增加{d('moregen', general - last_general)}万元。具体安排如下：",
        f"1．民政管理事务（20802款）{d('civil', civil)}万元，其中：行政运行{d('run', run)}万元，一般行政管理事务{d('affairs', affairs)}万元，行政区划和地名管理{d('places', places)}万元。",
        f"2．行政事业单位养老支出（20805款）{d('pension', pension)}万元，其中：机关事业单位基本养老保险缴费{old}万元，职业年金缴费{annuity}万元。",
        f"3．社会福利（20810款）{d('welfare', welfare)}万元，其中：儿童福利{d('child', child)}万元，老年福利{d('aged', aged)}万元，殡葬{d('bury', bury)}万元。",
        f"4．最低生活保障（20819款）{d('low', low)}万元，其中城市{d('citylow', city_low)}万元、农村{d('farmlow', farm_low)}万元。2025年预计保障城市低保对象1480人、农村低保对象{d('people0', 9860)}人。",
        f"5．特困人员救助供养（20821款）{d('poor', poor)}万元，占社会保障和就业支出的{d('poorshare', pc(poor, social))}。",
        f"6．卫生健康支出{care}万元，住房保障支出{house}万元，均为缴费性支出。",
    )
    d.h("表2  一般公共预算支出表（单位：万元）")
    d.t(
        [
            ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
            ["208", "社会保障和就业支出", d("s", social), d("sb", run + pension), d("sp", social - run - pension)],
            ["20802", "民政管理事务", d("s1", civil), run, affairs + places],
            ["2080201", "行政运行", run, run, ""],
            ["2080202", "一般行政管理事务", affairs, "", affairs],
            ["2080207", "行政区划和地名管理", places, "", places],
            ["20805", "行政事业单位养老支出", d("s2", pension), pension, ""],
            ["2080505", "机关事业单位基本养老保险缴费支出", d("old", old), old, ""],
            ["2080506", "机关事业单位职业年金缴费支出", d("annuity", annuity), annuity, ""],
            ["20810", "社会福利", d("s3", welfare), "", welfare],
            ["2081001", "儿童福利", child, "", child],
            ["2081002", "老年福利", d("agedcell", aged), "", aged],
            ["2081004", "殡葬", bury, "", bury],
            ["20819", "最低生活保障", d("s4", low), "", low],
            ["2081901", "城市最低生活保障金支出", city_low, "", city_low],
            ["2081902", "农村最低生活保障金支出", d("farmcell", farm_low), "", farm_low],
            ["20821", "特困人员救助供养", d("s5", poor), "", poor],
            ["2082102", "农村特困人员救助供养支出", poor, "", poor],
            ["210", "卫生健康支出", d("s6", care), care, ""],
            ["21011", "行政事业单位医疗", care, care, ""],
            ["2101101", "行政单位医疗", care, care, ""],
            ["221", "住房保障支出", d("s7", house), house, ""],
            ["22102", "住房改革支出", house, house, ""],
            ["2210201", "住房公积金", house, house, ""],
            ["", "合计", d("st", general), d("stb", basic), d("stp", general - basic)],
        ]
    )
    d.h("五、政府性基金预算支出情况")
    d.p(
        f"2025年政府性基金预算支出{d('fund', lottery)}万元，全部为彩票公益金安排的支出，其中：农村互助养老点建设180.00万元，社会福利院消防改造96.00万元，未成年人保护工作站44.00万元。本部门2025年没有国有资本经营预算支出。",
    )
    d.h("六、“三公”经费预算情况")
    car, guest, last_car, last_guest = D("9.00"), D("2.40"), D("9.00"), D("3.10")
    d.p(
        f"2025年“三公”经费预算{d('three', car + guest)}万元，比上年减少{d('threeless', last_guest - guest)}万元，{d('word', '下降')}{d('threedown', ch(car + guest, last_car + last_guest))}。其中：因公出国（境）费0万元；公务用车运行维护费{car}万元，与上年持平；公务接待费{guest}万元，比上年{last_guest}万元减少0.70万元，主要是{d('why', '厉行节约，压减接待批次')}。",
    )
    d.h("七、其他重要事项说明")
    d.p(
        f"（一）机关运行经费。2025年机关运行经费预算{d('runcost', public)}万元。",
        "（二）政府采购。2025年政府采购预算186.40万元，其中货物54.00万元、工程96.00万元、服务36.40万元。",
        "（三）国有资产。截至2024年底，单位共有车辆3辆，其中一般公务用车1辆、殡葬专用车2辆。",
        f"（四）绩效目标。2025年项目支出全部编制绩效目标，涉及一般公共预算项目{d('goals', 8)}个、政府性基金项目3个，共{d('allgoals', 11)}个。其中“农村最低生活保障”项目绩效目标为：保障农村低保对象{d('people', 9860)}人，资金社会化发放率{d('paidout', '100%')}，对象认定准确率≥98%，救助对象满意度≥{d('sat', '90%')}。",
    )
    d.h("八、名词解释")
    d.p(
        "基本支出：指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。项目支出：指在基本支出之外为完成特定行政任务和事业发展目标所发生的支出。",
        "“三公”经费：指用财政拨款安排的因公出国（境）费、公务用车购置及运行维护费和公务接待费。",
    )
    d.fault("repeat", "aged agedcell", {"agedcell": "481.60"}, "a=b", "table against text, digits swapped")
    d.fault("repeat", "people0 people", {"people": "9680"}, "a=b", "two numbers of the same people")
    d.fault(
        "share",
        "poor s poorshare",
        {"poorshare": pc(poor, general)},
        "a/b*100=c",
        "of the whole, not of the section named",
    )
    d.fault("growth", "word", {"word": "增长"}, note="direction word against the figures")
    d.fault("structure", "n3", {"n3": "四"}, note="number four stands twice, three is missing")
    d.fault("rate", "paidout", {"paidout": "≥110%"}, note="a rate that cannot pass 100 per cent")
    d.ok("sum", "general lottery income", "a+b=c")
    d.ok("growth", "income lastincome up", "(a-b)/b*100=c")
    d.ok("share", "lottery income lotshare", "a/b*100=c")
    d.ok("sum", "basic project cost", "a+b=c")
    d.ok("difference", "basic staff public", "a-b=c")
    d.ok("sum", "e1 e2 e3 e4 et", "a+b+c+d=e")
    d.ok("sum", "s1 s2 s3 s4 s5 s", "a+b+c+d+e=f")
    d.ok("sum", "s s6 s7 st", "a+b+c=d")
    d.ok("difference", "gen2 lastgen moregen", "a-b=c")
    d.ok("sum", "run affairs places civil", "a+b+c=d")
    d.ok("sum", "old annuity s2", "a+b=c")
    d.ok("sum", "post1 post2 post", "a+b=c")
    d.ok("repeat", "public runcost", "a=b")
    return d
