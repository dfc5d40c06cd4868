"""Pieces of the API's description that several views share."""

from drf_spectacular.utils import OpenApiExample, OpenApiParameter

from registrar.paging import DEFAULT_LIMIT, MAX_LIMIT

CURSOR = OpenApiParameter("cursor", description="`next` of the page before")
LIMIT = OpenApiParameter(
    "limit", type=int, default=DEFAULT_LIMIT, description=f"1 to {MAX_LIMIT} rows"
)

DOMAIN_EXAMPLE = OpenApiExample(
    "a domain that failed verification",
    value={
        "name": "xn--fiq26an69bm6r.cn",
        "unicode_name": "中文示例.cn",
        "service_status": "verification_failed",
        "lifecycle": "active",
        "real_name_status": "failed",
        "registrant_change_status": "none",
        "transfer_status": "none",
        "epp_statuses": ["serverHold"],
        "template": "tpl_01k2t0r8xjec19x3p2sx3ny0ah",
        "holder_type": "individual",
        "registrant_name": "李晓彤",
        "registered_at": "2026-01-08T10:21:33+08:00",
        "expires_at": "2027-01-08T10:21:33+08:00",
        "auto_renew": False,
        "tags": ["shop"],
    },
    response_only=True,
)

GATES_EXAMPLE = OpenApiExample(
    "while a change of registrant is in review",
    value={
        "operations": [
            {
                "operation": "push",
                "allowed": False,
                "blocked_by": [
                    {
                        "code": "registrant_change_in_review",
                        "message": "A change of registrant is in review."
                        " Please wait for its result.",
                        "until": None,
                    }
                ],
            },
            {"operation": "renew", "allowed": True, "blocked_by": []},
        ]
    },
    response_only=True,
)

REGISTRATION_EXAMPLE = OpenApiExample(
    "a name for two years",
    value={
        "name": "中文示例.cn",
        "template": "tpl_01k2t0r8xjec19x3p2sx3ny0ah",
        "years": 2,
        "auto_renew": True,
        "tags": ["shop"],
        "nameservers": ["ns1.example.com", "ns2.example.com"],
    },
    request_only=True,
)

OPERATION_EXAMPLE = OpenApiExample(
    "a change of registrant",
    value={
        "operation": "change_registrant",
        "domain": "example.cn",
        "template": "tpl_01k2t0r8xjec19x3p2sx3ny0ah",
    },
    request_only=True,
)

BATCH_EXAMPLE = OpenApiExample(
    "several at once",
    value={
        "items": [
            {"operation": "set_locks", "domain": "example.cn", "locks": {"transfer": True}},
            {
                "operation": "edit_contacts",
                "domain": "example.com",
                "contact": {"email": "hostmaster@example.com"},
            },
        ]
    },
    request_only=True,
)

BLOCKED_EXAMPLE = OpenApiExample(
    "blocked",
    value={
        "type": "urn:zhengming:problem:operation_blocked",
        "title": "This operation is blocked at the moment.",
        "status": 409,
        "detail": "This operation is blocked at the moment.",
        "code": "operation_blocked",
        "errors": [
            {
                "field": "",
                "code": "verification_in_review",
                "message": "Real-name verification is in review. Please wait for its result.",
            }
        ],
        "request_id": "6f1c0c1e",
    },
    response_only=True,
    status_codes=["409"],
)

TIMELINE_EXAMPLE = OpenApiExample(
    "a domain whose verification failed",
    value={
        "items": [
            {
                "at": "2027-01-08T10:21:33+08:00",
                "title": "Expires",
                "tone": "next",
                "by": "",
                "body": "",
            },
            {
                "at": "2026-01-12T09:03:10+08:00",
                "title": "Verification failed",
                "tone": "bad",
                "by": "",
                "body": "The name on the document differs from the name in the system.",
            },
            {
                "at": "2026-01-08T10:21:33+08:00",
                "title": "Registered",
                "tone": "ok",
                "by": "",
                "body": "",
            },
        ]
    },
    response_only=True,
)
