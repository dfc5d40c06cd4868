"""Telling the members of an account, and what members do with what they were told."""

import datetime as dt
from collections.abc import Collection, Mapping

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from registrar.accounts.models import Membership
from registrar.accounts.selectors import members_of
from registrar.errors import InvalidInput, NotPermitted
from registrar.oplog.services import record
from registrar.tenancy.actor import Actor

from .kinds import NoticeKind, Topic, kind_named
from .models import Notice, NoticePreference
from .recipients import Wish, members_holding, wishes_about, wishes_of
from .selectors import get_notice, unread_of
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
    mail goes out after the commit, by the sweep, to members who want it. Before `record`, which
    comes last: a telling of the same at the same time is waited for. ValueError for a kind that
    nobody registered, params that don't fit it, or a url that is not a path.
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


def read_notice(*, actor: Actor, notice_id: str) -> Notice:
    """The actor's own notice, read from now on. NotFound for anybody else's.

    What somebody has read is theirs alone and no change of the account's: it is not logged.
    """
    notice = get_notice(actor, notice_id)
    unread_of(actor).filter(pk=notice.pk).update(read_at=timezone.now())
    return notice


def read_all(*, actor: Actor, up_to: str) -> int:
    """Everything up to the notice `up_to` (the newest that the page showed) is read; what came
    since stays unread. Returns how many were unread."""
    newest = get_notice(actor, up_to)
    return unread_of(actor).filter(pk__lte=newest.pk).update(read_at=timezone.now())


def change_preferences(*, actor: Actor, wishes: Mapping[str, Wish]) -> bool:
    """Where the actor wants to be told from now on, in this account, by topic; logged.

    Topics that are not named stay as they are; an unknown one is InvalidInput. False when
    nothing changes. Mails that wait for a topic switched off are not sent any more.
    """
    if actor.user_id is None or actor.account_id is None:
        raise NotPermitted()
    if not set(wishes) <= set(Topic.values):
        raise InvalidInput()
    members = members_of(actor.account_id).select_for_update(of=("self",), no_key=True)
    member = members.get(user_id=actor.user_id)
    known = wishes_of(actor.account_id, actor.user_id)
    before = {topic: known.get(topic, Wish()) for topic in wishes}
    changed = {topic: wish for topic, wish in wishes.items() if wish != before[topic]}
    for topic, wish in changed.items():
        _keep(member, topic, wish)
    if changed:
        record(
            actor=actor,
            action="notice.preferences_changed",
            about=member,
            label=member.user.log_label,
            before={topic: before[topic].ways for topic in changed},
            after={topic: wish.ways for topic, wish in changed.items()},
        )
    return bool(changed)


def _keep(member: Membership, topic: str, wish: Wish) -> None:
    """A row only for what differs from telling in both ways."""
    rows = NoticePreference.objects.filter(account_id=member.account_id, user_id=member.user_id)
    rows.filter(topic=topic).delete()
    if wish != Wish():
        NoticePreference.objects.create(
            account_id=member.account_id,
            user_id=member.user_id,
            topic=topic,
            in_console=wish.in_console,
            by_mail=wish.by_mail,
        )
