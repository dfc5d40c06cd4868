"""The organisation's own name and that of the person who stands for it."""

import re

from templates_app.rules.names import is_organisation_name
from templates_app.rules.text import has_han
from verification.reading.model import SURE, Field, ReadValue

from .cells import Cell
from .folding import compact, folded
from .picking import MISREAD_LABEL, first_value
from .read_values import less_sure, text_value
from .run import Run
from .values import Form, value_of, wrapped

_SHORTEST = 2
_HALVES = ("名", "称")
# How far from one half of its label a name begins, in heights.
_HALF_REACH = 8.0
# Of its column's width: what a line that goes on below fills.
_FULL = 0.65
# What stands under 类型, whose label may not have been read.
_KIND = re.compile(
    "(?:个体工商户|个人独资企业|(?:有限|普通|特殊普通)合伙(?:企业)?|农民专业合作社)$"
    "|有限责任公司.{0,2}(?:自然人|法人|国有|外商|台港澳|港澳台|分公司)|股份有限公司.{0,2}(?:上市|非上市)"
)
# A person's name is shorter; what is longer is a partner company and may wrap.
_COMPANY = 8
# 《律师法》-style sentences: 某某律师事务所，符合……准予设立并执业。
_SENTENCE = re.compile(r"^(.{2,40}?(?:律师事务所|事务所))[,，、]?\s*(?:符合|经审核)")


def organisation_name(form: Form) -> ReadValue | None:
    """The name beside 名称, also where only 称 was left of the label; never a person's."""
    found = first_value(form, Field.NAME, _name)
    return found or _after_stray_half(form) or _beside_half(form) or _in_sentence(form)


def _name(form: Form, cell: Cell) -> ReadValue | None:
    runs = value_of(form, cell)
    if cell.label is None or not has_han("".join(run.text for run in runs)):
        return None
    value = _whole(form, cell.label, runs, trust=1.0 if cell.exact else MISREAD_LABEL)
    return value if value and len(value.text) >= _SHORTEST else None


def _whole(form: Form, label: Run, runs: list[Run], *, trust: float = 1.0) -> ReadValue | None:
    """The name with the lines below that go on with it: only after a line that is full, and no
    line that says what kind of company it is."""
    if _is_full(form, runs):
        runs = [*runs, *wrapped(form, label, runs, fits=lambda run: not _KIND.match(run.text))]
    return text_value(form.page, runs, trust=trust)


def _is_full(form: Form, runs: list[Run]) -> bool:
    """Whether the line reaches most of the way to where its column's lines end."""
    first, tall = runs[0], form.page.tall(runs[0])
    column = [run.right for run in form.texts if abs(run.left - first.left) <= 2 * tall]
    return runs[-1].right - first.left >= _FULL * (max(column, default=0.0) - first.left)


def _after_stray_half(form: Form) -> ReadValue | None:
    for run in form.texts:
        if folded(run.text[:1]) == "称" and len(run.text) > 4:
            rest = run.cut(1).stripped(":：")
            label = run.cut(0, 1)
            return _whole(form, label, [rest])
    return None


def _beside_half(form: Form) -> ReadValue | None:
    """In the row of a lone 名 or 称, whose other half was lost: wide labels are read in pieces."""
    for label in form.texts:
        if folded(compact(label).text) not in _HALVES:
            continue
        reach = label.right + _HALF_REACH * form.page.tall(label)
        row = form.page.row_of(label, form.texts)
        near = [run for run in row if label.middle < run.left <= reach and has_han(run.text)]
        first = next((run for run in near if len(run.text) > _SHORTEST), None)
        if first is not None:
            own = is_organisation_name(first.text)
            return _whole(form, label, [first], trust=1.0 if own else MISREAD_LABEL)
    return None


def _in_sentence(form: Form) -> ReadValue | None:
    for run in form.texts:
        found = _SENTENCE.match(run.text)
        if found:
            value = text_value(form.page, [run.cut(0, found.end(1))])
            return less_sure(value, SURE - 0.02) if value else None
    return None


def _representative(form: Form, cell: Cell) -> ReadValue | None:
    runs = [run for run in value_of(form, cell) if _may_be_name(run)]
    if cell.label is None or not runs:
        return None
    if sum(len(run.text) for run in runs) >= _COMPANY:
        runs += wrapped(form, cell.label, runs)
    return text_value(form.page, runs)


def _may_be_name(run: Run) -> bool:
    latin = sum(c.isalpha() for c in run.text) >= 4
    return (has_han(run.text) or latin) and not any(c.isdigit() for c in run.text)


# Arguments of `first_value`.
representative = (Field.LEGAL_REPRESENTATIVE, _representative)
