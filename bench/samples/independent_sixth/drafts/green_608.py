"""A district's greening bureau: a budget as pdftotext leaves it, prose in 万元, tables in 元."""

from __future__ import annotations

from samples.independent_fourth.making import D, ch, q
from samples.independent_sixth.greening import GROUPS, LAST, LEAVES, USES
from samples.independent_sixth.laying import COLUMNS, Laid


def y(cents: int) -> str:
    """元 with commas, nothing for nothing."""
    return f"{cents // 100:,}.{cents % 100:02d}" if cents else ""


def w(cents: int) -> D:
    """万元."""
    return q(D(cents) / 1_000_000)


def both(start: str) -> tuple[int, int]:
    held = [one for one in LEAVES if one[0].startswith(start)]
    return sum(one[2] for one in held), sum(one[3] for one in held)


def before(start: str) -> int:
    """Last year's 元 of all codes that begin so."""
    return sum(amount for code, amount in LAST.items() if code.startswith(start))


def spending(d: Laid, tag: str) -> list[list[str]]:
    """The table of functions: code, name, all, basic, project."""
    lines: list[tuple[str, str, tuple[int, int]]] = []
    for code, name, basic, project in LEAVES:
        for cut in (3, 5):
            head = (code[:cut], GROUPS[code[:cut]], both(code[:cut]))
            if head not in lines:
                lines.append(head)
        lines.append((code, name, (basic, project)))
    lines.append(("", "合计", both("2")))
    past = tag == "g"
    rows = [["类", "款", "项", "功能分类科目名称", *(["2024年预算数"] if past else []), "合计", "基本支出", "项目支出"]]
    for code, name, (basic, project) in lines:
        key = f"{tag}{code or 'all'}"
        rows.append(
            [
                code[:3],
                code[3:5],
                code[5:],
                d(f"{key}n", name),
                *([d(f"l{code or 'all'}t", y(before(code)))] if past else []),
                d(f"{key}t", y(basic + project)),
                d(f"{key}b", y(basic)) if basic else "",
                d(f"{key}p", y(project)) if project else "",
            ]
        )
    return rows


def prose(d: Laid) -> None:
    total = w(sum(both("2")))
    last = D("18214.36")
    d.h(
        "海津市澄江区2025年区级部门预算",
        "",
        "  预算主管部门：海津市澄江区绿化和市容管理局",
        "",
        "            部门主要职能",
    )
    d.p(
        "澄江区绿化和市容管理局是区政府工作部门，负责全区绿化林业、市容环境卫生、生活垃圾分类、景观灯光和户外广告设施的行业管理与监督检查。"
    )
    d.h("            部门机构设置")
    d.p(
        f"本部门预算为汇总预算，包括局机关和所属预算单位。纳入编制范围的预算单位共{d('units', 4)}家，其中行政单位1家、事业单位3家，具体包括：",
    )
    d.h(
        f"  {d('names', '1.澄江区绿化和市容管理局（本部）；2.澄江区绿化管理事务中心；3.澄江区市容环境卫生管理中心；4.澄江区生活垃圾分类指导中心。')}",
        "            2025年部门预算编制说明",
    )
    d.p(
        f"2025年，澄江区绿化和市容管理局收入预算{d('income', total)}万元，其中：财政拨款收入{d('fiscal', total)}万元，比2024年预算{d('last', last)}万元{d('way', '增加')}{d('more', total - last)}万元，增幅{d('up', ch(total, last))}；事业收入0万元；其他收入0万元。",
        f"支出预算{d('cost', total)}万元，其中：一般公共预算拨款支出预算{d('cost2', total)}万元，政府性基金拨款支出预算0万元，与2024年预算持平。财政拨款收支变动的主要原因是{d('why', '新建两座生活垃圾中转站投入运行，环卫作业经费增加')}。",
        "财政拨款支出主要内容如下：",
    )
    for at, (code, name, basic, project) in enumerate(LEAVES, start=1):
        head, middle = GROUPS[code[:3]], GROUPS[code[:5]]
        d.p(
            f"{at}.“{head}（类）{middle}（款）{name}（项）”科目{d(f'm{code}', w(basic + project))}万元，主要用于{USES[code]}。"
        )


def totals(d: Laid) -> None:
    d.h("", "                 2025年部门财务收支预算总表", "编制部门：澄江区绿化和市容管理局        单位：元")
    heads = ["208", "210", "212", "221"]
    rows = [["项目（收入）", "预算数", "项目（支出）", "预算数"]]
    left = ["一、财政拨款收入", "  1.一般公共预算资金", "  2.政府性基金", "二、事业收入"]
    for at, (head, name) in enumerate(zip(heads, left, strict=True)):
        amount = d(f"in{at}", y(sum(both("2")))) if at < 2 else ""
        rows.append([name, amount, f"{'一二三四'[at]}、{GROUPS[head]}", d(f"out{head}", y(sum(both(head))))])
    rows.append(["收入总计", d("inall", y(sum(both("2")))), "支出总计", d("outall", y(sum(both("2"))))])
    d.t(rows, COLUMNS)
    d.h(
        "",
        f"                 {d('title', '2025年部门支出预算总表')}",
        "编制部门：澄江区绿化和市容管理局        单位：元",
    )
    d.t(spending(d, "s"), COLUMNS)
    d.h(
        "",
        "                 2025年部门一般公共预算支出功能分类预算表",
        "编制部门：澄江区绿化和市容管理局        单位：元",
    )
    d.t(spending(d, "g"), COLUMNS)


def economy(d: Laid) -> None:
    staff = [
        ("301", "01", "基本工资", 4_216_800_00),
        ("301", "02", "津贴补贴", 9_635_427_00),
        ("301", "07", "绩效工资", 3_842_160_00),
        ("301", "08", "机关事业单位基本养老保险缴费", 2_143_659_20),
        ("301", "09", "职业年金缴费", 1_071_829_60),
        ("301", "10", "职工基本医疗保险缴费", 1_211_621_50),
        ("301", "13", "住房公积金", 2_016_538_00),
        ("301", "99", "其他工资福利支出", 2_158_364_11),
    ]
    car, guest = 216_000_00, 18_000_00
    goods = [
        ("302", "01", "办公费", 386_500_00),
        ("302", "07", "邮电费", 142_300_00),
        ("302", "17", "公务接待费", guest),
        ("302", "28", "工会经费", 268_415_00),
        ("302", "31", "公务用车运行维护费", car),
    ]
    people = [("303", "02", "退休费", 1_286_400_00)]
    rest = both("2")[0] - sum(one[3] for one in staff + goods + people)
    goods.append(("302", "99", "其他商品和服务支出", rest))
    d.h(
        "",
        "                 2025年部门一般公共预算基本支出部门预算经济分类预算表",
        "编制部门：澄江区绿化和市容管理局        单位：元",
    )
    rows = [["类", "款", "经济分类科目名称", "合计", "人员经费", "公用经费"]]
    sums = {}
    for name, held, column in (
        ("工资福利支出", staff, 0),
        ("商品和服务支出", goods, 1),
        ("对个人和家庭的补助", people, 0),
    ):
        kind = held[0][0]
        sums[kind] = sum(one[3] for one in held)
        for code, sub, title, amount in [(kind, "", name, sums[kind]), *held]:
            cell = d(f"e{code}{sub}", y(amount))
            rows.append([code, sub, title, cell, *([y(amount), ""] if column == 0 else ["", y(amount)])])
    personnel = sums["301"] + sums["303"]
    rows.append(["", "", "合计", d("eall", y(both("2")[0])), d("eper", y(personnel)), d("epub", y(sums["302"]))])
    d.t(rows, COLUMNS)
    d.h(
        "",
        "                 2025年部门“三公”经费和机关运行经费预算表",
        f"编制部门：澄江区绿化和市容管理局        {d('unit', '单位：万元')}",
    )
    d.t(
        [
            ["合计", "因公出国（境）费", "公务用车购置费", "公务用车运行费", "公务接待费", "机关运行经费预算数"],
            [d("pub", "41.40"), "0.00", d("buy", "18.00"), d("run", w(car)), d("eat", w(guest)), d("office", "214.86")],
        ],
        COLUMNS,
    )
    d.h("            名词解释")
    d.p(
        "（一）财政拨款收入：指预算主管部门及所属预算单位本年度从本级财政部门取得的各类财政拨款。",
        "（二）基本支出预算：指为保障机构正常运转、完成日常工作任务而编制的年度支出计划，由人员经费和公用经费两部分组成。",
        "（三）项目支出预算：指为完成特定的行政工作任务或者事业发展目标，在基本支出之外编制的年度支出计划。",
        "（四）机关运行经费：指行政单位和参公单位使用一般公共预算财政拨款安排的日常公用经费支出，不含其他事业单位的公用经费，因此小于基本支出中的公用经费合计数。",
    )
    d.h("            其他相关情况说明")
    d.p(
        f"一、2025年“三公”经费预算{d('pub2', '41.40')}万元，比2024年预算增加{d('pubmore', '16.20')}万元。其中：公务用车购置及运行费{d('cars', '39.60')}万元（购置费18.00万元、运行费21.60万元），比2024年预算增加{d('carmore', '16.20')}万元，主要原因是更新1辆执法执勤用车、核减其他车辆运行费1.80万元；公务接待费1.80万元，与2024年预算持平。",
        f"二、机关运行经费。2025年机关运行经费预算{d('office2', '214.86')}万元。",
        f"三、政府采购预算情况。2025年政府采购预算{d('proc', '12486.50')}万元，其中货物预算{d('proc1', '286.40')}万元、工程预算{d('proc2', '745.30')}万元、服务预算{d('proc3', '11454.80')}万元。",
        f"四、绩效目标设置情况。2025年编报绩效目标的项目{d('goals', 16)}个，涉及预算金额{d('goalsum', w(both('2')[1]))}万元，实现项目支出绩效目标全覆盖。",
        "五、截至2024年8月31日，本部门共有车辆14辆，其中机要通信用车1辆、执法执勤用车5辆、特种专业技术用车8辆；单价100万元以上的设备3台（套）。",
    )


def project(d: Laid) -> None:
    d.h("            项目经费情况说明", "  项目名称：生活垃圾清运处置", "  一、项目概述")
    d.p(
        f"保障全区{d('streets', 10)}个街镇生活垃圾日产日清。项目按可回收物、有害垃圾、湿垃圾、干垃圾四类分别收运，全年计划清运湿垃圾{d('wet', '4.82')}万吨、干垃圾{d('dry', '9.36')}万吨，合计{d('both', '14.18')}万吨。"
    )
    d.h(
        "  二、立项依据",
        "  市、区两级关于生活垃圾管理的规定和本区环卫作业经费定额。",
        "  三、实施主体",
        "  澄江区市容环境卫生管理中心。",
        "  四、年度预算安排",
    )
    d.p(
        f"2025年项目预算{d('tr', '7326.40')}万元，其中湿垃圾收运处置{d('tr1', '3108.90')}万元、干垃圾收运处置{d('tr2', '3931.20')}万元、中转站运行{d('tr3', '286.30')}万元。按清运量计算，湿垃圾每吨{d('per1', '645.00')}元、干垃圾每吨{d('per2', '420.00')}元。"
    )
    d.h("  五、绩效目标")
    d.t(
        [
            ["一级指标", "三级指标", "指标值"],
            ["产出指标", "湿垃圾清运量", d("gw", "≥4.82万吨")],
            ["产出指标", "干垃圾清运量", d("gd", "≤9.36万吨")],
            ["产出指标", "作业车辆密闭化率", "=100%"],
            ["产出指标", "清运及时率", "≥98%"],
            ["效益指标", "生活垃圾资源化利用率", "≥45%"],
            ["满意度指标", "居民满意度", "≥90%"],
        ],
        COLUMNS,
    )


def paper() -> Laid:
    d = Laid("608-澄江区绿化和市容管理局2025年部门预算.txt", width=56)
    prose(d)
    totals(d)
    economy(d)
    project(d)
    faults(d)
    fine(d)
    return d


def faults(d: Laid) -> None:
    d.fault("count", "units names", {"units": 5}, note="four are named, one administrative and three others")
    d.fault("growth", "way", {"way": "减少"}, note="the figures and the reason say more")
    d.fault("repeat", "m2120102 s2120102t", {"m2120102": "863.45"}, note="836.45 in the tables, digits swapped")
    leaves = " ".join(f"m{one[0]}" for one in LEAVES)
    d.fault("sum", f"{leaves} income", {"m2120102": "863.45"}, "a+b+c+d+e+f+g+h+i+j+k=l", "27 over the total")
    d.fault("year", "title", {"title": "2024年部门支出预算总表"}, note="last year's title over the table of 2025")
    d.fault("structure", "s2080506n", {"s2080506n": "机关事业单位基本养老保险缴费支出"}, note="name of the code above")
    d.fault(
        "sum", "s2120501b s2120501p s2120501t", {"s2120501b": "9,725,180.66"}, "a+b=c", "digits swapped in one cell"
    )
    d.fault("sum", "s2120501b s21205b", {"s2120501b": "9,725,180.66"}, "a=b", "the only item against its group")
    d.ok("repeat", "s2210203t g2210203t", "a=b")
    d.ok("sum", "g2210201t g2210203t g22102t", "a+b=c")
    d.fault("repeat", "s2120501b g2120501b", {"s2120501b": "9,725,180.66"}, "a=b", "two tables of the same item")
    d.ok("sum", "g2210203b g2210203t", "a=b")
    d.fault("repeat", "m2120102 g2120102t", {"m2120102": "863.45"}, note="836.45 in the other table too")
    d.fault("unit", "unit", {"unit": "单位：元"}, note="the same figures are 万元 in the text below")
    d.ok("sum", "proc1 proc2 proc3 proc", "a+b+c=d")


def fine(d: Laid) -> None:
    for tag in "sg":
        d.ok("sum", f"{tag}208t {tag}210t {tag}212t {tag}221t {tag}allt", "a+b+c+d=e")
        d.ok("sum", f"{tag}allb {tag}allp {tag}allt", "a+b=c")
        d.ok("sum", f"{tag}2080501t {tag}2080505t {tag}2080506t {tag}20805t", "a+b+c=d")
        d.ok("sum", f"{tag}21201t {tag}21205t {tag}21299t {tag}212t", "a+b+c=d")
        d.ok("sum", f"{tag}2101101t {tag}2101102t {tag}21011t", "a+b=c")
    for code in ("2080501", "2080505", "2101101", "2120101", "2120501", "2129999", "2210201", "2210203"):
        d.ok("repeat", f"s{code}t m{code}", "a/10000=b", "元 beside 万元")
    d.ok("sum", "out208 out210 out212 out221 outall", "a+b+c+d=e")
    d.ok("repeat", "inall outall", "a=b")
    d.ok("repeat", "inall income", "a/10000=b")
    d.ok("difference", "income last more", "a-b=c")
    d.ok("growth", "more last up", "a/b*100=c")
    d.ok("sum", "tr1 tr2 tr3 tr", "a+b+c=d")
    d.ok("sum", "wet dry both", "a+b=c")
    d.ok("rate", "tr1 wet per1", "a/b=c")
    d.ok("rate", "tr2 dry per2", "a/b=c")
    d.ok("repeat", "wet gw", "a=b")
    d.ok("sum", "e30101 e30102 e30107 e30108 e30109 e30110 e30113 e30199 e301", "a+b+c+d+e+f+g+h=i")
    d.ok("sum", "e30201 e30207 e30217 e30228 e30231 e30299 e302", "a+b+c+d+e+f=g")
    d.ok("sum", "eper epub eall", "a+b=c")
    d.ok("repeat", "eall sallb", "a=b")
    d.ok("sum", "buy run eat pub", "a+b+c=d")
    d.ok("repeat", "office office2", "a=b")
    d.ok("sum", "l208t l210t l212t l221t lallt", "a+b+c+d=e", "last year")
    d.ok("repeat", "lallt last", "a/10000=b", "last year")
