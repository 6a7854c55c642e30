"""A county's hospital bureau, clean: a final account with much that looks wrong and is true."""

from __future__ import annotations

from samples.independent_fourth.making import D, Paper, ch, pc


def paper() -> Paper:
    d = Paper("614-黔岭县卫生健康局2024年度部门决算及绩效说明.docx")
    basic, project, run = D("3862.146"), D("5216.281"), D("1840.166")
    spent = basic + project + run
    d.h("黔岭县卫生健康局2024年度部门决算及绩效说明", "一、单位概况")
    d.p(
        f"黔岭县卫生健康局统筹全县医疗卫生、公共卫生和医政监管工作。纳入决算编报的单位{d('units', 14)}个：局机关1个、县疾病预防控制中心1个、县妇幼保健院1个、乡镇卫生院{d('clinics', 11)}个；县人民医院和县中医医院执行医院财务制度，另行公开，{d('apart', '不在上述14个单位之内')}。",
        f"核定编制{d('post', 486)}名，年末在编在职{d('real', 463)}人，另有编外聘用人员{d('hired', 158)}人、退休{d('retired', 207)}人，{d('payroll', '工资册上共621人（在编在职与编外聘用之和）')}，退休人员不在其内。",
    )
    d.h("二、收入支出情况")
    d.p(
        f"本年支出{d('spent', '10918.59')}万元，其中基本支出{d('basic', '3862.15')}万元、项目支出{d('project', '5216.28')}万元、经营支出{d('run', '1840.17')}万元。{d('note', '各数由元折算为万元时分别四舍五入，分项合计与总数可能有0.01万元的尾差。')}三项分别占{d('s1', pc(basic, spent, 1))}、{d('s2', pc(project, spent, 1))}和{d('s3', pc(run, spent, 1))}。",
        f"本年收入{d('income', '10764.32')}万元，小于本年支出，差额{d('gap', '154.27')}万元由年初结转和结余{d('opening', '612.05')}万元弥补，年末结转和结余{d('closing', '457.78')}万元。",
        f"与2023年本年支出{d('last', '11206.48')}万元相比减少{d('less', '287.89')}万元，下降{d('down', ch(D('10918.59'), D('11206.48')))}；但其中项目支出比2023年的{d('plast', '4988.12')}万元增加{d('pmore', '228.16')}万元，增长{d('pup', ch(D('5216.28'), D('4988.12')))}。{d('both', '总支出下降而项目支出上升，是因为经营支出减少较多。')}",
        f"2024年新增婴幼儿照护服务补助支出{d('baby', '86.40')}万元，{d('zero', '2023年为0万元，同比无法计算')}；2023年列支的疫情防控物资清算款612.00万元，2024年为0万元，下降100%。",
    )
    d.h("三、项目支出构成（单位：万元）")
    jobs = [
        ("基本公共卫生服务", D("2846.00"), D("2760.81")),
        ("乡镇卫生院能力建设", D("1380.00"), D("1311.00")),
        ("重大传染病防控", D("624.50"), D("624.50")),
        ("计划生育家庭扶助", D("391.60"), D("433.57")),
        ("婴幼儿照护服务补助", D("90.00"), D("86.40")),
    ]
    d.t(
        [
            ["项目", "年初预算数", "决算数", "完成年初预算"],
            *([n, d(f"a{i}", a), d(f"b{i}", b), d(f"r{i}", pc(b, a))] for i, (n, a, b) in enumerate(jobs)),
            [
                "合计",
                d("a", sum((j[1] for j in jobs), D(0))),
                d("b", sum((j[2] for j in jobs), D(0))),
                d("r", pc(sum((j[2] for j in jobs), D(0)), sum((j[1] for j in jobs), D(0)))),
            ],
        ]
    )
    d.p(
        f"计划生育家庭扶助完成年初预算的{d('over', pc(jobs[3][2], jobs[3][1]))}，{d('why', '超过100%，是因为年中省级追加特别扶助金48.00万元，调整后预算为439.60万元')}，按调整预算计算的执行率为{d('adj', pc(D('433.57'), D('439.60')))}。",
        f"基本公共卫生服务按常住人口{d('pop', '31.28')}万人、人均{d('per', '91.00')}元测算，应安排{d('calc', '2846.48')}万元，预算数{d('bph', '2846.00')}万元系上级按万元取整下达（不足1万元的部分不计），两者相差{d('diff', '0.48')}万元。",
    )
    d.h("四、“三公”经费")
    d.p(
        f"“三公”经费预算{d('p0', '64.00')}万元，支出{d('p1', '64.00')}万元，完成预算的{d('pr', '100.00%')}。其中公务用车运行维护费预算{d('c0', '58.00')}万元、支出{d('c1', '60.50')}万元，公务接待费预算{d('e0', '6.00')}万元、支出{d('e1', '3.50')}万元；{d('moved', '经县财政局批复，年中从公务接待费调剂2.50万元至公务用车运行维护费，总额不变')}。",
        f"公务用车保有量{d('cars', 22)}辆，其中救护车{d('amb', 15)}辆、疫苗运输车2辆、其他5辆。救护车由各乡镇卫生院使用，{d('four', '11个卫生院中有4个配备2辆')}，其余每院1辆。",
    )
    d.h("五、绩效自评情况")
    d.p(
        f"对{d('count', 5)}个项目开展自评，得分分别为{d('m0', '97.00')}、{d('m1', '91.50')}、{d('m2', '98.20')}、{d('m3', '96.40')}、{d('m4', '89.90')}分，平均{d('mean', '94.60')}分。4个项目为“优”，婴幼儿照护服务补助得{d('babyscore', '89.90')}分，未满90分，{d('babygrade', '等级为“良”')}。",
        f"居民电子健康档案建档率目标≥90%，实际{d('file', '94.37%')}（已建{d('file1', 295220)}人，常住人口312800人，{d('cut', '按规定截取两位小数，不四舍五入')}）；高血压患者规范管理率目标≥65%，实际{d('pressure', '63.10%')}，{d('missed', '未达到目标')}，原因是外出务工患者随访困难；孕产妇死亡率目标≤12/10万，实际为0。",
        f"满意度调查访问居民{d('asked', 1200)}人，其中回答“满意”{d('happy', 846)}人、“较满意”{d('half', 276)}人、“一般”61人、“不满意”17人，满意度按“满意”计1、“较满意”计0.8加权，为{d('sat', '88.90%')}。",
    )
    d.h("六、其他说明")
    d.p(
        f"政府采购支出{d('buy', '1268.40')}万元，授予中小企业合同{d('small', '982.60')}万元，其中授予小微企业{d('micro', '745.30')}万元，小微企业合同占授予中小企业合同的{d('microrate', pc(D('745.30'), D('982.60')))}。",
        "2023年12月采购、2024年1月验收付款的一批冷链设备36.80万元列入2024年支出，采购统计列入2023年。",
        f"局机关运行经费支出{d('office', '78.26')}万元，全部单位公用经费支出{d('public', '512.94')}万元，{d('scope', '前者只指局机关，后者为14个单位之和')}。",
    )
    d.near("sum", "basic project run spent", "a+b+c=d", "each rounded, as it says")
    d.ok("share", "basic spent s1", "a/b*100=c")
    d.ok("share", "project spent s2", "a/b*100=c")
    d.ok("share", "run spent s3", "a/b*100=c")
    d.ok("difference", "spent income gap", "a-b=c")
    d.ok("difference", "opening gap closing", "a-b=c")
    d.ok("difference", "last spent less", "a-b=c")
    d.ok("growth", "less last down", "a/b*100=c")
    d.ok("growth", "pmore plast pup", "a/b*100=c", "up, while the whole goes down")
    d.ok("growth", "baby zero", note="base 0")
    for i in range(5):
        d.ok("rate", f"b{i} a{i} r{i}", "a/b*100=c")
    d.ok("sum", "a0 a1 a2 a3 a4 a", "a+b+c+d+e=f")
    d.ok("sum", "b0 b1 b2 b3 b4 b", "a+b+c+d+e=f")
    d.ok("repeat", "b project", "a=b")
    d.ok("rate", "over r3", "a=b", "over 100 per cent with its reason")
    d.ok("rate", "pop per calc", "a*b=c")
    d.ok("difference", "calc bph diff", "a-b=c")
    d.ok("sum", "c0 e0 p0", "a+b=c")
    d.ok("sum", "c1 e1 p1", "a+b=c")
    d.ok("policy", "c1 c0 moved", note="over its part, by leave, the whole unchanged")
    d.ok("sum", "amb cars", "a+2+5=b")
    d.ok("rate", "m0 m1 m2 m3 m4 mean", "(a+b+c+d+e)/5=f")
    d.ok("grade", "babyscore babygrade")
    d.ok("rate", "file1 file", "", "cut, not rounded, as it says")
    d.ok("survey", "happy half asked sat", "(a+b*0.8)/c*100=d")
    d.ok("target", "pressure missed", note="missed, and said so")
    d.ok("share", "micro small microrate", "a/b*100=c")
    d.ok("count", "units clinics", "b+3=a")
    d.ok("count", "real hired payroll", note="463 and 158 are 621")
    d.ok("repeat", "office public scope", note="two scopes")
    return d
