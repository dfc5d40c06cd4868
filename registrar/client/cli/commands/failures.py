"""A failure as people read it: what was said, what it means, which cause it was, what to do."""

from registrar.client.cli.output.labels import label
from registrar.client.cli.session import Session
from registrar.client.shapes.failures import Cause, FailedReason, Failure, Reason
from registrar.client.texts import gettext as _


def open_questions(failure: Failure) -> bool:
    """Whether a cause asks something that nobody has answered."""
    return any(
        cause["question"] and cause["answer"] is None and cause["verdict"] != "ruled_out"
        for reason in failure["reasons"]
        for cause in reason["causes"]
    )


def show_failure(session: Session, failure: Failure, *, of: str = "") -> None:
    """`of` is the id of the failed submission: with it the command that answers is named."""
    out = session.out
    for message in failure["raw_messages"]:
        out.line(_("Said: %(message)s") % {"message": message})
    for reason in failure["reasons"]:
        _show_failed(session, reason)
    for step in failure["guidance"]:
        out.line(f"  - {step['text']}")
    if failure["note"]:
        out.line(_("The reviewer's note: %(text)s") % {"text": failure["note"]})
    if failure["safe_from"]:
        out.line(_("Safe to submit again from %(day)s.") % {"day": failure["safe_from"]["date"]})
    if of and open_questions(failure):
        command = f"zm verifications answer {of} CODE VALUE"
        out.say(_("To answer a question (yes, no, a day, or none): %(c)s") % {"c": command})


def _show_failed(session: Session, reason: FailedReason) -> None:
    show_reason(session, reason)
    for place in reason["places"]:
        session.out.line(f"  {place['text']}")


def show_reason(session: Session, reason: Reason) -> None:
    """Title, causes with their verdicts, steps."""
    out = session.out
    out.line(f"{out.painted(reason['title'], 'failed')} ({reason['code']})")
    if reason["summary"]:
        out.line(f"  {reason['summary']}")
    for cause in reason["causes"]:
        _show_cause(session, cause)
    for step in reason["guidance"]:
        out.line(f"  - {step['text']}")


def _show_cause(session: Session, cause: Cause) -> None:
    out = session.out
    verdict = out.painted(f"[{label(cause['verdict'])}]", cause["verdict"])
    out.line(f"  {verdict} {cause['title']}")
    if cause["verdict"] == "ruled_out":
        return
    for text in (cause["evidence"], cause["fix"]):
        if text:
            out.line(f"      {text}")
    if cause["question"] and cause["answer"] is None:
        out.line(f"      ? {cause['question']['text']} ({cause['code']})")
