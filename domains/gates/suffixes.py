"""How long a new or transferred name stays with its registrar, by suffix."""

from collections.abc import Mapping

# ICANN transfer policy and the .cn-family rules (seed 002, 域名转入): 60 days.
DEFAULT_TRANSFER_LOCK_DAYS = 60

# Registries that let a name move from the first day.
TRANSFER_LOCK_DAYS: Mapping[str, int] = {"de": 0, "eu": 0, "uk": 0}


def transfer_lock_days(suffix: str) -> int:
    """Days after registration or transfer in which transfer out is blocked.

    The longest known ending of `suffix` decides ("co.uk" follows "uk").
    """
    labels = suffix.lower().strip(".").split(".")
    for start in range(len(labels)):
        ending = ".".join(labels[start:])
        if ending in TRANSFER_LOCK_DAYS:
            return TRANSFER_LOCK_DAYS[ending]
    return DEFAULT_TRANSFER_LOCK_DAYS
