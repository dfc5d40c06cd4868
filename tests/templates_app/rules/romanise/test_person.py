import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates_app.rules.romanise import check_translation, romanise_person


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("张三", "Zhang San"),
        ("李晓明", "Li Xiaoming"),
        ("单雄信", "Shan Xiongxin"),
        ("解晓东", "Xie Xiaodong"),
        ("仇英", "Qiu Ying"),
        ("曾国藩", "Zeng Guofan"),
        ("查良镛", "Zha Liangyong"),
        ("朴树", "Piao Shu"),
        ("区志强", "Ou Zhiqiang"),
        ("盖聂", "Ge Nie"),
        ("任平生", "Ren Pingsheng"),
        ("华佗", "Hua Tuo"),
        ("尉迟恭", "Yuchi Gong"),
        ("万俟卨", "Moqi Xie"),
        ("长孙无忌", "Zhangsun Wuji"),
        ("欧阳修", "Ouyang Xiu"),
        ("司马相如", "Sima Xiangru"),
        ("單雄信", "Shan Xiongxin"),
        ("歐陽修", "Ouyang Xiu"),
        ("吕布", "Lyu Bu"),
        ("买买提·吐尔逊", "Maimaiti Tuerxun"),
        ("张 三", "Zhang San"),
        ("张", "Zhang"),
        ("John  Smith", "John Smith"),
        ("·张", "Zhang"),
        ("", ""),
    ],
)
def test_romanise_person(name, expected):
    assert romanise_person(name) == expected


@given(st.text(st.characters()))
def test_romanise_person_never_raises_and_never_pads(name):
    romanised = romanise_person(name)
    assert romanised == romanised.strip()


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=6))
def test_romanise_person_always_fits_the_name(name):
    # A character without a known reading stays, and that is worth a warning.
    romanised = romanise_person(name)
    assert not romanised.isascii() or check_translation(name, romanised) == []
