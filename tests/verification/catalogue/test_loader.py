"""The loader refuses data that is incomplete or contradicts itself."""

from pathlib import Path

import pytest

from verification.catalogue.loader import load_reasons
from verification.catalogue.model import CatalogueError

SHARED = """
[step.again]
who = "you"
zh = "再试一次"
en = "Try again"

[item.card]
zh = "证件"
en = "The document"
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
    (folder / "shared.toml").write_text(SHARED, encoding="utf-8")
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def test_load_reasons_resolves_shared_steps_and_items(tmp_path: Path) -> None:
    reason = load_reasons(write(tmp_path, names=one()))["first_reason"]
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
        load_reasons(write(tmp_path, names=one().replace(old, new)))


def test_load_reasons_refuses_a_missing_key(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="missing keys"):
        load_reasons(write(tmp_path, names=one().replace('next = "retry"\n', "")))


def test_load_reasons_refuses_a_malformed_code(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"names\.toml"):
        load_reasons(write(tmp_path, names=one(code="First Reason")))


def test_load_reasons_refuses_a_code_used_in_two_files(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"second\.toml: first_reason: code used twice"):
        load_reasons(write(tmp_path, first=one(), second=one(message="号码有误")))


def test_load_reasons_refuses_a_message_two_reasons_claim(tmp_path: Path) -> None:
    again = one(code="other_reason", message="審核失敗：名稱有誤，请修改")
    with pytest.raises(CatalogueError, match="other_reason: message of first_reason too"):
        load_reasons(write(tmp_path, first=one(), second=again))


def test_load_reasons_refuses_broken_toml(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"names\.toml: unreadable"):
        load_reasons(write(tmp_path, names="[[reason"))


def test_load_reasons_refuses_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="no reasons"):
        load_reasons(write(tmp_path))
