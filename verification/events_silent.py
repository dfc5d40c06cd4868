"""What of verification is no event, and why."""

_LOOK = "a look at what is there; nothing changes"
_OURS = "who of the registrar's staff works on it is not told"

SILENT = {
    "material.viewed": _LOOK,
    "precheck.run": _LOOK,
    "submission.number_revealed": _LOOK,
    "submission.assigned": _OURS,
    "submission.claimed_lapsed": _OURS,
    "submission.taken_over": _OURS,
    "submission.decision_proposed": "how many eyes decide is not told; the shown state stays",
    "submission.decided_otherwise": "how many eyes decide is not told; the shown state stays",
    "submission.answer_contradicted": "changes nothing: staff look into it",
    "submission.resent": "changes nothing: an authority is asked again",
}
