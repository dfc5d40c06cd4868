"""Rows of the gate table: verification, naming review, disputes."""

from django.utils.translation import gettext_lazy as _

from .facts import Naming, RealName, RegistrantChange
from .operations import Operation as Op
from .operations import everything_but
from .rules import Circumstance, GateRule

REVIEW_ROWS: tuple[GateRule, ...] = (
    GateRule(
        code="verification_in_review",
        operations=frozenset(
            {
                Op.SUBMIT_VERIFICATION,
                Op.EDIT_MATERIALS,
                Op.EDIT_CONTACTS,
                Op.CHANGE_REGISTRANT,
                Op.PUSH,
                Op.TRANSFER_OUT,
                Op.DELETE,
            }
        ),
        applies=lambda facts, today: facts.real_name is RealName.IN_REVIEW,
        message=_("Real-name verification is in review. Please wait for its result."),
        source="seed 003, 实名认证审核中; Aliyun and Tencent rules",
    ),
    GateRule(
        code="registrant_change_in_review",
        operations=frozenset(
            {
                Op.TRANSFER_IN,
                Op.TRANSFER_OUT,
                Op.CHANGE_REGISTRANT,
                Op.PUSH,
                Op.SUBMIT_VERIFICATION,
                Op.EDIT_CONTACTS,
                Op.EDIT_MATERIALS,
                Op.DELETE,
            }
        ),
        applies=lambda facts, today: facts.registrant_change is RegistrantChange.IN_REVIEW,
        message=_("A change of registrant is in review. Please wait for its result."),
        source="seed 003, 过户资料审核中",
    ),
    GateRule(
        code="verification_failed",
        operations=frozenset({Op.PUSH, Op.TRANSFER_OUT}),
        applies=lambda facts, today: facts.real_name is RealName.FAILED,
        message=_("Real-name verification failed. Get the domain verified again first."),
        source="seed 003, 失败后重新认证",
    ),
    GateRule(
        code="unverified",
        operations=frozenset({Op.PUSH, Op.TRANSFER_OUT}),
        only_when=frozenset({(Op.CHANGE_REGISTRANT, Circumstance.UNVERIFIED_TARGET)}),
        applies=lambda facts, today: facts.real_name is RealName.UNVERIFIED,
        message=_("The domain has not been real-name verified. Verify it first."),
        source="seed 002, 域名未实名认证",
    ),
    GateRule(
        code="naming_in_review",
        operations=frozenset({Op.TRANSFER_OUT, Op.PUSH, Op.CHANGE_REGISTRANT}),
        applies=lambda facts, today: facts.naming is Naming.IN_REVIEW,
        message=_("The registry is still reviewing the domain name itself."),
        source="seed 002, 域名命名审核",
    ),
    GateRule(
        code="naming_failed",
        operations=frozenset({Op.TRANSFER_OUT, Op.PUSH, Op.CHANGE_REGISTRANT}),
        applies=lambda facts, today: facts.naming is Naming.FAILED,
        message=_("The domain name failed the registry's naming review."),
        source="seed 002, 域名命名审核失败",
    ),
    GateRule(
        code="disputed",
        operations=everything_but(Op.RENEW),
        applies=lambda facts, today: facts.disputed,
        message=_("The domain is in a dispute, arbitration or judicial proceeding."),
        source="seed 002, 仲裁、争议或纠纷中的域名",
    ),
)
