"""The titles that documents carry, and finding one among the lines.

Only a line that is the title counts: "请上传营业执照" names a licence, it is none.
"""

import re
from dataclasses import dataclass

from templates_app.rules.document_types import DOCUMENT_TYPES

from .folding import alike, compact, folded
from .page import Page
from .run import Run

_AROUND = re.compile(
    r"^(?:中华人民共和国|[(\[]?(?:正|副)本[)\]]?)+|(?:[(\[]?(?:正|副)本[)\]]?)?"
    r"(?:[(\[]?\d{1,2}[-—]\d{1,2}[)\]]?)?(?:\(法人\)|\(个体\)|\(合伙\))?$"
)
_LETTERS = re.compile(r"[A-Za-z'’.,&\s]{4,}$")
_SLIPS_PER = 5
# Boxes of one widely spaced title are this many heights apart at most.
_GAP = 4.0

# Other words for a type's title than its name.
_FURTHER = {
    "YYZZ": (
        "企业法人营业执照",
        "个体工商户营业执照",
        "个人独资企业营业执照",
        "合伙企业营业执照",
        "企业营业执照",
        "农民专业合作社法人营业执照",
    ),
    "SFZ": (),
    "ORG": ("组织机构代码证书",),
    "MBFQY": ("民办非企业单位登记证",),
    "SHTTFR": ("社会团体登记证书", "社会团体法人登记证"),
    "JJHFR": ("基金会登记证书", "基金会法人登记证"),
    "SHFWJG": ("社会服务机构法人登记证书", "民办非企业单位(社会服务机构)登记证书"),
    "WGCZJG": ("外国(地区)企业常驻代表机构登记证", "外国企业常驻代表机构登记证书"),
    "SFJD": ("司法鉴定机构许可证", "司法鉴定人执业证"),
    "GAJMTX": ("港澳居民往来内地通行证",),
    "TWJMTX": ("台湾居民往来大陆通行证",),
    "WJLSFZ": ("外国人永久居留证",),
    "HZ": ("普通护照", "公务护照", "外交护照"),
}
# Named like something else, or by nothing that is printed.
_NO_TITLE = frozenset({"QT", "BDDM", "JWJG", "QTTYDM"})
# Documents that no type of ours is, though their words are alike.
STRANGERS = (
    "机动车驾驶证", "居民户口簿", "常住人口登记卡", "临时居民身份证", "往来港澳通行证",
    "往来台湾通行证", "大陆居民往来台湾通行证", "结婚证", "社会保障卡", "机动车行驶证", "学生证",
    "居住证", "授权委托书", "户口簿",
)  # fmt: skip

TITLES = {
    word: code
    for code, kind in DOCUMENT_TYPES.items()
    if code not in _NO_TITLE
    for word in (kind.name_zh, *_FURTHER.get(code, ()))
} | dict.fromkeys(STRANGERS, "")


@dataclass(frozen=True, slots=True)
class Title:
    """A title line; `code` is its type, "" for a document that is none of ours."""

    code: str
    run: Run
    exact: bool


def titles_of(page: Page) -> list[Title]:
    """The titles on the page, from the top, once for each type; whole lines and joined boxes."""
    found: dict[str, Title] = {}
    lines = (*page.runs, *page.rows(gap=_GAP))
    for title in filter(None, (_title(run) for run in lines)):
        if title.code not in found or (title.exact and not found[title.code].exact):
            found[title.code] = title
    return sorted(found.values(), key=lambda title: page.level(title.run))


def _title(run: Run) -> Title | None:
    text = folded(compact(run).text)
    text = _LETTERS.sub("", text) or text
    text = _AROUND.sub("", text)
    if text in TITLES:
        return Title(TITLES[text], run, exact=True)
    for word, code in TITLES.items():
        if len(word) >= 4 and alike(text, word, slips=len(word) // _SLIPS_PER):
            return Title(code, run, exact=False)
    return None
