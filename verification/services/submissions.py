"""The life of a submission: everything that writes one, by name.

Every function runs inside the fence and locks in the order domain, template, submission.
"""

from .answering import answer_question
from .claiming import claim_submission, take_over_submission
from .deciding import approve_submission, fail_submission
from .outcomes import record_outcome, time_out
from .reopening import reopen_submission
from .second_review import confirm_decision
from .submitting import submit_verification
from .withdrawing import withdraw_submission

__all__ = [
    "answer_question",
    "approve_submission",
    "claim_submission",
    "confirm_decision",
    "fail_submission",
    "record_outcome",
    "reopen_submission",
    "submit_verification",
    "take_over_submission",
    "time_out",
    "withdraw_submission",
]
