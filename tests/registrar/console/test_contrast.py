"""WCAG 2.2 contrast of the colour tokens, in both themes."""

import re
from pathlib import Path

import pytest
from django.conf import settings

CSS = Path(settings.BASE_DIR) / "static" / "css"
_TOKEN = re.compile(r"--([a-z0-9-]+):\s*#([0-9a-f]{6});")

TEXT_PAIRS = [
    *((text, ground) for text in ("text", "text-2", "text-3", "accent-text")
      for ground in ("bg", "surface", "surface-sunken", "surface-hover")),
    *((tone, ground) for tone in ("ok", "warn", "bad", "info", "muted")
      for ground in (f"{tone}-bg", "surface")),
    *(("text-2", f"{tone}-bg") for tone in ("ok", "warn", "bad", "info", "muted")),
    ("text-3", "muted-bg"), ("accent-text", "accent-soft"), ("text-2", "accent-soft"),
    ("on-accent", "accent"), ("on-accent", "accent-hover"),
    ("on-bad", "bad-solid"), ("on-bad", "bad-solid-hover"),
]  # fmt: skip
SHAPE_PAIRS = [
    ("border-input", "surface"), ("focus", "surface"), ("focus", "bg"), ("accent", "surface"),
    ("bad-dot", "surface"),
]  # fmt: skip


def tokens(theme: str) -> dict[str, str]:
    files = ["tokens.css"] + (["tokens-dark.css"] if theme == "dark" else [])
    return {
        name: value
        for file in files
        for name, value in _TOKEN.findall((CSS / file).read_text(encoding="utf-8"))
    }


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_on_its_ground_holds_aa(theme: str, text: str, ground: str):
    colours = tokens(theme)
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("shape", "ground"), SHAPE_PAIRS)
def test_outline_on_its_ground_holds_three_to_one(theme: str, shape: str, ground: str):
    colours = tokens(theme)
    assert contrast(colours[shape], colours[ground]) >= 3


def test_dark_tokens_name_only_colours_that_exist_in_the_light_ones():
    text = (CSS / "tokens-dark.css").read_text(encoding="utf-8")
    assert set(re.findall(r"--([a-z0-9-]+):", text)) <= set(
        re.findall(r"--([a-z0-9-]+):", (CSS / "tokens.css").read_text(encoding="utf-8"))
    )


def test_every_custom_property_used_is_declared():
    used, declared = set(), set()
    for path in CSS.glob("*.css"):
        if path.name == "admin.css":
            continue
        text = path.read_text(encoding="utf-8")
        used |= set(re.findall(r"var\(--([a-z0-9-]+)", text))
        declared |= set(re.findall(r"--([a-z0-9-]+):", text))
    assert used <= declared
