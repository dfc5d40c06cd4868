"""The shipped data is complete and says what the contract says."""

import tomllib

import pytest

from tests.verification.catalogue.wordings import MESSAGES, WITHOUT_MESSAGE
from verification.catalogue.catalogue import REASONS_FOLDER, localise, reason, reasons
from verification.catalogue.findings import FINDING_CODES


def test_reasons_cover_every_code_of_the_contract() -> None:
    assert set(reasons()) == {code for code, _ in MESSAGES} | WITHOUT_MESSAGE


@pytest.mark.parametrize(("code", "message"), MESSAGES)
def test_reason_holds_its_message_verbatim(code: str, message: str) -> None:
    assert message in reason(code).messages


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("electronic_check_failed", "retry"),
        ("document_newly_issued", "wait"),
        ("overseas_registrant", "switch"),
        ("duplicate_certificate_slot", "none"),
        ("review_timeout", "retry"),
    ],
)
def test_next_tells_what_the_user_can_do(code: str, expected: str) -> None:
    assert reason(code).next == expected


@pytest.mark.parametrize("code", sorted(reasons()))
def test_localised_reason_reads_in_both_languages(code: str) -> None:
    chinese, english = (localise(reason(code), language) for language in ("zh-hans", "en"))
    for ours in (chinese, english):
        assert ours.title
        assert ours.summary
        assert all(step.text for step in ours.guidance)
    assert len(chinese.guidance) == len(english.guidance) >= 1
    assert len(chinese.prepare) == len(english.prepare)
    assert not any("\u4e00" <= char <= "\u9fff" for char in english.title)
    assert len(english.title) <= 60
    assert len(chinese.title) <= 24


def test_verification_reasons_name_causes_except_the_timeout() -> None:
    without = {r.code for r in reasons().values() if r.group == "verification" and not r.causes}
    assert without == {"review_timeout"}


@pytest.mark.parametrize("code", ["electronic_check_failed", "police_record_mismatch"])
def test_special_profession_and_household_move_are_explained(code: str) -> None:
    said = " ".join(step.text for step in localise(reason(code), "zh-hans").guidance)
    assert "军人、僧人" in said
    assert "加盖公安局户口专用章的户籍证明" in said


def test_newly_issued_names_both_waiting_times() -> None:
    said = " ".join(step.text for step in localise(reason("document_newly_issued"), "en").guidance)
    assert "10 calendar days" in said
    assert "7-10 working days" in said


def test_site_unreachable_lists_nine_causes() -> None:
    assert len(reason("site_unreachable").guidance) == 9


def test_shared_steps_and_items_are_all_used() -> None:
    shared = tomllib.loads((REASONS_FOLDER / "shared.toml").read_text(encoding="utf-8"))
    used_steps: set[str] = set()
    used_items: set[str] = set()
    for path in REASONS_FOLDER.glob("*.toml"):
        for table in tomllib.loads(path.read_text(encoding="utf-8")).get("reason", []):
            used_steps |= {step["use"] for step in table["guidance"] if "use" in step}
            used_items |= set(table["prepare"])
    assert used_steps == set(shared["step"])
    assert used_items == set(shared["item"])


def test_reasons_are_loaded_once() -> None:
    assert reasons() is reasons()


def test_reason_with_an_unknown_code_raises() -> None:
    with pytest.raises(KeyError):
        reason("no_such_code")


def test_finding_codes_carry_level_and_both_titles() -> None:
    assert len(FINDING_CODES) == 48
    assert {entry.level for entry in FINDING_CODES.values()} == {"block", "warn", "info"}
    assert all(entry.title.zh and entry.title.en for entry in FINDING_CODES.values())
    assert FINDING_CODES["image_too_small"].level == "block"
    assert FINDING_CODES["image_too_large"].level == "info"
