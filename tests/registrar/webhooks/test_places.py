import pytest
from hypothesis import given
from hypothesis import strategies as st

from registrar.webhooks.place_texts import PLACE_TEXTS
from registrar.webhooks.places import BadPlace, read_place


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://example.com", "https://example.com/"),
        ("HTTPS://Example.COM:443/a?b=c", "https://example.com/a?b=c"),
        ("https://example.com:8443/a/%20", "https://example.com:8443/a/%20"),
        ("https://中文.example/钩".replace("钩", "h"), "https://xn--fiq228c.example/h"),
        ("http://localhost:8000/", "http://localhost:8000/"),
        ("https://[2606:4700::1111]:8443/x", "https://[2606:4700::1111]:8443/x"),
        ("https://8.8.8.8/", "https://8.8.8.8/"),
        ("https://example.com./", "https://example.com/"),
    ],
)
def test_address_has_one_plain_form(text, url):
    assert read_place(text).url == url
    assert read_place(url).url == url


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "invalid"),
        ("example.com", "invalid"),
        ("ftp://example.com/", "invalid"),
        ("file:///etc/passwd", "invalid"),
        ("https:///path", "host"),
        ("https://user:pw@example.com/", "credentials"),
        ("https://example.com@evil.example/", "credentials"),
        ("https://example.com/#x", "fragment"),
        ("https://example.com\\@evil.example/", "credentials"),
        ("https://example.com\\.evil.example/", "invalid"),
        ("https://example.com/a b", "invalid"),
        ("https://exa\tmple.com/", "invalid"),
        ("https://example.com/\r\nX: y", "invalid"),
        ("https://example.com/钩", "invalid"),
        ("https://example.com:0/", "invalid"),
        ("https://example.com:99999/", "invalid"),
        ("https://example.com:x/", "invalid"),
        ("https://2130706433/", "host"),
        ("https://0x7f.1/", "host"),
        ("https://0x7f000001/", "host"),
        ("https://0177.0.0.1/", "host"),
        ("https://127.1/", "host"),
        ("https://127.0.0.1.0/", "host"),
        ("https://１２７.0.0.1/", "host"),
        ("https://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/", "host"),
        ("https://exa%6dple.com/", "invalid"),
        ("https://[fe80::1%25eth0]/", "invalid"),
        ("https://[::1/", "invalid"),
        ("https://metadata/", "host"),
        ("https://a..example.com/", "host"),
        ("https://example.com/" + "a" * 1000, "too_long"),
    ],
)
def test_ambiguous_address_is_refused(text, code):
    with pytest.raises(BadPlace) as refused:
        read_place(text)
    assert refused.value.code == code
    assert PLACE_TEXTS[code]


@given(st.text() | st.text().map("https://".__add__))
def test_whatever_is_read_reads_the_same_again(text):
    try:
        place = read_place(text)
    except BadPlace:
        return
    assert read_place(place.url) == place
    assert place.url.isascii()
