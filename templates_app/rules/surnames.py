"""Surnames whose reading differs from the character's usual one, and compound surnames.

The first reading is the one to suggest; the others are borne by some families.
"""

from collections.abc import Mapping
from types import MappingProxyType

# One entry a word: characters, then readings.
_SINGLE = """
单 shan|解 xie|仇 qiu|曾 zeng|查 zha|朴 piao pu|区 ou|盖 ge gai|任 ren|华 hua|尉 wei|覃 qin tan
乐 yue le|员 yun|召 shao zhao|黑 he hei|秘 bi mi|冼 xian|洗 xian|折 she|翟 zhai di|种 chong
缪 miao mou|宓 mi fu|繁 po fan|郗 xi chi|隗 wei kui|车 che|宁 ning|祭 zhai ji|谌 chen shen|薄 bo
沈 shen|牟 mu mou|能 nai|便 pian|那 na|阚 kan|乜 nie|佴 nai|句 gou|柏 bai bo|强 qiang|应 ying
盛 sheng|葛 ge|令 ling|过 guo|藏 zang|卜 bu|莘 shen xin|郇 xun huan|郄 qie xi|费 fei bi|都 du
隽 juan jun|粘 nian|纪 ji|燕 yan|曲 qu|万 wan|叶 ye|贾 jia|陆 lu|娄 lou
單 shan|區 ou|蓋 ge gai|華 hua|樂 yue le|員 yun|車 che|寧 ning|應 ying|萬 wan|紀 ji|葉 ye
繆 miao mou|諶 chen shen|闞 kan|強 qiang|過 guo|費 fei bi|賈 jia|陸 lu|婁 lou
"""

_COMPOUND = """
尉迟 yuchi|万俟 moqi|长孙 zhangsun|欧阳 ouyang|司马 sima|上官 shangguan|诸葛 zhuge|东方 dongfang
皇甫 huangfu|令狐 linghu|澹台 tantai|呼延 huyan|司徒 situ|司空 sikong|司寇 sikou|夏侯 xiahou
慕容 murong|宇文 yuwen|独孤 dugu|南宫 nangong|轩辕 xuanyuan|公孙 gongsun|申屠 shentu|拓跋 tuoba
鲜于 xianyu|闾丘 lyuqiu lvqiu luqiu|宗政 zongzheng|濮阳 puyang|淳于 chunyu|单于 chanyu
太叔 taishu|公冶 gongye|钟离 zhongli|赫连 helian|东郭 dongguo|百里 baili|西门 ximen|端木 duanmu
叔孙 shusun|仲孙 zhongsun|亓官 qiguan|宰父 zaifu|谷梁 guliang|梁丘 liangqiu|左丘 zuoqiu
东门 dongmen|南门 nanmen|微生 weisheng|羊舌 yangshe|公西 gongxi|漆雕 qidiao|巫马 wuma
乐正 yuezheng|壤驷 rangsi|夹谷 jiagu|段干 duangan|纳兰 nalan|完颜 wanyan|耶律 yelyu yelv yelu
第五 diwu|贺兰 helan|贺拔 heba|屈突 qutu|尔朱 erzhu|哥舒 geshu|相里 xiangli
尉遲 yuchi|萬俟 moqi|長孫 zhangsun|歐陽 ouyang|司馬 sima|諸葛 zhuge|東方 dongfang
澹臺 tantai|獨孤 dugu|南宮 nangong|軒轅 xuanyuan|公孫 gongsun|鮮于 xianyu|濮陽 puyang
鍾離 zhongli|赫連 helian|西門 ximen|端木 duanmu|樂正 yuezheng|完顏 wanyan|納蘭 nalan
"""


def _parse(table: str) -> Mapping[str, tuple[str, ...]]:
    entries = (entry.split() for line in table.split("\n") for entry in line.split("|") if entry)
    return MappingProxyType({characters: tuple(readings) for characters, *readings in entries})


SURNAMES = _parse(_SINGLE)
COMPOUND_SURNAMES = _parse(_COMPOUND)


def split_surname(name: str) -> tuple[str, str]:
    """Surname and given name of a Chinese name; a lone character has no given name.

    A compound surname needs a character after it: 单于 alone is Mr Shan.
    """
    if len(name) > 2 and name[:2] in COMPOUND_SURNAMES:
        return name[:2], name[2:]
    return name[:1], name[1:]
