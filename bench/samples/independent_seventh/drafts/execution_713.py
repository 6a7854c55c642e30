"""A county's report on the carrying out of its budget, to its people's congress."""

from __future__ import annotations

from samples.independent_fourth.making import Paper, ch, pc


def n(value: int) -> str:
    return f"{value}"


def paper() -> Paper:
    d = Paper("713-滏岚县2024年预算执行情况和2025年预算草案的报告.txt", width=36)
    tax = [("国内增值税", 22480), ("企业所得税", 8365), ("个人所得税", 2140), ("契税", 7920)]
    taxes, fees = 61250, 37390
    rest = taxes - sum(one for _, one in tax)
    income, plan, last = taxes + fees, 96500, 92318
    out = [
        ("一般公共服务支出", 34560, 35210),
        ("教育支出", 86420, 81936),
        ("社会保障和就业支出", 72315, 67840),
        ("卫生健康支出", 38640, 39875),
        ("城乡社区支出", 21375, 20460),
        ("农林水支出", 64890, 61205),
    ]
    spent, spentlast, spentplan = 386720, 368905, 398450
    aid, bond, left, moved, used = 268350, 24600, 8920, 12400, 3500
    inall = income + aid + bond + left + moved + used
    up, back, saved, next_ = 7860, 6500, 3600, spentplan - spent
    fund, fundplan, fundlast, land = 45280, 60000, 58630, 39860
    fundout = 71540
    limit, debt1, debt2 = 286500, 128640, 150700
    debt = debt1 + debt2
    ins, insout, inslast = 52380, 46915, 55765
    goal = 104065
    d.h(
        "关于滏岚县2024年预算执行情况和2025年预算草案的报告",
        "——2025年1月16日在滏岚县第十八届人民代表大会第五次会议上",
        "滏岚县财政局",
        "",
    )
    d.p(
        "各位代表：",
        "受县人民政府委托，现将2024年预算执行情况和2025年预算草案提请大会审议，并请县政协委员和其他列席人员提出意见。",
    )
    d.h("一、2024年预算执行情况", "（一）一般公共预算执行情况")
    d.p(
        f"1.收入情况。全县一般公共预算收入完成{d('income', n(income))}万元，占年初预算{d('plan', n(plan))}万元的{d('inrate', pc(income, plan))}，比上年完成数{d('last', n(last))}万元增加{d('inmore', n(income - last))}万元，增长{d('inup', ch(income, last))}。其中：税收收入完成{d('taxes', n(taxes))}万元，占一般公共预算收入的{d('taxshare', pc(taxes, income))}；非税收入完成{d('fees', n(fees))}万元，占{d('feeshare', pc(fees, income))}。",
        f"税收收入主要项目完成情况：国内增值税{d('x1', n(tax[0][1]))}万元、企业所得税{d('x2', n(tax[1][1]))}万元、个人所得税{d('x3', n(tax[2][1]))}万元、契税{d('x4', n(tax[3][1]))}万元、其他各税{d('x5', n(rest))}万元。",
        f"2.支出情况。全县一般公共预算支出完成{d('spent', n(spent))}万元，占调整预算{d('spentplan', n(spentplan))}万元的{d('outrate', pc(spent, spentplan))}，比上年{d('spentlast', n(spentlast))}万元增长{d('outup', ch(spent, spentlast))}。主要支出项目完成情况是：",
    )
    for at, (name, now, was) in enumerate(out, start=1):
        word = "增长" if now > was else "下降"
        d.p(
            f"——{name}{d(f'o{at}', n(now))}万元，比上年{d(f'l{at}', n(was))}万元{d(f'w{at}', word)}{d(f'u{at}', ch(now, was))}；"
        )
    d.p(
        f"以上六项支出合计{d('six', n(sum(one[1] for one in out)))}万元，占一般公共预算支出的{d('sixshare', pc(sum(one[1] for one in out), spent))}。",
        f"3.收支平衡情况。全县一般公共预算收入{d('income2', n(income))}万元，加上级补助收入{d('aid', n(aid))}万元、地方政府一般债券转贷收入{d('bond', n(bond))}万元、上年结余{d('left', n(left))}万元、调入资金{d('moved', n(moved))}万元、动用预算稳定调节基金{d('used', n(used))}万元，收入总计{d('inall', n(inall))}万元；一般公共预算支出{n(spent)}万元，加上解上级支出{d('up', n(up))}万元、债务还本支出{d('back', n(back))}万元、安排预算稳定调节基金{d('saved', n(saved))}万元、结转下年支出{d('next', n(next_))}万元，支出总计{d('outall', n(spent + up + back + saved + next_))}万元，收支平衡。",
    )
    d.h("（二）政府性基金预算执行情况")
    d.p(
        f"全县政府性基金收入完成{d('fund', n(fund))}万元，占年初预算{d('fundplan', n(fundplan))}万元的{d('fundrate', pc(fund, fundplan))}，比上年{d('fundlast', n(fundlast))}万元{d('funddir', '下降')}{d('fundup', ch(fund, fundlast))}，主要是房地产市场调整，土地出让收入减少。其中：国有土地使用权出让收入{d('land', n(land))}万元，占{d('landshare', pc(land, fund))}。政府性基金支出{d('fundout', n(fundout))}万元，其中专项债券安排支出{d('fundbond', '38200')}万元。",
    )
    d.h(f"（{d('three', '三')}）国有资本经营预算执行情况")
    d.p("全县国有资本经营预算收入1260万元，支出882万元，调入一般公共预算378万元。")
    d.h(f"（{d('four', '四')}）社会保险基金预算执行情况")
    d.p(
        f"社会保险基金收入{d('ins', n(ins))}万元，支出{d('insout', n(insout))}万元，当年结余{d('insnow', n(ins - insout))}万元，加上年滚存结余{d('inslast', n(inslast))}万元，年末滚存结余{d('insall', n(inslast + ins - insout))}万元。"
    )
    d.h("（五）地方政府债务情况")
    d.p(
        f"省财政厅核定我县2024年政府债务限额{d('limit', n(limit))}万元，其中一般债务限额131500万元、专项债务限额155000万元。截至2024年底，全县政府债务余额{d('debt', f'{debt}万元')}，其中一般债务余额{d('debt1', n(debt1))}万元、专项债务余额{d('debt2', n(debt2))}万元，债务余额低于限额{d('room', n(limit - debt))}万元。全年偿还到期债券本金{d('repay', '18400')}万元、支付利息{d('interest', '9126')}万元，合计{d('serve', '27526')}万元。",
    )
    d.h("（六）落实人大决议和财政重点工作情况")
    d.p(
        f"一是千方百计抓收入。面对减收压力，一般公共预算收入突破9亿元，达到{d('income3', n(income))}万元。二是优化结构保民生。全县民生支出{d('life', '317110')}万元，占一般公共预算支出的{d('lifeshare', pc(317110, spent))}。三是深化改革提绩效。对{d('eval', 18)}个重点项目开展财政评价，其中评为优的{d('ev1', 5)}个、良的{d('ev2', 11)}个、中的{d('ev3', 2)}个，压减低效资金{d('cut', '2460')}万元。四是{d('doubled', '严肃财经纪律守底线')}，组织开展会计信息质量检查，检查单位26家，发现问题73个，已整改71个。",
    )
    d.h("二、2025年预算草案", "（一）指导思想和编制原则")
    d.p(
        "坚持以收定支、量入为出，坚持党政机关过紧日子，坚持“三保”支出在预算安排中的优先顺序，统筹发展和安全，增强财政可持续性。"
    )
    d.h(f"（二）{d('draft', '2025年一般公共预算')}收支安排")
    d.p(
        f"2025年全县一般公共预算收入安排{d('goal', n(goal))}万元，比2024年完成数增长{d('goalup', ch(goal, income))}，其中税收收入{d('gtax', '66150')}万元、非税收入{d('gfee', n(goal - 66150))}万元。一般公共预算支出安排{d('gout', '312400')}万元，比2024年年初预算{d('goutlast', '298650')}万元增长{d('goutup', ch(312400, 298650))}。其中“三保”支出{d('three3', '218680')}万元，占{d('threeshare', pc(218680, 312400))}。",
    )
    d.h("（三）其他预算安排")
    d.p(
        f"政府性基金收入安排{d('gfund', '48000')}万元，比2024年完成数增长{d('gfundup', ch(48000, fund))}；国有资本经营预算收入安排1300万元；社会保险基金收入安排{d('gins', '55120')}万元、支出安排{d('ginsout', '49860')}万元，当年预计结余{d('ginsleft', '5260')}万元。",
        f"县本级安排“三公”经费{d('gthree', '862')}万元，比上年预算{d('gthreelast', '905')}万元压减{d('gthreecut', ch(862, 905))}，其中公务接待费{d('gt1', '186')}万元、公务用车购置及运行费{d('gt2', '676')}万元、因公出国（境）费未安排。",
    )
    d.h("三、扎实做好2025年财政工作")
    d.p(
        "（一）强化收入征管，培植壮大财源。（二）优化支出结构，兜牢“三保”底线。（三）深化零基预算改革，提高资金使用效益。（四）加强债务管理，防范化解风险。"
    )
    d.p("各位代表，我们将在县委坚强领导下，自觉接受县人大监督，虚心听取县政协意见，奋力完成全年预算任务。")

    d.fault("sum", "x1 x2 x3 x4 x5 taxes", {"x1": "24280"}, "a+b+c+d+e=f", "digits swapped")
    d.ok("share", "fees income feeshare", "a/b*100=c")
    d.fault("growth", "fund fundlast funddir", {"funddir": "增长"}, note="less than last year, and the reason says so")
    d.fault("unit", "debt debt1 debt2", {"debt": f"{debt}亿元"}, note="亿元 for 万元")
    d.fault("repeat", "income income3", {"income3": "96840"}, "a=b", "digits swapped")
    d.ok("count", "ev1 ev2 ev3 eval", "a+b+c=d")
    d.fault("difference", "ins insout insnow", {"insnow": "5645"}, "a-b=c", "digits swapped")
    d.fault("difference", "inslast insnow insall", {"insnow": "5645"}, "a+b=c", "the balance keeps 5465")
    d.fault("structure", "doubled", {"doubled": "严肃财经财经纪律守底线"}, note="doubled word")
    d.fault("year", "draft", {"draft": "2024年一般公共预算"}, note="the heading of last year's report")
    d.ok("rate", "income plan inrate", "a/b*100=c")
    d.ok("difference", "income last inmore", "a-b=c")
    d.ok("growth", "income last inup", "(a-b)/b*100=c")
    d.ok("sum", "taxes fees income", "a+b=c")
    d.ok("share", "taxes income taxshare", "a/b*100=c")
    d.ok("rate", "spent spentplan outrate", "a/b*100=c")
    d.ok("growth", "spent spentlast outup", "(a-b)/b*100=c")
    d.ok("growth", "o2 l2 u2", "(a-b)/b*100=c")
    d.ok("growth", "o4 l4 u4", "(b-a)/b*100=c")
    d.ok("sum", "o1 o2 o3 o4 o5 o6 six", "a+b+c+d+e+f=g")
    d.ok("share", "six spent sixshare", "a/b*100=c")
    d.ok("sum", "income2 aid bond left moved used inall", "a+b+c+d+e+f=g")
    d.ok("sum", "spent up back saved next outall", "a+b+c+d+e=f")
    d.ok("repeat", "inall outall", "a=b")
    d.ok("difference", "spentplan spent next", "a-b=c")
    d.ok("rate", "fund fundplan fundrate", "a/b*100=c")
    d.ok("growth", "fundlast fund fundup", "(a-b)/a*100=c")
    d.ok("share", "land fund landshare", "a/b*100=c")
    d.ok("sum", "repay interest serve", "a+b=c")
    d.ok("share", "life spent lifeshare", "a/b*100=c")
    d.ok("growth", "goal income goalup", "(a-b)/b*100=c")
    d.ok("sum", "gtax gfee goal", "a+b=c")
    d.ok("growth", "gout goutlast goutup", "(a-b)/b*100=c")
    d.ok("share", "three3 gout threeshare", "a/b*100=c")
    d.ok("growth", "gfund fund gfundup", "(a-b)/b*100=c")
    d.ok("difference", "gins ginsout ginsleft", "a-b=c")
    d.ok("growth", "gthreelast gthree gthreecut", "(a-b)/a*100=c")
    d.ok("sum", "gt1 gt2 gthree", "a+b=c")
    return d
