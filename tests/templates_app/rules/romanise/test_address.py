import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates_app.rules.contact import check_address
from templates_app.rules.romanise import romanise_address


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (
            "广东省深圳市南山区科技中一路1号501室",
            "Room 501, No. 1, Kejizhongyi Road, Nanshan District, Shenzhen, Guangdong",
        ),
        (
            "北京市朝阳区望京街道阜通东大街6号院3号楼A座２单元",
            "Unit 2, Block A, Building 3, Yard 6, Futongdong Street, "
            "Wangjing Subdistrict, Chaoyang District, Beijing",
        ),
        ("香港特别行政区九龙弥敦道100号", "No. 100, Jiulongmidundao, Hong Kong"),
        ("某某村", "Moumou Village"),
        ("1 Example Road", "1 Example Road"),
        ("", ""),
    ],
)
def test_romanise_address_puts_the_smallest_unit_first(address, expected):
    assert romanise_address(address) == expected


def test_romanise_address_can_be_sent_in_the_international_form():
    address = romanise_address("浙江省杭州市西湖区文一西路969号")
    assert check_address(address, english=True) == []


@given(st.text(st.characters()))
def test_romanise_address_never_raises_and_never_pads(address):
    romanised = romanise_address(address)
    assert romanised == romanised.strip()
