"""Short ways to look at problems."""

from collections.abc import Iterable

from templates_app.rules.problems import Problem


def codes(problems: Iterable[Problem]) -> list[str]:
    return [problem.code for problem in problems]


def levels(problems: Iterable[Problem]) -> dict[str, str]:
    return {problem.code: problem.level for problem in problems}
