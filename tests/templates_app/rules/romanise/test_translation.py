import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates_app.rules.romanise import check_translation
from tests.templates_app.rules.codes import levels


@pytest.mark.parametrize(
    ("name", "romanised"),
    [
        ("李晓明", "Li Xiaoming"),
        ("李晓明", "Xiaoming Li"),
        ("李晓明", "LI XIAO-MING"),
        ("李晓明", "Lǐ Xiǎomíng"),
        ("单雄信", "Shan Xiongxin"),
        ("单于", "Shan Yu"),
        ("单于大", "Chanyu Da"),
        ("欧阳修", "Xiu Ouyang"),
        ("区志强", "Ou Zhiqiang"),
        ("乐嘉", "Le Jia"),
        ("吕布", "Lyu Bu"),
        ("吕布", "Lv Bu"),
        ("吕布", "Lü Bu"),
        ("吕布", "Lu Bu"),
        ("买买提·吐尔逊", "Maimaiti Tuerxun"),
        ("万玛·才旦", "Wanma Caidan"),
        ("任盖", "Ren Gai"),
        ("张三", ""),
        ("", "Zhang San"),
        ("John Smith", "John Smith"),
    ],
)
def test_check_translation_passes_any_reading(name, romanised):
    assert check_translation(name, romanised) == []


@pytest.mark.parametrize(
    ("name", "romanised"),
    [
        ("李晓明", "Li Xiaomin"),
        ("单雄信", "Dan Xiongxin"),
        ("仇志强", "Zhiqiang Chou"),
        ("曾国藩", "Zhen Guofan"),
        ("李晓明", "Li"),
        ("李晓明", "Li Xiaoming Li"),
        ("李晓明", "李晓明"),
        ("张三", "..."),
    ],
)
def test_check_translation_warns_when_no_reading_fits(name, romanised):
    assert levels(check_translation(name, romanised)) == {"name_translation_mismatch": "warn"}


def test_check_translation_of_an_organisation_may_be_a_translation():
    name = "深圳市腾讯计算机系统有限公司"
    assert check_translation(name, "Tencent Computer", holder_type="organization") == []
    assert check_translation(name, "腾讯", holder_type="organization")


@given(st.text(st.characters()), st.text(st.characters()))
def test_check_translation_never_raises(name, romanised):
    assert len(check_translation(name, romanised)) <= 1
