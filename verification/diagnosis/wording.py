"""Evidence and questions put into one language."""

import string
import tomllib
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from templates_app.rules.document_types import DOCUMENT_TYPES
from templates_app.rules.regions import COUNTRIES, find_province
from verification.catalogue.model import CatalogueError, Language, Text
from verification.materials_rules.format_names import format_name
from verification.materials_rules.sizes import format_size

from .dossier import Dossier
from .evidence import Evidence, Kind
from .measures import say_measure
from .questions import Question

EVIDENCE_FILE = Path(__file__).parent / "data" / "evidence.toml"

_NUMBER_KINDS = {
    "registration_number": Text("工商注册号", "a registration number"),
    "tax_number": Text("税务登记号", "a tax registration number"),
    "organisation_code": Text("组织机构代码", "an organisation code"),
    "resident_id": Text("个人身份证号码", "a person's resident identity number"),
    "serial": Text("证书编号", "the serial number"),
    "credit_code": Text("统一社会信用代码", "the unified social credit code"),
}
_FIELDS = {
    "holder_name": Text("持有者名称", "the holder's name"),
    "name_en": Text("英文名称", "the English name"),
    "contact_name": Text("联系人", "the contact's name"),
    "contact_name_en": Text("联系人英文名", "the contact's English name"),
    "document_number": Text("证件号码", "the document number"),
    "address": Text("地址", "the address"),
    "address_en": Text("英文地址", "the English address"),
    "province": Text("省份", "the province"),
    "city": Text("城市", "the city"),
}
_READ_FIELDS = {
    "name": Text("名称", "the name"),
    "number": Text("证件号码", "the document number"),
}
_PROVISIONAL = Text("（该年节假日安排尚未公布，暂定）", " (provisional: holidays not yet known)")
# A Chinese sentence names its own end; English ones are put side by side.
_BETWEEN = {"zh-hans": "", "en": " "}


def say_evidence(evidence: Sequence[Evidence], language: Language) -> str:
    """One or more sentences; "" where there is no evidence."""
    return _BETWEEN[language].join(_say(one, language) for one in evidence)


def say_question(question: Question, dossier: Dossier, language: Language) -> str:
    """The question with the names that it asks about."""
    return question.text.pick(language).format(
        holder=dossier.name,
        contact=dossier.contact,
        document_type=_document_type(dossier.document_type, language),
        region=_region(dossier.province, language),
    )


@cache
def texts() -> Mapping[Kind, Text]:
    """The sentence of every kind; CatalogueError where one is missing or left over."""
    return load_texts(EVIDENCE_FILE)


def load_texts(path: Path) -> Mapping[Kind, Text]:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))["text"]
        found = {Kind(name): Text(words["zh"], words["en"]) for name, words in table.items()}
    except (OSError, ValueError, KeyError) as error:
        raise CatalogueError(f"{path.name}: unreadable: {error}") from error
    missing = sorted(set(Kind) - found.keys())
    if missing or not all(words.zh.strip() and words.en.strip() for words in found.values()):
        raise CatalogueError(f"{path.name}: no words for {missing or 'some kind'}")
    return MappingProxyType(found)


def _say(evidence: Evidence, language: Language) -> str:
    pattern = texts()[evidence.kind].pick(language)
    wanted = [name for _, name, _, _ in string.Formatter().parse(pattern) if name]
    words = {name: _word(name, evidence.params, language) for name in wanted}
    return pattern.format(**words).strip()


def _word(name: str, params: Mapping[str, Any], language: Language) -> str:
    say = _WORDS.get(name)
    return say(params, language) if say else str(params.get(name, ""))


def _positions(params: Mapping[str, Any], language: Language) -> str:
    places = [p["position"] if isinstance(p, Mapping) else p for p in params["positions"]]
    return _joined(places, language)


def _characters(params: Mapping[str, Any], language: Language) -> str:
    return _joined([place["typed"] for place in params["positions"]], language)


def _replacements(params: Mapping[str, Any], language: Language) -> str:
    places = params["positions"]
    return _joined([f"{place['typed']} → {place['expected']}" for place in places], language)


def _places(params: Mapping[str, Any], language: Language) -> str:
    if not params["positions"]:
        return ""
    changed = [place for place in params["positions"] if place["typed"] and place["expected"]]
    said = []
    if changed:
        some = {"positions": changed}
        where, what = _positions(some, language), _replacements(some, language)
        said.append(Text(f"第 {where} 位不同：{what}。", f"Position {where}: {what}."))
    if missing := "".join(p["expected"] for p in params["positions"] if not p["typed"]):
        said.append(Text(f"少了“{missing}”。", f"Missing: “{missing}”."))
    if extra := "".join(p["typed"] for p in params["positions"] if not p["expected"]):
        said.append(Text(f"多了“{extra}”。", f"Too many: “{extra}”."))
    return _BETWEEN[language].join(text.pick(language) for text in said)


def _expected(params: Mapping[str, Any], language: Language) -> str:
    return str(params["positions"][0]["expected"])


def _suggestion(params: Mapping[str, Any], language: Language) -> str:
    wanted = params["expected"]
    words = Text(f"拼音一般写作“{wanted}”。", f"It is mostly spelt “{wanted}”.")
    return words.pick(language) if wanted else ""


def _difference(params: Mapping[str, Any], language: Language) -> str:
    actual = params["actual"]
    nearest = min(params["allowed"], key=lambda allowed: abs(allowed - actual))
    by = abs(nearest - actual)
    if actual > nearest:
        return Text(f"多了 {by} 位", f"{by} too many").pick(language)
    return Text(f"少了 {by} 位", f"{by} missing").pick(language)


def _allowed(params: Mapping[str, Any], language: Language) -> str:
    return " / ".join(map(str, params["allowed"]))


def _document_type(code: str, language: Language) -> str:
    known = DOCUMENT_TYPES.get(code)
    return Text(known.name_zh, known.name_en).pick(language) if known else code


def _types(params: Mapping[str, Any], language: Language) -> str:
    return _joined([_document_type(code, language) for code in params["types"]], language)


def _region(text: str, language: Language) -> str:
    known = find_province(text)
    return Text(known.name_zh, known.name_en).pick(language) if known else text


def _country(params: Mapping[str, Any], language: Language) -> str:
    known = COUNTRIES.get(params["country"])
    return Text(known.name_zh, known.name_en).pick(language) if known else params["country"]


def _joined(values: Sequence[object], language: Language) -> str:
    return ("、" if language == "zh-hans" else ", ").join(map(str, values))


def _size_of(name: str) -> Callable[[Mapping[str, Any], Language], str]:
    return lambda params, language: format_size(params[name])


_SIZES = ("bytes", "min_bytes", "max_bytes", "smallest_bytes", "largest_bytes")
_WORDS: Mapping[str, Callable[[Mapping[str, Any], Language], str]] = {
    **{name: _size_of(name) for name in _SIZES},
    "positions": _positions,
    "characters": _characters,
    "replacements": _replacements,
    "places": _places,
    "expected": _expected,
    "suggestion": _suggestion,
    "difference": _difference,
    "allowed": _allowed,
    "types": _types,
    "country": _country,
    "type": lambda params, language: _document_type(params["type"], language),
    "named": lambda params, language: _region(params["named"], language),
    "chosen": lambda params, language: _region(params["chosen"], language),
    "format": lambda params, language: format_name(params["format"]),
    "fields": lambda params, language: _joined(
        [_READ_FIELDS[name].pick(language) for name in params["fields"]], language
    ),
    "measure": lambda params, language: say_measure(params).pick(language),
    "formats": lambda params, language: _joined(
        list(dict.fromkeys(map(format_name, params["formats"]))), language
    ),
    "number_kind": lambda params, language: _NUMBER_KINDS[params["number_kind"]].pick(language),
    "field": lambda params, language: _FIELDS[params["field"]].pick(language),
    "provisional": lambda params, language: (
        _PROVISIONAL.pick(language) if params["provisional"] else ""
    ),
}
