"""What classification survives, and when it says unknown."""

from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from opencc import OpenCC

from tests.verification.catalogue.wordings import MESSAGES
from verification.catalogue import context
from verification.catalogue.catalogue import reasons
from verification.catalogue.classify import Match, classify
from verification.catalogue.normalise import fold

SHIPPED = [(r.code, message) for r in reasons().values() for message in r.messages]
_TRADITIONAL = OpenCC("s2t")
JOINERS = (
    "；",
    "，",
    "。",
    " ",
    "\n",
    "且",
    "以及",
    "、",
    "/",
    "，同时",
    "；另外，",
    " | ",
    "】【",
)
HALF_TO_FULL = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


def codes(message: str) -> list[str]:
    return [match.code for match in classify(message).reasons]


@pytest.mark.parametrize(("code", "message"), [*MESSAGES, *SHIPPED])
def test_classify_finds_an_exact_message_with_full_confidence(code: str, message: str) -> None:
    result = classify(message)
    assert result.reasons == (Match(code, 1.0),)
    assert not result.unknown


@pytest.mark.parametrize(("code", "message"), MESSAGES)
@pytest.mark.parametrize(
    "dress",
    [
        lambda m: f"审核失败：{m}",
        lambda m: f"实名认证失败：失败原因：{m}",
        lambda m: f"【审核结果】{m}，请修改。",
        lambda m: f"{m}请检查后重新提交",
        lambda m: m.replace("，", ",").replace("：", ":"),
        lambda m: m.replace("，", "").replace(" ", ""),
        lambda m: m.translate(HALF_TO_FULL),
        " ".join,
        str.upper,
        _TRADITIONAL.convert,
        lambda m: f"尊敬的用户，您的域名 example.cn 审核失败，原因：“{m}”。",
        lambda m: f"1、{m}；",
    ],
)
def test_classify_survives_dress(code: str, message: str, dress: Callable[[str], str]) -> None:
    assert codes(dress(message)) == [code]


def test_classify_finds_both_of_every_joined_pair() -> None:
    for first, message in MESSAGES:
        for second, other in MESSAGES:
            expected = [first] if first == second else [first, second]
            assert codes(f"{message}；{other}") == expected


@given(
    st.lists(st.sampled_from(MESSAGES), min_size=2, max_size=3, unique=True),
    st.sampled_from(JOINERS),
    st.booleans(),
)
def test_classify_finds_all_of_joined_messages(
    rows: list[tuple[str, str]], joiner: str, numbered: bool
) -> None:
    texts = [f"{n}. {text}" if numbered else text for n, (_, text) in enumerate(rows, start=1)]
    result = classify(joiner.join(texts))
    assert [match.code for match in result.reasons] == list(dict.fromkeys(c for c, _ in rows))
    assert result.leftover == ()


def test_classify_finds_joined_messages_without_any_separator() -> None:
    assert codes("注册者资料不清晰注册者身份证明资料不完整未提交注册者身份证明资料") == [
        "materials_unclear",
        "materials_incomplete",
        "materials_missing",
    ]


def test_classify_prefers_the_longer_of_messages_that_contain_one_another() -> None:
    part = "请提交与证件类型一致且包含完整证件号码的彩色证件图片"
    assert codes(f"提示：{part}！") == ["document_image_mismatch"]
    assert codes(f"提示：证件类型选择错误，{part}！") == ["document_type_mismatch"]


def test_classify_accepts_another_order_of_clauses_with_less_confidence() -> None:
    swapped = "请提交有效的证件图片，证件已过期"
    assert classify(swapped).reasons == (Match("document_expired", 0.8),)


@pytest.mark.parametrize(
    ("short_form", "code"),
    [(form, r.code) for r in reasons().values() for form in r.short_forms],
)
def test_classify_accepts_a_short_form_as_a_statement_of_its_own(
    short_form: str, code: str
) -> None:
    assert codes(f"审核失败：{short_form}。") == [code]
    assert codes(f"{short_form}；未提交注册者身份证明资料") == [code, "materials_missing"]


@pytest.mark.parametrize(
    "message",
    [
        "",
        "审核失败",
        "审核失败，请修改后重新提交",
        "文件上传中断",
        "证件上传中，请稍候再看看",
        "您的证件已过期了吗",
        "如证件已过期，请更换",
        "未发现 证件电子信息核验不合格",
        "不存在“注册者资料不清晰”的情况",
        "注册者资料不清晰的问题已解决",
        "域名注册成功，感谢您的信任",
        "今天下午三点在会议室开会，请准时参加",
        "银行卡余额变动提醒：支出人民币一百元",
        "证件",
        "Internal server error",
        "<html><body>502 Bad Gateway</body></html>",
    ],
)
def test_classify_says_unknown_rather_than_guess(message: str) -> None:
    result = classify(message)
    assert result.reasons == ()
    assert result.unknown


def test_classify_reads_the_message_beside_a_denied_one() -> None:
    assert codes("未发现注册者资料不清晰，但证件已过期，请提交有效的证件图片") == [
        "document_expired"
    ]


@given(st.text())
def test_classify_never_raises(text: str) -> None:
    result = classify(text)
    assert result.unknown == (not result.reasons)
    assert len({match.code for match in result.reasons}) == len(result.reasons)


def test_classify_looks_back_a_sentence_however_long_the_text(monkeypatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(context, "says_something", lambda rest: not asked.append(rest))
    codes("请" + "a." * 1000 + "请提交清晰完整无遮挡的证件图片 " * 100)
    assert asked
    assert max(map(len, asked)) <= 200


@given(
    # No st.text: Hypothesis would take our own wordings out of the source.
    st.lists(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1).map("".join)
)
def test_classify_leaves_random_chinese_unknown(text: str) -> None:
    wordings = {fold(w) for r in reasons().values() for w in r.messages + r.short_forms}
    assume(not any(wording in fold(text) for wording in wordings))
    assert classify(text).unknown


@given(
    st.sampled_from(MESSAGES),
    st.sampled_from(["今天天气很好", "请登录控制台查看", "Ticket 42", "编号：20250101"]),
    st.booleans(),
)
def test_classify_finds_a_message_beside_foreign_text(
    row: tuple[str, str], foreign: str, before: bool
) -> None:
    code, message = row
    text = f"{foreign}。{message}" if before else f"{message}。{foreign}"
    assert codes(text) == [code]


def test_classify_bounds_its_work_on_endless_text() -> None:
    assert codes("上传中，" * 100_000) == ["upload_stalled"]
