"""The words for what `check` finds out."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from templates_app.rules.numbers.standard import Standard
from templates_app.rules.numbers.typed import Typed
from templates_app.rules.problems import Problem, problem


def length_wrong(number: str, standard: Standard) -> Problem:
    """No form of the standard has that many characters."""
    if "-" in number and standard.closest_layout(number.replace("-", "")):
        message = _("Type the number without its hyphen.")
    else:
        message = format_lazy(
            _(
                "A number of this document type has {expected} characters; {actual} were typed. "
                "Compare it with the document: none may be missing or added."
            ),
            expected=" / ".join(map(str, standard.lengths[:3])),
            actual=len(number),
        )
    return problem(
        "number_length",
        message,
        level=standard.level,
        expected=standard.lengths,
        actual=len(number),
    )


def checksum_wrong(standard: Standard) -> Problem:
    """The form is right, the check character or the birth date is not."""
    message = _(
        "The number does not pass its check digit, so at least one character is wrong. "
        "Compare it with the document character by character."
    )
    return problem("number_checksum", message, level=standard.level)


def forbidden_characters(typed: Typed, standard: Standard, places: list[int]) -> Problem:
    """The form forbids a character; a standard with a check digit fails it by that alone."""
    code = "number_checksum" if standard.holds else "field_characters_invalid"
    positions = [typed.positions[at] for at in places]
    message = format_lazy(
        _(
            "What stands at these places can't occur there in a number of this document type: "
            "{places}. Compare it with the document."
        ),
        places=", ".join(map(str, positions)),
    )
    return problem(code, message, level=standard.level, positions=positions)


def confusable(typed: Typed, corrected: str, standard: Standard) -> Problem:
    """Letters typed for digits or the other way round, with what was probably meant."""
    replacements = [
        {"position": position, "typed": was, "meant": meant}
        for position, was, meant in zip(typed.positions, typed.text, corrected, strict=True)
        if was != meant
    ]
    message = format_lazy(
        _("Look-alike characters may be mixed up: {changes}. Compare them with the document."),
        changes=", ".join(f"{r['typed']} → {r['meant']} ({r['position']})" for r in replacements),
    )
    return problem(
        "number_confusable",
        message,
        positions=[replacement["position"] for replacement in replacements],
        replacements=replacements,
        valid_after=standard.accepts(corrected),
    )
