"""Times as people read them: this machine's clock, to the minute."""

import datetime as dt


def moment(text: str | None) -> str:
    """An ISO 8601 moment in local time; what is none is shown as it comes."""
    if not text:
        return ""
    try:
        return dt.datetime.fromisoformat(text).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return text
