"""How to take a picture again, where only that helps: what we can't mend ourselves."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from verification.catalogue.catalogue import samples
from verification.catalogue.model import Picture, Text


@dataclass(frozen=True, slots=True)
class Retake:
    """What to do, in two sentences at most, and the drawn sample that shows it."""

    text: Text
    sample: str

    @property
    def picture(self) -> Picture:
        """The sample: a file of static/img/samples and what it shows."""
        return samples()[self.sample]


_ROWS: tuple[tuple[str, str, str, str], ...] = (
    (
        "image_too_small",
        "picture_size",
        "用手机原相机重新拍照，不要截图或发送压缩图；扫描时选 300 dpi 彩色。",
        "Take it with the phone's own camera, no screenshot and no compressed copy from a chat; "
        "scan in colour at 300 dpi.",
    ),
    (
        "image_low_resolution",
        "picture_size",
        "靠近证件，让它占满画面的大部分，再拍一次；不要放大旧图。",
        "Move closer until the document fills most of the frame, and take it again; enlarging "
        "the old picture does not help.",
    ),
    (
        "image_blurry",
        "picture_clear",
        "把证件平放，双手持稳手机，点一下文字对焦后再拍。",
        "Lay the document flat, hold the phone with both hands, tap the text to focus, then "
        "take it.",
    ),
    (
        "image_incomplete",
        "picture_edges",
        "稍微退后，让证件四边都在画面里，四周各留一点空白。",
        "Step back a little, so that all four edges are in the frame with some space around.",
    ),
    (
        "image_obstructed",
        "picture_light",
        "移开手指和遮挡物，关掉闪光灯，换个角度避开反光。",
        "Take fingers and papers away, switch the flash off and tilt the phone until the glare "
        "is gone.",
    ),
    (
        "image_not_color",
        "picture_colour",
        "拍证件原件，不要拍复印件；关掉黑白滤镜或黑白扫描。",
        "Photograph the original, no copy, with no filter; scan in colour.",
    ),
    (
        "image_watermarked",
        "picture_clear",
        "上传没有加水印或文字的原图。",
        "Upload the picture as it was taken, without a watermark or writing over it.",
    ),
    (
        "image_unreadable",
        "picture_light",
        "在明亮均匀的光线下正对证件重拍，放大看一看每个字都能认出再上传。",
        "Take it again from straight above in bright, even light; zoom in and see that every "
        "character can be read.",
    ),
    (
        "image_wrong_side",
        "id_card_sides",
        "翻到有头像的一面再拍一张上传。",
        "Turn it to the side with the portrait and take that.",
    ),
    (
        "image_corrupt",
        "picture_clear",
        "原文件已损坏，请重新拍照或扫描，等上传完成再离开页面。",
        "The file is damaged: take or scan it again, and stay on the page until it is uploaded.",
    ),
)

RETAKES: Mapping[str, Retake] = MappingProxyType(
    {code: Retake(Text(zh, en), sample) for code, sample, zh, en in _ROWS}
)
