import pytest
from django.template import Context, Template, TemplateSyntaxError

from registrar.console.templatetags.console import thousands


def render(source: str, **context: object) -> str:
    return Template("{% load console %}" + source).render(Context(context))


def test_icon_without_label_is_hidden_from_screen_readers():
    html = render('{% icon "globe" %}')
    assert 'aria-hidden="true"' in html
    assert "style=" not in html


def test_icon_with_label_is_an_image_with_a_name():
    html = render('{% icon "globe" label="Domains" %}')
    assert 'role="img" aria-label="Domains"' in html
    assert "aria-hidden" not in html


def test_badge_with_address_makes_the_words_the_link():
    html = render('{% badge "bad" "实名认证失败" href="/verifications/1/" %}')
    assert html.strip() == ('<a class="badge badge-bad" href="/verifications/1/">实名认证失败</a>')


def test_badge_unknown_tone_is_an_error():
    with pytest.raises(TemplateSyntaxError, match="unknown tone 'red'"):
        render('{% badge "red" "x" %}')


def test_badge_text_is_escaped():
    assert "&lt;b&gt;" in render('{% badge "ok" text %}', text="<b>")


def test_callout_body_keeps_markup_and_escapes_variables():
    html = render(
        '{% callout "warn" title=title %}<p>{{ text }}</p>{% endcallout %}',
        title="<i>",
        text="<b>",
    )
    assert "<p>&lt;b&gt;</p>" in html
    assert "&lt;i&gt;" in html


def test_callout_bad_is_announced():
    assert 'role="alert"' in render('{% callout "bad" %}x{% endcallout %}')
    assert 'role="alert"' not in render('{% callout "info" %}x{% endcallout %}')


def test_dialog_works_without_scripts():
    html = render('{% dialog label="Delete" title="Delete it?" %}<p>Sure?</p>{% enddialog %}')
    assert html.startswith('<details class="dialog">')
    assert "<p>Sure?</p>" in html


@pytest.mark.parametrize(
    ("level", "tone"), [("success", "ok"), ("error", "bad"), ("debug", "muted")]
)
def test_message_tone_for_each_level(level: str, tone: str):
    assert render("{{ level|message_tone }}", level=level) == tone


def test_pager_at_the_only_page_shows_nothing():
    assert render("{% pager %}").strip() == ""


@pytest.mark.parametrize(("value", "shown"), [(3000, "3,000"), (7, "7"), ("3000", "3000")])
def test_counts_are_shown_with_separators(value, shown):
    assert thousands(value) == shown
