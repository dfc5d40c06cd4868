"""The life of a submission: everything that writes one, by name.

Every function runs inside the fence and locks in the order domain, template, submission.
"""

from .answering import answer_question
from .asking import ask_for_more
from .bringing_more import bring_more
from .claiming import claim_submission, take_over_submission
from .deciding import approve_submission, fail_submission
from .outcomes import record_outcome, time_out
from .submitting import submit_verification
from .withdrawing import withdraw_submission

__all__ = [
    "answer_question",
    "approve_submission",
    "ask_for_more",
    "bring_more",
    "claim_submission",
    "fail_submission",
    "record_outcome",
    "submit_verification",
    "take_over_submission",
    "time_out",
    "withdraw_submission",
]
