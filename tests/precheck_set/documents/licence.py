"""Business licences: the merged one in both layouts, and the one before the merger."""

import datetime as dt

from tests.precheck_set.documents.page import GREY, INK, Page
from tests.precheck_set.drawn import Drawn
from tests.precheck_set.holders.organisations import Organisation

_PAPER = (250, 247, 236)
_LINES = (242, 232, 208)


def draw_landscape(
    who: Organisation, *, issued: dt.date, copy: str = "", until: dt.date | None = None
) -> Drawn:
    """The merged licence of 2014 and after, A3 across; `copy` such as 1-1 for a 副本."""
    page = Page((1500, 1060), _PAPER)
    page.waves(_LINES)
    page.frame()
    page.rosette((750, 128), 62)
    page.text((750, 262), "营 业 执 照", 84, anchor="mm", weight=3)
    if copy:
        page.text((750, 336), f"（副  本）（{copy}）", 28, anchor="mm")
    page.text((110, 96), f"证照编号：{who.serial}", 20, ink=GREY, key="serial")
    page.text((110, 330), "统一社会信用代码", 26)
    page.spaced((110, 372), who.code, 34, 25, key="number")
    page.code_square((1230, 110), 130, who.code)
    _left(page, who)
    _right(page, who, until)
    page.text((1140, 800), "登记机关", 30, anchor="mm")
    page.seal((1140, 850), 100, f"{who.place.county}市场监督管理局")
    page.text(
        (1140, 940), f"{issued.year} 年 {issued.month:02} 月 {issued.day:02} 日", 28, anchor="mm"
    )
    page.text((110, 976), "国家企业信用信息公示系统网址：http://www.gsxt.gov.cn", 17, ink=GREY)
    page.text((1060, 976), "国家市场监督管理总局监制", 17, ink=GREY)
    return page.finished(sample_at=(700, 976))


def _left(page: Page, who: Organisation) -> None:
    y = 460.0
    rows = (("名称", who.name, "name"), ("类型", who.kind, ""), (who.head_label, who.head, "head"))
    for label, value, key in (*rows, ("经营范围", who.scope, "")):
        page.justified((110, y + 2), label, 26, max(140, 26 * len(label)))
        height = page.paragraph((300, y), value, 29, width=450, key=key)
        y += max(64, height + 24)


def _right(page: Page, who: Organisation, until: dt.date | None) -> None:
    day = f"{who.founded.year}年{who.founded.month:02}月{who.founded.day:02}日"
    rows = [("注册资本", "壹佰万元整"), ("成立日期", day)]
    if until:
        rows.append(("营业期限", f"{day}至{until.year}年{until.month:02}月{until.day:02}日"))
    y = 460.0
    for label, value in (*rows, ("住所", who.address)):
        page.justified((800, y + 2), label, 26, 140)
        y += max(64, page.paragraph((980, y), value, 29, width=400) + 24)


def draw_portrait(
    who: Organisation,
    *,
    issued: dt.date,
    copy: str = "1-1",
    until: dt.date | None = None,
    terms: bool = True,
) -> Drawn:
    """The merged licence on A4 upright, one column; 个体工商户 print no capital and no term."""
    page = Page((1000, 1414), _PAPER)
    page.waves(_LINES)
    page.frame()
    page.rosette((500, 140), 64)
    page.text((500, 280), "营业执照", 92, anchor="mm", weight=3)
    if copy:
        page.text((500, 362), f"（副   本）  {copy}", 28, anchor="mm")
    page.text((500, 420), f"统一社会信用代码  {who.code}", 30, anchor="mm", key="number")
    page.text((680, 96), f"编号 {who.serial[:14]}", 18, ink=GREY, key="serial")
    y = 480.0
    for label, value, key in _single_column(who, until, terms=terms):
        page.justified((110, y + 2), label, 27, max(170, 27 * len(label)))
        y += max(60, page.paragraph((340, y), value, 30, width=540, key=key) + 18)
    page.text((680, 1150), "登记机关", 30, anchor="mm")
    page.seal((680, 1200), 96, f"{who.place.county}市场监督管理局")
    page.text((680, 1290), f"{issued.year} 年 {issued.month} 月 {issued.day} 日", 28, anchor="mm")
    page.code_square((130, 1130), 130, who.code)
    return page.finished(sample_at=(130, 1310))


def _single_column(
    who: Organisation, until: dt.date | None, *, terms: bool
) -> list[tuple[str, str, str]]:
    day = f"{who.founded.year}年{who.founded.month:02}月{who.founded.day:02}日"
    end = f"{until.year}年{until.month:02}月{until.day:02}日" if until else "长期"
    place = "经营场所" if not terms else "住所"
    rows = [
        ("名称", who.name, "name"),
        ("类型", who.kind, ""),
        (place, who.address, "address"),
        (who.head_label, who.head, "head"),
    ]
    if terms:
        rows.append(("注册资本", "伍佰万元人民币", ""))
    rows.append(("成立日期" if terms else "注册日期", day, ""))
    if terms:
        rows.append(("营业期限", f"{day}至{end}", "expires"))
    return [*rows, ("经营范围", who.scope[:58] + "。", "")]


def draw_old(who: Organisation, *, issued: dt.date, until: dt.date | None = None) -> Drawn:
    """企业法人营业执照 with its 15-digit registration number."""
    page = Page((1400, 1000), (247, 243, 230))
    page.waves(_LINES, gap=34)
    page.frame()
    page.rosette((700, 130), 58)
    page.text((700, 244), "企业法人营业执照", 74, anchor="mm", weight=3)
    page.text((700, 314), "（副  本）（1-1）", 26, anchor="mm")
    page.text((900, 350), f"注册号  {who.registration_number}", 28, key="number")
    page.text((110, 92), f"证照编号 {who.serial[:12]}", 18, ink=GREY, key="serial")
    day = f"{who.founded.year}年{who.founded.month}月{who.founded.day}日"
    end = f"{until.year}年{until.month}月{until.day}日" if until else "长期"
    rows = (
        ("名称", who.name, "name"),
        ("住所", who.address, "address"),
        ("法定代表人姓名", who.head, "head"),
        ("注册资本", "伍拾万元整", ""),
        ("实收资本", "伍拾万元整", ""),
        ("公司类型", who.kind, ""),
        ("营业期限", f"{day}至{end}", "expires"),
        ("经营范围", who.scope[:40], ""),
    )
    y = 402.0
    for label, value, key in rows:
        page.text((120, y + 2), label, 25, ink=INK)
        y += max(50, page.paragraph((350, y), value, 28, width=620, key=key) + 10)
    page.text((1150, 770), "登记机关", 28, anchor="mm")
    page.seal((1150, 815), 90, f"{who.place.county}工商行政管理局")
    page.text((1150, 895), f"{issued.year}年{issued.month}月{issued.day}日", 26, anchor="mm")
    return page.finished(sample_at=(120, 905))
