"""A business licence."""

from .ornaments import frame, rosette, seal
from .paper import FAINT, Sheet

_SIZE = (1500, 1060)
_TINT = (250, 246, 234)


def draw_licence(
    name: str,
    code: str,
    *,
    legal_representative: str = "张示例",
    kind: str = "有限责任公司",
    address: str = "北京市海淀区示例大街8号样本大厦5层501室",
    founded: str = "2015年06月18日",
    issued: str = "2015年06月18日",
) -> bytes:
    """JPEG of a licence with this name and 18-character unified social credit code."""
    sheet = Sheet(_SIZE, _TINT)
    frame(sheet)
    rosette(sheet, (750, 160), 70)
    sheet.text((750, 300), "营 业 执 照", 84, anchor="mm")
    sheet.text((100, 380), "统一社会信用代码", 30, ink=FAINT)
    sheet.text((370, 372), code, 42)
    rows = (
        ("名称", name),
        ("类型", kind),
        ("法定代表人", legal_representative),
        ("经营范围", "技术开发、技术咨询、技术服务。（示例）"),
    )
    y = 460
    for label, value in rows:
        sheet.text((100, y + 4), label, 32, ink=FAINT)
        y += max(76, sheet.paragraph((300, y), value, 38, width=480) + 20)
    for position, (label, value) in enumerate((("成立日期", founded), ("营业期限", "长期"))):
        sheet.text((830, 464 + 76 * position), label, 32, ink=FAINT)
        sheet.text((1000, 460 + 76 * position), value, 36)
    sheet.text((830, 616), "住所", 32, ink=FAINT)
    sheet.paragraph((1000, 612), address, 36, width=400)
    sheet.text((1200, 820), "登记机关", 32, ink=FAINT, anchor="ma")
    sheet.text((1200, 920), issued, 34, anchor="ma")
    seal(sheet, (1200, 860), 115, "示例市市场监督管理局")
    sheet.mark_as_sample()
    return sheet.jpeg()
