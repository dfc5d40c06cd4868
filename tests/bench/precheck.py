"""`python -m tests.bench.precheck [PREFIX …] [--json FILE] [--jobs 2]`: the pre-check's figures.

Every case of tests/precheck_set, or those whose id begins with a PREFIX, through reading and
checks. The reading runs in a process of its own, one picture at a time, so that its times and
its memory are those of a worker; the pictures are drawn outside. With `--jobs 2` two such
processes run beside each other: sooner done, but its seconds are those of a busy machine.
"""

import argparse
import dataclasses
import json
import multiprocessing
import os
import resource
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "registrar.settings.test")
django.setup()

from tests.bench.precheck_hostile import refusals  # noqa: E402
from tests.bench.precheck_report import report  # noqa: E402
from tests.precheck_set.case import Case  # noqa: E402
from tests.precheck_set.cases import all_cases  # noqa: E402
from tests.precheck_set.running import Result, run_case  # noqa: E402
from verification.reading.read import read_picture  # noqa: E402

_STATUS = Path("/proc/self/status")
_MEMORY_REACH = 1.5  # GB
# Of a reading process: seconds that its first reading took.
_loading: list[float] = []


def main() -> None:
    options = _options()
    chosen = [case for case in all_cases() if case.id.startswith(tuple(options.prefix) or "")]
    start = time.perf_counter()
    context = multiprocessing.get_context("spawn")
    first = (all_cases()[0].files[0].draw(),)
    with ProcessPoolExecutor(options.jobs, context, warm_up, first) as pool:
        loading = pool.submit(loading_time).result()
        results = dict(_all(pool, chosen, options.jobs))
        memory = pool.submit(peak_memory).result()
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        refused = pool.submit(_refusals).result()
    pairs = [(case, results[case.id]) for case in chosen]
    for line in (*report(pairs), *refused):
        print(line)
    mark = "ok" if memory < _MEMORY_REACH else "SHORT"
    print(f"\n{'peak memory of a reading process':<46}{memory:>15.2f} GB  (< 1.5 GB) {mark}")
    print(f"{'first reading, which loads the models':<46}{loading:>15.2f} s")
    busy = "" if options.jobs == 1 else f", {options.jobs} processes: times of a busy machine"
    print(f"{time.perf_counter() - start:.0f} s in all{busy}")
    if options.json:
        _write(options.json, [result for _case, result in pairs])


def warm_up(content: bytes) -> None:
    """A worker loads its models once, not for each picture: the first reading is not counted."""
    start = time.perf_counter()
    read_picture(content)
    _loading.append(time.perf_counter() - start)


def loading_time() -> float:
    """Seconds of this process's first reading."""
    return _loading[0]


def run_by_id(case_id: str, contents: Sequence[bytes]) -> Result:
    """In the reading process: a case is found again by its id, for it can't be sent."""
    return run_case(next(case for case in all_cases() if case.id == case_id), contents)


def peak_memory() -> float:
    """Of this process, in GB. Linux's high-water mark begins anew with the program; what
    getrusage says may be inherited."""
    if _STATUS.exists():
        line = next(row for row in _STATUS.read_text().splitlines() if row.startswith("VmHWM"))
        return int(line.split()[1]) / 1024**2
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2


def _refusals() -> list[str]:
    return list(refusals())


def _all(
    pool: ProcessPoolExecutor, cases: Sequence[Case], jobs: int
) -> Iterator[tuple[str, Result]]:
    """Draw, hand over, and draw no further than there are hands free."""
    running: set[Future[Result]] = set()
    for case in cases:
        contents = [file.draw() for file in case.files]
        while len(running) >= jobs:
            done, running = wait(running, return_when=FIRST_COMPLETED)
            yield from ((one.result().case, one.result()) for one in done)
        running.add(pool.submit(run_by_id, case.id, contents))
        if jobs == 1:
            done, running = wait(running)
            yield from ((one.result().case, one.result()) for one in done)
    yield from ((one.result().case, one.result()) for one in running)


def _write(path: Path, results: Sequence[Result]) -> None:
    rows = [dataclasses.asdict(result) for result in results]
    path.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tests.bench.precheck")
    parser.add_argument("prefix", nargs="*", help="beginnings of case ids; all when none")
    parser.add_argument("--json", type=Path, help="write each case's result to this file")
    parser.add_argument("--jobs", type=int, default=1, help="reading processes")
    return parser.parse_args()


if __name__ == "__main__":
    main()
