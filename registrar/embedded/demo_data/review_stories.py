"""What was submitted and decided in the last weeks: data only, in days from today."""

from dataclasses import dataclass

from verification.states import DecisionStanding, FailureStage, Verdict

Decisions = tuple[tuple[Verdict, DecisionStanding], ...]

_FORCE = DecisionStanding.IN_FORCE
_APPROVED: Decisions = ((Verdict.APPROVE, _FORCE),)
_FAILED: Decisions = ((Verdict.FAIL, _FORCE),)
_ASKED_FIRST: Decisions = ((Verdict.ASK, _FORCE), (Verdict.APPROVE, _FORCE))
_REOPENED: Decisions = ((Verdict.FAIL, DecisionStanding.REOPENED), (Verdict.APPROVE, _FORCE))
_OVERRULED: Decisions = ((Verdict.APPROVE, DecisionStanding.OVERRULED), (Verdict.FAIL, _FORCE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """One ended submission; `stage` as Submission.stage, "" where it passed."""

    days_ago: int
    decisions: Decisions = _APPROVED
    stage: str = ""
    messages: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """A domain and its submissions, oldest first."""

    domain: str
    attempts: tuple[Past, ...]

    @property
    def ends_as(self) -> str:
        return "failed" if self.attempts[-1].stage else "verified"


def _there(days_ago: int, message: str, *warnings: str) -> Past:
    """Approved here, failed by the authority."""
    return Past(
        days_ago=days_ago,
        stage=FailureStage.AUTHORITY,
        messages=(message,),
        warnings=warnings,
    )


def _here(days_ago: int, *reasons: str, **more: object) -> Past:
    """Failed by a reviewer."""
    given = {"decisions": _FAILED, **more}
    return Past(days_ago=days_ago, stage=FailureStage.REVIEWER, reasons=reasons, **given)  # type: ignore[arg-type]


def _late(days_ago: int) -> Past:
    message = "实名审核超时，请重新提交"
    return Past(days_ago=days_ago, stage=FailureStage.TIMEOUT, messages=(message,))


def _passed(days_ago: int, **more: object) -> Past:
    return Past(days_ago=days_ago, **more)  # type: ignore[arg-type]


_NUMBER = "注册者证件号码填写有误，请输入与证件照片一致的证件号码"
_NAME = "域名所有者名称与上传证件不一致，请检查后重新提交"
_UNCLEAR = "注册者资料不清晰或者注册者身份证明资料不清晰"
_ELECTRONIC = "证件电子信息核验不合格"
_EXPIRED = "证件已过期，请提交有效的证件图片"

_AGAIN: tuple[tuple[Past, ...], ...] = (
    (_there(24, _NUMBER, "number_mismatch"), _passed(21)),
    (_there(23, _NAME), _passed(20)),
    (_there(22, _UNCLEAR, "image_blurry"), _passed(18)),
    (_there(19, _ELECTRONIC), _passed(16)),
    (_there(17, _NUMBER), _passed(14)),
    (_there(15, _UNCLEAR, "image_blurry"), _passed(11)),
    (_there(12, _EXPIRED, "document_near_expiry"), _passed(9)),
    (_there(10, _NUMBER, "number_mismatch"), _passed(6)),
    (_here(25, "materials_unclear", warnings=("image_blurry",)), _passed(23)),
    (_here(20, "number_mismatch"), _passed(18)),
    (_here(16, "materials_incomplete"), _passed(15)),
    (_here(13, "materials_unclear", "number_mismatch"), _passed(12)),
    (_here(11, "registrant_name_mismatch", decisions=_OVERRULED), _passed(8)),
    (_here(8, "materials_unclear", warnings=("image_blurry",)), _passed(5)),
    (_late(26), _passed(16)),
    (_here(27, "materials_unclear"), _there(24, _UNCLEAR), _passed(19)),
    (_there(21, _NAME), _here(17, "registrant_name_mismatch"), _passed(13)),
)
_ONCE: tuple[Past, ...] = (
    *(_passed(days) for days in (27, 26, 25, 22, 19, 16, 14, 13, 10, 9, 7, 6, 4, 3, 3, 2)),
    _passed(18, warnings=("image_blurry",)),
    _passed(12, warnings=("name_fullwidth_brackets",)),
    _passed(7, warnings=("image_blurry",)),
    _passed(15, decisions=_ASKED_FIRST),
    _passed(5, decisions=_ASKED_FIRST),
    _passed(9, decisions=_REOPENED),
    _there(5, _NUMBER),
    _here(4, "materials_unclear", decisions=_OVERRULED),
    _here(3, "number_mismatch", warnings=("number_mismatch",)),
)
STORIES: tuple[Story, ...] = tuple(
    Story(f"jiuli-{number:02}.cn", attempts)
    for number, attempts in enumerate((*_AGAIN, *((one,) for one in _ONCE)), start=1)
)
