"""An accounting firm's evaluation of a pipe renewal fund, with rubric and scores in prose."""

from __future__ import annotations

from samples.independent_tenth.papers import D, Paper, pc

__all__ = ["paper"]


def paper() -> Paper:
    x = Paper("1305-沅桥市城区老旧供水管网改造专项资金绩效评价报告.txt")
    _about(x)
    _money(x)
    _decide(x)
    _process(x)
    _output(x)
    _end(x)
    return x


def _about(x: Paper) -> None:
    x.h("沅桥市城区老旧供水管网改造专项资金绩效评价报告", "")
    x.h(
        "委托单位：沅桥市财政局",
        "评价机构：霖阜衡正会计师事务所（普通合伙）",
        "报告文号：霖衡绩评字〔2024〕第037号",
        "",
    )
    x.p(
        "受沅桥市财政局委托，我所于2024年5月8日至7月20日对2023年度城区老旧供水管网改造专项资金实施了绩效评价。"
        "评价工作严格遵循独立、客观、公正原则，履行了资料核查、现场勘查、问卷调查、座谈访谈等必要程序，现出具报告如下。"
    )
    x.h("一、项目概况", "（一）立项背景")
    x.p(
        "沅桥市主城区供水管网多敷设于上世纪八九十年代，灰口铸铁管占比高，爆管、漏损频发。2022年12月，市政府常务会议审议通过"
        "《城区老旧供水管网改造三年行动方案（2023—2025年）》，由市住房和城乡建设局主管、市水务集团实施。"
    )
    x.h("（二）建设内容与资金")
    x.p(
        f"2023年计划改造管网{x('goal', '62.0')}公里，涉及东城、西城、河口三个片区，分别为{x('g1', '24.5')}公里、{x('g2', '21.8')}公里、"
        f"{x('g3', '15.7')}公里，同步更换智能水表{x('meters_g', 18000)}只。项目概算总投资{x('invest', '13860')}万元，"
        f"资金来源为：中央补助{x('m1', 4200)}万元，占{x('m1s', pc(4200, 13860))}；省级配套{x('m2', 2100)}万元，占"
        f"{x('m2s', pc(2100, 13860))}；市级专项{x('m3', 5560)}万元，占{x('m3s', pc(5560, 13860))}；水务集团自筹{x('m4', 2000)}万元，占"
        f"{x('m4s', pc(2000, 13860))}。"
    )
    x.ok("sum", "g1 g2 g3 goal", "a+b+c=d")
    x.ok("sum", "m1 m2 m3 m4 invest", "a+b+c+d=e")
    x.fault("share", "m3 invest m3s", {"m3s": "41.02%"}, "a/b*100=c", "40.12% mistyped")
    x.oks("share", "a/b*100=c", "m1 invest m1s", "m2 invest m2s", "m4 invest m4s")


def _money(x: Paper) -> None:
    x.h("（三）资金到位与使用")
    x.p(
        f"截至2023年12月31日，中央、省、市财政资金{x('due', 11860)}万元全部到账，自筹资金到账{x('own', 1500)}万元，实际到位"
        f"{x('got', 13360)}万元，资金到位率{x('got_r', pc(13360, 13860))}。累计支付{x('paid', '12691.40')}万元，结存"
        f"{x('left', '668.60')}万元，以到位资金为基数的执行率为{x('rate', pc(D('12691.40'), 13360))}。",
        f"支付资金按用途归集：管材及设备购置{x('u1', '5284.30')}万元，安装施工{x('u2', '6102.75')}万元，勘察设计监理"
        f"{x('u3', '538.15')}万元，路面恢复{x('u4', '766.20')}万元。施工费用居首，占{x('u2s', pc(D('6102.75'), D('12691.40')))}，"
        f"购置费用次之，占{x('u1s', pc(D('5284.30'), D('12691.40')))}。",
        f"经抽查，河口片区路面恢复第2标段合同价款{x('deal', '286.50')}万元，已付至{x('deal_p', '257.85')}万元，付款比例"
        f"{x('deal_r', '90%')}，尚有质保金人民币{x('words', '贰拾捌万陆仟伍佰元整')}（{x('held', '286500')}元）未付，与合同约定一致。",
    )
    x.ok("sum", "m1 m2 m3 due", "a+b+c=d")
    x.ok("sum", "due own got", "a+b=c")
    x.ok("rate", "got invest got_r", "a/b*100=c")
    x.ok("difference", "got paid left", "a-b=c")
    x.fault("rate", "paid got rate", {"rate": pc(D("12691.40"), 13860)}, "a/b*100=c", "made with the whole investment")
    x.fault("sum", "u1 u2 u3 u4 paid", {"u3": "583.15"}, "a+b+c+d=e", "two digits swapped in a part")
    x.oks("share", "a/b*100=c", "u2 paid u2s", "u1 paid u1s")
    x.ok("rate", "deal_p deal deal_r", "a/b*100=c")
    x.ok("amount_in_words", "words held")
    x.ok("difference", "deal deal_p held", "(a-b)*10000=c")


def _decide(x: Paper) -> None:
    x.h("（四）评价思路与方法")
    x.p(
        "本次评价以绩效目标为导向，综合运用成本效益分析法、比较法、因素分析法和公众评判法，对资金从预算安排到产生效益的全过程进行考察。"
        f"评价人员共{x('team', 7)}名，由注册会计师{x('t1', 3)}名、造价工程师{x('t2', 2)}名、给排水专业高级工程师{x('t3', 2)}名组成。现场勘查覆盖全部"
        f"{x('bids2', 8)}个标段，随机开挖复核管道埋深{x('dig', 32)}处，符合设计要求的{x('dig_ok', 31)}处，符合率{x('dig_r', pc(31, 32))}。"
        "评价数据主要来源于项目单位提供的会计账簿、施工合同、监理周报、分区计量平台数据以及本所独立取得的问卷结果；"
        "对于项目单位未能提供佐证的指标，按不利于被评价方的口径处理。",
    )
    x.ok("count", "t1 t2 t3 team", "a+b+c=d")
    x.ok("rate", "dig_ok dig dig_r", "a/b*100=c")
    x.h("二、评价结论")
    x.p(
        f"本次评价设决策、过程、产出、效益四个一级指标，权重分别为{x('w1', 15)}分、{x('w2', 20)}分、{x('w3', 35)}分、{x('w4', 30)}分，"
        f"满分{x('w', 100)}分。评价等级划分为：得分在90分（含）以上为“优”，80分（含）至90分为“良”，60分（含）至80分为“中”，"
        f"60分以下为“差”。经综合评定，项目得分{x('score', '86.25')}分，评价等级为“{x('grade', '良')}”。各部分得分情况为："
        f"决策{x('s1', '13.50')}分，得分率{x('r1', pc(D('13.5'), 15))}；过程{x('s2', '16.75')}分，得分率{x('r2', pc(D('16.75'), 20))}；"
        f"产出{x('s3', '30.50')}分，得分率{x('r3', pc(D('30.5'), 35))}；效益{x('s4', '25.50')}分，得分率{x('r4', pc(D('25.5'), 30))}。"
    )
    x.ok("score_sum", "w1 w2 w3 w4 w", "a+b+c+d=e")
    x.fault("score_sum", "s1 s2 s3 s4 score", {"score": "88.25"}, "a+b+c+d=e", "one digit mistyped in the total")
    x.ok("grade", "score grade")
    x.oks("score_rate", "a/b*100=c", "s1 w1 r1", "s2 w2 r2", "s4 w4 r4")
    x.fault("score_rate", "s3 w3 r3", {"r3": "81.74%"}, "a/b*100=c", "87.14% with digits moved")
    x.h("三、绩效分析", "（一）决策情况")
    x.p(
        f"项目立项（5分）：立项依据充分，程序规范，得{x('a1', '5.00')}分。绩效目标（5分）：目标明确但部分效益指标未量化，酌情扣1分，得"
        f"{x('a2', '4.00')}分。资金投入（5分）：预算按管径测算，测算依据较充分，但自筹资金落实方案不具体，扣0.5分，得{x('a3', '4.50')}分。"
        f"本部分合计得{x('at', '13.50')}分。"
    )
    x.ok("score_sum", "a1 a2 a3 at", "a+b+c=d")
    x.same("s1 at")


def _process(x: Paper) -> None:
    x.h("（二）过程情况")
    x.p(
        f"资金到位率（{x('bf1', 4)}分）。评分规则：到位率100%得满分，每低1个百分点扣0.25分，不足1个百分点的按1个百分点计，扣完为止。"
        f"项目到位率{x('b_r', '96.39%')}，扣{x('b_k', '1.00')}分，得{x('b1', '3.00')}分。",
        f"预算执行率（{x('bf2', 6)}分）。评分规则：得分＝执行率×6，结果保留两位小数；执行率低于60%的不得分。"
        f"本项得{x('b2', '5.70')}分。",
        f"资金使用合规性（{x('bf3', 4)}分）。抽查凭证{x('vouchers', 186)}份，发现{x('bad', 3)}份附件不全，每发现1份扣0.25分，共扣"
        f"{x('bad_k', '0.75')}分，得{x('b3', '3.25')}分。",
        f"组织实施（{x('bf4', 6)}分）。{x('bids', 8)}个标段均公开招标，但有两个标段变更手续滞后；监理日志不完整。扣"
        f"{x('b4_k', '1.20')}分，得{x('b4', '4.80')}分。",
    )
    x.same("got_r b_r")
    x.fault("score_rule", "rate b2", {"rate": pc(D("12691.40"), 13860)}, "a*6/100=b", "made with 95.00%")
    x.ok("score_rule", "b_r bf1 b_k b1")
    x.ok("difference", "bf1 b_k b1", "a-b=c")
    x.ok("score_sum", "bf1 bf2 bf3 bf4 w2", "a+b+c+d=e")
    x.fault("score_rule", "bad bad_k", {"bad_k": "0.50"}, "a*0.25=b", "three sheets at 0.25 each")
    x.fault("difference", "bf3 bad_k b3", {"bad_k": "0.50"}, "a-b=c", "made with 0.75")
    x.ok("difference", "bf4 b4_k b4", "a-b=c")
    x.ok("score_sum", "b1 b2 b3 b4 s2", "a+b+c+d=e")


def _output(x: Paper) -> None:
    x.h("（三）产出情况")
    x.p(
        f"实际完成管网改造{x('done', '58.9')}公里，完成率{x('done_r', pc(D('58.9'), 62))}，其中东城{x('d1', '24.5')}公里、西城"
        f"{x('d2', '21.8')}公里、河口{x('d3', '12.6')}公里；河口片区因文物勘探尚有{x('d_left', '3.1')}公里未完工。更换智能水表"
        f"{x('meters', 18240)}只，超计划{x('meters_more', 240)}只。工程验收{x('checks', 46)}批次，一次合格{x('checks_ok', 44)}批次，"
        f"一次验收合格率{x('checks_r', pc(44, 46))}。",
        f"扣分情况：完成数量扣{x('k1', '1.50')}分，质量扣{x('k2', '1.00')}分，时效扣{x('k3', '2.00')}分，成本未超概算不扣分，合计扣"
        f"{x('k', '4.50')}分，产出部分得{x('s3b', '30.50')}分。",
    )
    x.ok("sum", "d1 d2 d3 done", "a+b+c=d")
    x.ok("rate", "done goal done_r", "a/b*100=c")
    x.ok("difference", "goal done d_left", "a-b=c")
    x.ok("difference", "meters meters_g meters_more", "a-b=c")
    x.ok("rate", "checks_ok checks checks_r", "a/b*100=c")
    x.ok("sum", "k1 k2 k3 k", "a+b+c=d")
    x.ok("difference", "w3 k s3b", "a-b=c")
    x.same("s3 s3b")
    x.h("（四）效益情况")
    x.p(
        f"改造片区管网漏损率由改造前的{x('leak0', '17.8%')}{x('leak_way', '降至')}{x('leak1', '10.4%')}，减少{x('leak_d', '7.4')}个百分点，"
        f"优于{x('leak_g', '11%')}的控制目标；年节水{x('save', 312)}万立方米，按综合水价{x('price', '2.85')}元/立方米折算，减少损失"
        f"{x('worth', '889.20')}万元。爆管次数从2022年的{x('burst0', 94)}次降为{x('burst1', 47)}次，下降{x('burst_r', '50.00%')}。",
        f"我所在三个片区发放问卷{x('asked', 600)}份，回收有效问卷{x('back', 576)}份，有效回收率{x('back_r', '96.00%')}。"
        f"表示满意和比较满意的{x('glad', 501)}份，占有效问卷的{x('glad_r', pc(501, 576))}，{x('praise', '未达到')}绩效目标申报表设定的"
        f"{x('glad_g', '90%')}，扣{x('c1', '1.00')}分；施工扰民投诉回复不及时扣{x('c2', '1.50')}分，长效管护机制未建立扣"
        f"{x('c3', '2.00')}分，合计扣{x('c', '4.50')}分。",
    )
    x.fault("difference", "leak0 leak1 leak_d", {"leak_d": "6.4"}, "a-b=c", "one digit mistyped")
    x.ok("target", "leak_g leak1")
    x.ok("rate", "save price worth", "a*b=c")
    x.ok("growth", "burst0 burst1 burst_r", "(a-b)/a*100=c")
    x.oks("survey", "a/b*100=c", "back asked back_r", "glad back glad_r")
    x.fault("target", "glad_r glad_g praise", {"praise": "达到了"}, note="86.98% does not reach 90%")
    x.ok("sum", "c1 c2 c3 c", "a+b+c=d")
    x.ok("difference", "w4 c s4", "a-b=c")


def _end(x: Paper) -> None:
    x.h("四、主要经验做法")
    x.p(
        "一是建立联席调度机制。市住房和城乡建设局每周召集水务、交警、园林、通信等单位会商占道施工方案，压缩围挡时间；"
        "二是推行非开挖修复工艺。对文物保护范围及主干道路段采用内衬修复，减少路面破除；三是同步开展分区计量改造，"
        "做到改造一片、计量一片、见效一片，为漏损治理提供了数据支撑。"
    )
    x.h("五、存在的问题")
    x.p(
        f"1.自筹资金到位不足。水务集团应自筹{x('m4b', 2000)}万元，年末到账{x('ownb', 1500)}万元，缺口{x('gap', 500)}万元，"
        f"缺口比例{x('gap_r', '25.00%')}。",
        f"2.工程进度不均衡。河口片区仅完成计划的{x('slow', pc(D('12.6'), D('15.7')))}，未完工段影响片区整体切换供水。",
        f"{x('n3', 3)}.变更管理不规范，监理资料归集不全。",
    )
    x.same("m4 m4b", "own ownb", "bids bids2")
    x.ok("difference", "m4b ownb gap", "a-b=c")
    x.ok("share", "gap m4b gap_r", "a/b*100=c")
    x.ok("rate", "d3 g3 slow", "a/b*100=c")
    x.fault("structure", "n3", {"n3": 4}, note="3 is skipped")
    x.h("六、建议")
    x.p(
        "针对评价发现的问题，结合项目实际，我们提出如下建议：",
        "一是督促实施单位落实自筹资金，按工程节点足额到位；二是对河口片区未完工段倒排工期，明确责任人；"
        "三是建立“专业抢修＋分区计量”的长效管护机制，把漏损率纳入对水务集团的考核。",
    )
    x.h("霖阜衡正会计师事务所（普通合伙）", "主评人：仲怀恕", "2024年7月26日")
