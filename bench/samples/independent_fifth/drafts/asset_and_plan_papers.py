"""508: a county's report on its assets and procurement; 509: a change of a budget; 510: subsidies by township."""

from __future__ import annotations

from decimal import Decimal

from samples.independent_fifth.making import D, Paper, ch, m, pc, th

__all__ = ["adjustment", "assets", "subsidies"]


_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_MOVED = ("-36.50", "112.40", "0.00", "-58.20", "24.60", "0.00", "-17.30", "9.50", "0.00")


def _moved(number: int) -> Decimal:
    return D(_MOVED[number - 1])


def _group(value: int) -> str:
    out, gap = "", False
    for place, unit in ((1000, "仟"), (100, "佰"), (10, "拾"), (1, "")):
        digit = value // place % 10
        if digit:
            out += ("零" if gap and out else "") + _DIGITS[digit] + unit
            gap = False
        else:
            gap = True
    return out


def _words(value: Decimal) -> str:
    cents = int(value * 100)
    yuan, parts = cents // 100, ""
    high, low = divmod(yuan, 10000)
    parts = (_group(high) + "万" if high else "") + ("零" if high and 0 < low < 1000 else "") + _group(low) + "元"
    jiao, fen = cents // 10 % 10, cents % 10
    if not jiao and not fen:
        return parts + "整"
    return parts + (_DIGITS[jiao] + "角" if jiao else "零") + (_DIGITS[fen] + "分" if fen else "")


def assets() -> Paper:
    x = Paper("508-禾塘区2024年度行政事业性国有资产管理和政府采购执行情况报告.docx")
    x.h(
        "禾塘区财政局关于2024年度行政事业性国有资产管理和政府采购执行情况的报告",
        "——2025年9月24日在区人大常委会第二十八次会议上",
    )
    x.p(
        "主任、各位副主任、各位委员：",
        "受区人民政府委托，现将2024年度全区行政事业性国有资产管理情况和政府采购执行情况报告如下，请予审议。",
    )
    x.h("一、行政事业性国有资产基本情况", "（一）资产总量")
    x.p(
        f"截至2024年末，全区{x('units', '213')}户行政事业单位资产总额{x('all', '68.42')}亿元，负债总额{x('debt', '15.76')}亿元，净资产{x('net', '52.66')}亿元。其中：行政单位资产{x('adm', '21.35')}亿元，占{x('admr', pc(D('21.35'), D('68.42')))}；事业单位资产{x('inst', '47.07')}亿元，占{x('instr', pc(D('47.07'), D('68.42')))}。资产总额比上年末{x('last', '64.10')}亿元增加{x('up', '4.32')}亿元，增长{x('upr', ch(D('68.42'), D('64.10')))}，主要是新建中小学和医疗卫生用房竣工交付。资产负债率{x('ratio', pc(D('15.76'), D('68.42')))}，比上年末下降0.62个百分点（上年末为23.65%）。"
    )
    x.h("表1　2024年末全区行政事业性国有资产总体情况（单位：亿元）")
    x.t(
        [
            ["项目", "合计", "行政单位", "事业单位"],
            ["资产总额", x("t_all", "68.42"), x("t_adm", "21.35"), x("t_inst", "47.07")],
            ["其中：流动资产", x("t_c", "13.86"), x("t_c1", "5.24"), x("t_c2", "8.62")],
            ["　　　固定资产净值", x("t_f", "38.95"), x("t_f1", "11.08"), x("t_f2", "27.87")],
            ["　　　在建工程", x("t_b", "10.23"), x("t_b1", "3.41"), x("t_b2", "6.82")],
            ["　　　无形资产", x("t_i", "2.18"), x("t_i1", "0.62"), x("t_i2", "1.56")],
            ["　　　其他资产", x("t_o", "3.20"), x("t_o1", "1.00"), x("t_o2", "2.20")],
            ["负债总额", x("t_d", "15.76"), x("t_d1", "4.29"), x("t_d2", "11.47")],
            ["净资产", x("t_n", "52.66"), x("t_n1", "17.06"), x("t_n2", "35.60")],
        ]
    )
    x.h("（二）固定资产情况")
    x.p(
        f"固定资产原值{x('orig', '61.50')}亿元，累计折旧{x('dep', '22.55')}亿元，净值{x('value', '38.95')}亿元，成新率{x('fresh', pc(D('38.95'), D('61.50')))}。按类别分：房屋和构筑物原值{x('h1', '42.36')}亿元，占{x('h1r', pc(D('42.36'), D('61.50')))}；设备{x('h2', '14.27')}亿元，占{x('h2r', pc(D('14.27'), D('61.50')))}；文物和陈列品{x('h3', '0.38')}亿元，占{x('h3r', pc(D('0.38'), D('61.50')))}；图书和档案{x('h4', '0.94')}亿元，占{x('h4r', pc(D('0.94'), D('61.50')))}；家具和用具{x('h5', '3.55')}亿元，占{x('h5r', pc(D('3.55'), D('61.50')))}。"
    )
    x.p(
        f"全区行政事业单位房屋建筑面积{x('area', '156.80')}万平方米，其中办公用房{x('area1', '32.40')}万平方米、业务用房{x('area2', '103.60')}万平方米、其他用房{x('area3', '20.80')}万平方米；车辆{x('cars', '486')}辆，其中公务用车142辆、执法执勤用车{x('cars2', '198')}辆、特种专业技术用车及其他146辆。"
    )
    x.h("（三）资产配置、使用和处置情况")
    x.p(
        f"2024年全区配置固定资产{x('buy', '4.86')}亿元，其中新购{x('buy1', '1.92')}亿元、自建转入{x('buy2', '2.41')}亿元、接受调拨捐赠{x('buy3', '0.53')}亿元。年末固定资产中，自用{x('used1', '58.96')}亿元，占{x('used1r', pc(D('58.96'), D('61.50')))}；出租出借{x('used2', '1.85')}亿元，占{x('used2r', pc(D('1.85'), D('61.50')))}；闲置{x('used3', '0.69')}亿元，占{x('used3r', pc(D('0.69'), D('61.50')))}。",
        f"全年出租出借收入{x('rent', '2846.30')}万元，处置资产原值{x('out', '1.07')}亿元，取得处置收入{x('sold', '618.45')}万元，两项收入合计{x('income', '3464.75')}万元，全部上缴国库。通过公物仓调剂使用资产{x('pool', '1268')}件（套），原值{x('poola', '935.60万元')}，节约购置资金{x('poolb', '702.00')}万元。",
    )
    x.h("表2　2024年固定资产原值增减变动情况（单位：亿元）")
    x.t(
        [
            ["项目", "年初数", "本年增加", "本年减少", "年末数"],
            ["房屋和构筑物", x("r10", "39.92"), x("r11", "2.71"), x("r12", "0.27"), x("r13", "42.36")],
            ["设备", x("r20", "13.24"), x("r21", "1.62"), x("r22", "0.59"), x("r23", "14.27")],
            ["文物和陈列品", x("r30", "0.38"), x("r31", "0.00"), x("r32", "0.00"), x("r33", "0.38")],
            ["图书和档案", x("r40", "0.87"), x("r41", "0.09"), x("r42", "0.02"), x("r43", "0.94")],
            ["家具和用具", x("r50", "3.30"), x("r51", "0.44"), x("r52", "0.19"), x("r53", "3.55")],
            ["合计", x("r0", "57.71"), x("r1", "4.86"), x("r2", "1.07"), x("r3", "61.50")],
        ]
    )
    trades = [
        ("教育", 78, "24.36"),
        ("卫生健康", 32, "12.58"),
        ("文化体育", 14, "3.14"),
        ("农林水利", 21, "4.92"),
        ("公共管理", 49, "15.87"),
        ("其他", 19, "7.55"),
    ]
    rents = [("办公用房", "684.20"), ("商铺门面", "1526.80"), ("场地", "472.30"), ("设备及其他", "163.00")]
    x.h("表2-1　2024年出租出借收入构成（单位：万元）")
    x.t(
        [
            ["类别", "收入", "占比"],
            *(
                [name, x(f"qa{i}", amount), x(f"qb{i}", pc(D(amount), D("2846.30")))]
                for i, (name, amount) in enumerate(rents)
            ),
            ["合计", x("qa", "2846.30"), "100.00%"],
        ]
    )
    gone = [("报废报损", "0.71"), ("无偿划转", "0.24"), ("出售转让", "0.12")]
    x.h("表2-2　2024年处置资产原值构成（单位：亿元）")
    x.t(
        [
            ["处置方式", "原值", "占比"],
            *(
                [name, x(f"qc{i}", amount), x(f"qd{i}", pc(D(amount), D("1.07")))]
                for i, (name, amount) in enumerate(gone)
            ),
            ["合计", x("qc", "1.07"), "100.00%"],
        ]
    )
    x.p(
        f"出租出借收入比上年{x('rentl', '2610.00')}万元增加{x('rentd', '236.30')}万元，增长{x('rentr', ch(D('2846.30'), 2610))}，主要是清理到期低价合同46份，重新公开招租后平均租金由每平方米每月18.60元提高到20.46元，提高10.00%。处置资产中，报废报损占66.36%，主要是达到使用年限的教学设备和医疗设备。",
        "房产出租严格执行公开招租制度，租期一般不超过5年；年末共有出租合同283份，其中年内新签或续签94份，占33.22%；欠租合同7份，涉及租金38.60万元，已收回21.10万元，尚欠17.50万元。",
    )
    x.h("（四）资产行业分布和近三年变化")
    x.t(
        [
            ["行业", "单位（户）", "资产总额（亿元）", "占比"],
            *(
                [name, x(f"ia{i}", count), x(f"ib{i}", amount), x(f"ic{i}", pc(D(amount), D("68.42")))]
                for i, (name, count, amount) in enumerate(trades)
            ),
            ["合计", x("ia", "213"), x("ib", "68.42"), "100.00%"],
        ]
    )
    x.p(
        "从行业分布看，教育、公共管理、卫生健康三个行业资产合计52.81亿元，占全区行政事业性国有资产总额的77.19%，资产配置与基本公共服务职能相匹配。教育行业单位户数最多，为78户，占单位总数的36.62%。"
    )
    years = [("2022年末", "60.25", "14.94"), ("2023年末", "64.10", "15.16"), ("2024年末", "68.42", "15.76")]
    x.t(
        [
            ["时点", "资产总额（亿元）", "负债总额（亿元）", "净资产（亿元）", "资产负债率"],
            *(
                [
                    name,
                    x(f"ja{i}", one),
                    x(f"jb{i}", two),
                    x(f"jc{i}", m(D(one) - D(two))),
                    x(f"jd{i}", pc(D(two), D(one))),
                ]
                for i, (name, one, two) in enumerate(years)
            ),
        ]
    )
    x.p(
        "2022年末至2024年末，资产总额累计增加8.17亿元，两年累计增长13.56%；负债总额累计增加0.82亿元，增速低于资产增速，资产负债率由24.80%降至23.03%，两年累计下降1.77个百分点。"
    )
    x.h("（五）公共基础设施等资产情况")
    x.p(
        "纳入政府会计核算的公共基础设施单独反映，不计入上述资产总额。截至2024年末，全区公路里程862.40公里，其中县道168.20公里、乡道297.60公里、村道396.60公里；市政道路124条，长度186.30公里；水库9座，总库容1640万立方米；文物保护单位27处，其中省级4处、市级8处、区级15处。保障性住房2360套，其中公共租赁住房1810套、保障性租赁住房550套。"
    )
    x.h("二、国有资产管理工作情况")
    x.p(
        "（一）完善制度体系。修订《禾塘区行政事业单位国有资产处置管理办法》等3项制度，分别规范资产处置、公物仓管理和房产出租。",
        "（二）推进资产清查。组织213户单位开展盘点，盘盈资产412项，盘亏资产97项，均已按程序核实处理。",
        f"（三）盘活存量资产。全年盘活闲置房产{x('idle', '5.20')}万平方米，占年初闲置面积{x('idlel', '8.00')}万平方米的{x('idler', '65.00%')}。",
    )
    x.h("三、政府采购执行情况")
    x.p(
        f"2024年，全区政府采购预算{x('pb', '98640.00')}万元，实际采购金额{x('pr', '93215.40')}万元，节约资金{x('ps', '5424.60')}万元，资金节约率{x('psr', pc(D('5424.60'), 98640))}。从采购内容看，货物类{x('p1', '24380.60')}万元、工程类{x('p2', '45120.00')}万元、服务类{x('p3', '23714.80')}万元，占比分别为{x('p1r', pc(D('24380.60'), D('93215.40')))}、{x('p2r', pc(D('45120.00'), D('93215.40')))}和{x('p3r', pc(D('23714.80'), D('93215.40')))}。"
    )
    builds = [
        ("市政基础设施", "18640.00"),
        ("校舍及医疗用房", "14320.00"),
        ("水利设施", "7260.00"),
        ("其他工程", "4900.00"),
    ]
    x.t(
        [
            ["工程类采购", "金额（万元）", "占工程类比例"],
            *(
                [name, x(f"ba{i}", amount), x(f"bb{i}", pc(D(amount), 45120))]
                for i, (name, amount) in enumerate(builds)
            ),
            ["小计", x("ba", "45120.00"), "100.00%"],
        ]
    )
    ways = [
        ("公开招标", "68520.30", "126"),
        ("竞争性谈判", "5210.70", "38"),
        ("竞争性磋商", "14866.40", "97"),
        ("询价", "1215.00", "22"),
        ("单一来源", "1608.00", "9"),
        ("框架协议及其他", "1795.00", "64"),
    ]
    x.h("表3　2024年政府采购方式构成（单位：万元、个）")
    x.t(
        [
            ["采购方式", "采购金额", "占比", "项目数"],
            *(
                [name, x(f"w{i}", amount), x(f"v{i}", pc(D(amount), D("93215.40"))), x(f"n{i}", count)]
                for i, (name, amount, count) in enumerate(ways)
            ),
            ["合计", x("w", "93215.40"), "100.00%", x("n", "356")],
        ]
    )
    x.p(
        f"全年授予中小企业合同金额{x('s', '78300.94')}万元，占采购总额的{x('sr', '84.00%')}，其中小微企业{x('s1', '50112.60')}万元，占授予中小企业合同金额的{x('s1r', '64.00%')}。通过“832平台”采购农副产品{x('food', '326.70')}万元，完成预留份额{x('foodp', '297.00')}万元的{x('foodr', '110.00%')}。",
        f"办理政府采购投诉{x('case', '7')}件，均在法定期限内办结，其中驳回投诉{x('case1', '4')}件、投诉成立{x('case2', '2')}件、撤回投诉{x('case3', '1')}件。",
    )
    x.h("四、存在的问题")
    x.p(
        "一是部分资产权属证明不完善，尚有17.60万平方米房屋未办理产权登记，占房屋总面积的11.22%；二是在建工程转固不及时，已投入使用一年以上未转固项目9个、金额2.13亿元；三是公物仓作用有待加强；四是采购需求管理不够精细，部分项目流标后重新组织，影响支出进度。"
    )
    x.p(
        "产生上述问题的原因，一是历史遗留因素较多，早期建设项目手续不全，测绘、消防等前置要件难以补办；二是单位重资金轻资产、重购置轻管理的观念尚未根本转变，资产管理岗位多为兼职；三是资产、预算、采购、会计核算系统之间数据未完全贯通，账实差异不能及时发现；四是采购人主体责任落实不够，需求编制依赖代理机构。",
    )
    x.h("五、下一步工作打算")
    x.p(
        "（一）健全全生命周期管理机制，2025年底前完成未登记房屋确权60%以上。",
        "（二）开展在建工程转固专项行动，逐项目明确责任单位和时限。",
        "（三）推动公物仓与政府采购预算联动，能调剂的不新购。",
        "（四）推行采购意向公开和需求论证，持续优化营商环境。",
    )
    x.p("以上报告，请予审议。")
    x.fault("difference", "all debt net", {"net": "53.66"}, "a-b=c", "the balance does not hold")
    x.fault("repeat", "net t_n", {"net": "53.66"}, "a=b")
    x.fault("sum", "t_f1 t_f2 t_f", {"t_f1": "11.80"}, "a+b=c", "digits swapped")
    x.fault("sum", "t_c1 t_f1 t_b1 t_i1 t_o1 t_adm", {"t_f1": "11.80"}, "a+b+c+d+e=f")
    x.fault("growth", "up last upr", {"upr": "13.56%"}, "a/b*100=c", "the growth since two years before")
    x.fault("unit", "pool poola poolb", {"poola": "935.60亿元"}, note="亿元 for 万元: more than all assets")
    x.fault("sum", "r20 r21 r22 r23", {"r22": "0.95"}, "a+b-c=d", "digits swapped; the row of changes")
    x.fault("sum", "r12 r22 r32 r42 r52 r2", {"r22": "0.95"}, "a+b+c+d+e=f")
    x.fault("share", "s pr sr", {"sr": "104.00%"}, "a/b*100=c", "a share above the whole")
    x.fault("sum", "rent sold income", {"income": "3446.75"}, "a+b=c", "digits swapped")
    x.ok("sum", "adm inst all", "a+b=c")
    x.ok("share", "adm all admr", "a/b*100=c")
    x.ok("rate", "debt all ratio", "a/b*100=c")
    x.ok("difference", "orig dep value", "a-b=c")
    x.ok("sum", "h1 h2 h3 h4 h5 orig", "a+b+c+d+e=f")
    x.ok("sum", "area1 area2 area3 area", "a+b+c=d")
    x.ok("sum", "buy1 buy2 buy3 buy", "a+b+c=d")
    x.ok("sum", "used1 used2 used3 orig", "a+b+c=d")
    x.ok("difference", "pb pr ps", "a-b=c")
    x.ok("rate", "ps pb psr", "a/b*100=c")
    x.ok("sum", "p1 p2 p3 pr", "a+b+c=d")
    x.ok("sum", "w0 w1 w2 w3 w4 w5 w", "a+b+c+d+e+f=g")
    x.ok("sum", "r0 r1 r2 r3", "a+b-c=d")
    x.ok("count", "case1 case2 case3 case", "a+b+c=d")
    x.ok("sum", "qa0 qa1 qa2 qa3 qa", "a+b+c+d=e")
    x.ok("growth", "rentd rentl rentr", "a/b*100=c")
    x.ok("sum", "ba0 ba1 ba2 ba3 ba", "a+b+c+d=e")
    x.ok("sum", "ib0 ib1 ib2 ib3 ib4 ib5 ib", "a+b+c+d+e+f=g")
    x.ok("rate", "jb0 ja0 jd0", "a/b*100=c")
    x.ok("difference", "ja1 jb1 jc1", "a-b=c")
    return x


def adjustment() -> Paper:
    x = Paper("509-雁陂县2024年财政预算调整方案（草案）.txt", width=30, gap=" ")
    x.h(
        "关于雁陂县2024年财政预算调整方案（草案）的报告",
        "——2024年11月27日在县第十八届人民代表大会常务委员会第二十四次会议上",
        "雁陂县财政局局长",
    )
    x.p(
        "主任、各位副主任、各位委员：",
        "受县人民政府委托，我向县人大常委会报告2024年财政预算调整方案（草案），请予审查。",
    )
    x.h("一、预算调整的主要原因")
    x.p(
        f"（一）新增政府债券。市财政局下达我县2024年新增政府债务限额{x('newd', '46800')}万元，其中一般债务限额{x('newg', '8800')}万元、专项债务限额{x('news', '38000')}万元，需相应调整预算。",
        "（二）收入结构变化。受房地产市场调整等因素影响，契税、土地增值税减收较多；国有土地使用权出让收入低于年初预期。",
        "（三）支出政策变化。教师待遇保障、基本公共卫生服务提标以及灾后水毁设施修复等，需要增加支出。",
    )
    x.h("二、一般公共预算调整方案", "（一）收入调整")
    x.p(
        f"县十八届人大四次会议批准的2024年一般公共预算收入为{x('rev', '152600')}万元，拟调整为{x('revn', '148200')}万元，调减{x('revd', '4400')}万元，下降{x('revr', ch(148200, 152600))}；比2023年完成数{x('revl', '143180')}万元增长{x('revg', ch(148200, 143180))}。其中：税收收入由{x('tax', '98400')}万元调减为{x('taxn', '92100')}万元，调减{x('taxd', '6300')}万元；非税收入由{x('fee', '54200')}万元调整为{x('feen', '56100')}万元，{x('feew', '调增')}{x('feed', '1900')}万元。调整后税收收入占一般公共预算收入的{x('taxr', pc(92100, 148200))}。"
    )
    lines = [
        ("增值税", 38600, 36400),
        ("企业所得税", 12100, 12800),
        ("个人所得税", 3900, 4050),
        ("资源税", 5200, 5100),
        ("城市维护建设税", 4300, 4150),
        ("契税", 15800, 11900),
        ("土地增值税", 9700, 7800),
        ("其他税收", 8800, 9900),
    ]
    assert sum(one[1] for one in lines) == 98400, sum(one[1] for one in lines)
    assert sum(one[2] for one in lines) == 92100, sum(one[2] for one in lines)
    x.h("表1　2024年一般公共预算收入调整表　　单位：万元")
    rows = [["项目", "年初预算", "调整数", "调整后预算", "调整幅度"]]
    for i, (name, old, new) in enumerate(lines):
        sign = "" if new >= old else "-"
        rows.append([name, x(f"a{i}", old), x(f"d{i}", new - old), x(f"n{i}", new), x(f"g{i}", sign + ch(new, old))])
    rows.insert(1, ["一、税收收入", x("a_t", 98400), x("d_t", -6300), x("n_t", 92100), "-" + ch(92100, 98400)])
    rows.append(["二、非税收入", x("a_f", 54200), x("d_f", 1900), x("n_f", 56100), ch(56100, 54200)])
    rows.append(
        ["一般公共预算收入合计", x("a_all", 152600), x("d_all", -4400), x("n_all", 148200), "-" + ch(148200, 152600)]
    )
    x.t(rows)
    x.h("（二）财力变化")
    x.p(
        f"年初预算安排财力{x('power', '386500')}万元。本次调整：地方一般公共预算收入减少{x('w1', '4400')}万元；上级补助收入增加{x('w2', '13650')}万元；新增一般债务收入增加{x('w3', '8800')}万元；调入资金减少{x('w4', '2150')}万元；动用预算稳定调节基金增加{x('w5', '3600')}万元。增减相抵，财力增加{x('wd', '19500')}万元，调整后财力{x('powern', '406000')}万元。"
    )
    x.h("（三）支出调整")
    spend = [
        ("一般公共服务支出", 38200, -1150),
        ("公共安全支出", 17600, 320),
        ("教育支出", 92400, 4680),
        ("科学技术支出", 4100, 0),
        ("文化旅游体育与传媒支出", 5300, 260),
        ("社会保障和就业支出", 68900, 3120),
        ("卫生健康支出", 41700, 2240),
        ("节能环保支出", 9800, 1450),
        ("城乡社区支出", 21400, 1080),
        ("农林水支出", 54600, 5300),
        ("交通运输支出", 13200, 1640),
        ("灾害防治及应急管理支出", 3900, 1760),
        ("其他支出", 5100, -1200),
    ]
    old_all = sum(one[1] for one in spend)
    diff_all = sum(one[2] for one in spend)
    assert (old_all, diff_all) == (376200, 19500), (old_all, diff_all)
    x.p(
        f"一般公共预算支出由年初的{x('exp', old_all)}万元调整为{x('expn', old_all + diff_all)}万元，增加{x('expd', diff_all)}万元，增长{x('expr', ch(old_all + diff_all, old_all))}。上解上级支出{x('up', '10300')}万元不作调整，调整后支出与上解支出合计{x('out', old_all + diff_all + 10300)}万元，收支平衡。其中：教育支出增加4680万元，主要用于教师待遇保障和校舍维修；农林水支出增加5300万元，主要用于水毁灌渠修复和高标准农田建设；灾害防治及应急管理支出增加1760万元，用于防汛抢险物资购置。"
    )
    x.h("表2　2024年一般公共预算支出调整表　　单位：万元")
    x.t(
        [
            ["项目", "年初预算", "调整数", "调整后预算"],
            *(
                [name, x(f"e{i}", old), x(f"f{i}", diff), x(f"h{i}", old + diff)]
                for i, (name, old, diff) in enumerate(spend)
            ),
            ["一般公共预算支出合计", x("e", old_all), x("f", diff_all), x("h", old_all + diff_all)],
        ]
    )
    x.h("（四）上级补助和重点支出安排")
    helps = [
        ("均衡性转移支付", 5200),
        ("县级基本财力保障机制奖补资金", 3450),
        ("灾后恢复重建补助", 2600),
        ("其他专项转移支付", 2400),
    ]
    x.h("表2-1　上级补助收入增加情况　　单位：万元")
    x.t(
        [
            ["项目", "增加额"],
            *([name, x(f"hp{i}", amount)] for i, (name, amount) in enumerate(helps)),
            ["合计", x("hp", "13650")],
        ]
    )
    keys = [
        ("教育支出", "义务教育教师待遇保障", 2960),
        ("教育支出", "中小学校舍维修改造", 1720),
        ("社会保障和就业支出", "城乡低保和特困人员提标", 1980),
        ("社会保障和就业支出", "机关事业单位养老保险基金补助", 1140),
        ("卫生健康支出", "基本公共卫生服务提标", 1500),
        ("卫生健康支出", "乡镇卫生院设备更新", 740),
        ("农林水支出", "水毁灌渠和堤防修复", 3100),
        ("农林水支出", "高标准农田建设县级配套", 2200),
        ("灾害防治及应急管理支出", "防汛抢险物资购置和储备", 1760),
    ]
    x.h("表2-2　重点支出调增事项　　单位：万元")
    x.t(
        [
            ["功能分类", "事项", "调增金额"],
            *([name, what, x(f"ky{i}", amount)] for i, (name, what, amount) in enumerate(keys)),
            ["合计", "", x("ky", sum(one[2] for one in keys))],
        ]
    )
    x.p(
        f"上述9项重点支出合计调增{x('keyall', sum(one[2] for one in keys))}万元。同时，坚持过紧日子，压减一般公共服务支出{x('cut1', '1150')}万元、其他支出{x('cut2', '1200')}万元，合计压减{x('cutall', '2350')}万元，主要是收回年底前难以形成支出的会议、培训、课题和信息化建设等项目指标。科学技术支出维持年初预算4100万元不变。",
        "公共安全支出增加320万元，用于公安机关视频监控设备运行维护；文化旅游体育与传媒支出增加260万元，用于公共文化场馆免费开放；节能环保支出增加1450万元，用于农村生活污水治理设施运行；城乡社区支出增加1080万元，用于县城排水管网清淤疏浚；交通运输支出增加1640万元，用于水毁农村公路修复。",
    )
    x.h("三、政府性基金预算调整方案")
    x.p(
        f"政府性基金预算收入由年初的{x('fund', '86000')}万元调减为{x('fundn', '61400')}万元，调减{x('fundd', '24600')}万元，下降{x('fundr', ch(61400, 86000))}，其中国有土地使用权出让收入由{x('land', '82500')}万元调减为{x('landn', '57700')}万元。",
        f"调整后，政府性基金收入总计{x('ft', '105190')}万元，包括：本级收入61400万元、上级补助收入{x('ft2', '3120')}万元、新增专项债务收入{x('ft3', '38000')}万元、上年结余收入{x('ft4', '2670')}万元。支出总计{x('fo', '105190')}万元，包括：政府性基金预算支出{x('fo1', '88640')}万元、调出资金{x('fo2', '9800')}万元、专项债务还本支出（不含以再融资债券偿还部分）{x('fo3', '4600')}万元、年终结余{x('fo4', '2150')}万元。收支平衡。",
    )
    bonds = [
        ("县第二人民医院迁建工程", 12000),
        ("城北污水处理厂扩建工程", 8500),
        ("工业园区标准厂房及配套设施", 9200),
        ("农村供水保障工程", 5300),
        ("老旧小区改造配套管网工程", 3000),
    ]
    assert sum(one[1] for one in bonds) == 38000
    x.p(
        f"新增专项债券资金{x('bond', '38000')}万元，拟安排{x('bondn', '5')}个项目："
        + "；".join(f"{name}{x(f'bond{i}', amount)}万元" for i, (name, amount) in enumerate(bonds))
        + "。"
    )
    plans = [
        ("县第二人民医院迁建工程", 38600, 14000, 12000),
        ("城北污水处理厂扩建工程", 21500, 9000, 8500),
        ("工业园区标准厂房及配套设施", 30200, 11000, 9200),
        ("农村供水保障工程", 16800, 7500, 5300),
        ("老旧小区改造配套管网工程", 9400, 3400, 3000),
    ]
    x.h("表2-3　2024年新增专项债券项目安排表　　单位：万元")
    x.t(
        [
            ["项目名称", "总投资", "以前年度已安排", "本次安排", "以后年度安排"],
            *(
                [name, x(f"la{i}", one), x(f"lb{i}", two), x(f"lc{i}", three), x(f"ld{i}", one - two - three)]
                for i, (name, one, two, three) in enumerate(plans)
            ),
            ["合计", x("la", 116500), x("lb", 44900), x("lc", 38000), x("ld", 33600)],
        ]
    )
    x.h("表2-4　2024年政府性基金预算支出调整表　　单位：万元")
    x.t(
        [
            ["项目", "年初预算", "调整数", "调整后预算"],
            ["国有土地使用权出让收入安排的支出", x("ma0", 63800), x("mb0", -22600), x("mc0", 41200)],
            ["专项债券安排的支出", x("ma1", 0), x("mb1", 38000), x("mc1", 38000)],
            ["债务付息支出", x("ma2", 6820), x("mb2", 0), x("mc2", 6820)],
            ["其他政府性基金支出", x("ma3", 3180), x("mb3", -560), x("mc3", 2620)],
            ["合计", x("ma", 73800), x("mb", 14840), x("mc", 88640)],
        ]
    )
    x.p(
        "上述5个专项债券项目总投资116500万元，本次安排38000万元，占总投资的32.62%；项目均已纳入国家重大建设项目库，完成可行性研究批复、用地和环评等前期手续，项目收益与融资自求平衡，本息覆盖倍数均在1.20倍以上。国有土地使用权出让收入调减24800万元，城市基础设施配套费等其他基金收入由3500万元调增为3700万元，增加200万元，两项相抵，基金收入净减少24600万元。"
    )
    x.h("四、国有资本经营预算调整方案")
    x.p(
        f"国有资本经营预算收入由{x('cap', '1800')}万元调整为{x('capn', '2340')}万元，增加540万元，增长{x('capr', ch(2340, 1800))}；支出由1260万元调整为1638万元，增加378万元，调出资金由540万元调整为702万元，调出比例保持在{x('capo', '30.00%')}。"
    )
    x.h("五、地方政府债务情况")
    x.p(
        f"2023年末，全县政府债务余额{x('debtl', '312400')}万元。2024年新增债券{x('debta', '46800')}万元，到期偿还本金{x('debtb', '19600')}万元，其中再融资债券偿还{x('debtc', '15000')}万元、自有财力偿还{x('debte', '4600')}万元；另发行再融资债券{x('debtf', '15000')}万元。预计年末政府债务余额{x('debt', '354600')}万元，控制在市财政局核定的债务限额{x('limit', '36.20亿元')}以内，尚有债务空间{x('room', '7400')}万元。债务余额中，一般债务{x('dg', '121300')}万元、专项债务{x('ds', '233300')}万元。"
    )
    x.h("表3　2024年政府债务余额变动情况　　单位：万元")
    x.t(
        [
            ["项目", "一般债务", "专项债务", "合计"],
            ["2023年末余额", x("x0", 112500), x("y0", 199900), x("z0", 312400)],
            ["加：新增债券", x("x1", 8800), x("y1", 38000), x("z1", 46800)],
            ["加：再融资债券", x("x2", 9000), x("y2", 6000), x("z2", 15000)],
            ["减：到期还本", x("x3", 9000), x("y3", 10600), x("z3", 19600)],
            ["2024年末余额（预计）", x("x4", 121300), x("y4", 233300), x("z4", 354600)],
        ]
    )
    x.h("六、完成调整后预算的主要措施")
    x.p(
        "（一）依法组织收入。加强重点税源监控，做到应收尽收，坚决不收“过头税”。",
        "（二）优化支出结构。一般性支出再压减5%，兜牢“三保”底线，调整后“三保”支出占一般公共预算支出的比重为71.50%，比年初提高1.20个百分点（年初为70.30%）。",
        f"（三）防范化解风险。严格落实政府债务限额管理，{x('cut', '按月监测隐性债务化解进度，坚决遏制新增隐性债务。')}",
    )
    x.p(
        "主任、各位副主任、各位委员，本次预算调整方案经县人大常委会批准后，我们将认真组织执行，确保全年预算任务完成。",
        "以上报告，请予审查。",
    )
    x.fault("difference", "rev revn revd", {"revd": "4600"}, "a-b=c", "one digit wrong; the table says 4400")
    x.fault("growth", "revd rev revr", {"revd": "4600"}, "a/b*100=c")
    x.fault("growth", "feew fee feen", {"feew": "调减"}, note="54200 to 56100 is more")
    x.fault("sum", "power w2 w3 w5 w1 w4 powern", {"w2": "13560"}, "a+b+c+d-e-f=g", "digits swapped")
    x.fault("repeat", "w2 hp", {"w2": "13560"}, "a=b", "another figure in the table of subsidies")
    x.fault("sum", "w2 w3 w5 w1 w4 wd", {"w2": "13560"}, "a+b+c-d-e=f")
    x.fault("sum", "e9 f9 h9", {"h9": "58900"}, "a+b=c", "one row of the table")
    x.fault("sum", " ".join(f"h{i}" for i in range(13)) + " h", {"h9": "58900"}, "a+b+c+d+e+f+g+h+i+j+k+l+m=n")
    x.fault("sum", "bond0 bond1 bond2 bond3 bond4 bond", {"bond2": "2900"}, "a+b+c+d+e=f", "digits swapped")
    x.fault("repeat", "bond2 lc2", {"bond2": "2900"}, "a=b", "another figure in the table of projects")
    x.fault("unit", "limit debt room", {"limit": "36.20万元"}, note="万元 for 亿元")
    x.ok("growth", "revn revl revg", "(a-b)/b*100=c")
    x.fault("sum", "x0 x1 x2 x3 x4", {"x3": 6000}, "a+b+c-d=e", "a row in disorder")
    x.fault("sum", "x3 y3 z3", {"x3": 6000}, "a+b=c")
    x.fault("structure", "cut", {"cut": "按月监测隐性债务化解进度，坚决"}, note="broken off")
    x.ok("sum", "newg news newd", "a+b=c")
    x.ok("difference", "tax taxn taxd", "a-b=c")
    x.ok("sum", "taxn feen revn", "a+b=c")
    x.ok("share", "taxn revn taxr", "a/b*100=c")
    x.ok("sum", " ".join(f"n{i}" for i in range(8)) + " n_t", "a+b+c+d+e+f+g+h=i")
    x.ok("sum", " ".join(f"e{i}" for i in range(13)) + " e", "a+b+c+d+e+f+g+h+i+j+k+l+m=n")
    x.ok("growth", "expd exp expr", "a/b*100=c")
    x.ok("sum", "fo1 fo2 fo3 fo4 fo", "a+b+c+d=e")
    x.ok("sum", "fundn ft2 ft3 ft4 ft", "a+b+c+d=e")
    x.ok("growth", "fundd fund fundr", "a/b*100=c")
    x.ok("sum", "debtl debta debtf debtb debt", "a+b+c-d=e")
    x.ok("sum", "dg ds debt", "a+b=c")
    x.ok("sum", "y0 y1 y2 y3 y4", "a+b+c-d=e")
    x.ok("sum", "hp0 hp1 hp2 hp3 hp", "a+b+c+d=e")
    x.ok("sum", "ma mb mc", "a+b=c")
    x.ok("sum", "lb lc ld la", "a+b+c=d")
    x.ok("sum", "ky0 ky1 ky2 ky3 ky4 ky5 ky6 ky7 ky8 ky", "a+b+c+d+e+f+g+h+i=j")
    x.ok("sum", "cut1 cut2 cutall", "a+b=c")
    return x


def subsidies() -> Paper:
    x = Paper("510-朔岭县2025年惠民惠农补贴资金分配表.xlsx")
    towns = [
        # township, villages, households, area of grain, area of seed, hectares, elderly people, disabled people
        ("城关镇", 14, 5216, "18642.50", "9210.00", 1286, 318),
        ("东峪镇", 18, 6480, "26318.20", "14650.00", 1642, 402),
        ("西沟镇", 16, 5873, "24105.80", "12880.00", 1517, 365),
        ("安平镇", 21, 7604, "31240.60", "17320.00", 1985, 471),
        ("马头乡", 11, 3318, "15876.40", "7640.00", 863, 214),
        ("白石乡", 9, 2745, "12408.70", "5990.00", 705, 187),
        ("清水乡", 12, 3692, "16953.30", "8475.00", 948, 236),
        ("榆林坪乡", 8, 2260, "10237.50", "4815.00", 586, 151),
        ("南庄乡", 10, 3041, "13784.00", "6720.00", 792, 203),
    ]
    rate, seed, old, weak = D("82.50"), D("10.00"), 480, 960
    grain = [D(one[3]) * rate for one in towns]
    seeds = [D(one[4]) * seed for one in towns]
    olds = [D(one[5] * old) for one in towns]
    weaks = [D(one[6] * weak) for one in towns]
    sums = [a + b + c + d for a, b, c, d in zip(grain, seeds, olds, weaks, strict=True)]
    total = sum(sums)
    x.h(
        "朔岭县2025年惠民惠农财政补贴资金分配情况",
        "编制单位：朔岭县财政局、朔岭县农业农村局、朔岭县民政局、朔岭县残疾人联合会",
        f"{x('period', '补贴年度：2025年')}",
    )
    x.h("表一　分配总表", "金额单位：元")
    x.t(
        [
            [
                "序号",
                "乡镇",
                "行政村（个）",
                "受益户数（户）",
                "耕地地力保护补贴",
                "良种补贴",
                "高龄津贴",
                "重度残疾人护理补贴",
                "合计",
                "占总额比例",
            ],
            *(
                [
                    str(i),
                    one[0],
                    x("v2_" if i == 2 else f"v{i}", one[1]),
                    x(f"u{i}", one[2]),
                    x(f"a{i}", th(grain[i - 1])),
                    x(f"b{i}", th(seeds[i - 1])),
                    x(f"c{i}", th(olds[i - 1])),
                    x(f"d{i}", th(weaks[i - 1])),
                    x(f"s{i}", th(sums[i - 1])),
                    x(f"p{i}", pc(sums[i - 1], total)),
                ]
                for i, one in enumerate(towns, start=1)
            ),
            [
                "",
                "合计",
                x("v", sum(one[1] for one in towns)),
                x("u", sum(one[2] for one in towns)),
                x("a", th(sum(grain))),
                x("b", th(sum(seeds))),
                x("c", th(sum(olds))),
                x("d", th(sum(weaks))),
                x("s", th(total)),
                "100.00%",
            ],
        ]
    )
    x.h(f"合计金额（大写）：{x('words', '人民币' + _words(total))}")
    x.h("表二　耕地地力保护补贴计算表", "补贴标准：每亩82.50元")
    x.t(
        [
            [
                "序号",
                "乡镇",
                "补贴面积（亩）",
                "补贴标准（元/亩）",
                "补贴金额（元）",
                "上年补贴面积（亩）",
                "面积增减（亩）",
            ],
            *(
                [
                    str(i),
                    one[0],
                    x(f"ha{i}", th(D(one[3]))),
                    x(f"hr{i}", "82.50"),
                    x(f"hm{i}", th(grain[i - 1])),
                    x(f"hl{i}", th(D(one[3]) - _moved(i))),
                    x(f"hd{i}", m(_moved(i))),
                ]
                for i, one in enumerate(towns, start=1)
            ),
            [
                "",
                "合计",
                x("ha", th(sum(D(one[3]) for one in towns))),
                "82.50",
                x("hm", th(sum(grain))),
                x("hl", th(sum(D(one[3]) for one in towns) - sum(map(_moved, range(1, 10))))),
                x("hd", m(sum(map(_moved, range(1, 10))))),
            ],
        ]
    )
    x.h("表三　良种补贴计算表", "补贴标准：每亩10.00元")
    x.t(
        [
            ["序号", "乡镇", "补贴面积（亩）", "补贴金额（元）", "占补贴耕地面积比例"],
            *(
                [
                    str(i),
                    one[0],
                    x(f"ga{i}", th(D(one[4]))),
                    x(f"gm{i}", th(seeds[i - 1])),
                    x(f"gp{i}", pc(D(one[4]), D(one[3]))),
                ]
                for i, one in enumerate(towns, start=1)
            ),
            [
                "",
                "合计",
                x("ga", th(sum(D(one[4]) for one in towns))),
                x("gm", th(sum(seeds))),
                x("gp", pc(sum(D(one[4]) for one in towns), sum(D(one[3]) for one in towns))),
            ],
        ]
    )
    x.h(
        "表四　高龄津贴、重度残疾人护理补贴计算表",
        "标准：高龄津贴每人每年480元（每月40元）；重度残疾人护理补贴每人每年960元（每月80元）",
    )
    x.t(
        [
            [
                "序号",
                "乡镇",
                "高龄老人（人）",
                "高龄津贴（元）",
                "重度残疾人（人）",
                "护理补贴（元）",
                "两项小计（元）",
            ],
            *(
                [
                    str(i),
                    one[0],
                    x(f"ka{i}", one[5]),
                    x(f"km{i}", th(olds[i - 1])),
                    x(f"la{i}", one[6]),
                    x(f"lm{i}", th(weaks[i - 1])),
                    x(f"kl{i}", th(olds[i - 1] + weaks[i - 1])),
                ]
                for i, one in enumerate(towns, start=1)
            ),
            [
                "",
                "合计",
                x("ka", sum(one[5] for one in towns)),
                x("km", th(sum(olds))),
                x("la", sum(one[6] for one in towns)),
                x("lm", th(sum(weaks))),
                x("kl", th(sum(olds) + sum(weaks))),
            ],
        ]
    )
    x.h("表五　资金来源构成表", "金额单位：元")
    central = sum(grain) + sum(seeds)
    x.t(
        [
            ["资金来源", "耕地地力保护补贴", "良种补贴", "高龄津贴", "重度残疾人护理补贴", "合计", "占比"],
            [
                "中央财政",
                th(sum(grain)),
                th(sum(seeds)),
                "0.00",
                "0.00",
                x("o1", th(central)),
                x("o1p", pc(central, total)),
            ],
            [
                "省级财政",
                "0.00",
                "0.00",
                x("o2a", th(sum(olds) / 2)),
                x("o2b", th(sum(weaks) / 2)),
                x("o2", th((sum(olds) + sum(weaks)) / 2)),
                pc((sum(olds) + sum(weaks)) / 2, total),
            ],
            [
                "县级财政",
                "0.00",
                "0.00",
                x("o3a", th(sum(olds) / 2)),
                x("o3b", th(sum(weaks) / 2)),
                x("o3", th((sum(olds) + sum(weaks)) / 2)),
                pc((sum(olds) + sum(weaks)) / 2, total),
            ],
            [
                "合计",
                th(sum(grain)),
                th(sum(seeds)),
                x("oc", th(sum(olds))),
                x("od", th(sum(weaks))),
                x("o", th(total)),
                "100.00%",
            ],
        ]
    )
    x.h(
        "填表说明：",
        f"1. 本次分配涉及{x('towns', '9')}个乡镇、{x('v2', sum(one[1] for one in towns))}个行政村，补贴资金总额{x('all', f'{th(total / 10000)}万元')}，通过“一卡通”系统直接发放到户。",
        "2. 占比按四舍五入保留两位小数，合计数与分项之和可能存在尾差。",
        "3. 高龄津贴、重度残疾人护理补贴由省、县财政各负担50%。",
        f"4. 补贴对象公示时间为{x('n1', '2025年5月12日')}至{x('n2', '2025年5月18日')}，资金于{x('n3', '2025年6月10日')}发放到位。",
    )
    x.fault("sum", "a4 b4 c4 d4 s4", {"s4": th(sums[3] - 9000)}, "a+b+c+d=e", "one digit lower in the row's total")
    x.fault("sum", "s1 s2 s3 s4 s5 s6 s7 s8 s9 s", {"s4": th(sums[3] - 9000)}, "a+b+c+d+e+f+g+h+i=j")
    x.fault("rate", "ha2 hr2 hm2", {"ha2": "23,618.20"}, "a*b=c", "digits swapped in the area")
    x.fault("sum", "ha1 ha2 ha3 ha4 ha5 ha6 ha7 ha8 ha9 ha", {"ha2": "23,618.20"}, "a+b+c+d+e+f+g+h+i=j")
    x.fault("difference", "ha2 hl2 hd2", {"ha2": "23,618.20"}, "a-b=c")
    x.fault("share", "ga2 ha2 gp2", {"ha2": "23,618.20"}, "a/b*100=c")
    x.fault("share", "s4 s p4", {"s4": th(sums[3] - 9000)}, "a/b*100=c")
    x.fault("share", "s7 s p7", {"p7": pc(sums[5], total)}, "a/b*100=c", "the neighbour's share")
    x.fault("repeat", "d5 lm5", {"lm5": th(D(241 * 960))}, "a=b", "the same subsidy in the first table")
    x.fault("rate", "la5 lm5", {"lm5": th(D(241 * 960))}, "a*960=b", "241 people for 214")
    x.fault("sum", "km5 lm5 kl5", {"lm5": th(D(241 * 960))}, "a+b=c")
    lines = "lm1 lm2 lm3 lm4 lm5 lm6 lm7 lm8 lm9 lm"
    x.fault("sum", lines, {"lm5": th(D(241 * 960))}, "a+b+c+d+e+f+g+h+i=j")
    x.fault("count", "v2 v", {"v2": "117"}, "a=b", "119 in the table")
    x.fault("unit", "all s", {"all": f"{th(total / 10000)}元"}, note="元 for 万元")
    x.fault(
        "amount_in_words", "words s", {"words": "人民币" + _words(total + 300000)}, note="not the figure of the table"
    )
    x.fault("year", "n2 n3", {"n3": "2025年5月9日"}, note="paid before the notice was over")
    x.ok("sum", "a1 b1 c1 d1 s1", "a+b+c+d=e")
    x.ok("sum", "a9 b9 c9 d9 s9", "a+b+c+d=e")
    x.ok("sum", "a1 a2 a3 a4 a5 a6 a7 a8 a9 a", "a+b+c+d+e+f+g+h+i=j")
    x.ok("sum", "b1 b2 b3 b4 b5 b6 b7 b8 b9 b", "a+b+c+d+e+f+g+h+i=j")
    x.ok("sum", "a b c d s", "a+b+c+d=e")
    x.ok("rate", "ha1 hr1 hm1", "a*b=c")
    x.ok("share", "s1 s p1", "a/b*100=c")
    x.ok("share", "ga3 ha3 gp3", "a/b*100=c")
    x.ok("difference", "ha6 hl6 hd6", "a-b=c")
    x.ok("count", "v1 v2_ v3 v4 v5 v6 v7 v8 v9 v", "a+b+c+d+e+f+g+h+i=j")
    x.ok("sum", "o1 o2 o3 o", "a+b+c=d")
    x.ok("sum", "o2a o3a oc", "a+b=c")
    return x
