import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates_app.rules.romanise import romanise_organisation


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("深圳市腾讯计算机系统有限公司", "Shenzhen Tengxun Computer System Co., Ltd."),
        ("腾讯云计算（北京）有限责任公司", "Tengxun Cloud Computing (Beijing) Co., Ltd."),
        ("华为集团有限公司", "Huawei Group Co., Ltd."),
        ("山东省济南市律师协会", "Shandong Jinan Lawyers Association"),
        ("北京市朝阳区示例幼儿园", "Beijing Chaoyang Shili Kindergarten"),
        ("ABC科技(上海)有限公司", "ABC Technology (Shanghai) Co., Ltd."),
        ("示例中心（有限合伙）", "Shili Center (Limited Partnership)"),
        ("Example  Ltd", "Example Ltd"),
        ("", ""),
    ],
)
def test_romanise_organisation(name, expected):
    assert romanise_organisation(name) == expected


@given(st.text(st.characters()))
def test_romanise_organisation_never_raises_and_never_doubles_a_space(name):
    assert "  " not in romanise_organisation(name)
