"""A paper together with the form that goes with it, filled in rightly."""

import datetime as dt
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from tests.precheck_set.case import ORGANISATION, PERSON
from tests.precheck_set.documents import (
    certificate,
    licence,
    passport,
    permits,
    resident_card,
)
from tests.precheck_set.documents.passport import Foreigner
from tests.precheck_set.drawn import Drawn
from tests.precheck_set.holders import organisations as bodies
from tests.precheck_set.holders.numbers import digits, permanent_number, permit_number
from tests.precheck_set.holders.organisations import Organisation
from tests.precheck_set.holders.people import Person, person

LONG_AGO = dt.date(2021, 5, 12)
LATER = dt.date(2031, 5, 11)


@dataclass(frozen=True)
class Submission:
    """`sides` are drawn one to a file. `printed` is the name as the paper has it."""

    document_type: str
    holder: str
    name: str
    number: str
    sides: tuple[Callable[[], Drawn], ...]
    printed: str = ""
    profile: str = ""
    head: str = ""
    serial: str = ""
    organisation: Organisation | None = None
    person: Person | None = None
    expected: frozenset[str] = field(default_factory=frozenset)

    def form(self, **other: Any) -> dict[str, Any]:
        """The body of POST /prechecks; `other` replaces name, number, document_type, holder."""
        typed = {"name": self.name, "number": self.number} | other
        inner = {"registrant_type": other.get("holder", self.holder), "name": typed["name"]}
        inner |= {key: other[key] for key in ("issued_on", "expires_on") if key in other}
        body: dict[str, Any] = {
            "form": inner,
            "document_type": other.get("document_type", self.document_type),
            "document_number": typed["number"],
        }
        profile = other.get("profile", self.profile)
        return body | ({"profile": profile} if profile else {})

    @property
    def truth(self) -> Mapping[str, str]:
        return {
            "name": self.printed or self.name,
            "number": self.number,
            "type": self.document_type,
        }


@dataclass(frozen=True)
class Dates:
    """When a paper was issued and when it ends; None: it has no end."""

    issued: dt.date = LONG_AGO
    until: dt.date | None = LATER


USUAL = Dates()
WITHOUT_END = Dates(LONG_AGO, None)
_FIVE_YEARS = Dates(dt.date(2023, 4, 3), dt.date(2028, 4, 2))


def half_width(name: str) -> str:
    """As the default authority wants it typed."""
    return name.replace("（", "(").replace("）", ")")


def _front(who: Person) -> Submission:
    return Submission(
        "SFZ", PERSON, who.name, who.number, (lambda: resident_card.draw_card_front(who),),
        person=who,
    )  # fmt: skip


def _back(who: Person, dates: Dates) -> Callable[[], Drawn]:
    return lambda: resident_card.draw_card_back(who, issued=dates.issued, expires=dates.until)


def card_of(who: Person, number: str) -> Submission:
    """A card with another number than the person's own."""
    return _front(replace(who, number=number))


def card_front(rng: random.Random, *, name: str = "") -> Submission:
    return _front(person(rng, name=name))


def card_back(rng: random.Random, dates: Dates = USUAL) -> Submission:
    one = _front(person(rng))
    assert one.person
    return replace(one, sides=(_back(one.person, dates),))


def card_two_files(rng: random.Random, dates: Dates = USUAL) -> Submission:
    one = _front(person(rng))
    assert one.person
    return replace(one, sides=(*one.sides, _back(one.person, dates)))


def card_joined(rng: random.Random, dates: Dates = USUAL) -> Submission:
    one = _front(person(rng))
    assert one.person
    front, back = one.sides[0], _back(one.person, dates)
    return replace(one, sides=(lambda: resident_card.joined(front(), back()),))


def _residence(
    rng: random.Random, document_type: str, region: str, title: str, dates: Dates
) -> tuple[Submission, Callable[[], Drawn]]:
    who = person(rng, male=rng.random() < 0.5)
    number = permit_number(rng, region, who.born, male=who.male)
    letter = {"810000": "H", "820000": "M"}.get(region, "")
    pass_no = letter + digits(rng, 8)
    one = Submission(
        document_type, PERSON, who.name, number,
        (lambda: resident_card.draw_card_front(who, number=number),), person=who,
    )  # fmt: skip
    back = lambda: resident_card.draw_card_back(  # noqa: E731
        who, issued=dates.issued, expires=dates.until, permit=title, pass_no=pass_no
    )
    return replace(one, serial=pass_no), back


def hk_residence(rng: random.Random, dates: Dates = USUAL) -> Submission:
    region = rng.choice(("810000", "820000"))
    one, back = _residence(rng, "GAJZZ", region, "港澳居民居住证", dates)
    return replace(one, sides=(*one.sides, back))


def tw_residence(rng: random.Random, dates: Dates = USUAL) -> Submission:
    one, back = _residence(rng, "TWJZZ", "830000", "台湾居民居住证", dates)
    return replace(one, sides=(*one.sides, back))


def residence_back(rng: random.Random, document_type: str) -> Submission:
    """Its other side alone."""
    one = hk_residence(rng) if document_type == "GAJZZ" else tw_residence(rng)
    return replace(one, sides=one.sides[1:])


def hk_permit(rng: random.Random, dates: Dates = USUAL) -> Submission:
    return _permit(rng, "GAJMTX", rng.choice("HM") + digits(rng, 8), dates)


def tw_permit(
    rng: random.Random, dates: Dates = USUAL, *, printed: str = "", name: str = ""
) -> Submission:
    return _permit(rng, "TWJMTX", str(rng.randrange(1, 9)) + digits(rng, 7), dates, printed, name)


def _permit(
    rng: random.Random, kind: str, number: str, dates: Dates, printed: str = "", name: str = ""
) -> Submission:
    who = person(rng, name=name, male=rng.random() < 0.5)
    assert dates.until
    until = dates.until
    side = lambda: permits.draw_travel_permit(  # noqa: E731
        kind, who, number, issued=dates.issued, expires=until, name=printed
    )
    return Submission(kind, PERSON, who.name, number, (side,), printed=printed, person=who)


def chinese_passport(rng: random.Random, dates: Dates = USUAL) -> Submission:
    who = person(rng, male=rng.random() < 0.5)
    number = rng.choice(("E", "G", "EA", "EJ"))
    number += digits(rng, 9 - len(number))
    until = dates.until or LATER
    side = lambda: passport.draw_chinese_passport(  # noqa: E731
        who, number, issued=dates.issued, expires=until
    )
    return Submission("HZ", PERSON, who.name, number, (side,), person=who)


_FOREIGNERS = (
    ("CARTER", "JOHN MICHAEL", "USA", "United States of America", "840"),
    ("DUBOIS", "CLAIRE", "FRA", "Française", "250"),
    ("WILLIAMS", "EMMA", "GBR", "British Citizen", "826"),
    ("TAN", "WEI LING", "MYS", "Malaysia", "458"),
    ("KIM", "MINSEO", "KOR", "Republic of Korea", "410"),
    ("NAKAMURA", "YUKI", "JPN", "Japan", "392"),
)


def foreigner(rng: random.Random) -> tuple[Foreigner, str]:
    """Somebody, and the number of their nationality."""
    surname, given, country, nation, numeric = rng.choice(_FOREIGNERS)
    number = rng.choice("ACKLMNPX") + digits(rng, 8)
    born = dt.date(rng.randrange(1960, 2002), rng.randrange(1, 13), rng.randrange(1, 29))
    who = Foreigner(
        surname, given, country, nation.replace("ç", "c"), number, born, rng.random() < 0.5
    )
    return who, numeric


def foreign_passport(rng: random.Random, dates: Dates = USUAL) -> Submission:
    """With the authority that takes holders from abroad."""
    who, _numeric = foreigner(rng)
    until = dates.until or LATER
    side = lambda: passport.draw_foreign_passport(  # noqa: E731
        who, issued=dates.issued, expires=until
    )
    return Submission("HZ", PERSON, who.name, who.number, (side,), profile="aliyun")


def permanent_resident(
    rng: random.Random, dates: Dates = USUAL, *, old: bool = False
) -> Submission:
    """The 18 digits of 2023, or the older card's letters and digits."""
    who, numeric = foreigner(rng)
    until = dates.until or LATER
    number = permanent_number(rng, rng.choice(("11", "31", "44")), numeric, who.born)
    if old:
        number = f"{who.country}{rng.choice(('1100', '3100'))}{who.born:%y%m%d}{digits(rng, 2)}"
    side = lambda: permits.draw_permanent_resident(  # noqa: E731
        who, number, issued=dates.issued, expires=until
    )
    return Submission("WJLSFZ", PERSON, who.name, number, (side,))


def old_permanent_resident(rng: random.Random) -> Submission:
    return permanent_resident(rng, old=True)


def _licence(who: Organisation, side: Callable[[], Drawn], *, number: str = "") -> Submission:
    return Submission(
        "YYZZ", ORGANISATION, half_width(who.name), number or who.code, (side,),
        printed=who.name, head=who.head, serial=who.serial, organisation=who,
    )  # fmt: skip


def licence_landscape(
    rng: random.Random, dates: Dates = WITHOUT_END, *, copy: str = "", name: str = ""
) -> Submission:
    who = bodies.company(rng, name=name)
    return _licence(
        who,
        lambda: licence.draw_landscape(who, issued=dates.issued, copy=copy, until=dates.until),
    )


def licence_copy(rng: random.Random) -> Submission:
    return licence_landscape(rng, copy=rng.choice(("1-1", "2-1", "1-2")))


def licence_portrait(
    rng: random.Random, dates: Dates = WITHOUT_END, *, name: str = ""
) -> Submission:
    who = bodies.company(rng, name=name)
    return _licence(who, lambda: licence.draw_portrait(who, issued=dates.issued, until=dates.until))


def licence_long_name(rng: random.Random) -> Submission:
    who = bodies.long_company(rng)
    return _licence(who, lambda: licence.draw_portrait(who, issued=LONG_AGO))


def licence_long_landscape(rng: random.Random) -> Submission:
    who = bodies.long_company(rng)
    return _licence(who, lambda: licence.draw_landscape(who, issued=LONG_AGO, copy="1-1"))


def licence_shop(rng: random.Random) -> Submission:
    who = bodies.shop(rng)
    return _licence(who, lambda: licence.draw_portrait(who, issued=LONG_AGO, terms=False))


def licence_partnership(rng: random.Random) -> Submission:
    who = bodies.partnership(rng)
    return _licence(who, lambda: licence.draw_landscape(who, issued=LONG_AGO, copy="1-1"))


def licence_old(rng: random.Random) -> Submission:
    who = bodies.company(rng, old=True)
    return _licence(
        who,
        lambda: licence.draw_old(who, issued=dt.date(2009, 6, 8)),
        number=who.registration_number,
    )


def certificate_of(
    rng: random.Random,
    document_type: str,
    dates: Dates = _FIVE_YEARS,
) -> Submission:
    """A certificate of a body; that of the organisation code is superseded by the licence."""
    who = bodies.body_of(rng, document_type)
    number = who.organisation_code if document_type == "ORG" else who.code
    side = lambda: certificate.draw_certificate(  # noqa: E731
        document_type, who, issued=dates.issued, until=dates.until
    )
    expected = frozenset({"document_type_superseded"} if document_type == "ORG" else ())
    return Submission(
        document_type, ORGANISATION, half_width(who.name), number, (side,), printed=who.name,
        head=who.head, organisation=who, expected=expected,
    )  # fmt: skip
