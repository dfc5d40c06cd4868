"""Times as people read them: this machine's clock, to the minute, with its offset."""

import datetime as dt


def moment(text: str | None) -> str:
    """An ISO 8601 moment in local time; what is none is shown as it comes."""
    if not text:
        return ""
    try:
        return dt.datetime.fromisoformat(text).astimezone().isoformat(" ", "minutes")
    except ValueError:
        return text
