"""Puts what reviewers and authorities say inside the fence, and the registrar's own data."""

from django.db import migrations

from registrar.tenancy.migration_helpers import (
    fence,
    in_all_accounts,
    parent_key,
    same_account,
    staff_only,
)

_SUBMISSION = "verification_submission"
_MATERIAL = "verification_material"
_DECISION = "verification_reviewdecision"
_REQUEST = "verification_morerequest"
_ITEM = "verification_moreitem"
_ANSWER = "verification_authorityanswer"


class Migration(migrations.Migration):
    dependencies = [("verification", "0014_review")]

    operations = [
        fence(_DECISION),
        fence(_REQUEST),
        fence(_ITEM),
        fence(_ANSWER),
        parent_key(_REQUEST),
        same_account(_DECISION, "submission_id", _SUBMISSION),
        same_account(_REQUEST, "submission_id", _SUBMISSION),
        same_account(_ITEM, "request_id", _REQUEST),
        same_account(_ITEM, "about_id", _MATERIAL),
        same_account(_ITEM, "answer_picture_id", _MATERIAL),
        same_account(_ANSWER, "submission_id", _SUBMISSION),
        staff_only("verification_authority"),
        staff_only("verification_authorityroute"),
        staff_only("verification_reviewpolicy"),
        # What waits already is due at the end of the day that was promised.
        in_all_accounts(
            _SUBMISSION,
            f"""
            UPDATE {_SUBMISSION} SET
                waiting_since = submitted_at,
                review_due_at = coalesce(
                    (expected_on + time '18:00') AT TIME ZONE 'Asia/Shanghai', submitted_at
                ),
                lease_until = CASE WHEN state = 'in_review' THEN now() END
            WHERE state IN ('submitted', 'in_review')
            """,
        ),
    ]
