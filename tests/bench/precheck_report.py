"""What the results of the pre-check's set come to, in a table."""

import statistics
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from tests.precheck_set.case import Case
from tests.precheck_set.running import Result

Pair = tuple[Case, Result]
# What only warns, so that a case of it alone is not stopped.
_WARNINGS = frozenset({"number_confusable", "document_type_superseded"})
_REACH_CAUGHT, _REACH_BLOCKED, _REACH_READ, _REACH_AROUND = 0.95, 0.02, 0.95, 0.2


def report(pairs: Sequence[Pair]) -> Iterator[str]:
    """The lines of the report; `pairs` in any order."""
    clean = [pair for pair in pairs if pair[0].clean]
    failing = [pair for pair in pairs if not pair[0].clean]
    yield f"{len(pairs)} cases: {len(clean)} clean, {len(failing)} failing"
    yield from _caught(pairs, failing)
    yield from _blocked(clean)
    yield from _read(clean)
    yield from _times([result for _case, result in pairs])
    yield from _errors(pairs)


def caught(case: Case, result: Result) -> bool:
    """All that was expected is there, or something that says the same."""
    found = set(result.found)
    return case.expected <= found or bool(case.or_else & found)


def _caught(pairs: Sequence[Pair], failing: Sequence[Pair]) -> Iterator[str]:
    yield ""
    yield f"{'caught, by expected code':<36}{'of':>5}{'found':>7}{'or alike':>10}   missed"
    for code in sorted({code for case, _result in pairs for code in case.expected}):
        of = [(case, result) for case, result in pairs if code in case.expected]
        strict = sum(code in result.found for _case, result in of)
        alike = [case.or_else & set(result.found) for case, result in of]
        either = sum(
            code in result.found or bool(more)
            for (_case, result), more in zip(of, alike, strict=True)
        )
        missed = [
            case.id
            for (case, result), more in zip(of, alike, strict=True)
            if code not in result.found and not more
        ]
        yield f"  {code:<34}{len(of):>5}{strict:>7}{either:>10}   {' '.join(missed)}".rstrip()
    yield ""
    whole = [caught(case, result) for case, result in failing]
    passing = [
        case.id
        for case, result in failing
        if not result.blocking and not case.expected <= _WARNINGS
    ]
    stopped = [bool(result.blocking) for case, result in failing if not case.expected <= _WARNINGS]
    yield _share("failing cases of which everything was found", whole, _REACH_CAUGHT)
    yield _share("failing cases that are stopped", stopped, _REACH_CAUGHT)
    if passing:
        yield f"    not stopped: {' '.join(passing)}"


def _blocked(clean: Sequence[Pair]) -> Iterator[str]:
    blocked = [(case, result) for case, result in clean if result.blocking or result.error]
    share = len(blocked) / len(clean) if clean else 0.0
    mark = "ok" if share <= _REACH_BLOCKED else "SHORT"
    head = "clean cases blocked"
    yield f"{head:<46}{len(blocked):>5} of {len(clean):<5}{share:>7.1%}  (≤ 2%) {mark}"
    for case, result in blocked:
        yield f"    {case.id}: {' '.join(sorted(result.blocking)) or result.error}"
    extra = Counter(
        code
        for case, result in clean
        for code in result.found
        if code not in case.expected and code not in result.blocking
    )
    if extra:
        said = ", ".join(f"{code} {count}" for code, count in extra.most_common())
        yield f"    needless warnings: {said}"


def _read(clean: Sequence[Pair]) -> Iterator[str]:
    yield ""
    yield f"{'read on clean cases':<20}{'of':>5}{'name':>8}{'number':>8}{'type':>8}   misread"
    kinds = sorted({case.truth["type"] for case, _result in clean if case.truth.get("type")})
    for kind in kinds:
        of = [(case, result) for case, result in clean if case.truth.get("type") == kind]
        shares = "".join(f"{_rate(of, key):>8.0%}" for key in ("name", "number", "type"))
        wrong = [case.id for case, result in of if False in result.read.values()]
        yield f"  {kind:<18}{len(of):>5}{shares}   {' '.join(wrong)}".rstrip()
    for key in ("name", "number", "type"):
        judged = [result.read[key] for _case, result in clean if result.read.get(key) is not None]
        yield _share(f"{key} read exactly", judged, _REACH_READ)


def _rate(pairs: Iterable[Pair], key: str) -> float:
    judged = [result.read[key] for _case, result in pairs if result.read.get(key) is not None]
    return sum(map(bool, judged)) / len(judged) if judged else 0.0


def _share(name: str, hits: Sequence[object], reach: float) -> str:
    if not hits:
        return f"{name:<46}  none of these cases"
    count = sum(map(bool, hits))
    share = count / len(hits)
    mark = "ok" if share >= reach else "SHORT"
    return f"{name:<46}{count:>5} of {len(hits):<5}{share:>7.1%}  (≥ {reach:.0%}) {mark}"


def _times(results: Iterable[Result]) -> Iterator[str]:
    pictures = [picture for result in results for picture in result.pictures]
    read = [picture for picture in pictures if picture.steps.get("ocr")]
    if not read:
        return
    yield ""
    wall = [picture.wall for picture in read]
    yield f"{'seconds for a picture that is read':<46}{_spread(wall)}"
    for step in sorted({step for picture in read for step in picture.steps}):
        times = [picture.steps.get(step, 0.0) for picture in read]
        yield f"    {step:<42}{_spread(times)}"
    ocr = sum(picture.steps["ocr"] for picture in read)
    # What no step counted is around the OCR as well.
    around = (sum(wall) - ocr) / ocr
    mark = "ok" if around <= _REACH_AROUND else "SHORT"
    yield f"{'everything around the OCR, to the OCR':<46}{around:>18.1%}  (≤ 20%) {mark}"
    shares = [(picture.wall - picture.steps["ocr"]) / picture.steps["ocr"] for picture in read]
    yield f"{'    the same by picture':<46}{_spread(shares, '{:>6.0%}')}"


def _spread(values: Sequence[float], form: str = "{:>6.2f}") -> str:
    p95 = (
        statistics.quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]
    )
    say: Callable[[float], str] = form.format
    return f"median{say(statistics.median(values))}  p95{say(p95)}  max{say(max(values))}"


def _errors(pairs: Iterable[Pair]) -> Iterator[str]:
    raised = [(case, result) for case, result in pairs if result.error]
    if raised:
        yield ""
        yield "raised, which nothing should:"
    for case, result in raised:
        yield f"    {case.id}: {result.error[:160]}"
