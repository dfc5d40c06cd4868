"""What was read in pictures is told to those only who may see the pictures."""

import pytest
from django.urls import reverse

from tests import world
from tests.verification.precheck.readings import (
    card,
    company,
    licence,
    passport,
    person,
    traveller,
)
from verification.diagnosis import Kind, Outcome, check_cause
from verification.dossiers import with_picture_findings
from verification.models import SubmissionMaterial
from verification.precheck.checks import find_problems
from verification.precheck.wording import say_finding
from verification.reading.model import Field, Flaw, Side
from verification.telling import told, without_picture_evidence

pytestmark = pytest.mark.django_db
# Everything that is printed in these pictures and was not typed.
OTHER_NAME, OTHER_NUMBER, DAY = "王小明", "440524188001010014", "2026-01-01"
FOREIGN = "DOE, RICHARD"
FLAW = Flaw(code="image_blurry", confidence=0.97)


PICTURES = [
    person(card({Field.NAME: OTHER_NAME})),
    person(card({Field.NAME: "张示倒"})),
    person(card({Field.NAME: (OTHER_NAME, 0.5)})),
    person(card({Field.NUMBER: OTHER_NUMBER})),
    person(card({Field.NUMBER: "11010519491231003X"})),
    person(card({Field.NUMBER: "110105194912310O2X"})),
    person(card({Field.EXPIRES_ON: DAY})),
    person(card({Field.ISSUED_ON: "2026-11-20"})),
    person(passport()),
    traveller(passport({Field.NAME_LATIN: FOREIGN})),
    company(licence({Field.NAME: "上海环球样例有限公司"})),
    company(licence({Field.ADDRESS: "上海市黄浦区样例路1号"})),
    company(licence(), name="李代表"),
]


@pytest.fixture
def narrow(acme, key_of):
    return key_of(acme, "verifications:write", "verifications:read")


@pytest.fixture
def wide(acme, key_of):
    return key_of(acme, "verifications:write", "materials:read")


@pytest.mark.parametrize("dossier", PICTURES)
def test_findings_keep_all_but_what_was_read(dossier, narrow, wide):
    found = find_problems(dossier)
    untold = told(found, narrow)
    assert told(found, wide) == found
    kept = [(one.code, one.level, one.field, one.sure, one.picture) for one in found]
    assert [(one.code, one.level, one.field, one.sure, one.picture) for one in untold] == kept
    assert [say_finding(one, "en").fix for one in untold] == [
        say_finding(one, "en").fix for one in found
    ]
    seen = [one for one in untold if one.places]
    assert seen
    for finding in seen:
        assert [one for one in finding.evidence if one.params] == []
        assert [place.box for place in finding.places if place.box] == []


def test_how_a_picture_is_may_be_told(narrow):
    found = find_problems(person(card(flaws=(FLAW,), side=Side.BACK)))
    kinds = {one.kind for finding in told(found, narrow) for one in finding.evidence}
    assert {Kind.SEEN_IN_PICTURE, Kind.OTHER_SIDE_ONLY} <= kinds


def test_what_the_form_alone_shows_stays_whole(narrow):
    found = find_problems(person(None, number="11O10519491231002X"))
    assert told(found, narrow) == found


@pytest.mark.parametrize(
    ("code", "reading", "outcome"),
    [
        ("name_mismatch", card({Field.NAME: OTHER_NAME}), Outcome.CONFIRMED),
        ("number_mismatch", card({Field.NUMBER: OTHER_NUMBER}), Outcome.CONFIRMED),
        ("document_expired", card({Field.EXPIRES_ON: DAY}), Outcome.CONFIRMED),
        ("name_mismatch", card(), Outcome.RULED_OUT),
        ("document_expired", card({Field.EXPIRES_ON: "2036-01-01"}), Outcome.RULED_OUT),
        ("name_mismatch", card({Field.NAME: (OTHER_NAME, 0.5)}), Outcome.UNKNOWN),
    ],
)
def test_verdicts_stay_and_what_was_read_goes(code, reading, outcome):
    dossier = with_picture_findings(person(reading))
    whole = check_cause(code, dossier)
    untold = check_cause(code, without_picture_evidence(dossier))
    assert whole.outcome is untold.outcome is outcome
    assert any(one.params for one in whole.evidence)
    assert not any(one.params for one in untold.evidence)


@pytest.fixture
def failed(acme, inside):
    """A submission that failed by its name, whose picture shows another one."""
    with inside(acme):
        row = world.submission_of(
            acme,
            template=world.template_of(acme, state="failed"),
            state="failed",
            stage="authority",
            raw_messages=["注册者证明资料上的名称与系统中的注册者名称不一致"],
        )
        material = world.material_of(acme)
        SubmissionMaterial.objects.create(
            account=acme, submission=row, material=material, position=0
        )
        world.reading_of(material, card({Field.NAME: OTHER_NAME}))
        return row


@pytest.mark.parametrize(("scopes", "shown"), [((), False), (("materials:read",), True)])
def test_api_tells_a_failures_reading_by_scope(client, acme, make_key, failed, scopes, shown):
    key = make_key(acme, "verifications:read", *scopes)
    answer = client.get(f"/api/v1/verifications/{failed.public_id}", headers=key)
    causes = answer.json()["failure"]["reasons"][0]["causes"]
    assert causes[0]["verdict"] == "confirmed"
    assert (OTHER_NAME in answer.content.decode()) is shown


@pytest.mark.parametrize(("who", "shown"), [("vera", False), ("bob", True)])
def test_page_tells_a_failures_reading_by_role(client, request, failed, who, shown):
    client.force_login(request.getfixturevalue(who))
    page = client.get(reverse("verification:detail", args=[failed.public_id])).content.decode()
    assert (OTHER_NAME in page) is shown


def test_page_of_a_failed_domain_tells_it_by_role_too(client, acme, inside, vera, alice, failed):
    with inside(acme):
        domain = world.domain_of(acme, "shop.com", real_name="failed")
        type(failed).objects.filter(pk=failed.pk).update(template=None, domain=domain)
    url = reverse("verification:reverify", args=["shop.com"])
    client.force_login(vera)
    assert OTHER_NAME not in client.get(url).content.decode()
    client.force_login(alice)
    assert OTHER_NAME in client.get(url).content.decode()
