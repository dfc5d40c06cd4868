"""Examples of waiting, for the API document."""

from drf_spectacular.utils import OpenApiExample

REMINDER = {
    "id": "rem_01m8dbkdgnerftcfncvyknc7bd",
    "state": "waiting",
    "issued_on": "2026-07-01",
    "due_on": "2026-07-13",
    "provisional": False,
}
REMINDERS = OpenApiExample(
    "One that waits",
    value={
        "items": [
            REMINDER
            | {
                "verification": "ver_01m8dbkdgeec9srqx94pvgjrds",
                "template": None,
                "domain": "example.cn",
            }
        ],
        "next": None,
    },
    response_only=True,
)
