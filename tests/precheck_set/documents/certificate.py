"""Certificates of bodies that are no companies, and the organisation code certificate.

All are a title, labelled rows, a term and a seal; what differs is data.
"""

import datetime as dt
from dataclasses import dataclass

from registrar.embedded.documents.paper import Colour
from tests.precheck_set.documents.page import Page
from tests.precheck_set.drawn import Drawn
from tests.precheck_set.holders.organisations import Organisation


@dataclass(frozen=True)
class Layout:
    title: str
    code_label: str
    name_label: str
    rows: tuple[tuple[str, str], ...]
    head_label: str
    place_label: str
    term_label: str
    issuer_label: str
    issuer: str
    paper: Colour = (240, 246, 250)
    upright: bool = False


LAYOUTS = {
    "TYDM": Layout(
        "统一社会信用代码证书", "统一社会信用代码", "机构名称", (("机构性质", "{kind}"),), "负责人",
        "机构地址", "有效期", "赋码机关", "机构编制委员会办公室",
    ),
    "ORG": Layout(
        "中华人民共和国\n组织机构代码证", "代码", "机构名称", (("机构类型", "{kind}"),),
        "法定代表人", "地址", "有效期", "颁发单位", "质量技术监督局", (246, 240, 228),
    ),
    "SYDWFR": Layout(
        "事业单位法人证书", "统一社会信用代码", "名称",
        (("宗旨和业务范围", "提供教育服务，促进地方教育事业发展"), ("经费来源", "财政补助"),
         ("开办资金", "￥320万元"), ("举办单位", "教育局")),
        "法定代表人", "住所", "有效期", "登记管理机关", "事业单位登记管理局", (250, 244, 236), True,
    ),
    "SHTTFR": Layout(
        "社会团体法人登记证书", "统一社会信用代码", "名称",
        (("业务范围", "学术交流、展览、培训"), ("注册资金", "叁万元整"), ("活动地域", "本市"),
         ("业务主管单位", "文学艺术界联合会")),
        "法定代表人", "住所", "有效期限", "发证机关", "民政局", (248, 242, 240),
    ),
    "MBFQY": Layout(
        "民办非企业单位登记证书\n（法人）", "统一社会信用代码", "名称",
        (("开办资金", "壹拾万元整"), ("业务范围", "职业技能培训"), ("业务主管单位", "人力资源局")),
        "法定代表人", "住所", "有效期限", "发证机关", "民政局", (244, 248, 240), True,
    ),
    "JJHFR": Layout(
        "基金会法人登记证书", "统一社会信用代码", "名称",
        (("类型", "非公募"), ("原始基金数额", "贰佰万元整"), ("业务范围", "扶贫济困、助学助医")),
        "法定代表人", "住所", "有效期限", "发证机关", "民政厅", (250, 246, 238),
    ),
    "LSZY": Layout(
        "律师事务所执业许可证", "统一社会信用代码", "律师事务所名称", (("组织形式", "普通合伙"),),
        "负责人", "住所", "有效期", "发证机关", "司法厅", (244, 240, 232), True,
    ),
}  # fmt: skip


def draw_certificate(
    document_type: str, who: Organisation, *, issued: dt.date, until: dt.date | None
) -> Drawn:
    """A certificate of this type. `until` None: it prints no end."""
    layout = LAYOUTS[document_type]
    size = (1000, 1400) if layout.upright else (1400, 1000)
    page = Page(size, layout.paper)
    page.waves(tuple(max(0, v - 10) for v in layout.paper), gap=32)  # type: ignore[arg-type]
    page.frame()
    middle = size[0] // 2
    page.rosette((middle, 128), 54)
    top = 226
    for line in layout.title.split("\n"):
        page.text((middle, top), line, 60, anchor="mm", weight=2)
        top += 78
    bottom = _rows(page, layout, who, top, _term(issued, until))
    y = max(int(bottom) + 60, size[1] - 250)
    x = size[0] - 290
    page.text((x, y), layout.issuer_label, 28, anchor="mm")
    page.seal((x, y + 40), 88, f"{who.place.city or who.place.province}{layout.issuer}")
    page.text((x, y + 110), _day(issued), 27, anchor="mm")
    return page.finished(sample_at=(110, size[1] - 90))


def _rows(page: Page, layout: Layout, who: Organisation, top: int, term: str) -> float:
    code = who.code
    if layout.code_label == "代码":
        code = f"{who.organisation_code[:8]}-{who.organisation_code[8]}"
    rows = [
        (layout.code_label, code, "number"),
        (layout.name_label, who.name, "name"),
        *((label, value.format(kind=who.kind), "") for label, value in layout.rows),
        (layout.head_label, who.head, "head"),
        (layout.place_label, who.address, "address"),
        (layout.term_label, term, "expires"),
    ]
    left, values = 110, 390
    y = float(top)
    for label, value, key in rows:
        page.justified((left, y + 2), label, 27, max(190, 27 * len(label)))
        width = page.size[0] - values - 130
        y += max(56, page.paragraph((values, y), value, 30, width=width, key=key) + 14)
    return y


def _term(issued: dt.date, until: dt.date | None) -> str:
    return f"自{_day(issued)}至{_day(until)}" if until else "长期"


def _day(day: dt.date) -> str:
    return f"{day.year}年{day.month:02}月{day.day:02}日"
