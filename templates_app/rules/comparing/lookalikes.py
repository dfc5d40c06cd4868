"""Chinese characters of similar shape: mistyped, misread, or misrecognised."""

from collections.abc import Mapping
from itertools import permutations
from types import MappingProxyType

# All but one in drawing: the eye and a recogniser take one for the other even in a sharp
# picture. Each word is a group whose characters are alike.
_TWINS = """
己已巳 未末 土士 日曰 戌戍戊 人入 千干 口囗 一丶 木术 刺剌 汨汩 治冶 次佽 沬沫 祇衹祗 亳毫
侯候 毋母 券劵 晴睛 眀明 壬王 茶荼 管菅 徽微 祎袆 儿几 乌鸟
"""

# Alike enough to be taken for one another when one reads or types in a hurry.
_ALIKE = """
大太犬 天夭 刀刁 田由甲申 王玉 免兔 今令 九丸 上土 爪瓜 泠冷 未耒 卜十 弋戈 享亨 崇祟 戎戒
折拆 析折 拨拔 侍待 粱梁 旦且 目且 贝见 贞负 亍于 于干 呜鸣 洒酒 灸炙 壮状 钧钓 狠狼 矢失
夫失 宇字 圆园 暑署 暧暖 肓盲 赢嬴 赡瞻 晟晠 昊吴 旻昊 玫攻 玮伟 珏珐 珩珠 枫汛 泯抿 泊泪
辩辨辫瓣 商啇 佳隹住往 竟竞 建健键 巨臣 币巾 市布 匕七 力刀 万方 广厂 仑仓 午牛 乎平 勿匆
史吏 甘廿 白自百 冉再 主玉 永水 处外 乐东 冬东 伟纬 讳韦 传转 仿访 伦沦论轮抡 仙汕 任仕
伯泊柏拍 伶玲铃岭 低底抵 住佳 何河 佟终 俊峻浚骏竣 俭检捡脸险验 倩清情晴请靖精 倍陪培部
傅博搏缚膊 僧增憎赠 偷愉瑜榆谕喻 侧测厕 冰水 准淮 凌陵菱棱绫 凯剀铠 劲颈径茎 勤勒 协胁 博傅
卓桌 厉励 厚原 及乃 双权 友反 叔淑 吉古 君群裙 呈星 周同 和知 咏泳 哲誓 唐塘糖 喜嘉 国园 圣怪
均钧 坤坪 垣桓恒 城诚 埔浦铺 培陪 堂棠 境镜 墨黑 壹壶 夏复 奕弈 姗珊 娜挪 娟捐涓绢 婷停
媛暖援 嫣焉 孟盂 孜攻 宁亍 安妥 宋宗 宏宠 官宫管 宜宣 宪完 家冢 富福 寒塞赛 寿涛 尚向 屹吃
岁罗 岗岚 岩宕 岳兵 峰锋蜂 崔雀 嵩蒿 川州 巧朽 帅师 帆凡 常尝 庆厌 应庄 庞宠 康庚 廉康 延廷
弘宏 张弦 强弹 彤丹 彦颜 彬林 影景 征证 律津 徐除涂 德得 心必 志忐 思恩 怡治 恬括 恺凯 悦说
悟梧晤 惠慧 愿原 慕幕墓暮 戴载裁栽 扬杨场汤 抗杭坑 抒杼 招昭 拓柘 振震 捷睫 描猫 提堤 搏博
敏繁 敬警 斌武 旋施 旭旮 昌晶 昕听 昭照 晁兆 晋普 晓晚 晗哈 晖辉挥 晨辰 智知 暄喧 曼蔓慢漫
朋明 朗郎 杜社 杰木 枝技 柯珂 柳抑 栋冻拣 桃挑 桂挂 桐铜 梅海 梓锌 棋旗 森淼 楠喃 楷揩 榕溶蓉
樊攀 欣欢 欧殴 歌哥 殷股 毅殿 民氏 江汪 汝汶 沈沉 沙纱 沛肺 泉皇 泽择译 洁结 洋样 洪供拱 津律
浩皓 涵函 淇琪祺棋 淳醇 深探 渊湘 温湿 湖胡 源原 溪奚 满瞒 潇萧 澄橙 瀚翰 灿仙 炜伟 炎焱 烨晔
焕换涣唤 煜昱 熙照 燕蒸 爱受 牧枚 玄弦 玛码 玲冷 珍诊 珠株 班斑 琳淋 琴瑟 瑞端 瑾谨槿 璐露
甫浦 畅肠 皎校 益盎 盛晟 盟蒙 睿容 石右 研妍 硕顾 祥详 祯贞 秀季 秦泰奉 程稍 稳隐 穆稷 立位
竹行 童重 笑笃 筱莜 简筒 管菅 米来 素索 紫柴 红江 纪记 纯钝 练炼 绍招 继断 维唯 绮椅 缘绿
罡岗 美羔 羽习 翔祥 翠粹 耀跃 肖背 育肓 胜脂 胤胄 腾滕 臻榛 舒野 艳色 艺乙 艾文 芝之 芬芳
苏办 苑范 苗笛 若苦 英央 茂芪 范苑 茜西 荣莹荧萤 荷何 莉利 莎沙 莲连 菁青 菲韭 萌明 葛蔼 董懂
蒋奖 蓓培 蓝篮 蔡察 蕊芯 蕾雷 薇微 虎虑 虞虚 行竹 裕谷 西酉 覃章 言信 许评 诗侍 诸储 谊宜
谢射 豪毫 贤肾 贵责 贺货 贾要 赛寨 赵赴 超起 跃沃 路露 辛幸 辰晨 达迏 迅讯 迎仰 远运 连莲
迪油 逸免 道遵 遥谣摇瑶 邓郑 邢刑 邦帮 邱丘 邵绍 郁都 郎朗 郝赫 郭敦 鄂颚 金全 鑫森 钊钋 钟种
钦软 钰铉 铭洺 锋峰 锐说 锦绵棉 镇填 长张 闫闰 闻闵 阎阁 阳阴 陆陇 陈阵 陶掏 隆降 雄难 雅稚
雨两 雪需 雯雰 霖霜 霞霰 静净 韵韶 顺须 颖颍颕 风凤 飞气 馨磬 骁晓 高亮 魏巍 鲁鱼 鸿鸣 鹃娟
鹏朋 麒鹿 黎犁 黛代 龙尤 龚袭 科料 技枝 股胶 份分 限眼根 责贵
"""


def _pairs(table: str) -> frozenset[tuple[str, str]]:
    groups = table.split()
    return frozenset(pair for group in groups for pair in permutations(group, 2))


TWINS = _pairs(_TWINS)
LOOKALIKES = TWINS | _pairs(_ALIKE)

# What a recogniser reads for a character that isn't Chinese, or the other way round.
_SIGNS: Mapping[str, str] = MappingProxyType(
    {"O": "0〇", "0": "O〇", "I": "1l|", "1": "Il|", "—": "一-", "-": "一—", "一": "-—"}
)


def are_twins(one: str, other: str) -> bool:
    """Whether two different characters can hardly be told apart in a picture."""
    return (one, other) in TWINS or other in _SIGNS.get(one, "") or one in _SIGNS.get(other, "")


def are_lookalikes(one: str, other: str) -> bool:
    """Whether two different characters are taken for one another; twins are."""
    return (one, other) in LOOKALIKES or are_twins(one, other)
