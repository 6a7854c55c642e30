"""Clean: a city's final account in a terse style; many true statements look false."""

from __future__ import annotations

from samples.independent_fourth.making import D, Paper, ch, pc


def paper() -> Paper:
    d = Paper("414-宁屿市科学技术局2023年度部门决算说明.txt", width=33, gap="  ")
    staff, public = D("824.16"), D("97.35")
    basic = staff + public
    project = D("3618.49")
    total = basic + project
    opening, closing = D("214.60"), D("83.25")
    income = total + closing - opening
    last_in, last_out = D("4786.30"), D("4701.92")
    budget = D("3980.00")
    d.h("宁屿市科学技术局2023年度部门决算说明", "一、部门概况")
    d.p(
        "宁屿市科学技术局是市政府工作部门，加挂市外国专家局牌子。内设7个科室，下属市科技创新服务中心、市生产力促进中心2个事业单位。其中市生产力促进中心2023年3月划入，其上年数未作追溯调整。",
        f"部门编制{d('post', 46)}名，其中行政编制19名。年末实有{d('real', 52)}人，其中在职{d('work', 44)}人、退休人员由单位代管8人。",
    )
    d.h("二、收支总体情况")
    d.p(
        f"2023年度收入{d('income', income)}万元，上年{d('lastin', last_in)}万元，增长{d('inup', '-' + ch(income, last_in))}；支出{d('total', total)}万元，上年{d('lastout', last_out)}万元，增长{d('outup', '-' + ch(total, last_out))}。收支均为负增长，主要原因是上年安排的科技孵化基地建设补助为一次性项目。",
        f"年初结转和结余{d('opening', opening)}万元，年末结转和结余{d('closing', closing)}万元。收入加年初结转共{d('can', income + opening)}万元，等于支出加年末结转。",
        f"年初预算{d('budget', budget)}万元，年中追加研发投入奖补{d('add', '640.00')}万元，因机构划转调减{d('cut', '35.00')}万元，调整预算{d('plan', D('4585.00'))}万元。支出决算为年初预算的{d('overrate', pc(total, budget))}，为调整预算的{d('planrate', pc(total, D(4585)))}。",
    )
    d.h("三、支出结构")
    d.p(
        f"基本支出{d('basic', basic)}万元，占{d('bshare', pc(basic, total, 1))}；项目支出{d('project', project)}万元，占{d('pshare', pc(project, total, 1))}。基本支出中人员经费{d('staff', staff)}万元，占基本支出的{d('sshare', pc(staff, basic, 1))}。",
    )
    parts = [
        ("科学技术", D("4215.88")),
        ("社会保障和就业", D("138.64")),
        ("卫生健康", D("62.75")),
        ("住房保障", D("84.13")),
        ("资源勘探工业信息", D("38.60")),
    ]
    d.p(
        "按功能分类："
        + "；".join(
            f"{name}支出{d(f'k{at}', money)}万元，占{d(f'kr{at}', pc(money, total, 1))}"
            for at, (name, money) in enumerate(parts)
        )
        + "。各项占比因四舍五入，合计可能不等于100%。",
    )
    big = D("1860.00")
    d.p(
        f"科学技术支出中，研发投入奖补{d('big', big)}万元、高新技术企业培育{d('high', '724.50')}万元，两项合计{d('two', big + D('724.50'))}万元，占项目支出的{d('twoshare', pc(big + D('724.50'), project))}，占科学技术支出的{d('twoof', pc(big + D('724.50'), parts[0][1]))}。其余为科技特派员、成果转化、科普等支出。",
    )
    d.h("基本支出决算表（万元）")
    d.t(
        [
            ["经济分类", "决算数"],
            ["301工资福利支出", d("e301", "768.90")],
            ["302商品和服务支出", d("e302", "91.85")],
            ["303对个人和家庭的补助", d("e303", "55.26")],
            ["310资本性支出", d("e310", "5.50")],
            ["合计", d("et", basic)],
        ]
    )
    d.p(
        f"人员经费为301和303之和，公用经费{d('public', public)}万元为302和310之和。本表合计仅反映基本支出，与部门支出合计不一致。"
    )
    d.h("四、“三公”经费")
    three, three_last = D("9.36"), D("4.68")
    d.p(
        f"“三公”经费支出{d('three', three)}万元，为预算{d('threeplan', '16.50')}万元的{d('threerate', pc(three, D('16.50')))}，比上年{d('threelast', three_last)}万元增加{d('threemore', three - three_last)}万元，增长{d('threeup', ch(three, three_last))}，主要原因是恢复因公出国团组。其中：因公出国（境）费{d('abroad', '5.04')}万元（上年0万元）；公务用车运行维护费{d('car', '3.60')}万元，比上年下降{d('cardown', ch(D('3.60'), D('3.84')))}（上年3.84万元）；公务接待费{d('guest', '0.72')}万元，比上年下降{d('guestdown', ch(D('0.72'), D('0.84')))}（上年0.84万元）。",
    )
    d.h("五、机关运行经费和政府采购")
    d.p(
        "机关运行经费支出58.42万元，为局机关公用经费，小于部门公用经费，差额为两个事业单位的日常公用经费38.93万元。",
        f"政府采购支出{d('buy', '186.20')}万元，其中服务{d('buys', '171.40')}万元。授予中小企业合同{d('small', '186.20')}万元，占100%，其中小微企合同占{d('micro', pc(D('102.40'), D('186.20')))}，即102.40万元。",
        "截至2023年12月31日，部门共有车辆2辆，均为机要通信和应急保障用车。本部门2023年度没有政府性基金预算和国有资本经营预算财政拨款收支。",
    )
    d.h("六、绩效管理")
    d.p(
        f"组织对{d('works', 14)}个项目自评，其中一级项目5个，自评优秀{d('best1', 9)}个、良好{d('best2', 4)}个，另有{d('best3', 1)}个因跨年实施暂不评定等次。平均分92.37分（按已评定的13个项目计算）。",
        f"全市高新技术企业{d('firms', 326)}家，比上年{d('firmsold', 271)}家净增{d('firmsmore', 55)}家（新认定83家，到期未通过28家）；技术合同成交额{d('deal', '18.64')}亿元，增长{d('dealup', ch(D('18.64'), D('15.82')))}（上年15.82亿元）；研发经费投入强度{d('rd', '2.36%')}，提高{d('rdup', '0.11')}个百分点（上年2.25%）。",
        f"“科技特派员”项目：计划选派120名，实际选派{d('sent', 126)}名，完成率105%，按100%计分；服务企业和合作社{d('served', 208)}家，受访满意率{d('sat', pc(173, 181))}（有效问卷181份中满意173份，发放200份）。未完成指标1个：专利转化率目标15%，实际13.8%，完成92%，得分4.6分（满分5分）。",
    )
    d.h("七、名词解释")
    d.p("负增长：指本期数小于上期数。增长率为负的，表述为“增长-X%”，与“下降X%”同义。")
    d.ok("growth", "income lastin inup", "(a-b)/b*100=c", "negative growth")
    d.ok("growth", "total lastout outup", "(a-b)/b*100=c", "negative growth")
    d.ok("sum", "income opening can", "a+b=c")
    d.ok("difference", "budget add cut plan", "a+b-c=d")
    d.ok("rate", "total budget overrate", "a/b*100=c", "above 100: of the first budget")
    d.ok("rate", "total plan planrate", "a/b*100=c")
    d.ok("share", "two project twoshare", "a/b*100=c")
    d.ok("share", "two k0 twoof", "a/b*100=c")
    d.ok("sum", "e301 e302 e303 e310 et", "a+b+c+d=e")
    d.ok("sum", "e302 e310 public", "a+b=c")
    d.ok("growth", "three threelast threeup", "(a-b)/b*100=c")
    d.ok("sum", "abroad car guest three", "a+b+c=d")
    d.ok("difference", "firms firmsold firmsmore", "a-b=c")
    return d
