import pytest

pytestmark = pytest.mark.django_db


def test_disabled_template_says_why(browse, alice, acme, make_template):
    template = make_template(acme)
    client = browse(alice)
    path = f"/templates/{template.public_id}/"
    assert "Reason:" not in client.get(path).content.decode()
    client.post(path + "disable/")
    assert "Reason: No longer used." in client.get(path).content.decode()
