import pytest

from verification.reading.model import SURE
from verification.reading.quality.watermark import find_watermark

from .drawn_page import card_lines, drawn, line, seen

SCOPE = (
    "一般项目：专用设备制造（不含许可类专业设备制造）；专用化学产品销售",
    "通讯设备销售；网络设备销售；办公设备销售；电子设备销售",
    "仅供特种行业使用；复印专用设备销售；打字复印；认证咨询",
)
DAYS = ((18, 1983), (10, 2024), (9, 2034))


def marked(*overlaid):
    return find_watermark(seen(drawn(), [*card_lines(), *overlaid]))


@pytest.mark.parametrize(
    "overlaid",
    [
        [line("仅供实名认证使用", 200, 300, angle=-30)],
        [
            line(text, 100 + 200 * at, 300, angle=28)
            for at, text in enumerate(["内部资料存档", "请勿外传外借"])
        ],
        [line("SAMPLE ONLY", 100 * at, 90 * at, angle=-33) for at in range(1, 4)],
        [line("网站专用 水印相机", 300, 90 * at) for at in range(1, 4)],
        [line("张三 2026-11-20", 200, 150 * at, height=30) for at in range(1, 5)],
    ],
    ids=["purpose, aslant", "two aslant", "english", "level", "a name"],
)
def test_text_laid_over_a_page_is_surely_a_watermark(overlaid):
    flaw = marked(*overlaid)
    assert flaw is not None
    assert flaw.code == "image_watermarked"
    assert flaw.confidence >= SURE
    assert flaw.boxes


@pytest.mark.parametrize(
    "printed",
    [
        [line("国家企业信用信息公示系统网址：http://www.gsxt.gov.cn", 100, 660, height=24)],
        [line("样本 SAMPLE", 300, 300, angle=-30)],
        [line("安徽", 880, 500, angle=-50), line("市监", 960, 500, angle=40)],
        [line("登记专用章", 880, 300 + 100 * at, height=30) for at in range(2)],
        [line(text, 100, 600 + 50 * row, height=40) for row, text in enumerate(SCOPE)],
        [
            line("（仅限办公使用）", 100, 640, height=40),
            line("住所：北京市海淀区示例路8号", 100, 590, height=40),
            line("法定代表人：张三，仅限一处登记", 100, 690, height=40),
        ],
        [line("P<CHNZHANG<<XIAOMING<<<<<<<<<<<<<<<<<<<<<<<", 100, 640)],
        [line(f"{day} 1月/JAN {year}", 700, 100 * at) for at, (day, year) in enumerate(DAYS)],
        [line(f"{day} JAN/JAN {year}", 700, 100 * at) for at, (day, year) in enumerate(DAYS)],
    ],
    ids=[
        *("footer", "one mark of a sample", "around a seal"),
        *("seals", "scope", "address", "machine-readable", "days of one month", "days abroad"),
    ],
)
def test_what_a_paper_prints_is_not_surely_a_watermark(printed):
    flaw = marked(*printed)
    assert flaw is None or flaw.confidence < SURE


def test_a_page_that_leans_has_no_watermark():
    leaning = [line(x.text, 100, 100 + 80 * at, angle=14) for at, x in enumerate(card_lines())]
    assert find_watermark(seen(drawn(), leaning)) is None


def test_a_scope_of_business_is_no_watermark_at_all():
    assert (
        marked(*(line(text, 100, 600 + 50 * row, height=40) for row, text in enumerate(SCOPE)))
        is None
    )


def test_text_that_repeats_itself_across_the_others_is_a_watermark():
    overlaid = [line("内部资料存档" * 4, 20, 60 + 96 * at) for at in range(1, 4)]
    flaw = marked(*overlaid)
    assert flaw is not None
    assert flaw.confidence >= SURE


def test_the_beginning_of_a_purpose_by_itself_is_a_doubt():
    flaw = marked(line("仅供", 560, 330, height=90))
    assert flaw is not None
    assert flaw.confidence < SURE
