"""What holds of every dossier, whatever was typed and read."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.verification.diagnosis.test_properties import DOSSIERS, TEXT
from tests.verification.precheck.readings import card, company, found, licence, person, value
from verification.catalogue.findings import FINDING_CODES
from verification.diagnosis import Outcome
from verification.precheck.checks import find_problems
from verification.precheck.for_diagnosis import picture_findings
from verification.precheck.wording import say_finding
from verification.reading.model import (
    Box,
    DocumentReading,
    Field,
    Flaw,
    PictureReading,
    ReadValue,
    Side,
    TextLine,
)
from verification.submission_rules import Application, PictureSize, check_application

CONFIDENCE = st.floats(0, 1)
PLACE = Box(0.1, 0.1, 0.2, 0.2)
BOXES = st.just(PLACE)
READ = st.one_of(TEXT, st.dates().map(str), st.just("long_term"))
CODES = sorted(FINDING_CODES)
LEVELS = ("block", "warn", "info")


def application(dossier):
    return Application(
        holder_type=dossier.holder_type,
        holder_name=dossier.name,
        contact_name=dossier.contact,
        document_type=dossier.document_type,
        document_number=dossier.number,
        pictures=[PictureSize(p.kind, p.format, p.bytes) for p in dossier.pictures],
        profile=dossier.profile,
    )


def readings(confidence):
    values = st.builds(
        ReadValue,
        text=READ,
        confidence=confidence,
        box=BOXES,
        characters=st.lists(confidence, max_size=20).map(tuple),
    )
    documents = st.builds(
        DocumentReading,
        type=st.sampled_from(["SFZ", "HZ", "YYZZ", "TYDM", "ORG", "GAJMTX", "", "??"]),
        confidence=confidence,
        side=st.sampled_from(list(Side)),
        variant=st.sampled_from(["", "mrz"]),
        values=st.dictionaries(st.sampled_from(list(Field)), values),
    )
    flaws = st.builds(
        Flaw,
        code=st.sampled_from([*(c for c in CODES if c.startswith("image_")), "no_such_code"]),
        confidence=confidence,
        unit=st.sampled_from(["", "edge_px"]),
        boxes=st.lists(BOXES, max_size=2).map(tuple),
    )
    return st.builds(
        PictureReading,
        format=st.just("jpeg"),
        bytes=st.just(300_000),
        width=st.just(2000),
        height=st.just(1400),
        document=documents,
        flaws=st.lists(flaws, max_size=2).map(tuple),
        lines=st.lists(
            st.builds(TextLine, text=TEXT, confidence=confidence, box=BOXES), max_size=3
        ).map(tuple),
        failure=st.sampled_from(["", "", "", "image_corrupt", "no_such_code"]),
    )


def lists_of(confidence):
    return st.lists(st.none() | readings(confidence), max_size=4).map(tuple)


@given(DOSSIERS, lists_of(CONFIDENCE))
def test_nothing_that_was_typed_or_read_makes_it_raise_or_go_wordless(dossier, seen):
    dossier = replace(dossier, readings=seen)
    problems = find_problems(dossier)
    for finding in problems:
        for language in ("zh-hans", "en"):
            assert say_finding(finding, language).message
    for code, one in (picture_findings(dossier) or {}).items():
        assert code in FINDING_CODES
        assert one.outcome is Outcome.UNKNOWN or one.evidence or code.startswith("image_")


@given(DOSSIERS, lists_of(CONFIDENCE))
def test_each_code_stands_once_for_a_field_and_picture_the_blocking_ones_first(dossier, seen):
    problems = find_problems(replace(dossier, readings=seen))
    keys = [(one.code, one.field, one.picture) for one in problems]
    assert len(keys) == len(set(keys))
    blocks = [one.blocks for one in problems]
    assert blocks == sorted(blocks, reverse=True)
    assert all(one.sure for one in problems if one.blocks)


@settings(max_examples=60)
@given(DOSSIERS, lists_of(st.floats(0, 0.89)))
def test_unsure_reading_never_blocks(dossier, seen):
    """Files that can't be opened, pictures without any text and text of something else are no
    doubtful readings."""
    text = tuple(TextLine(words, 0.95, PLACE) for words in ("居民身份证", "一行读得出的文字" * 2))
    told = tuple(one and replace(one, failure="", lines=text) for one in seen)
    before = {(one.code, one.field) for one in find_problems(dossier) if one.blocks}
    after = {
        (one.code, one.field)
        for one in find_problems(replace(dossier, readings=told))
        if one.blocks
    }
    assert after <= before


@given(DOSSIERS)
def test_what_a_submission_refuses_blocks_here_too(dossier):
    """But for pictures that are converted before they are sent."""
    problems = check_application(application(dossier))
    mine = {(one.code, one.field): one.level for one in find_problems(dossier)}
    for problem in problems:
        key = (problem.code, problem.field)
        assert key in mine
        if problem.code not in ("image_format_unsupported", "image_too_large"):
            assert LEVELS.index(mine[key]) <= LEVELS.index(problem.level)


@given(st.text("张王李示例科技有限公司黄黃（）()·・己已未末 ", min_size=1, max_size=12))
def test_identical_name_is_never_a_mismatch(name):
    shown = {Field.NAME: name}
    assert "name_mismatch" not in found(person(card(shown), name=name, contact="张示例"))
    assert "name_mismatch" not in found(company(licence(shown), name=name))


@given(st.text("0123456789ABCXOIl- ", min_size=1, max_size=18))
def test_identical_number_is_never_a_mismatch(number):
    shown = {Field.NUMBER: number}
    assert "number_mismatch" not in found(person(card(shown), number=number))
    assert "number_mismatch" not in found(company(licence(shown), number=number))


@given(
    st.text("张王李示例有限公司己已", min_size=1, max_size=6),
    st.text("张王李示例有限公司己已", min_size=1, max_size=6),
)
def test_mismatch_of_names_is_symmetric(one, other):
    there = "name_mismatch" in found(person(card({Field.NAME: other}), name=one))
    back = "name_mismatch" in found(person(card({Field.NAME: one}), name=other))
    assert there is back is (one != other and one.removeprefix("称") != other.removeprefix("称"))


@given(CONFIDENCE)
def test_only_a_sure_other_name_blocks(confidence):
    dossier = person(card({Field.NAME: value("王小明", confidence)}))
    assert (found(dossier)["name_mismatch"] == "block") is (confidence >= 0.9)
