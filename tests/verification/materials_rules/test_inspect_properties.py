from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from verification.materials_rules import PictureRefused, RefusalCode, inspect_picture
from verification.materials_rules.inspect import MAX_PIXELS

from .pictures import FORMATS, INTAKE, picture

UNLIMITED = replace(INTAKE, min_bytes=0)
format_names = st.sampled_from(FORMATS)
heads = st.sampled_from(
    [
        b"",
        b"\xff\xd8\xff",
        b"\x89PNG\r\n\x1a\n",
        b"GIF89a",
        b"II*\x00",
        b"MM\x00*",
        b"BM",
        b"\x00\x00\x00\x1cftypheic",
    ]
)


def judge(data):
    """The format or the refusal's code; anything else that escapes fails the test."""
    try:
        facts = inspect_picture(data, UNLIMITED)
    except PictureRefused as refused:
        return str(RefusalCode(refused.code))
    assert facts.width * facts.height <= MAX_PIXELS
    return facts.format


def flip_bit(data, position):
    broken = bytearray(data)
    broken[position // 8 % len(data)] ^= 1 << position % 8
    return bytes(broken)


@given(heads, st.binary(max_size=2000))
def test_inspect_picture_of_any_bytes_raises_nothing_but_refusals(head, body):
    judge(head + body)


@given(format_names, st.floats(0, 1, exclude_max=True))
def test_inspect_picture_of_any_truncation_raises_nothing_but_refusals(format_name, share):
    data = picture(format_name)
    judge(data[: int(len(data) * share)])


@given(format_names, st.lists(st.integers(0, 400 * 8), min_size=1, max_size=8))
def test_inspect_picture_with_flipped_header_bits_raises_nothing_but_refusals(format_name, flips):
    data = picture(format_name)
    for position in flips:
        data = flip_bit(data, position)
    judge(data)


@given(format_names, st.integers(0, 2**31))
def test_inspect_picture_with_a_flipped_bit_anywhere_raises_nothing_but_refusals(
    format_name, position
):
    judge(flip_bit(picture(format_name), position))


def test_inspect_picture_in_many_threads_gives_the_same_answers():
    samples = [picture(name) for name in FORMATS] + [
        picture(name)[: len(picture(name)) // 2] for name in FORMATS
    ]
    alone = [judge(sample) for sample in samples]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(judge, samples * 5))
    assert together == alone * 5
