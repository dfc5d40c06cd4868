"""The portrait side of a resident identity card."""

from .ornaments import portrait
from .paper import FAINT, Sheet

_SIZE = (1284, 810)  # 85.6 mm x 54 mm at 381 dpi
_TINT = (226, 236, 238)


def draw_id_card(
    name: str,
    number: str,
    *,
    ethnicity: str = "汉",
    address: str = "北京市东城区示例路1号样本小区2号楼301室",
) -> bytes:
    """JPEG of a card with this name and 18-character number.

    Sex and birth date are read from the number; it is printed as it is, right or wrong.
    """
    sheet = Sheet(_SIZE, _TINT)
    _guilloche(sheet)
    digits = number.ljust(18, "0")
    born = (digits[6:10], digits[10:12].lstrip("0"), digits[12:14].lstrip("0"))
    sex = "男" if digits[16:17].isdigit() and int(digits[16]) % 2 else "女"
    _labelled(sheet, 90, "姓名", name, 52)
    _labelled(sheet, 190, "性别", sex, 42)
    sheet.text((400, 194), "民族", 34, ink=FAINT)
    sheet.text((490, 190), ethnicity, 42)
    _labelled(sheet, 280, "出生", f"{born[0]} 年 {born[1]} 月 {born[2]} 日", 42)
    sheet.text((80, 374), "住址", 34, ink=FAINT)
    sheet.paragraph((190, 370), address, 42, width=560)
    sheet.text((80, 664), "公民身份号码", 34, ink=FAINT)
    sheet.text((400, 656), number, 56)
    portrait(sheet, (850, 100), (340, 430))
    sheet.mark_as_sample()
    return sheet.jpeg()


def _labelled(sheet: Sheet, y: int, label: str, value: str, size: int) -> None:
    sheet.text((80, y + 4), label, 34, ink=FAINT)
    sheet.text((190, y), value, size)


def _guilloche(sheet: Sheet) -> None:
    """Fine curves under the text, as on a real card."""
    width, height = sheet.image.size
    for step in range(0, width + height, 44):
        box = (step - height, -height // 2, step, height * 3 // 2)
        sheet.draw.arc(box, 0, 360, fill=(210, 224, 230), width=2)
