"""Asking what would fail, and saying it."""

import time
from typing import Any

from registrar.client.cli.exits import CONFLICT, Stop
from registrar.client.cli.output.labels import label
from registrar.client.cli.session import Session
from registrar.client.errors import Conflict
from registrar.client.shapes.prechecks import Finding, Precheck
from registrar.client.texts import gettext as _

_PAUSE = 2.0
# A picture takes some seconds; a queue before it may take minutes.
LONGEST_READING = 600.0


def check(session: Session, **subject: Any) -> Precheck:
    """The whole answer: asked again as long as pictures are being read."""
    prechecks = session.client.prechecks
    answer = prechecks.ask(**subject)
    began = time.monotonic()
    while answer["status"] == "pending":
        _still_reading(session, began)
        answer = prechecks.get(answer["id"])
    session.out.progress_ends()
    return answer


def when_read(session: Session, send: Any) -> Any:
    """What `send` answers, sent again as long as pictures are being read."""
    began = time.monotonic()
    while True:
        try:
            answer = send()
        except Conflict as error:
            if error.code != "pictures_pending":
                raise
            _still_reading(session, began, error.retry_after)
        else:
            session.out.progress_ends()
            return answer


def _still_reading(session: Session, began: float, asked: float | None = None) -> None:
    passed = time.monotonic() - began
    if passed > LONGEST_READING:
        raise Stop(_("The pictures have not been read in time; try again later."), CONFLICT)
    session.out.progress(_("Reading the pictures … %(seconds)d s") % {"seconds": passed})
    time.sleep(asked or _PAUSE)


def show_findings(session: Session, answer: Precheck) -> None:
    """Each finding with its evidence and the way to mend it, what blocks first."""
    order = {"block": 0, "warn": 1, "info": 2}
    for finding in sorted(answer["findings"], key=lambda row: order.get(row["level"], 3)):
        _show(session, finding)
    if answer["status"] == "pending":
        session.out.say(_("Some pictures are still being read."))
    elif answer["ready"]:
        session.out.line(session.out.painted(_("Ready to be submitted."), "ready"))
    else:
        session.out.line(session.out.painted(_("Not ready: what blocks must be mended."), "block"))


def _show(session: Session, finding: Finding) -> None:
    out = session.out
    level = out.painted(f"[{label(finding['level'])}]", finding["level"])
    out.line(f"{level} {finding['title'] or finding['message']}")
    details = [finding["message"] if finding["title"] else "", finding["evidence"]]
    details += [finding["fix"], finding["retake"] or ""]
    for text in dict.fromkeys(text for text in details if text and text != finding["title"]):
        out.line(f"    {text}")


def warnings_of(answer: Precheck) -> list[str]:
    return sorted({row["code"] for row in answer["findings"] if row["level"] == "warn"})
