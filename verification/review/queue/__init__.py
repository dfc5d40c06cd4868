"""What waits for the reviewers: counted, listed, and given out."""

from .counts import WAITING, QueueCounts, next_submission, queue_counts

__all__ = ["WAITING", "QueueCounts", "next_submission", "queue_counts"]
