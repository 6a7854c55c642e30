"""814: a district's budget execution of 2024 and what it achieved, reported to a standing committee, in Word."""

from __future__ import annotations

from samples.independent_eighth.drafts.shaping import Draft
from samples.independent_fourth.making import D, Paper, ch, pc

__all__ = ["paper"]


def paper() -> Paper:
    doc = Draft("814-洛坪区2024年预算执行和预算绩效管理情况报告.docx")
    tax = [
        ("增值税", "10.86", "10.42"),
        ("企业所得税", "4.37", "4.58"),
        ("个人所得税", "1.52", "1.47"),
        ("城市维护建设税", "1.94", "1.86"),
        ("其他各税", "6.18", "5.79"),
    ]
    taxes = sum(D(a) for _, a, _ in tax)
    ltaxes = sum(D(b) for *_, b in tax)
    non, lnon = D("8.25"), D("7.64")
    rev, lrev = taxes + non, ltaxes + lnon
    goal = D("32.50")
    doc.h(
        "关于洛坪区2024年预算执行和预算绩效管理情况的报告",
        "——2025年3月在洛坪区第九届人民代表大会常务委员会第二十七次会议上",
        "洛坪区财政局局长  邵景澄",
    )
    doc.p(
        "主任、各位副主任、各位委员：", "受区人民政府委托，现将2024年全区预算执行和预算绩效管理情况报告如下，请审议。"
    )
    doc.h("一、2024年预算执行情况", "（一）一般公共预算")
    doc.p(
        f"1.收入情况。全区一般公共预算收入完成{doc('rev', rev)}亿元，为年初预算{doc('goal', goal)}亿元的{doc('revr', pc(rev, goal))}，比上年增加{doc('revd', rev - lrev)}亿元，增长{doc('revg', ch(rev, lrev))}。其中：税收收入{doc('tax', taxes)}亿元，增长{doc('taxg', ch(taxes, ltaxes))}，占一般公共预算收入的{doc('taxs', pc(taxes, rev))}；非税收入{doc('non', non)}亿元，增长{doc('nong', ch(non, lnon))}，占{doc('nons', pc(non, rev))}。分税种看，"
        + "，".join(
            f"{n}{doc(f't{k}', a)}亿元，{'增长' if D(a) > D(b) else '下降'}{doc(f'tg{k}', ch(D(a), D(b)))}"
            for k, (n, a, b) in enumerate(tax, 1)
        )
        + "。"
    )
    doc.h("2024年全区一般公共预算收入完成情况表（单位：亿元）")
    rows = [["项目", "2023年决算数", "2024年执行数", "增减额", "增减%"]]
    rows += [
        [
            n,
            doc(f"lt{k}", b),
            doc(f"tt{k}", a),
            doc(f"td{k}", D(a) - D(b)),
            ("-" if D(a) < D(b) else "") + doc(f"tp{k}", ch(D(a), D(b))[:-1]),
        ]
        for k, (n, a, b) in enumerate(tax, 1)
    ]
    rows.append(
        [
            "税收收入小计",
            doc("lt", ltaxes),
            doc("tt", taxes),
            doc("td", taxes - ltaxes),
            doc("tp", ch(taxes, ltaxes)[:-1]),
        ]
    )
    rows.append(["非税收入", doc("ln", lnon), doc("tn", non), doc("nd", non - lnon), doc("np", ch(non, lnon)[:-1])])
    rows.append(["合计", doc("lr", lrev), doc("tr", rev), doc("rd", rev - lrev), doc("rp", ch(rev, lrev)[:-1])])
    doc.t(rows)
    ex = [
        ("教育支出", "14.62", "13.98"),
        ("社会保障和就业支出", "9.87", "9.32"),
        ("卫生健康支出", "6.45", "6.71"),
        ("城乡社区支出", "7.18", "6.86"),
        ("农林水支出", "5.24", "4.97"),
        ("一般公共服务支出", "4.36", "4.43"),
        ("其他支出", "8.93", "8.55"),
    ]
    out = sum(D(a) for _, a, _ in ex)
    lout = sum(D(b) for *_, b in ex)
    adj = D("58.40")
    edu = [
        D(a) for n, a, _ in ex if n in ("教育支出", "社会保障和就业支出", "卫生健康支出", "城乡社区支出", "农林水支出")
    ]
    live = sum(edu, D(0))
    doc.p(
        f"2.支出情况。全区一般公共预算支出{doc('out', out)}亿元，完成调整预算{doc('adj', adj)}亿元的{doc('outr', pc(out, adj))}，比上年的{doc('lout', lout)}亿元增长{doc('outg', ch(out, lout))}。主要支出科目执行情况："
        + "；".join(
            f"{n}{doc(f'e{k}', a)}亿元，{'增长' if D(a) > D(b) else '下降'}{doc(f'eg{k}', ch(D(a), D(b)))}（上年{doc(f'le{k}', b)}亿元）"
            for k, (n, a, b) in enumerate(ex, 1)
        )
        + f"。前五项民生重点支出合计{doc('live', live)}亿元，占一般公共预算支出的{doc('lives', pc(live, out))}。"
    )
    inc = [
        ("一般公共预算收入", rev),
        ("上级补助收入", D("21.36")),
        ("债务转贷收入", D("3.80")),
        ("调入资金", D("2.45")),
        ("上年结转", D("1.72")),
        ("动用预算稳定调节基金", D("0.98")),
    ]
    tin = sum((v for _, v in inc), D(0))
    outs = [
        ("一般公共预算支出", out),
        ("上解上级支出", D("3.26")),
        ("债务还本支出", D("1.65")),
        ("安排预算稳定调节基金", D("0.64")),
    ]
    tout = sum((v for _, v in outs), D(0))
    doc.p(
        "3.收支平衡情况。收入总计"
        + f"{doc('tin', tin)}亿元，包括："
        + "、".join(f"{n}{doc(f'in{k}', v)}亿元" for k, (n, v) in enumerate(inc, 1))
        + f"。支出总计{doc('tout', tout)}亿元，包括："
        + "、".join(f"{n}{doc(f'ou{k}', v)}亿元" for k, (n, v) in enumerate(outs, 1))
        + f"。收支相抵，结转下年支出{doc('over', tin - tout)}亿元。"
    )
    doc.h("（二）政府性基金预算")
    fi, fo = D("16.72"), D("15.94")
    doc.p(
        f"全区政府性基金收入{doc('fi', fi)}亿元，比上年的{doc('lfi', D('19.85'))}亿元下降{doc('fig', ch(fi, D('19.85')))}，其中国有土地使用权出让收入{doc('land', D('14.38'))}亿元，占{doc('lands', pc(D('14.38'), fi))}。政府性基金支出{doc('fo', fo)}亿元，完成调整预算{doc('fadj', D('17.30'))}亿元的{doc('for', pc(fo, D('17.30')))}。"
    )
    doc.h("（三）国有资本经营预算和社会保险基金预算")
    doc.p(
        f"国有资本经营预算收入{doc('gz', '3,860')}万元，支出{doc('gzo', '2,540')}万元，调出资金{doc('gzd', '1,320')}万元。社会保险基金收入{doc('sb', D('11.27'))}亿元，其中城乡居民基本养老保险基金收入{doc('sb1', D('4.19'))}亿元、机关事业单位基本养老保险基金收入{doc('sb2', D('7.08'))}亿元；支出{doc('sbo', D('9.86'))}亿元，当年收支结余{doc('sbj', D('1.41'))}亿元，年末滚存结余{doc('sbg', D('13.52'))}亿元（上年末{doc('sbl', D('12.11'))}亿元）。"
    )
    doc.h("（四）政府债务情况")
    doc.p(
        f"截至2024年底，全区政府债务余额{doc('zw', D('46.38'))}亿元，其中一般债务{doc('zw1', D('18.92'))}亿元、专项债务{doc('zw2', D('27.46'))}亿元，控制在上级核定的债务限额{doc('xe', D('48.10'))}亿元以内。全年新增政府债券{doc('xz', D('7.20'))}亿元，支持{doc('xm', 16)}个重点项目建设，其中教育{doc('xm1', 4)}个、医疗卫生{doc('xm2', 3)}个、市政基础设施{doc('xm3', 6)}个、产业园区{doc('xm4', 3)}个。"
    )
    doc.h("二、2024年预算绩效管理情况")
    doc.p(
        f"1.绩效目标管理。将绩效目标作为预算安排的前置条件，全区{doc('bm', 78)}个预算部门、{doc('mb', 1246)}个项目全部编报绩效目标，涉及资金{doc('mbj', D('24.36'))}亿元；审核中退回修改{doc('th', 183)}个，占{doc('thr', pc(183, 1246))}；不予安排{doc('by', 27)}个，核减资金{doc('hj', '8,640')}万元。",
        f"2.事前绩效评估。对{doc('pg', 12)}个新增重大政策和项目开展事前绩效评估，申请资金{doc('sq', D('3.85'))}亿元，审定{doc('sd', D('2.97'))}亿元，审减{doc('sj', D('0.88'))}亿元，审减率{doc('sjr', pc(D('0.88'), D('3.85')))}。",
        f"3.绩效运行监控。对{doc('jk', 1219)}个项目开展“双监控”，发现偏差项目{doc('pc_', 64)}个，收回或调整资金{doc('sh', '1.12')}亿元。",
        f"4.绩效评价。2024年完成项目自评{doc('zp', 1219)}个，其中优{doc('zp1', 1043)}个、良{doc('zp2', 142)}个、中{doc('zp3', 29)}个、差{doc('zp4', 5)}个，优良率{doc('zpr', pc(1185, 1219))}。开展财政重点评价{doc('cz', 10)}个，涉及资金{doc('czj', D('5.46'))}亿元，占区本级项目支出的比重稳步提高。重点评价结果为：优{doc('cz1', 2)}个、良{doc('cz2', 6)}个、中{doc('cz3', 2)}个。",
        f"5.评价结果应用。根据评价结果，对{doc('yy', 9)}个项目压减2025年预算{doc('yj', '4,216')}万元，取消政策{doc('qx', 3)}项；重点评价发现问题{doc('wt', 87)}个，已整改{doc('wt1', 79)}个，整改率{doc('wtr', pc(79, 87))}，其余{doc('wt2', 8)}个正在整改。",
    )
    doc.h("财政重点绩效评价结果一览表")
    pj = [
        ("学前教育生均补助", "5,860", "91.20", "优"),
        ("老旧小区改造", "12,400", "86.45", "良"),
        ("社区卫生服务能力提升", "3,720", "88.10", "良"),
        ("农村生活垃圾治理", "6,180", "82.36", "良"),
        ("就业见习补贴", "1,450", "90.55", "优"),
        ("产业扶持资金", "9,600", "76.80", "中"),
        ("公园绿地养护", "4,230", "84.90", "良"),
        ("智慧交通建设", "7,300", "72.15", "中"),
        ("残疾人康复服务", "1,160", "87.25", "良"),
        ("公共文化服务体系建设", "2,700", "83.40", "良"),
    ]
    rows = [["序号", "项目名称", "评价资金（万元）", "评价得分", "评价等级"]]
    rows += [[k, n, doc(f"pm{k}", a), doc(f"ps{k}", s), doc(f"pg{k}", g)] for k, (n, a, s, g) in enumerate(pj, 1)]
    ptot = sum(D(a.replace(",", "")) for _, a, *_ in pj)
    pavg = sum(D(s) for _, _, s, _ in pj) / 10
    rows.append(["", "合计/平均", doc("pm", f"{ptot:,}"), doc("pav", f"{pavg:.2f}"), ""])
    doc.t(rows)
    doc.h("三、存在的主要问题")
    doc.p(
        f"一是财政收支矛盾突出，土地出让收入下滑，政府性基金收入比上年减少{doc('fid', D('3.13'))}亿元；二是部分部门绩效目标编制质量不高，指标量化不足；三是个别项目支出进度偏慢，{doc('mid', '截至年底仍有64个项目执行率低于80%。')}",
    )
    doc.h("四、下一步工作打算")
    doc.p(
        "一是强化收入组织和财源培植，依法依规征收，提高收入质量。",
        "二是坚持过紧日子，大力压减一般性支出，兜牢“三保”底线。",
        f"三是深化预算绩效管理改革，健全分行业分领域绩效指标体系，推动绩效评价结果与{doc('yr', 2026)}年预算安排、政策调整实质性挂钩。",
        "四是加强政府债务管理，足额安排还本付息资金，守住不发生系统性风险的底线。",
    )
    doc.p("以上报告，请予审议。")
    seven = "a+b+c+d+e+f+g=h"
    doc.fault("growth", "e1 le1 eg1", {"eg1": "4.85%"}, "(a-b)/b*100=c", "4.58 写成 4.85")
    doc.fault("growth", "fi lfi fig", {"fig": "18.72%"}, "(b-a)/b*100=c", "以本年数为分母")
    doc.fault("share", "live out lives", {"lives": "76.45%"}, "a/b*100=c", "76.54 写成 76.45")
    doc.ok("share", "land fi lands", "a/b*100=c")
    doc.fault("rate", "fo fadj for", {"for": "92.41%"}, "a/b*100=c", "92.14 写成 92.41")
    doc.fault("sum", "in1 in2 in3 in4 in5 in6 tin", {"in2": "21.63"}, "a+b+c+d+e+f=g", "数字颠倒")
    doc.fault("difference", "sq sd sj", {"sj": "0.98"}, "a-b=c", "0.88 误作 0.98")
    doc.fault("rate", "sj sq sjr", {"sj": "0.98"}, "a/b*100=c", "审减率按0.88计算")
    doc.fault("count", "xm1 xm2 xm3 xm4 xm", {"xm3": 5}, "a+b+c+d=e", "市政项目少计1个")
    doc.fault("repeat", "t5 tt5", {"t5": "6.81"}, "a=b", "正文与附表不一致，数字颠倒")
    doc.fault("grade", "ps8 pg8", {"pg8": "良"}, "", "72.15分应为中，且与正文中2个不符")
    doc.fault("structure", "mid", {"mid": "截至年底仍有64个项目执行率"}, "", "句子中断")
    doc.holds(
        "sum",
        "a+b+c+d+e=f",
        "tt1 tt2 tt3 tt4 tt5 tt",
        "lt1 lt2 lt3 lt4 lt5 lt",
        "e1 e2 e3 e4 e5 live",
        "td1 td2 td3 td4 td5 td",
    )
    doc.holds(
        "sum",
        "a+b=c",
        "tax non rev",
        "tt tn tr",
        "lt ln lr",
        "sb1 sb2 sb",
        "zw1 zw2 zw",
        "gzo gzd gz",
        "td nd rd",
        "sbl sbj sbg",
    )
    doc.holds("sum", seven, "e1 e2 e3 e4 e5 e6 e7 out", "le1 le2 le3 le4 le5 le6 le7 lout")
    doc.holds("sum", "a+b+c+d=e", "ou1 ou2 ou3 ou4 tout", "zp1 zp2 zp3 zp4 zp")
    doc.holds("sum", "a+b+c=d", "cz1 cz2 cz3 cz")
    doc.holds("sum", "a+b+c+d+e+f+g+h+i+j=k", " ".join(f"pm{k}" for k in range(1, 11)) + " pm")
    doc.holds("rate", "(a+b+c+d+e+f+g+h+i+j)/10=k", " ".join(f"ps{k}" for k in range(1, 11)) + " pav")
    doc.holds(
        "growth",
        "(a-b)/b*100=c",
        "tt1 lt1 tp1",
        "tt3 lt3 tp3",
        "tt4 lt4 tp4",
        "tt5 lt5 tp5",
        "tt lt tp",
        "tn ln np",
        "tr lr rp",
        "out lout outg",
        *(f"e{k} le{k} eg{k}" for k in (2, 4, 5, 7)),
    )
    doc.holds("growth", "(b-a)/b*100=c", "tt2 lt2 tp2", "e3 le3 eg3", "e6 le6 eg6")
    doc.holds("share", "a/b*100=c", "tax rev taxs", "non rev nons", "th mb thr")
    doc.holds("rate", "a/b*100=c", "rev goal revr", "out adj outr", "wt1 wt wtr")
    doc.holds("rate", "(a+b)/c*100=d", "zp1 zp2 zp zpr")
    doc.holds(
        "difference",
        "a-b=c",
        "tin tout over",
        "sb sbo sbj",
        "wt wt1 wt2",
        "lfi fi fid",
        "mb by jk",
        *(f"tt{k} lt{k} td{k}" for k in range(1, 6)),
    )
    doc.holds(
        "repeat",
        "a=b",
        "rev tr",
        "tax tt",
        "non tn",
        "revd rd",
        "in1 rev",
        "ou1 out",
        "jk zp",
        *(f"t{k} tt{k}" for k in range(1, 5)),
    )
    doc.holds("rate", "a/10000=b", "pm czj")
    return doc
