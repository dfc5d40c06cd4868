"""Countries and regions by ISO 3166-1 alpha-2 code, the supported ones first."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Country:
    """One country or region; `phone_code` is its E.164 country code, without `+`."""

    code: str
    name_zh: str
    name_en: str
    phone_code: str


_ALL = (
    Country("CN", "中国大陆", "Chinese mainland", "86"),
    Country("HK", "中国香港", "Hong Kong, China", "852"),
    Country("MO", "中国澳门", "Macau, China", "853"),
    Country("TW", "中国台湾", "Taiwan, China", "886"),
    Country("US", "美国", "United States", "1"),
    Country("JP", "日本", "Japan", "81"),
    Country("KR", "韩国", "South Korea", "82"),
    Country("SG", "新加坡", "Singapore", "65"),
    Country("MY", "马来西亚", "Malaysia", "60"),
    Country("TH", "泰国", "Thailand", "66"),
    Country("VN", "越南", "Vietnam", "84"),
    Country("ID", "印度尼西亚", "Indonesia", "62"),
    Country("PH", "菲律宾", "Philippines", "63"),
    Country("IN", "印度", "India", "91"),
    Country("AE", "阿联酋", "United Arab Emirates", "971"),
    Country("SA", "沙特阿拉伯", "Saudi Arabia", "966"),
    Country("TR", "土耳其", "Türkiye", "90"),
    Country("RU", "俄罗斯", "Russia", "7"),
    Country("KZ", "哈萨克斯坦", "Kazakhstan", "7"),
    Country("GB", "英国", "United Kingdom", "44"),
    Country("IE", "爱尔兰", "Ireland", "353"),
    Country("DE", "德国", "Germany", "49"),
    Country("FR", "法国", "France", "33"),
    Country("IT", "意大利", "Italy", "39"),
    Country("ES", "西班牙", "Spain", "34"),
    Country("PT", "葡萄牙", "Portugal", "351"),
    Country("NL", "荷兰", "Netherlands", "31"),
    Country("BE", "比利时", "Belgium", "32"),
    Country("CH", "瑞士", "Switzerland", "41"),
    Country("AT", "奥地利", "Austria", "43"),
    Country("SE", "瑞典", "Sweden", "46"),
    Country("PL", "波兰", "Poland", "48"),
    Country("CA", "加拿大", "Canada", "1"),
    Country("AU", "澳大利亚", "Australia", "61"),
    Country("NZ", "新西兰", "New Zealand", "64"),
    Country("BR", "巴西", "Brazil", "55"),
    Country("MX", "墨西哥", "Mexico", "52"),
    Country("ZA", "南非", "South Africa", "27"),
)

COUNTRIES: Mapping[str, Country] = MappingProxyType({country.code: country for country in _ALL})
