"""Which check judges which finding code."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from . import check_contact as contact
from . import check_documents as documents
from . import check_holder as holder
from . import check_names as names
from . import check_numbers as numbers
from . import check_pictures as pictures
from . import overseas
from .dossier import Dossier
from .verdict import Verdict

Check = Callable[[Dossier], Verdict]

CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        "name_mismatch": names.name_mismatch,
        "name_contains_space": names.name_contains_space,
        "name_fullwidth_brackets": names.name_fullwidth_brackets,
        "name_is_legal_representative": names.name_is_legal_representative,
        "name_language_mismatch": names.name_language_mismatch,
        "name_translation_mismatch": names.name_translation_mismatch,
        "number_mismatch": numbers.number_mismatch,
        "number_confusable": numbers.number_confusable,
        "number_checksum": numbers.number_checksum,
        "number_length": numbers.number_length,
        "number_not_halfwidth": numbers.number_not_halfwidth,
        "number_contains_space": numbers.number_contains_space,
        "number_copy_suffix": numbers.number_copy_suffix,
        "number_wrong_field": numbers.number_wrong_field,
        "document_type_mismatch": documents.document_type_mismatch,
        "document_type_not_allowed": documents.document_type_not_allowed,
        "document_type_superseded": documents.document_type_superseded,
        "document_expired": documents.document_expired,
        "document_near_expiry": documents.document_near_expiry,
        "document_newly_issued": documents.document_newly_issued,
        "material_missing": pictures.material_missing,
        "image_format_unsupported": pictures.image_format_unsupported,
        "image_extension_mismatch": pictures.image_extension_mismatch,
        "image_too_small": pictures.image_too_small,
        "image_too_large": pictures.image_too_large,
        "image_corrupt": pictures.image_corrupt,
        "image_low_resolution": pictures.image_low_resolution,
        "image_wrong_side": pictures.image_wrong_side,
        "image_not_color": pictures.seen(0.4),
        "image_blurry": pictures.seen(0.6),
        "image_incomplete": pictures.seen(0.6),
        "image_obstructed": pictures.seen(0.5),
        "image_watermarked": pictures.seen(0.4),
        "image_unreadable": pictures.seen(0.4),
        "contact_not_person": contact.contact_not_person,
        "country_code_invalid": contact.country_code_invalid,
        "field_characters_invalid": contact.field_characters_invalid,
        "address_incomplete": contact.address_incomplete,
        "region_mismatch": contact.region_mismatch,
        "overseas_registrant": overseas.overseas_registrant,
        "cn_overseas_unsupported": overseas.cn_overseas_unsupported,
        "special_profession": holder.special_profession,
        "hukou_in_transfer": holder.hukou_in_transfer,
        "subject_restricted": holder.restriction,
        "restricted_word": holder.restriction,
    }
)
