"""What holds of every dossier."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from templates_app.rules.document_types import DOCUMENT_TYPES
from templates_app.rules.numbers import normalise_number
from templates_app.rules.text import fold_width
from tests.verification.diagnosis.dossiers import company, person
from verification.catalogue.catalogue import reasons
from verification.catalogue.findings import FINDING_CODES
from verification.diagnosis import Dossier, Kind, Outcome, Picture, check_cause, diagnose, questions
from verification.diagnosis.registry import CHECKS
from verification.diagnosis.wording import say_evidence, say_question
from verification.materials_rules import PROFILES

CAUSES = sorted({cause for reason in reasons().values() for cause in reason.causes})
CODES = sorted(FINDING_CODES)
TEXT = st.one_of(
    st.text(max_size=30),
    st.text("0O1I8B2Z5S9（）() 张示例有限公司XMA１-", max_size=24),
)
PICTURES = st.lists(
    st.builds(
        Picture,
        kind=st.sampled_from(["identity_document", "identity_document_back", "x"]),
        format=st.sampled_from(["jpeg", "tiff", "svg"]),
        bytes=st.integers(0, 10**8),
        width=st.integers(0, 10**4),
        height=st.integers(0, 10**4),
    ),
    max_size=3,
).map(tuple)
DOSSIERS = st.builds(
    Dossier,
    holder_type=st.sampled_from(["individual", "organization", "x"]),
    document_type=st.sampled_from([*DOCUMENT_TYPES, "", "??"]),
    profile=st.sampled_from(list(PROFILES.values())),
    submitted_on=st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)),
    today=st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)),
    answers=st.dictionaries(
        st.sampled_from(CODES),
        st.one_of(st.sampled_from(["yes", "no", "none"]), st.dates().map(str), TEXT),
    ),
    pictures=PICTURES,
    picture_findings=st.none(),
    suffix=st.sampled_from(["", "cn", "com", "公司", "com.cn"]),
    attempts=st.just(()),
    known=st.just(()),
    country=st.sampled_from(["", "CN", "US", "HK", "??"]),
    **dict.fromkeys(
        ("name", "number", "name_en", "contact", "contact_en", "province", "city"), TEXT
    ),
    **dict.fromkeys(("address", "address_en", "postcode"), TEXT),
    **dict.fromkeys(("phone_country_code", "phone_number"), TEXT),
)


@given(DOSSIERS, st.sampled_from([*CODES, "no_such_code"]))
def test_no_text_makes_a_check_raise_or_go_wordless(dossier, code):
    found = check_cause(code, dossier)
    assert found.code == code
    assert 0 <= found.likelihood <= 1
    for language in ("zh-hans", "en"):
        said = say_evidence(found.evidence, language)
        assert bool(said) == bool(found.evidence)
        assert found.outcome is Outcome.UNKNOWN or said
        if code in questions():
            assert say_question(questions()[code], dossier, language)


NUMBER_CODES = [code for code in CAUSES if code.startswith("number_")]


@given(DOSSIERS, st.sampled_from(NUMBER_CODES))
def test_positions_of_a_number_hold_the_characters_that_are_named(dossier, code):
    number = normalise_number(dossier.number)
    for evidence in check_cause(code, dossier).evidence:
        for place in evidence.params.get("positions", []):
            if isinstance(place, dict):
                # A full-width digit is named as the digit that it stands for.
                there = number[place["position"] - 1]
                assert place["typed"] in (there, fold_width(there).upper())
            else:
                assert 1 <= place <= len(number)


@given(DOSSIERS)
def test_positions_of_refused_characters_hold_them(dossier):
    fields = {
        "holder_name": dossier.name,
        "contact_name": dossier.contact,
        "contact_name_en": dossier.contact_en,
        "document_number": normalise_number(dossier.number),
    }
    for evidence in check_cause("field_characters_invalid", dossier).evidence:
        if evidence.kind is Kind.CHARACTERS_AT:
            field = evidence.params["field"]
            text = fields.get(field) or getattr(dossier, field)
            for place in evidence.params["positions"]:
                assert text[place["position"] - 1] == place["typed"]


@given(DOSSIERS, st.permutations(CAUSES))
def test_verdicts_do_not_depend_on_the_order_or_on_one_another(dossier, codes):
    together = {verdict.code: verdict for verdict in diagnose(codes, dossier)}
    assert together == {code: check_cause(code, dossier) for code in codes}


@given(DOSSIERS, st.permutations(CAUSES))
def test_confirmed_stand_before_unknown_before_ruled_out(dossier, codes):
    order = [Outcome.CONFIRMED, Outcome.UNKNOWN, Outcome.RULED_OUT]
    ranks = [order.index(verdict.outcome) for verdict in diagnose(codes, dossier)]
    assert ranks == sorted(ranks)


@given(st.sampled_from(CAUSES), st.booleans())
def test_right_form_confirms_nothing(code, is_person):
    dossier = person() if is_person else company()
    assert check_cause(code, dossier).outcome is not Outcome.CONFIRMED


def test_every_cause_has_a_check_or_a_question():
    assert [code for code in CAUSES if code not in CHECKS and code not in questions()] == []


def test_every_check_is_of_a_finding():
    assert set(CHECKS) <= set(FINDING_CODES)
