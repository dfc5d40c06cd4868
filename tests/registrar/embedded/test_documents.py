"""The drawn documents: within the narrowest limits, the same for the same data."""

from collections.abc import Callable

import pytest

from registrar.embedded.documents import draw_credit_certificate, draw_id_card, draw_licence
from verification.materials_rules import get_profile, inspect_picture

Draw = Callable[[str, str], bytes]

DRAWN: tuple[tuple[Draw, str, str], ...] = (
    (draw_id_card, "张示例", "11010519491231002X"),
    (draw_licence, "北京示例科技有限公司", "9144030071526726XG"),
    (draw_credit_certificate, "上海样例爱好者协会", "9144030071526726XG"),
)


@pytest.mark.parametrize(("draw", "name", "number"), DRAWN)
@pytest.mark.parametrize("profile", ["aliyun", "tencent-2021", "tencent", "icp"])
def test_document_passes_every_profile(draw: Draw, name: str, number: str, profile: str) -> None:
    facts = inspect_picture(draw(name, number), get_profile(profile))
    assert facts.width > facts.height


@pytest.mark.parametrize(("draw", "name", "number"), DRAWN)
def test_document_is_the_same_for_the_same_data(draw: Draw, name: str, number: str) -> None:
    assert draw(name, number) == draw(name, number)
    assert draw(name, number) != draw(name + "二", number)


def test_id_card_takes_a_number_that_is_too_short() -> None:
    assert draw_id_card("李样本", "110105").startswith(b"\xff\xd8")


def test_long_licence_name_wraps_and_fits() -> None:
    name = "北京示例样本范例试验信息技术服务咨询（集团）股份有限公司" * 2
    inspect_picture(draw_licence(name, "9144030071526726XG"), get_profile("aliyun"))
