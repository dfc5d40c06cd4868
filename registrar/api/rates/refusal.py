"""What somebody is told who called too often."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from registrar.errors import TooMany

from .counting import Standing


def refuse_exceeded(standings: Sequence[Standing]) -> None:
    """Return when no rate is exceeded; TooMany that names those which are otherwise.

    `retry_after` is when the last of them allows a call again (seconds); `violated-policies` is
    the name that the draft of the header fields gives to this list.
    """
    exceeded = [standing for standing in standings if standing.exceeded]
    if not exceeded:
        return
    worst = max(exceeded, key=lambda standing: standing.reset)
    message = _(
        "Too many calls: the rate %(name)s allows %(amount)d in %(seconds)d s."
        " Try again in %(wait)d s."
    ) % {
        "name": worst.rate.name,
        "amount": worst.rate.amount,
        "seconds": worst.rate.seconds,
        "wait": worst.reset,
    }
    names = [standing.rate.name for standing in exceeded]
    raise TooMany(message=message, extra={"retry_after": worst.reset, "violated-policies": names})
