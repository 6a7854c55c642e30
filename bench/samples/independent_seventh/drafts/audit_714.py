"""An audit bureau's notice of what it found in a fund."""

from __future__ import annotations

from samples.independent_fourth.making import D, Paper, pc


def paper() -> Paper:
    d = Paper("714-禾峄市审计局关于就业补助资金专项审计结果的公告.txt", width=36)
    upper, city, county = D("4860.00"), D("1250.00"), D("1180.00")
    total = upper + city + county
    opening = D("436.52")
    uses = [
        ("社会保险补贴", "2186.40"),
        ("公益性岗位补贴", "1975.36"),
        ("职业培训补贴", "1284.70"),
        ("创业担保贷款贴息", "862.15"),
        ("就业见习补贴", "308.90"),
    ]
    paid = sum((D(one) for _, one in uses), D(0))
    closing = opening + total - paid
    found = [D("38.62"), D("52.40"), D("26.75"), D("415.20"), D("84.36")]
    amount = sum(found, D(0))
    fixed = D("571.20")
    d.h("禾峄市审计局", "关于2023年度就业补助资金管理使用情况专项审计结果的公告", "（2024年第3号）", "")
    d.p(
        f"根据《中华人民共和国审计法》的规定和年度审计项目计划，市审计局派出审计组，于{d('from', '2024年3月11日')}至{d('to', '2024年5月24日')}，对2023年度全市就业补助资金管理使用情况进行了专项审计，重点审计了市本级和3个县（区），延伸调查培训机构{d('school', 12)}家、用人单位{d('firm', 38)}家、补贴对象{d('folk', 260)}人，对重要事项进行了必要的追溯。现将审计结果公告如下：",
    )
    d.h("一、基本情况")
    d.p(
        f"2023年，全市共筹集就业补助资金{d('total', total)}万元，其中上级补助{d('upper', upper)}万元，占{d('ushare', pc(upper, total))}；市级安排{d('city', city)}万元，占{d('cshare', pc(city, total))}；县级安排{d('county', county)}万元，占{d('dshare', pc(county, total))}。上年结转{d('opening', opening)}万元，当年可用资金{d('all', opening + total)}万元。当年支出{d('paid', paid)}万元，支出进度{d('rate', pc(paid, opening + total))}，年末结转{d('closing', closing)}万元。",
        f"支出构成为：社会保险补贴{d('u1', uses[0][1])}万元、公益性岗位补贴{d('u2', uses[1][1])}万元、职业培训补贴{d('u3', uses[2][1])}万元、创业担保贷款贴息{d('u4', uses[3][1])}万元、就业见习补贴{d('u5', uses[4][1])}万元。全年享受各类补贴{d('got', 21846)}人次，城镇新增就业{d('new', '3.42')}万人，完成目标任务{d('new0', '3.20')}万人的{d('newrate', pc(D('3.42'), D('3.20')))}。",
    )
    d.h("二、审计评价")
    d.p(
        "审计结果表明，市人力资源社会保障局会同财政部门能够贯彻落实稳就业各项政策，资金管理制度基本健全，资金使用总体合规，在稳定重点群体就业方面发挥了积极作用。审计也发现，部分资金在审核发放、拨付进度和项目管理等方面还存在一些问题。",
    )
    d.h("三、审计发现的主要问题")
    d.p(
        f"本次审计共发现{d('count', 5)}个方面问题，涉及金额{d('amount', amount)}万元。",
        f"（一）向不符合条件的人员发放补贴{d('f1', found[0])}万元。{d('n1', 46)}名已办理退休或已就业人员继续领取公益性岗位补贴，其中已退休{d('n11', 17)}人、已在企业参保{d('n12', 29)}人。",
        f"（二）培训机构虚报学时套取补贴{d('f2', found[1])}万元。抽查{d('class', 85)}个培训班，{d('class1', 14)}个班实际学时不足，占{d('classrate', pc(14, 85))}，涉及培训机构4家。",
        f"（三）重复发放社会保险补贴{d('f3', found[2])}万元。因两套系统数据未共享，{d('dup', 107)}人在市、县两级重复享受，人均{d('dupeach', '2500')}元。",
        f"（{d('four', '四')}）资金拨付不及时{d('f4', found[3])}万元。县（区）收到上级资金后滞留超过30日，最长{d('days', 96)}日，{d('span', '自2023年6月1日收到至2023年9月5日拨付')}。",
        f"（{d('five', '五')}）见习补贴结余未按规定收回{d('f5', found[4])}万元。{d('tail', '3家见习单位停止招收见习人员后，预拨资金长期沉淀在单位账户。')}",
    )
    d.h("四、审计处理情况")
    d.p(
        f"对上述问题，市审计局已依法出具审计报告、下达审计决定，要求追回前三项违规资金{d('back', found[0] + found[1] + found[2])}万元{d('bracket', '（其中培训机构应退52.40万元）')}，收回沉淀资金{d('f52', found[4])}万元，并将{d('hand', 2)}条问题线索移送主管部门处理。",
    )
    d.h("五、审计建议")
    d.p(
        "（一）建立人社、税务、民政数据比对机制，按月核验补贴对象状态。（二）对培训过程实行电子签到和视频抽查，对虚报机构取消定点资格。（三）明确上级资金分解下达时限，纳入县（区）绩效考核。",
    )
    d.h("六、整改情况")
    d.p(
        f"截至2024年9月30日，{d('done', 4)}个方面问题已整改完成，{d('doing', 1)}个方面正在整改；已整改金额{d('fixed', fixed)}万元，占问题金额的{d('fixrate', pc(fixed, amount))}，尚未整改{d('unfixed', amount - fixed)}万元，主要为培训机构分期退款。修订完善制度{d('rule', 3)}项，分别为{d('rulelist', '《公益性岗位管理细则》《职业培训补贴核验办法》《就业补助资金拨付规程》')}。整改结果由市人力资源社会保障局向社会公告。",
    )
    d.h("附表  分地区资金使用情况表（单位：万元）")
    areas = [
        ("市本级", D("2480.00"), D("2216.35")),
        ("汀桥区", D("1960.00"), D("1702.48")),
        ("石泓县", D("1815.00"), D("1562.70")),
        ("云峤县", total + opening - D("6255.00"), paid - D("5481.53")),
    ]
    d.t(
        [
            ["地区", "可用资金", "支出", "支出进度", "年末结转"],
            *(
                [area, d(f"g{at}", got), d(f"p{at}", used), d(f"r{at}", pc(used, got)), d(f"e{at}", got - used)]
                for at, (area, got, used) in enumerate(areas, start=1)
            ),
            ["合计", d("gt", opening + total), d("pt", paid), d("rt", pc(paid, opening + total)), d("et", closing)],
        ]
    )

    d.fault("sum", "f1 f2 f3 f4 f5 amount", {"f4": "451.20"}, "a+b+c+d+e=f", "digits swapped")
    d.fault("count", "count four five", {"count": 6}, note="six announced, five set out; four mended and one under way")
    d.fault("count", "done doing count", {"count": 6}, "a+b=c", "four and one are five")
    d.ok("count", "n11 n12 n1", "a+b=c")
    d.ok("share", "city total cshare", "a/b*100=c")
    d.fault("rate", "p2 g2 r2", {"r2": pc(D("2216.35"), D("2480.00"))}, "a/b*100=c", "the rate of the row above")
    d.fault("difference", "g3 p3 e3", {"e3": "225.30"}, "a-b=c", "digits swapped")
    d.fault("sum", "e1 e2 e3 e4 et", {"e3": "225.30"}, "a+b+c+d=e", "the column does not add up")
    d.ok("rate", "f3 dup dupeach", "a*10000/b=c")
    d.fault("structure", "bracket", {"bracket": "（其中培训机构应退52.40万元"}, note="bracket never closed")
    d.fault("year", "to", {"to": "2023年5月24日"}, note="ends before it begins")
    d.ok("sum", "upper city county total", "a+b+c=d")
    d.ok("share", "upper total ushare", "a/b*100=c")
    d.ok("share", "county total dshare", "a/b*100=c")
    d.ok("sum", "opening total all", "a+b=c")
    d.ok("rate", "paid all rate", "a/b*100=c")
    d.ok("difference", "all paid closing", "a-b=c")
    d.ok("sum", "u1 u2 u3 u4 u5 paid", "a+b+c+d+e=f")
    d.ok("rate", "new new0 newrate", "a/b*100=c")
    d.ok("rate", "class1 class classrate", "a/b*100=c")
    d.ok("sum", "f1 f2 f3 back", "a+b+c=d")
    d.ok("repeat", "f5 f52", "a=b")
    d.ok("rate", "fixed amount fixrate", "a/b*100=c")
    d.ok("difference", "amount fixed unfixed", "a-b=c")
    d.ok("sum", "g1 g2 g3 g4 gt", "a+b+c+d=e")
    d.ok("sum", "p1 p2 p3 p4 pt", "a+b+c+d=e")
    d.ok("rate", "p1 g1 r1", "a/b*100=c")
    d.ok("rate", "p3 g3 r3", "a/b*100=c")
    d.ok("rate", "pt gt rt", "a/b*100=c")
    d.ok("difference", "g1 p1 e1", "a-b=c")
    d.ok("repeat", "closing et", "a=b")
    d.ok("count", "rule rulelist", note="three named")
    d.ok("policy", "days span", note="from the first of June to the fifth of September are 96 days")
    d.near("share", "ushare cshare dshare", "100-a-b=c", "the rounded shares give 100.01")
    return d
