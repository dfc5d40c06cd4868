import datetime as dt

import pytest
import time_machine

from registrar.errors import InvalidInput
from registrar.oplog.search import ORDER, read_filter, search_log
from registrar.tenancy.context import acting_as

SHANGHAI = dt.timezone(dt.timedelta(hours=8))


@pytest.fixture
def find(owner):
    def find(**values):
        given = {name.rstrip("_"): value for name, value in values.items()}
        with acting_as(owner):
            rows = search_log(owner.account_id, read_filter(given)).order_by(*ORDER)
            return [entry.object_label for entry in rows]

    return find


@pytest.fixture
def logged(log):
    for day, action, label in [
        (1, "template.created", "李晓彤"),
        (2, "template.changed", "李晓彤"),
        (3, "domain.locked", "qinghe.cn"),
    ]:
        with time_machine.travel(dt.datetime(2026, 7, day, 12, tzinfo=SHANGHAI)):
            log(action, label=f"{label} {day}", reason="50%_off" if day == 3 else "")


def test_search_without_filters_gives_everything_newest_first(find, logged):
    assert find() == ["qinghe.cn 3", "李晓彤 2", "李晓彤 1"]


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"action": "template.created"}, [1]),
        ({"action": "template"}, [2, 1]),
        ({"action": "temp"}, []),
        ({"q": "晓彤"}, [2, 1]),
        ({"q": "QINGHE"}, [3]),
        ({"q": "%"}, [3]),
        ({"q": "_off"}, [3]),
        ({"q": "template.ch"}, [2]),
        ({"actor": "alic"}, [3, 2, 1]),
        ({"actor": "user"}, [3, 2, 1]),
        ({"actor": "system"}, []),
        ({"from_": "2026-07-02"}, [3, 2]),
        ({"to": "2026-07-02"}, [2, 1]),
        ({"from_": "2026-07-02", "to": "2026-07-02"}, [2]),
        ({"from_": "2026-07-02T12:00:00+08:00"}, [3, 2]),
        ({"to": "2026-07-02T04:00:00Z"}, [1]),
        ({"object_id": "tpl_unknown"}, []),
    ],
)
def test_search_by_one_filter(find, logged, values, found):
    assert [int(label[-1]) for label in find(**values)] == found


@pytest.mark.parametrize("text", ["x", "2026-13-01", "0001-01-01", "9999-12-31", "07/01/2026", "-"])
def test_date_that_is_none_is_invalid(text):
    with pytest.raises(InvalidInput) as refused:
        read_filter({"from": text})
    assert [e.field for e in refused.value.errors] == ["from"]


def test_text_too_long_is_invalid():
    with pytest.raises(InvalidInput):
        read_filter({"q": "x" * 101})
