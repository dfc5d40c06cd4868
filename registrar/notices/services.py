"""Telling the members of an account, and what members do with what they were told."""

import datetime as dt
from collections.abc import Collection, Mapping

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from .kinds import NoticeKind, kind_named
from .models import Notice
from .recipients import Wish, members_holding, wishes_about
from .states import MailState
from .texts import words_for


def notify(
    *,
    account_id: int,
    kind: str,
    params: Mapping[str, str | int],
    url: str,
    key: str,
    to_user_ids: Collection[int] | None = None,
) -> int:
    """Tell each member of the account who holds the kind's permission (of `to_user_ids` only,
    if given), in the caller's transaction and fence; returns how many are newly told.

    Once for each account, kind, key and member: calling again adds nothing. `params` are small
    values that may be mailed (domain names, counts, days), `url` a path of the console. The
    mail goes out after the commit, by the sweep, to members who want it. ValueError for a kind
    that nobody registered, params that don't fit it, or a url that is not a path.
    """
    known = _checked(kind, params, url)
    users = members_holding(account_id, known.permission, among=to_user_ids)
    wishes = wishes_about(account_id, known.topic)
    due = timezone.now() + dt.timedelta(seconds=settings.NOTICE_MAIL_WAIT)
    rows = [
        Notice(
            account_id=account_id,
            user_id=user_id,
            kind=kind,
            topic=known.topic,
            params=dict(params),
            url=url,
            key=key,
            **_ways(wishes.get(user_id, Wish()), due),
        )
        for user_id in users
    ]
    # Whoever tells the same at the same time is waited for, and adds nothing.
    Notice.objects.bulk_create(rows, ignore_conflicts=True)
    told = Q(in_console=True) | Q(mail=MailState.WAITING)
    return Notice.objects.filter(told, uid__in=[row.uid for row in rows]).count()


def _checked(kind: str, params: Mapping[str, str | int], url: str) -> NoticeKind:
    known = kind_named(kind)
    if known is None:
        raise ValueError(f"nobody has registered the notice kind {kind!r}")
    words_for(known, params)
    if not url.startswith("/") or url.startswith("//"):
        raise ValueError(f"{url!r} is not a path of the console")
    return known


def _ways(wish: Wish, due: dt.datetime) -> dict[str, object]:
    mailed = {"mail": MailState.WAITING, "due_at": due} if wish.by_mail else {}
    return {"in_console": wish.in_console, **mailed}
