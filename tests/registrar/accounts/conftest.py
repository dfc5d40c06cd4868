"""Every event that these tests bring about is looked at."""

from tests.event_data import checked_events

__all__ = ["checked_events"]
