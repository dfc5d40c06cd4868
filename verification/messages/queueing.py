"""Queue what the catalogue doesn't account for, in the transaction of the failure."""

from collections.abc import Mapping, Sequence

import structlog
from django.db import connection
from django.utils import timezone

from registrar.tenancy.context import for_the_registrar

from .models import UnknownMessage
from .states import MessageState
from .understanding import unfinished_keys

log = structlog.get_logger(__name__)

# Sorted by key, so that two failures never wait for each other.
_COUNT = f"""
    INSERT INTO {UnknownMessage._meta.db_table}
        (key, text, source, count, first_seen, last_seen, state, codes, reclassified_up_to)
    VALUES (%(key)s, %(text)s, %(source)s, 1, %(now)s, %(now)s,
        '{MessageState.OPEN.value}', '{{}}', 0)
    ON CONFLICT (key) DO UPDATE
        SET count = {UnknownMessage._meta.db_table}.count + 1, last_seen = excluded.last_seen
    RETURNING codes, count
"""  # noqa: S608 - the table's name is ours


def note_unknown(messages: Sequence[str], source: str) -> Mapping[str, tuple[str, ...]]:
    """Queue, or count up, what the catalogue doesn't account for; what staff have mapped of it.

    Holds the rows until the transaction ends: a mapping that is made meanwhile finds this
    failure, or this failure finds the mapping. Call it before writing the operation log.
    """
    unfinished = unfinished_keys(messages)
    if not unfinished:
        return {}
    mapped = {}
    with for_the_registrar(), connection.cursor() as cursor:
        for key, text in sorted(unfinished.items()):
            now = timezone.now()
            cursor.execute(_COUNT, {"key": key, "text": text, "source": str(source), "now": now})
            codes, count = cursor.fetchone()
            if count == 1:
                log.info("unknown_message_queued", source=source, length=len(text))
            if codes:
                mapped[key] = tuple(codes)
    return mapped
