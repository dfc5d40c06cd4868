"""/failure-reasons/: the catalogue for people."""

import re

import pytest
from django.urls import reverse

from verification.catalogue.catalogue import localise, reason, reasons

pytestmark = pytest.mark.django_db
LIST = "/failure-reasons/"


def codes_in(html):
    return re.findall(r'href="/failure-reasons/(\w+)/"', html)


def ask(client, query):
    return client.get(LIST, {"q": query})


def test_list_shows_every_reason_once_in_its_three_groups(signed_in):
    answer = signed_in.get(LIST)
    assert sorted(codes_in(answer.text)) == sorted(reasons())
    assert [len(group.rows) > 0 for group in answer.context["groups"]] == [True] * 3


@pytest.mark.parametrize("path", [LIST, f"{LIST}document_expired/"])
def test_pages_are_for_members_only(client, path):
    answer = client.get(path)
    assert answer.status_code == 302
    assert answer.url.startswith("/login/")


def test_pasted_message_is_explained(signed_in):
    answer = ask(signed_in, "审核失败：证件已过期,请提交有效的证件图片。")
    assert "Your message means" in answer.text
    assert [row.code for row in answer.context["found"].meant] == ["document_expired"]


def test_several_joined_messages_are_all_explained(signed_in):
    joined = "证件已过期，请提交有效的证件图片；实名审核超时，请重新提交"
    found = ask(signed_in, joined).context["found"]
    assert [row.code for row in found.meant] == ["document_expired", "review_timeout"]


@pytest.mark.parametrize("query", ["police_record_mismatch", "police records", "公安数据"])
def test_words_and_codes_find_reasons_in_either_language(signed_in, query):
    assert "police_record_mismatch" in codes_in(ask(signed_in, query).text)


def test_unknown_message_gets_general_guidance_and_the_way_to_support(signed_in):
    page = ask(signed_in, "火星证件暂不受理 <b>").text
    assert "This message is new to us" in page
    assert "complete, clear colour picture" in page
    assert 'href="/support/new/?message=%E7%81%AB' in page
    assert codes_in(page) == []
    assert "<b>" not in page
    assert "&lt;b&gt;" in page


def test_endless_text_is_cut(signed_in):
    answer = ask(signed_in, "火" * 5000)
    assert answer.status_code == 200
    assert len(answer.context["pasted"]) == 600


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("code", sorted(reasons()))
def test_reason_page_says_all_of_it_in_both_languages(signed_in, code, language):
    signed_in.cookies["language"] = language
    page = signed_in.get(reverse("verification:reason", args=[code])).context
    said = localise(reason(code), language)
    assert page["reason"]["title"] == said.title
    assert [step["text"] for step in page["reason"]["guidance"]] == [s.text for s in said.guidance]
    assert page["messages_verbatim"] == reason(code).messages
    assert page["next_text"]


def test_reason_page_shows_messages_steps_pictures_and_causes(signed_in):
    page = signed_in.get(f"{LIST}registrant_name_mismatch/").text
    assert "注册人身份证明资料上的姓名与系统中的注册人姓名不一致" in page
    assert 'src="/static/img/samples/licence-name.svg"' in page
    assert 'alt="Sample: on a business licence' in page
    assert 'href="/templates/new/"' in page
    assert "Legal representative typed as holder" in page
    assert "Have ready" in page


def test_external_look_up_opens_apart_and_tells_nothing(signed_in):
    page = signed_in.get(f"{LIST}registry_query_mismatch/").text
    assert 'href="https://www.cods.org.cn/" rel="noopener noreferrer" target="_blank"' in page


def test_reason_without_message_says_so(signed_in):
    page = signed_in.get(f"{LIST}qr_page_unreachable/").text
    assert "There is no message of its own" in page


def test_viewer_reads_it_without_ways_into_what_a_viewer_may_not_do(client, vera):
    client.force_login(vera)
    page = client.get(f"{LIST}registrant_name_mismatch/")
    assert page.status_code == 200
    assert 'href="/templates/new/"' not in page.text


def test_unknown_reason_is_404(signed_in):
    assert signed_in.get(f"{LIST}nonsense/").status_code == 404


def test_navigation_leads_to_the_reasons(signed_in):
    page = signed_in.get(f"{LIST}document_expired/").text
    assert re.search(r'href="/failure-reasons/" aria-current="page"', page)
