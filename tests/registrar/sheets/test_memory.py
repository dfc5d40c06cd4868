"""100,000 rows go through in a bounded amount of memory: that of the process, as Linux counts it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from registrar.sheets.columns import Column
from registrar.sheets.limits import MAX_ROWS
from registrar.sheets.reading.opening import open_table
from registrar.sheets.writing.files import file_chunks

COLUMNS = [Column(field=name, label=name) for name in "abc"]
# As lists of texts the rows would take more than 30 MB.
MOST_MB = 15
_STATUS, _RESET = Path("/proc/self/status"), Path("/proc/self/clear_refs")


def many_rows() -> Iterator[list[str]]:
    yield list("abc")
    for number in range(MAX_ROWS):
        yield [f"{name}{number}.example.com" for name in "abc"]


def memory(name: str) -> float:
    """In MB: VmRSS now, VmHWM at its highest since the last reset."""
    line = next(x for x in _STATUS.read_text().splitlines() if x.startswith(name))
    return int(line.split()[1]) / 1024


@pytest.mark.skipif(not _RESET.exists(), reason="only Linux tells the highest use of memory")
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_writing_and_reading_hold_no_rows(kind, tmp_path):
    path = tmp_path / "list"
    _RESET.write_text("5")
    before = memory("VmRSS")
    with path.open("wb") as file:
        for chunk in file_chunks(kind, COLUMNS, many_rows()):
            file.write(chunk)
    assert memory("VmHWM") - before < MOST_MB
    content = path.read_bytes()
    _RESET.write_text("5")
    before = memory("VmRSS")
    assert sum(1 for _row in open_table(content).rows) == MAX_ROWS
    assert memory("VmHWM") - before < MOST_MB
