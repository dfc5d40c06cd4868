"""A certificate of the unified social credit code, as non-commercial bodies hold it."""

from .ornaments import frame, rosette, seal
from .paper import FAINT, Sheet

_SIZE = (1400, 1000)
_TINT = (238, 244, 250)


def draw_credit_certificate(
    name: str,
    code: str,
    *,
    kind: str = "社会团体",
    address: str = "上海市浦东新区样例路66号",
    issued: str = "2019年03月05日",
) -> bytes:
    """JPEG of a certificate with this name and 18-character unified social credit code."""
    sheet = Sheet(_SIZE, _TINT)
    frame(sheet)
    rosette(sheet, (700, 150), 60)
    sheet.text((700, 270), "统一社会信用代码证书", 68, anchor="mm")
    rows = (
        ("统一社会信用代码", code),
        ("机构名称", name),
        ("机构性质", kind),
        ("机构地址", address),
    )
    y = 380
    for label, value in rows:
        sheet.text((130, y + 4), label, 32, ink=FAINT)
        y += max(90, sheet.paragraph((430, y), value, 40, width=800) + 30)
    sheet.text((1090, 780), "颁发单位", 32, ink=FAINT, anchor="ma")
    sheet.text((1090, 880), issued, 34, anchor="ma")
    seal(sheet, (1090, 810), 105, "示例代码登记中心")
    sheet.mark_as_sample()
    return sheet.jpeg()
