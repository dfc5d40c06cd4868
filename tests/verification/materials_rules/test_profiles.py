import pytest

from verification.materials_rules import (
    DEFAULT_PROFILE,
    PROFILES,
    for_intake,
    get_profile,
    profile_for_suffix,
)

KB, MB = 1024, 1024 * 1024


@pytest.mark.parametrize(
    ("code", "extensions", "min_bytes", "max_bytes"),
    [
        ("aliyun", "jpg bmp", 55 * KB, MB),
        ("tencent-2021", "jpg jpeg", 55 * KB, MB),
        ("tencent", "jpg jpeg png tiff tif bmp gif webp", 55 * KB, 5 * MB),
        ("icp", "jpg jpeg png gif", 0, 4 * MB - 1),
    ],
)
def test_profiles_hold_the_published_picture_limits(code, extensions, min_bytes, max_bytes):
    profile = get_profile(code)
    assert profile.extensions == tuple(extensions.split())
    assert (profile.min_bytes, profile.max_bytes) == (min_bytes, max_bytes)


@pytest.mark.parametrize("code", PROFILES)
def test_profiles_formats_are_those_that_the_extensions_mean(code):
    profile = get_profile(code)
    meaning = {"jpg": "jpeg", "tif": "tiff"}
    assert profile.formats == {meaning.get(name, name) for name in profile.extensions}
    assert profile.code == code


def test_profile_tencent_holds_the_published_terms():
    profile = get_profile("tencent")
    assert profile.review_days == (1, 3)
    assert profile.status_ok_days == (1, 2)
    assert profile.timeout_days == 7
    assert (profile.waiting.kind, profile.waiting.max_days) == ("working", 10)
    assert profile.overseas.beyond_greater_china is False


def test_profile_aliyun_refuses_cn_family_for_overseas_holders_who_bring_a_passport_or_other():
    overseas = get_profile("aliyun").overseas
    assert overseas.document_types == {"HZ", "QT"}
    assert (overseas.beyond_greater_china, overseas.cn_family) == (True, False)


@pytest.mark.parametrize("suffix", ["com", "cn", "中国", ".COM.CN", ""])
def test_profile_for_suffix_without_assignment_is_the_default(suffix):
    assert profile_for_suffix(suffix).code == DEFAULT_PROFILE == "tencent"


def test_profile_for_suffix_follows_the_assignment():
    assert profile_for_suffix(".CN", assignments={"cn": "aliyun"}).code == "aliyun"


def test_profile_for_suffix_assigned_to_an_unknown_profile_is_an_error():
    with pytest.raises(KeyError, match="nobody"):
        profile_for_suffix("cn", assignments={"cn": "nobody"})


def test_for_intake_opens_formats_and_upper_limit_only():
    aliyun = get_profile("aliyun")
    intake = for_intake(aliyun)
    assert intake.formats > aliyun.formats
    assert intake.max_bytes > aliyun.max_bytes
    assert (intake.min_bytes, intake.extensions) == (aliyun.min_bytes, aliyun.extensions)
