"""How a submission's state is coloured, one table for every page."""

from collections.abc import Mapping
from types import MappingProxyType

from .states import SubmissionState

STATE_TONES: Mapping[str, str] = MappingProxyType(
    {
        SubmissionState.DRAFT: "muted",
        SubmissionState.SUBMITTED: "info",
        SubmissionState.IN_REVIEW: "info",
        SubmissionState.SECOND_REVIEW: "info",
        SubmissionState.MORE_WANTED: "warn",
        SubmissionState.AT_AUTHORITY: "info",
        SubmissionState.PASSED: "ok",
        SubmissionState.FAILED: "bad",
        SubmissionState.WITHDRAWN: "muted",
    }
)
