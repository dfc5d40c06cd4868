"""The loader refuses data that is incomplete or contradicts itself."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from verification.catalogue.loader import load_reasons
from verification.catalogue.model import CatalogueError, Reason, WebLink

SHARED = """
[step.again]
who = "you"
zh = "再试一次"
en = "Try again"

[item.card]
zh = "证件"
en = "The document"
"""

SAMPLES = """
[picture.edges]
file = "edges.svg"
zh = "四边"
en = "Edges"
"""

REASON = """
[[reason]]
code = "{code}"
group = "verification"
next = "retry"
target = "resubmit"
messages = ["{message}"]
causes = ["name_mismatch"]
prepare = ["card"]
source = "invented"
title = {{ zh = "标题", en = "Title" }}
summary = {{ zh = "摘要", en = "Summary" }}
guidance = [{{ use = "again" }}, {{ who = "registrar", zh = "等待", en = "Wait" }}]
"""


def one(code: str = "first_reason", message: str = "名称有误") -> str:
    return REASON.format(code=code, message=message)


def write(folder: Path, **files: str) -> Path:
    texts = {"shared": SHARED, "samples": SAMPLES} | files
    for name, text in texts.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    (folder / "edges.svg").touch()
    return folder


def load(folder: Path, **files: str) -> Mapping[str, Reason]:
    return load_reasons(write(folder, **files), samples=folder)


def with_step(extra: str) -> str:
    """A reason whose second step has more."""
    return one().replace('en = "Wait" }', f'en = "Wait", {extra} }}')


def test_load_reasons_resolves_shared_steps_and_items(tmp_path: Path) -> None:
    reason = load(tmp_path, names=one())["first_reason"]
    assert [step.who for step in reason.guidance] == ["you", "registrar"]
    assert reason.guidance[0].text.en == "Try again"
    assert reason.prepare[0].zh == "证件"
    assert reason.short_forms == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('en = "Title"', 'en = " "'),
        ('{ zh = "标题", en = "Title" }', '{ zh = "标题" }'),
        ('{ zh = "摘要", en = "Summary" }', '{ en = "Summary" }'),
        ('en = "Wait"', 'en = ""'),
        ('who = "registrar"', 'who = "somebody"'),
        ('use = "again"', 'use = "never"'),
        ('next = "retry"', 'next = "hope"'),
        ('target = "resubmit"', 'target = "nowhere"'),
        ('group = "verification"', 'group = "weather"'),
        ('causes = ["name_mismatch"]', 'causes = ["no_such_finding"]'),
        ('causes = ["name_mismatch"]', 'causes = ["name_mismatch", "name_mismatch"]'),
        ('prepare = ["card"]', 'prepare = ["ship"]'),
        ('source = "invented"', 'source = ""'),
        ('source = "invented"', 'source = "invented"\nsauce = "typo"'),
        ('messages = ["名称有误"]', 'messages = "名称有误"'),
        ('messages = ["名称有误"]', 'messages = ["审核失败，请修改"]'),
        ('messages = ["名称有误"]', 'messages = ["名称有误", "名称 有误"]'),
        ('[{ use = "again" }, { who = "registrar", zh = "等待", en = "Wait" }]', "[]"),
    ],
)
def test_load_reasons_names_file_and_code_of_bad_data(tmp_path: Path, old: str, new: str) -> None:
    assert old in one()
    with pytest.raises(CatalogueError, match=r"names\.toml: first_reason: "):
        load(tmp_path, names=one().replace(old, new))


def test_load_reasons_refuses_a_missing_key(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="missing keys"):
        load(tmp_path, names=one().replace('next = "retry"\n', ""))


def test_load_reasons_refuses_a_malformed_code(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"names\.toml"):
        load(tmp_path, names=one(code="First Reason"))


def test_load_reasons_refuses_a_code_used_in_two_files(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"second\.toml: first_reason: code used twice"):
        load(tmp_path, first=one(), second=one(message="号码有误"))


def test_load_reasons_refuses_a_message_two_reasons_claim(tmp_path: Path) -> None:
    again = one(code="other_reason", message="審核失敗：名稱有誤，请修改")
    with pytest.raises(CatalogueError, match="other_reason: message of first_reason too"):
        load(tmp_path, first=one(), second=again)


def test_load_reasons_refuses_broken_toml(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"names\.toml: unreadable"):
        load(tmp_path, names="[[reason")


def test_load_reasons_refuses_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="no reasons"):
        load(tmp_path)


def test_steps_carry_link_and_picture_of_their_own_or_of_the_reason(tmp_path: Path) -> None:
    extra = 'link = { url = "https://www.cods.org.cn/", zh = "查询", en = "Look up" }'
    names = with_step(extra).replace(
        '{ use = "again" }', '{ use = "again", link = "wait", picture = "edges" }'
    )
    first, second = load(tmp_path, names=names)["first_reason"].guidance
    assert (first.text.en, first.link) == ("Try again", "wait")
    assert first.picture is not None
    assert (first.picture.file, first.picture.alt.zh) == ("edges.svg", "四边")
    assert isinstance(second.link, WebLink)
    assert second.link.label.en == "Look up"
    assert second.picture is None


@pytest.mark.parametrize(
    "extra",
    [
        'link = "nowhere"',
        "link = 7",
        'link = { url = "https://example.com/" }',
        'link = { url = "https://example.com/", zh = "查询", en = "" }',
        'link = { url = "http://example.com/", zh = "查询", en = "Look up" }',
        'link = { url = "https://example.com/\\"><b>", zh = "查询", en = "Look up" }',
        'link = { url = "https://me@example.com/", zh = "查询", en = "Look up" }',
        'link = { url = "javascript:alert(1)", zh = "查询", en = "Look up" }',
        'link = { zh = "查询", en = "Look up" }',
        'picture = "moon"',
        'picture = ["edges"]',
        'poster = "edges"',
    ],
)
def test_load_reasons_refuses_a_step_with_a_bad_extra(tmp_path: Path, extra: str) -> None:
    with pytest.raises(CatalogueError, match=r"names\.toml: first_reason: "):
        load(tmp_path, names=with_step(extra))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('file = "edges.svg"', 'file = "gone.svg"'),
        ('file = "edges.svg"', 'file = "../edges.svg"'),
        ('file = "edges.svg"\n', ""),
        ('zh = "四边"', 'zh = ""'),
        ('en = "Edges"\n', ""),
    ],
)
def test_load_reasons_refuses_a_picture_without_file_or_alt(
    tmp_path: Path, old: str, new: str
) -> None:
    assert old in SAMPLES
    with pytest.raises(CatalogueError, match=r"samples\.toml: picture edges: "):
        load(tmp_path, names=one(), samples=SAMPLES.replace(old, new))
