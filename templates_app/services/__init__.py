"""The only writers of info templates."""

from .ending import delete_template, disable_template
from .revealing import reveal_number
from .reviews import enter_review, fail_review, leave_review, pass_review, return_to_review
from .writing import create_template, create_version, edit_template, edit_token

__all__ = [
    "create_template",
    "create_version",
    "delete_template",
    "disable_template",
    "edit_template",
    "edit_token",
    "enter_review",
    "fail_review",
    "leave_review",
    "pass_review",
    "return_to_review",
    "reveal_number",
]
