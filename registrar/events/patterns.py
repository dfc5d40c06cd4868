"""How types of events are named by those who choose some (pure): types, `verification.*`, `*`."""

EVERYTHING = "*"
ALL_OF = ".*"


def means(pattern: str, event_type: str) -> bool:
    """Whether `pattern` names events of this type: it, all of its object, or all there are."""
    if pattern == EVERYTHING:
        return True
    if pattern.endswith(ALL_OF):
        return event_type.startswith(pattern[:-1])
    return pattern == event_type
