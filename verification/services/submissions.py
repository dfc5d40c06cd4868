"""The life of a submission: everything that writes one, by name.

Every function runs inside the fence and locks in the order domain, template, submission.
"""

from .answering import answer_question
from .asking import ask_for_more
from .assigning import assign_submissions
from .bringing_more import bring_more
from .claiming import claim_next, claim_submission, take_over_submission
from .deciding import approve_submission, fail_submission
from .letting_go import end_idle_claim, give_back, keep_claim
from .outcomes import record_outcome, time_out
from .reopening import reopen_submission
from .resending import resend_submissions
from .second_review import confirm_decision
from .submitting import submit_verification
from .withdrawing import withdraw_submission

__all__ = [
    "answer_question",
    "approve_submission",
    "ask_for_more",
    "assign_submissions",
    "bring_more",
    "claim_next",
    "claim_submission",
    "confirm_decision",
    "end_idle_claim",
    "fail_submission",
    "give_back",
    "keep_claim",
    "record_outcome",
    "reopen_submission",
    "resend_submissions",
    "submit_verification",
    "take_over_submission",
    "time_out",
    "withdraw_submission",
]
