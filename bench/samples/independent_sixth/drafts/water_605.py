"""A city's water bureau: the yearly table of goals, tabs between the cells, half-year beside whole-year values."""

from __future__ import annotations

from samples.independent_fourth.making import D, Paper, pc


def paper() -> Paper:
    d = Paper("605-云台市水利局2025年度部门整体绩效目标表.txt")
    general, fund, rest, other = D("5286.40"), D("1450.00"), D("312.75"), D("68.00")
    people, public = D("2147.62"), D("186.53")
    jobs = [
        ("农田灌溉渠系改造", D("680.00"), D("1560.00")),
        ("农村供水管网延伸", D("540.00"), D("1280.00")),
        ("小型水库除险加固", D("350.00"), D("745.00")),
        ("河湖长制与水质监测", D("160.00"), D("368.00")),
        ("防汛抗旱物资储备", D("240.00"), D("280.00")),
        ("水利工程维修养护", D("260.00"), D("550.00")),
    ]
    half, whole = sum((j[1] for j in jobs), D(0)), sum((j[2] for j in jobs), D(0))
    funds = general + fund + rest + other
    assert people + public + whole == funds
    d.h("云台市市级部门整体绩效目标申报表", "", "（2025年度）", "")
    d.h("部门名称\t云台市水利局\t\t联系人\t办公室　何敏\t")
    d.h(
        "部门主要职能\t负责全市水资源统一管理和保护、水利工程建设与运行管理、农村水利、河湖管理、水土保持和水旱灾害防御；组织实施取水许可和水资源论证；指导水政监察和水行政执法。"
    )
    d.h(
        f"机构设置及人员配置\t局机关内设{d('rooms', 9)}个处室，所属事业单位{d('units', 5)}家：市防汛抗旱服务中心、市河湖管理处、市灌区管理处、市水利工程质量监督站、市水土保持站。核定编制{d('post', 212)}名，其中机关{d('post1', 46)}名、所属单位{d('post2', 166)}名；在职{d('real', 203)}人，其中机关{d('real1', 45)}人、所属单位{d('real2', 158)}人。"
    )
    d.t(
        [
            ["部门整体资金（万元）", "收入", "", "全年预算数"],
            ["", "", "资金总额", d("funds", funds)],
            ["", "", "一般公共预算资金", d("general", general)],
            ["", "", "政府性基金", d("fund", fund)],
            ["", "", "国有资本金", "0.00"],
            ["", "", "财政专户管理资金", "0.00"],
            ["", "", "上年结转资金", d("rest", rest)],
            ["", "", "其他资金", d("other", other)],
            ["", "支出", "半年计划执行数", "全年预算数"],
            ["", "支出合计", d("cost0", D("1120.00") + half), d("cost1", funds)],
            ["", "基本支出", d("basic0", "1120.00"), d("basic1", people + public)],
            ["", "其中：人员经费", d("people0", "1030.00"), d("people1", people)],
            ["", "公用经费", d("public0", "90.00"), d("public1", public)],
            ["", "项目支出", d("half", half), d("whole", whole)],
            *(["", n, d(f"h{i}", a), d(f"f{i}", b)] for i, (n, a, b) in enumerate(jobs)),
        ]
    )
    d.h(
        "中长期目标\t围绕“节水优先、空间均衡、系统治理、两手发力”的治水思路，到2027年基本建成旱涝保收的农田水利网、城乡一体的供水网和水清岸绿的河湖网。",
        f"年度目标\t目标1：{d('till', '2025年底前')}改造灌溉渠系{d('canal', 86)}公里，恢复和改善灌溉面积{d('land', '4.2')}万亩。目标2：延伸农村供水管网{d('pipe', 120)}公里，新增受益人口{d('folk', '3.6')}万人。目标3：完成小型水库除险加固{d('dams', 14)}座。目标4：在{d('spots', 38)}个河湖断面开展水质监测，优良断面比例不低于92%。",
        "",
    )
    rows = [
        ("运行成本", "公用经费控制", "公用经费控制率", 4, "≤50%", "≤100%"),
        ("", "", "“三公”经费变动率", 4, "≤0%", "≤0%"),
        ("管理效率", "预算管理", "预算编制到位率", 4, "≥95%", "≥95%"),
        ("", "", "支出预算执行率", 6, "≥45%", "≥92%"),
        ("", "资产管理", "固定资产利用率", 4, "≥96%", "≥96%"),
        ("", "采购管理", "政府采购执行率", 4, "≥40%", "≥95%"),
        ("履职效能", "农村水利", "改造灌溉渠系长度", 8, "≥36公里", "≥86公里"),
        ("", "", "改善灌溉面积", 6, "≥1.8万亩", "≥4.2万亩"),
        ("", "供水保障", "延伸供水管网长度", 8, "≥50公里", "≥120公里"),
        ("", "", "供水水质合格率", 6, "≥96%", "≥98%"),
        ("", "水旱防御", "除险加固水库数量", 8, "≥5座", "≥14座"),
        ("", "", "汛前检查覆盖率", 6, "=100%", "=100%"),
        ("", "河湖管理", "监测断面数量", 6, "≥38个", "≥38个"),
        ("", "", "巡河问题整改率", 6, "≥90%", "≥95%"),
        ("社会效应", "社会效益", "新增供水受益人口", 8, "≥1.5万人", "≥3.6万人"),
        ("", "生态效益", "河湖优良断面比例", 6, "≥92%", "≥92%"),
        ("", "满意度", "受益群众满意度", 6, "≥90%", "≥90%"),
    ]
    d.t(
        [
            ["一级指标", "二级指标", "三级指标", "权重", "半年指标值", "全年指标值"],
            *(
                [a, b, d(f"n{i}", c), d(f"w{i}", w), d(f"a{i}", x), d(f"b{i}", y)]
                for i, (a, b, c, w, x, y) in enumerate(rows)
            ),
            ["合计", "", "", d("w", sum(r[3] for r in rows)), "", ""],
        ]
    )
    d.h(
        "",
        f"指标说明\t1.农田灌溉渠系改造项目全年预算{d('f0s', jobs[0][2])}万元，按每公里造价{d('percanal', '18.14')}万元测算。2.农村供水管网延伸项目全年预算{d('f1s', jobs[1][2])}万元，受益人口人均投资{d('perhead', '355.56')}元。3.水费执行价为每立方米{d('price', '2.35元')}，农业灌溉用水暂不调整。4.防汛抗旱物资在主汛期之前集中采购，半年计划执行数占全年预算的{d('flood', '85.71%')}。",
        f"5.支出预算执行率半年指标按时序进度确定；全部项目半年计划执行数{d('halfs', half)}万元，占全年项目预算的{d('halfshare', pc(half, whole))}。",
    )
    d.h(
        "",
        f"年度重点工作\t一、农村水利：对东干渠、石桥支渠等{d('canals', 11)}条渠道实施衬砌和清淤，配套水闸{d('gates', 26)}座、量水设施{d('meters', 64)}处。二、供水保障：新建加压泵站{d('pumps', 3)}座，改造老旧管道{d('oldpipe', '37.5')}公里，供水范围扩大到{d('towns', 9)}个镇的{d('villages', 58)}个村。三、水库除险：14座小型水库中，小（1）型{d('dam1', 4)}座、小（2）型{d('dam2', 10)}座，主体工程在主汛期前完成大坝部分，年底前全部完工。四、河湖管护：市级河长巡河每季度不少于1次，清理非法占用岸线{d('shore', '6.2')}公里。五、水旱灾害防御：修订洪水调度方案{d('plans', 7)}个，组织防汛演练{d('drills', 4)}场，储备编织袋{d('bags', '18.5')}万条、冲锋舟{d('boats', 22)}艘。",
        "监督与考核\t本表由市财政局审核后随部门预算批复，年中据此开展绩效运行监控，次年据此开展绩效自评；执行中因政策调整需要变更目标的，按原程序报批。",
    )
    all_weights = " ".join(f"w{i}" for i in range(17))
    letters = "+".join("abcdefghijklmnopq")
    d.fault(
        "sum",
        "general fund rest other funds",
        {"funds": funds - other},
        "a+b+c+d=e",
        "total not refreshed after the other funds came in",
    )
    d.fault("repeat", "funds cost1", {"funds": funds - other}, "a=b", "income against spending")
    d.ok("sum", "h0 h1 h2 h3 h4 h5 half", "a+b+c+d+e+f=g")
    d.fault("target", "a8 b8", {"a8": "≥150公里"}, note="half-year value above that of the whole year")
    d.fault("structure", "b13", {"b13": "≥=95%"}, note="two signs in one value")
    d.fault("score_sum", f"{all_weights} w", {"w10": 10}, f"{letters}=r", "weights give 102")
    d.fault("repeat", "canal b6", {"canal": 68}, note="digits swapped, goal against indicator")
    d.fault("unit", "price", {"price": "2.35万元"}, note="万元 for 元: the price of a cubic metre")
    d.fault("year", "till", {"till": "2024年底前"}, note="last year's date in the goals of 2025")
    d.ok("rate", "flood h4 f4", "b/c*100=a")
    d.ok("sum", "dam1 dam2 dams", "a+b=c")
    d.near("rate", "percanal b6 f0s", "a*b=c", "cost of a kilometre shown rounded")
    d.near("rate", "perhead folk f1s", "a*b=c", "cost of a head shown rounded")
    d.ok("sum", "post1 post2 post", "a+b=c")
    d.ok("sum", "real1 real2 real", "a+b=c")
    d.ok("sum", "basic0 half cost0", "a+b=c")
    d.ok("sum", "basic1 whole cost1", "a+b=c")
    d.ok("sum", "people0 public0 basic0", "a+b=c")
    d.ok("sum", "people1 public1 basic1", "a+b=c")
    d.ok("sum", "f0 f1 f2 f3 f4 f5 whole", "a+b+c+d+e+f=g")
    d.ok("repeat", "f0 f0s", "a=b")
    d.ok("repeat", "f1 f1s", "a=b")
    d.ok("repeat", "half halfs", "a=b")
    d.ok("rate", "halfs whole halfshare", "a/b*100=c")
    d.ok("rate", "f1s folk perhead", "a/b=c")
    d.ok("rate", "f0s b6 percanal", "a/b=c")
    d.ok("repeat", "pipe b8", "a=b")
    d.ok("repeat", "dams b10", "a=b")
    d.ok("repeat", "spots b12", "a=b")
    d.ok("repeat", "land b7", "a=b")
    d.ok("repeat", "folk b14", "a=b")
    d.ok("count", "units")
    for at in (3, 6, 7, 9, 10, 14):
        d.ok("target", f"a{at} b{at}")
    return d
