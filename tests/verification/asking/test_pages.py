"""The customer's side: the card with what is asked, the answer in place, and the ways there."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from registrar.tenancy.context import acting_as
from tests import world
from tests.verification.conftest import picture_bytes
from tests.verification.services.test_prechecked_submission import card
from tests.world import reading_of
from verification.models import Material, MaterialReading, Submission

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client, alice):
    client.force_login(alice)
    client.cookies["language"] = "en"
    return client


@pytest.fixture
def detail(submitted):
    return reverse("verification:detail", args=[submitted.public_id])


@pytest.fixture
def send(signed_in, submitted, asked, items):
    """`send(submit="1", text="…", picture=True)`: the form as a browser sends it."""
    url = reverse("verification:answer_request", args=[submitted.public_id])
    picture, words = items(asked)

    def post(*, submit=True, text="改名了", content=None, script=False, **more):
        data = {"request": asked.public_id, f"text_{words.public_id}": text} | more
        if submit:
            data["submit"] = "1"
        if content is not None:
            data[f"picture_{picture.public_id}"] = SimpleUploadedFile("a.jpg", content)
        headers = {"Accept": "application/json"} if script else {}
        return signed_in.post(url, data, headers=headers)

    return post


def kept(page):
    """The pictures that the form holds on to."""
    return dict(re.findall(r'name="(kept_item_\w+)" value="(mat_\w+)"', page))


def test_page_shows_every_point_with_its_guidance_and_the_picture(
    signed_in, detail, asked, sent, items
):
    page = signed_in.get(detail).text
    assert "The reviewer asks for more" in page
    for said in (
        "The picture again, sharper",
        "左下角看不清",
        "麻烦您了",
        "An explanation in words",
    ):
        assert said in page
    assert "second time" not in page
    assert reverse("verification:material_preview", args=[sent.public_id]) in page
    picture, words = items(asked)
    assert f'type="file" id="picture_{picture.public_id}"' in page
    assert f'<textarea class="input" id="text_{words.public_id}"' in page
    assert "is expected by" not in page


def test_page_in_chinese(client, alice, detail, asked):
    client.force_login(alice)
    client.cookies["language"] = "zh-hans"
    page = client.get(detail).text
    for said in ("审核员要求补充材料", "重新拍摄，更清晰", "文字说明", "发送回复"):
        assert said in page


def test_answer_in_one_go_without_scripts(send, fresh, submitted, detail, picture):
    answer = send(content=picture_bytes(seed=7))
    assert (answer.status_code, answer.url) == (302, detail)
    assert fresh(submitted).state == "submitted"


def test_picture_is_kept_as_it_comes_and_sent_later(send, fresh, submitted):
    page = send(submit=False, content=picture_bytes(seed=7), text="先写一半").text
    assert len(kept(page)) == 1
    assert "先写一半</textarea>" in page
    assert fresh(submitted).state == "more_wanted"
    assert send(**kept(page)).status_code == 302
    assert fresh(submitted).state == "submitted"


def test_script_gets_the_form_alone_and_then_the_way(send, detail):
    part = send(submit=False, content=picture_bytes(seed=7), script=True)
    assert part.status_code == 200
    assert "<!doctype" not in part.text.lower()
    assert len(kept(part.text)) == 1
    assert send(script=True, **kept(part.text)).url == detail


def test_nothing_is_lost_when_a_point_is_missing(send, fresh, submitted, items, asked):
    picture, _words = items(asked)
    page = send(content=picture_bytes(seed=7), text=" ")
    assert page.status_code == 400
    assert "Write a few words." in page.text
    assert len(kept(page.text)) == 1
    page = send(text="很长的说明")
    assert page.status_code == 400
    assert "Choose a picture." in page.text
    assert f'id="error_{picture.public_id}"' in page.text
    assert "很长的说明</textarea>" in page.text
    assert fresh(submitted).state == "more_wanted"


def test_file_that_is_no_picture_is_refused_at_its_point(send):
    page = send(content=b"%PDF-1.7 nothing to see")
    assert page.status_code == 400
    assert "Not sent yet" in page.text
    assert "改名了</textarea>" in page.text
    assert kept(page.text) == {}


def test_picture_can_be_taken_out_again(send, items, asked):
    page = send(submit=False, content=picture_bytes(seed=7)).text
    picture, _words = items(asked)
    page = send(submit=False, remove=picture.public_id, **kept(page)).text
    assert kept(page) == {}


def test_form_of_an_earlier_request_is_shown_anew(send, fresh, submitted):
    page = send(content=picture_bytes(seed=7), request="more_another")
    assert page.status_code == 400
    assert "asks for something else now" in page.text
    assert fresh(submitted).state == "more_wanted"


def test_answering_what_is_not_asked_any_more_leads_to_the_page_that_says_so(
    send, signed_in, detail
):
    send(content=picture_bytes(seed=7))
    assert send(content=picture_bytes(seed=8)).url == detail
    assert "Nothing is asked any more" in signed_in.get(detail).text


def test_warning_is_confirmed_in_the_form(send, settings, owner, fresh, submitted, items, asked):
    page = send(submit=False, content=picture_bytes(seed=7)).text
    settings.READ_PICTURES = True
    with acting_as(owner):
        material = Material.objects.order_by("pk").last()
        MaterialReading.objects.filter(material=material).delete()
        reading_of(material, card(name="李四"))
    asks = send(**kept(page))
    assert asks.status_code == 400
    assert 'name="confirmed_warnings" value="name_mismatch"' in asks.text
    seen = re.search(r'name="warnings_seen" value="(\w+)"', asks.text)[1]
    confirmed = {"confirmed_warnings": "name_mismatch", "warnings_seen": seen}
    assert send(**kept(asks.text), **confirmed).status_code == 302
    assert fresh(submitted).confirmed_warnings == ["name_mismatch"]


def test_picture_that_is_still_read_is_waited_for_with_everything_kept(
    send, settings, fresh, submitted
):
    settings.READ_PICTURES = True
    page = send(content=picture_bytes(seed=7))
    assert page.status_code == 409
    assert "The pictures are still being checked" in page.text
    assert len(kept(page.text)) == 1
    assert fresh(submitted).state == "more_wanted"


def test_viewer_reads_what_is_asked_and_gets_no_form(client, vera, detail, asked, submitted):
    client.force_login(vera)
    client.cookies["language"] = "en"
    page = client.get(detail).text
    assert "左下角看不清" in page
    assert 'id="more-answer"' not in page
    url = reverse("verification:answer_request", args=[submitted.public_id])
    assert client.post(url, {"submit": "1"}).status_code == 403


def test_stranger_finds_nothing(client, gina, asked, submitted):
    client.force_login(gina)
    url = reverse("verification:answer_request", args=[submitted.public_id])
    assert client.post(url, {"submit": "1"}).status_code == 404


def test_get_leads_back_to_the_page(signed_in, asked, submitted, detail):
    url = reverse("verification:answer_request", args=[submitted.public_id])
    assert signed_in.get(url).url == detail


def test_page_that_waited_for_the_review_reloads_when_more_is_asked(signed_in, submitted, asked):
    url = reverse("verification:status", args=[submitted.public_id])
    assert signed_in.get(url).headers["HX-Refresh"] == "true"
    assert "HX-Refresh" not in signed_in.get(url, {"shown": "more"}).headers


def test_other_pages_lead_to_the_answer(signed_in, detail, asked, submitted, owner):
    with acting_as(owner):
        template = submitted.template.public_id
    assert f"{detail}#more" in signed_in.get(reverse("templates:detail", args=[template])).text
    dashboard = signed_in.get("/").text
    assert "Needs your answer" in dashboard
    assert f"{detail}#more" in dashboard
    listed = signed_in.get(reverse("verification:list"), {"state": "more_wanted"}).text
    assert detail in listed
    assert "waits for your answer" in listed


def test_answered_request_shows_in_the_progress_and_nowhere_else(signed_in, send, detail):
    send(content=picture_bytes(seed=7))
    page = signed_in.get(detail).text
    assert "The reviewer asked for more" in page
    assert "Answered" in page
    assert 'id="more"' not in page
    assert "Needs your answer" not in signed_in.get("/").text


def test_domain_page_leads_to_the_answer(signed_in, acme, inside):
    with inside(acme):
        domain = world.domain_of(acme, "a.com", real_name="in_review")
        submission = world.submission_of(acme, domain=domain, state="in_review")
    url = reverse("domains:detail", args=["a.com"])
    answer = reverse("verification:detail", args=[submission.public_id]) + "#more"
    assert answer not in signed_in.get(url).text
    with inside(acme):
        Submission.objects.filter(pk=submission.pk).update(state="more_wanted")
    assert answer in signed_in.get(url).text
