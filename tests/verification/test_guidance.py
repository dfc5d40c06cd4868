"""The one include that shows steps: links of the object at hand, or in general."""

import pytest
from django.template.loader import render_to_string

from verification.failures import explain

PICTURE = {"key": "picture_edges", "url": "/static/x.svg", "alt": "Edges <all>"}


def step(who="you", link=None, picture=None):
    return {"who": who, "text": "Do <it>", "link": link, "picture": picture}


def show(*steps, **context):
    return render_to_string("verification/guidance.html", {"steps": steps, **context})


def test_link_of_the_object_wins_over_the_page_in_general():
    link = {"key": "resubmit", "url": "/verifications/", "label": "Submit again"}
    assert 'href="/verifications/"' in show(step(link=link))
    own = show(step(link=link), links={"resubmit": "/domains/a.com/reverify/resubmit/"})
    assert 'href="/domains/a.com/reverify/resubmit/"' in own
    assert 'href="/verifications/"' not in own


@pytest.mark.parametrize("links", [{"resubmit": ""}, {"support": "mailto:x"}])
def test_link_that_does_not_apply_is_not_shown(links):
    link = {"key": "resubmit", "url": "/verifications/", "label": "Submit again"}
    assert "<a " not in show(step(link=link), links=links)


def test_external_link_stays_where_the_object_has_its_own_links():
    link = {"key": "external", "url": "https://dns.tech/", "label": "Check"}
    assert 'href="https://dns.tech/"' in show(step(link=link), links={"support": ""})


def test_texts_are_escaped_and_the_actor_is_named():
    html = show(step(who="authority", picture=PICTURE), prepare=["a <b>"])
    assert "Do &lt;it&gt;" in html
    assert 'alt="Edges &lt;all&gt;"' in html
    assert "a &lt;b&gt;" in html
    assert 'class="tag"' in html


def test_samples_are_folded_unless_asked_for():
    assert '<details class="guide-sample">' in show(step(picture=PICTURE))
    assert '<details class="guide-sample" open>' in show(step(picture=PICTURE), open_pictures=True)


def test_catalogue_steps_render_as_they_are():
    said = explain("document_expired", "en")
    html = show(*said["guidance"], prepare=said["prepare"])
    assert "www.cods.org.cn" in html
    assert html.count("guide-step") == len(said["guidance"])
