"""Growth against another year: frames with the change, the rate, the earlier figure, the reason."""

from __future__ import annotations

from fractions import Fraction

from samples.composing import Mark
from samples.places import REASONS_DOWN, REASONS_UP
from samples.statements.accounts import last_year_of
from samples.writer import Writer

__all__ = ["growth"]

_UP = (("增加", "增长"), ("增加", "增幅"), ("增长", "增长"))
_DOWN = (("减少", "下降"), ("减少", "降低"), ("下降", "降幅"))


def growth(w: Writer, current: Mark, value: Fraction, before: Fraction | None = None, *, reason: bool = True) -> str:
    """A clause that follows *current*: by how much it changed since *before*, which is drawn where it is not given."""
    earlier = last_year_of(w, value) if before is None else before
    up = value > earlier
    verb, noun = w.rng.choice(_UP if up else _DOWN)
    amount, ratio = abs(value - earlier), abs(value - earlier) / earlier
    than = w.one_of("比上年", "较上年", f"与{w.place.year - 1}年相比", "同比")
    form = w.rng.randrange(3)
    if form == 0:
        clause = _with_change(w, current, (than, verb, noun), amount, ratio, up)
    elif form == 1:
        clause = _with_base(w, current, (verb, noun), earlier, amount, ratio)
    else:
        clause = _with_rate_after_base(w, current, noun, earlier, ratio)
    return clause + (_reason(w, up, verb) if reason else "")


def _with_change(
    w: Writer, current: Mark, said: tuple[str, str, str], amount: Fraction, ratio: Fraction, up: bool
) -> str:
    than, verb, noun = said
    change, rate = w.money(amount), w.rate(ratio)
    first, second = w.word(verb, "direction"), w.word(noun, "direction")
    w.relate(
        "growth",
        "b/(a-b)*100=c" if up else "b/(a+b)*100=c",
        current,
        change,
        rate,
        direction=first,
        rate_direction=second,
    )
    return f"，{than}{first}{change}，{second}{rate}"


def _with_base(
    w: Writer, current: Mark, said: tuple[str, str], earlier: Fraction, amount: Fraction, ratio: Fraction
) -> str:
    verb, noun = said
    base, change, rate = w.money(earlier), w.money(amount), w.rate(ratio)
    first, second = w.word(verb, "direction"), w.word(noun, "direction")
    up = verb in ("增加", "增长")
    w.relate("difference", "a-b=c" if up else "b-a=c", current, base, change, direction=first)
    w.relate("growth", "b/c*100=d", current, change, base, rate, rate_direction=second)
    return f"，上年为{base}，{first}{change}，{second}{rate}"


def _with_rate_after_base(w: Writer, current: Mark, noun: str, earlier: Fraction, ratio: Fraction) -> str:
    base, rate = w.money(earlier), w.rate(ratio)
    second = w.word(noun, "direction")
    up = noun in ("增长", "增幅")
    w.relate("growth", "(a-b)/b*100=c" if up else "(b-a)/b*100=c", current, base, rate, rate_direction=second)
    return f"，上年同期为{base}，同比{second}{rate}"


def _reason(w: Writer, up: bool, verb: str) -> str:
    cause = w.rng.choice(REASONS_UP if up else REASONS_DOWN)
    lead = w.one_of("主要原因是", "主要是由于", f"{verb}的主要原因是", "主要系")
    phrase = w.word(f"{lead}{cause}", "reason")
    return f"，{phrase}"
