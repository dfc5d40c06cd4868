"""Pictures that are no identity document."""

import random

import numpy as np

from tests.precheck_set.documents.page import GREY, Page
from tests.precheck_set.drawn import Drawn


def draw_receipt(rng: random.Random) -> Drawn:
    """A till receipt."""
    page = Page((560, 1200), (248, 248, 246))
    page.text((280, 80), "佳美生活超市", 44, anchor="mm", weight=1)
    page.text((280, 140), "购物小票", 30, anchor="mm")
    y, total = 220, 0.0
    for item in rng.sample(
        [
            "鲜牛奶",
            "全麦面包",
            "苹果",
            "洗衣液",
            "矿泉水",
            "鸡蛋",
            "酱油",
            "抽纸",
            "酸奶",
            "西红柿",
        ],
        8,
    ):
        price = rng.randrange(300, 8900) / 100
        total += price
        page.text((50, y), item, 28)
        page.text((510, y), f"{price:.2f}", 28, anchor="ra")
        y += 64
    page.text((50, y + 20), "合计", 34, weight=1)
    page.text((510, y + 20), f"{total:.2f}", 34, anchor="ra", weight=1)
    page.text((280, y + 150), "谢谢惠顾 欢迎再次光临", 26, anchor="mm", ink=GREY)
    page.text((50, y + 210), f"流水号 {rng.randrange(10**9, 10**10)}", 22, ink=GREY)
    return page.finished(sample_at=(50, 1150))


def draw_chat(rng: random.Random) -> Drawn:
    """A screen of a messenger."""
    page = Page((720, 1440), (237, 237, 237))
    page.text((360, 70), "项目讨论组(12)", 34, anchor="mm")
    page.text((40, 20), "10:24", 22)
    lines = [
        "下午三点开会",
        "收到",
        "域名什么时候能用",
        "等实名认证通过",
        "好的",
        "谢谢",
        "执照拍了吗",
        "还没有",
    ]
    rng.shuffle(lines)
    for row, line in enumerate(lines):
        own = row % 3 == 1
        width = 40 + 34 * len(line)
        left = 720 - 110 - width if own else 110
        box = [2 * v for v in (left, 150 + 140 * row, left + width, 220 + 140 * row)]
        page.sheet.draw.rounded_rectangle(box, 20, fill=(149, 236, 105) if own else (255,) * 3)
        page.text((left + 20, 164 + 140 * row), line, 32)
    return page.finished(sample_at=(40, 1390))


def draw_student_card(rng: random.Random) -> Drawn:
    """A university's own card: a name and a number, but no identity document."""
    page = Page((1000, 631), (222, 234, 246))
    page.text((500, 90), "江南理工大学", 56, anchor="mm", weight=2)
    page.text((500, 168), "学 生 证", 46, anchor="mm")
    rows = (
        ("姓名", rng.choice(("林晓", "周子墨", "何静"))),
        ("学院", "计算机科学与技术学院"),
        ("学号", f"2021{rng.randrange(10**5, 10**6)}"),
        ("专业", "软件工程"),
    )
    for row, (label, value) in enumerate(rows):
        page.text((380, 250 + 74 * row), label, 30, ink=GREY)
        page.text((490, 248 + 74 * row), value, 34)
    page.portrait((80, 240), (240, 310))
    return page.finished(sample_at=(840, 600))


def draw_bank_card(rng: random.Random) -> Drawn:
    """A bank card."""
    page = Page((1000, 631), (40, 70, 130))
    page.text((70, 60), "江海银行", 52, ink=(250,) * 3, weight=1)
    number = f"6222 {rng.randrange(10**3, 10**4)} {rng.randrange(10**3, 10**4)} 4321"
    page.latin((70, 350), number, 62, ink=(236, 220, 150))
    page.latin((70, 470), "VALID THRU 08/29", 30, ink=(230,) * 3)
    page.sheet.draw.rounded_rectangle((160, 380, 380, 540), 20, fill=(220, 190, 110))
    return page.finished(sample_at=(840, 600))


def draw_landscape_view(rng: random.Random) -> Drawn:
    """Hills under a sky; no text but the mark."""
    page = Page((1200, 800), (150, 190, 230))
    page.gradient((140, 184, 228), (214, 226, 236))
    noise = np.random.default_rng(rng.randrange(1 << 30))
    for layer, colour in enumerate(((96, 128, 120), (70, 108, 84), (46, 84, 56))):
        heights = noise.normal(0, 1, 2401).cumsum() * 3 + 700 + 260 * layer
        points = [(x, float(h)) for x, h in enumerate(heights)]
        page.sheet.draw.polygon([*points, (2400, 1600), (0, 1600)], fill=colour)
    return page.finished(sample_at=(40, 760))
