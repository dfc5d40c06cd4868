"""Following something until it has ended."""

from collections.abc import Callable, Collection
from time import monotonic, sleep
from typing import Any

from registrar.client.cli.exits import INTERRUPTED, UNAVAILABLE, Stop
from registrar.client.cli.output.labels import label
from registrar.client.cli.session import Session
from registrar.client.texts import gettext as _

_FIRST, _LONGEST, _STEP = 1.0, 5.0, 1.25


def watch(
    session: Session,
    read: Callable[[], Any],
    *,
    ended: Collection[str],
    again: str,
    describe: Callable[[Any], str] = lambda thing: label(thing["state"]),
) -> Any:
    """Ask until `state` is one of `ended`; `again` is the command that goes on watching.

    Stop where `--timeout` is over or somebody interrupts: the thing itself goes on meanwhile.
    """
    began, pause, told = monotonic(), _FIRST, ""
    try:
        while True:
            thing = read()
            told = _tell(session, describe(thing), told, monotonic() - began)
            if thing["state"] in ended:
                return thing
            _within(session, monotonic() - began, again)
            sleep(pause)
            pause = min(_LONGEST, pause * _STEP)
    except KeyboardInterrupt:
        session.out.progress_ends()
        raise Stop(_go_on(again), INTERRUPTED) from None
    finally:
        session.out.progress_ends()


def _tell(session: Session, now: str, told: str, passed: float) -> str:
    if session.out.err_is_terminal:
        session.out.progress(f"{now} · {int(passed)} s")
    elif now != told:
        session.out.say(now)
    return now


def _within(session: Session, passed: float, again: str) -> None:
    limit = session.args.timeout
    if limit is not None and passed >= limit:
        raise Stop(_go_on(again), UNAVAILABLE)


def _go_on(again: str) -> str:
    return _("It goes on without being watched. To watch again: %(command)s") % {"command": again}
