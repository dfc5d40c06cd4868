"""The pre-check beside the submission form, live and without scripts."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from registrar.accounts.permissions import ROLE_PERMISSIONS, Permission
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as
from tests.verification.conftest import picture_bytes
from tests.verification.data import NAME, NUMBER, OTHER_NUMBER
from tests.verification.services.test_prechecked_submission import card
from tests.world import reading_of, rendition_of, submission_of
from verification.checking import running
from verification.checking.form_page import MAX_TYPED
from verification.models import Material, MaterialReading, Rendition, Submission
from verification.reading.model import Flaw

pytestmark = pytest.mark.django_db
# One digit of NUMBER is another.
WRONG = NUMBER[:9] + "0" + NUMBER[10:]
# Without those that enter and leave the fence.
MOST_QUERIES = 17


@pytest.fixture(autouse=True)
def reading(settings):
    settings.READ_PICTURES = True


@pytest.fixture
def domain(acme, make_domain):
    return make_domain(acme, "a.com", real_name="failed")


@pytest.fixture
def form_url(domain):
    return reverse("verification:reverify_resubmit", args=[domain.name])


@pytest.fixture
def check_url(domain):
    return reverse("verification:check_resubmit", args=[domain.name])


@pytest.fixture
def template(acme, make_template):
    return make_template(acme)


@pytest.fixture
def template_check(template):
    return reverse("verification:check_template", args=[template.public_id])


@pytest.fixture
def pictured(owner, upload):
    """`pictured(card())`: an uploaded picture with what was read in it."""

    def make(found=None, **fields):
        material = upload(owner)
        with acting_as(owner):
            MaterialReading.objects.all().filter(material=material).delete()
            if found is not None:
                reading_of(material, found)
        return material

    return make


def seen_in(page):
    return re.search(r'name="seen" value="(\w+)"', page)[1]


def test_number_is_checked_as_it_is_typed(signed_in, check_url):
    typed = {"document_type": "SFZ", "document_number": NUMBER[:-1] + "1"}
    panel = signed_in.post(check_url, typed).content.decode()
    assert "Check digit wrong" in panel
    assert "<html" not in panel


def test_an_empty_number_is_no_mistake_yet(signed_in, form_url):
    page = signed_in.get(form_url).content.decode()
    assert "finding-bad" not in page
    assert "Add a picture of the document" in page


def test_panel_polls_while_a_picture_is_being_read_and_then_stops(
    signed_in, check_url, owner, upload
):
    typed = {
        "document_type": "SFZ",
        "document_number": NUMBER,
        "materials": upload(owner).public_id,
    }
    panel = signed_in.post(check_url, typed).content.decode()
    assert 'hx-trigger="every 2s"' in panel
    assert "Reading picture 1 of 1" in panel
    with acting_as(owner):
        row = MaterialReading.objects.get()
        material = row.material
        row.delete()
        reading_of(material, card())
    panel = signed_in.post(check_url, typed | {"seen": seen_in(panel)}).content.decode()
    assert "every 2s" not in panel
    assert "ready to submit" in panel


def test_a_panel_that_would_say_the_same_is_not_sent_again(signed_in, check_url, pictured):
    typed = {"document_type": "SFZ", "document_number": NUMBER, "materials": pictured().public_id}
    panel = signed_in.post(check_url, typed).content.decode()
    assert signed_in.post(check_url, typed | {"seen": seen_in(panel)}).status_code == 204


def test_a_wrong_digit_is_marked_beside_what_was_read(signed_in, check_url, pictured):
    material = pictured(card())
    typed = {"document_type": "SFZ", "document_number": WRONG, "materials": material.public_id}
    panel = signed_in.post(check_url, typed).content.decode()
    assert "Number differs from the document" in panel
    assert f'<mark class="mark-typed">{WRONG[9]}</mark>' in panel
    assert f'<mark class="mark-read">{NUMBER[9]}</mark>' in panel
    assert "They differ at position 10." in panel
    assert f"/materials/{material.public_id}/part/1000-1000-5000-2000/" in panel


def test_a_number_without_end_is_cut_before_it_is_compared(signed_in, check_url, monkeypatch):
    compared = []
    monkeypatch.setattr(running, "normalise_number", lambda text: compared.append(text) or text)
    typed = {"document_type": "SFZ" * 100_000, "document_number": "1" * 1_000_000}
    assert signed_in.post(check_url, typed).status_code == 200
    assert [len(text) for text in compared] == [MAX_TYPED]


def test_showing_what_was_read_is_logged_once_and_needs_its_right(
    signed_in, check_url, owner, monkeypatch, pictured
):
    material = pictured(card())
    typed = {"document_type": "SFZ", "document_number": WRONG, "materials": material.public_id}
    own = ROLE_PERMISSIONS["owner"]
    monkeypatch.setitem(ROLE_PERMISSIONS, "owner", own - {Permission.MATERIALS_READ})
    panel = signed_in.post(check_url, typed).content.decode()
    assert "Number differs from the document" in panel
    assert "mark-read" not in panel
    assert 'name="use"' not in panel
    with acting_as(owner):
        assert not LogEntry.objects.filter(action="precheck.run").exists()
    monkeypatch.setitem(ROLE_PERMISSIONS, "owner", own)
    for _ in range(2):
        assert "mark-read" in signed_in.post(check_url, typed).content.decode()
    with acting_as(owner):
        assert LogEntry.objects.get(action="precheck.run").object_id == material.public_id


def test_supporting_papers_offer_nothing(signed_in, check_url, owner, pictured):
    material = pictured(card(number=OTHER_NUMBER))
    with acting_as(owner):
        Material.objects.filter(pk=material.pk).update(kind="supporting_document")
    typed = {"document_type": "QT", "document_number": NUMBER, "materials": material.public_id}
    assert 'name="use"' not in signed_in.post(check_url, typed).content.decode()


def test_what_is_taken_is_what_the_finding_shows(signed_in, form_url, check_url, pictured):
    """Both are surely read; the second more surely, and it is the one that the finding shows."""
    ids = [pictured(card(number=OTHER_NUMBER, confidence=0.95)).public_id]
    ids.append(pictured(card(confidence=0.99)).public_id)
    typed = {"document_type": "SFZ", "document_number": WRONG, "materials": ids}
    panel = signed_in.post(check_url, typed).content.decode()
    assert f'<mark class="mark-read">{NUMBER[9]}</mark>' in panel
    assert 'name="use" value="document_number"' in panel
    page = signed_in.post(form_url, typed | {"use": "document_number"}).content.decode()
    assert f'value="{NUMBER}"' in page
    assert OTHER_NUMBER not in page


def test_an_unsure_reading_asks_and_does_not_stop(signed_in, check_url, pictured):
    material = pictured(card(confidence=0.6))
    typed = {"document_type": "SFZ", "document_number": WRONG, "materials": material.public_id}
    panel = signed_in.post(check_url, typed).content.decode()
    assert "finding-warn" in panel
    assert "Please check" in panel


def test_a_flaw_says_how_to_take_it_again(signed_in, check_url, pictured):
    material = pictured(card(flaws=(Flaw(code="image_blurry", confidence=0.99),)))
    typed = {"document_type": "SFZ", "document_number": NUMBER, "materials": material.public_id}
    panel = signed_in.post(check_url, typed).content.decode()
    assert "hold the phone with both hands" in panel
    assert "img/samples/picture-clear" in panel


def test_what_was_mended_is_said_with_a_view_of_it(signed_in, check_url, owner, pictured):
    material = pictured(card(turned=90))
    with acting_as(owner):
        rendition = rendition_of(material, changes=["turn"])
    typed = {"document_type": "SFZ", "document_number": NUMBER, "materials": material.public_id}
    panel = signed_in.post(check_url, typed).content.decode()
    assert "Turned upright" in panel
    assert reverse("verification:rendition_content", args=[rendition.public_id]) in panel
    assert "the text is still legible" in panel


def test_a_picture_in_which_nothing_was_read_is_not_said_to_be_legible(
    signed_in, check_url, owner, pictured
):
    material = pictured(card(turned=90, confidence=0.3))
    with acting_as(owner):
        rendition_of(material, changes=["turn"])
    typed = {"document_type": "SFZ", "document_number": NUMBER, "materials": material.public_id}
    panel = signed_in.post(check_url, typed).content.decode()
    assert "Turned upright" in panel
    assert "the text is still legible" not in panel


def test_a_note_asks_for_nothing_and_ends_once_it_is_done(
    signed_in, check_url, owner, pictured, upload
):
    material = pictured(card())
    with acting_as(owner):
        Material.objects.update(format="heif")
    typed = {"document_type": "SFZ", "document_number": NUMBER, "materials": material.public_id}
    panel = signed_in.post(check_url, typed).content.decode()
    assert "1 note" in panel
    assert "finding-fix" not in panel
    with acting_as(owner):
        Rendition.objects.all().delete()
        rendition_of(material, changes=["format"])
    panel = signed_in.post(check_url, typed).content.decode()
    assert "Converted from HEIC to JPG" in panel
    assert "1 note" not in panel


def test_thumb_of_a_turned_picture_is_shown_upright_with_the_panel(
    signed_in, form_url, check_url, pictured
):
    turned, upright = pictured(card(turned=90)), pictured(card())
    typed = {"document_type": "SFZ", "document_number": NUMBER}
    typed |= {"materials": [turned.public_id, upright.public_id]}
    panel = signed_in.post(check_url, typed).content.decode()
    (thumb,) = re.findall(r'<img[^>]* id="thumb-[^>]*>', panel)
    assert f"{turned.public_id}/preview/?turned=90" in thumb
    assert 'hx-swap-oob="true"' in thumb
    page = signed_in.post(form_url, typed).content.decode()
    assert len(re.findall(r'<img[^>]* id="thumb-[^>]*>', page)) == 2
    assert "hx-swap-oob" not in page


def said_in(panel):
    found = re.findall(r'<p id="said" hx-swap-oob="innerHTML">([^<]*)</p>', panel)
    return [text.strip() for text in found]


def test_what_the_summary_says_is_read_aloud_once(signed_in, check_url, form_url, pictured):
    typed = {"document_type": "SFZ", "document_number": NUMBER[:-1] + "1"}
    panel = signed_in.post(check_url, typed).content.decode()
    assert said_in(panel) == ["1 point has to be corrected before it is submitted."]
    summary = re.search(r'name="said" value="([\w-]+)"', panel)[1]
    typed["document_number"] = NUMBER[:-1] + "2"
    panel = signed_in.post(check_url, typed | {"said": summary}).content.decode()
    assert said_in(panel) == []
    typed |= {"document_number": NUMBER, "materials": pictured(card()).public_id}
    panel = signed_in.post(check_url, typed | {"said": summary}).content.decode()
    assert said_in(panel) == ["Form and pictures fit together: ready to submit."]
    by_script = {"Accept": "application/json, text/html;q=0.9"}
    part = signed_in.post(form_url, typed, headers=by_script).content.decode()
    assert said_in(part) == ["Form and pictures fit together: ready to submit."]
    # The page itself is read from its top.
    page = signed_in.post(form_url, typed).content.decode()
    assert '<p class="sr-only" id="said" role="status"></p>' in page


def test_controls_of_the_panel_are_known_by_name_so_that_they_keep_the_focus(
    signed_in, check_url, pictured
):
    blurry = card(flaws=(Flaw(code="image_blurry", confidence=0.99),), number=OTHER_NUMBER)
    ids = [pictured(blurry).public_id, pictured(blurry).public_id]
    typed = {"document_type": "SFZ", "document_number": WRONG, "materials": ids}
    panel = signed_in.post(check_url, typed).content.decode()
    controls = re.findall(r"<(?:button|a|summary|details)\b[^>]*>", panel.split("<noscript>")[1])
    controls = [one for one in controls if "noscript" not in one and 'name="check"' not in one]
    names = [re.search(r' id="([\w-]+)"', one)[1] for one in controls]
    assert len(names) == len(set(names)) >= 4


def test_what_was_read_is_taken_into_the_form_with_one_click(
    signed_in, form_url, check_url, pictured
):
    """The number once the type is that of the document."""
    material = pictured(card())
    typed = {"document_type": "QT", "document_number": "", "materials": material.public_id}
    panel = signed_in.post(check_url, typed).content.decode()
    assert 'name="use" value="document_type"' in panel
    page = signed_in.post(form_url, typed | {"use": "document_type"}).content.decode()
    assert re.search(r'value="SFZ"\s+selected', page)
    assert 'name="use" value="document_number"' in page
    typed["document_type"] = "SFZ"
    page = signed_in.post(form_url, typed | {"use": "document_number"}).content.decode()
    assert f'value="{NUMBER}"' in page
    assert f'name="materials" value="{material.public_id}"' in page


def test_a_kept_number_is_shown_at_the_differing_places_only(signed_in, template_check, pictured):
    material = pictured(card(number=WRONG))
    panel = signed_in.post(
        template_check, {"document_type": "SFZ", "materials": material.public_id}
    ).content.decode()
    assert f'<mark class="mark-typed">{NUMBER[9]}</mark>' in panel
    assert NUMBER[:6] not in panel
    assert NUMBER[-6:] not in panel


def test_a_number_is_mended_where_it_was_typed_and_a_kept_one_in_the_template(
    signed_in, template, template_check, pictured
):
    edit = reverse("templates:edit", args=[template.public_id]) + "#id_document_number_field"
    typed = {"document_type": "SFZ", "materials": pictured(card()).public_id}
    panel = signed_in.post(template_check, typed | {"document_number": WRONG}).content.decode()
    assert 'href="#id_document_number_field"' in panel
    assert edit not in panel
    typed["materials"] = pictured(card(number=WRONG)).public_id
    for stored in ("", NUMBER):
        panel = signed_in.post(template_check, typed | {"document_number": stored}).content.decode()
        assert f'href="{edit}"' in panel


def test_submitting_too_early_keeps_everything_and_goes_on_looking(
    signed_in, form_url, owner, upload
):
    material = upload(owner)
    data = {
        "document_type": "SFZ",
        "document_number": NUMBER,
        "materials": material.public_id,
        "submit": "1",
    }
    answer = signed_in.post(form_url, data)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "the pictures are still being checked" in page
    assert "every 2s" in page
    assert f'value="{NUMBER}"' in page
    assert f'name="materials" value="{material.public_id}"' in page
    with acting_as(owner):
        assert not Submission.objects.exists()


def test_a_blocking_finding_stops_the_submission_at_its_field(signed_in, form_url, owner, pictured):
    material = pictured(card())
    data = {"document_type": "SFZ", "document_number": WRONG, "materials": material.public_id}
    answer = signed_in.post(form_url, data | {"submit": "1"})
    assert answer.status_code == 400
    page = answer.content.decode()
    assert "Number differs from the document: Beside the number" in page
    # The picture shows which digit it is.
    assert "check digit" not in page
    with acting_as(owner):
        assert not Submission.objects.exists()
    answer = signed_in.post(form_url, data | {"submit": "1", "document_number": NUMBER})
    assert answer.status_code == 302


def test_form_without_scripts_shows_the_check_again(signed_in, form_url, pictured):
    material = pictured(card())
    data = {"document_type": "SFZ", "document_number": WRONG, "materials": material.public_id}
    page = signed_in.post(form_url, data | {"check": "1"}).content.decode()
    assert '<button class="btn btn-sm" name="check"' in page
    assert "Number differs from the document" in page
    assert f'value="{WRONG}"' in page


def test_number_of_queries_does_not_grow_with_the_pictures(signed_in, check_url, pictured):
    ids = [pictured(card()).public_id for _ in range(4)]

    def queries(materials):
        typed = {"document_type": "SFZ", "document_number": WRONG, "materials": materials}
        with CaptureQueriesContext(connection) as caught:
            signed_in.post(check_url, typed)
        fence = ("SAVEPOINT", "RELEASE", "SELECT set_config")
        return len([query for query in caught if not query["sql"].startswith(fence)])

    # What is shown for the first time is logged, once for each picture.
    queries(ids)
    assert queries(ids[:1]) == queries(ids) <= MOST_QUERIES


def test_strangers_get_404_viewers_403_and_get_leads_back(
    client, check_url, form_url, template_check, gina, vera, alice
):
    client.force_login(gina)
    assert client.post(check_url).status_code == 404
    assert client.post(template_check).status_code == 404
    client.force_login(vera)
    assert client.post(check_url).status_code == 403
    client.force_login(alice)
    assert client.get(check_url)["Location"] == form_url


def test_foreign_pictures_are_not_checked(signed_in, check_url, stranger, upload):
    typed = {"document_type": "SFZ", "document_number": NUMBER}
    typed |= {"materials": upload(stranger).public_id}
    assert "Add a picture" in signed_in.post(check_url, typed).content.decode()


def test_what_failed_last_time_is_marked_as_mended_or_not(
    signed_in, acme, form_url, check_url, domain, pictured, owner
):
    with acting_as(owner):
        submission_of(
            acme,
            domain=domain,
            holder_name=NAME,
            document_number=OTHER_NUMBER,
            state="failed",
            stage="authority",
            raw_messages=["证件号码错误"],
        )
    material = pictured(card())
    typed = {"document_type": "SFZ", "materials": material.public_id}
    panel = signed_in.post(check_url, typed | {"document_number": WRONG}).content.decode()
    assert "Not mended yet" in panel
    panel = signed_in.post(check_url, typed | {"document_number": NUMBER}).content.decode()
    assert 'id="mending-document_number" hx-swap-oob="true"' in panel
    assert "Not mended yet" not in panel


def test_larger_files_and_phone_formats_are_announced(signed_in, form_url):
    page = signed_in.get(form_url).content.decode()
    assert "HEIC" in page
    assert "20.0" in page
    assert 'accept="image/*,.heic,.heif"' in page


def test_other_picture_formats_are_converted_and_not_refused(signed_in, check_url, owner, upload):
    material = upload(owner, picture_bytes(fmt="TIFF"))
    typed = {"document_type": "SFZ", "document_number": NUMBER, "materials": material.public_id}
    assert "image_format_unsupported" not in signed_in.post(check_url, typed).content.decode()
