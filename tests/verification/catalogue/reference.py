"""The contract besides the messages: what can be done next, and the causes, likeliest first."""

IMAGE_FINDINGS = (
    *("image_format_unsupported", "image_extension_mismatch", "image_too_small"),
    *("image_too_large", "image_corrupt", "image_low_resolution", "image_not_color"),
    *("image_blurry", "image_incomplete", "image_obstructed", "image_watermarked"),
    *("image_unreadable", "image_wrong_side"),
)

VERIFICATION: dict[str, tuple[str, tuple[str, ...]]] = {
    "electronic_check_failed": (
        "retry",
        (
            *("name_mismatch", "name_contains_space", "name_fullwidth_brackets"),
            *("number_mismatch", "number_confusable"),
            *("document_type_mismatch", "document_type_superseded", "document_newly_issued"),
            *("document_near_expiry", "document_expired", *IMAGE_FINDINGS),
            *("hukou_in_transfer", "special_profession"),
        ),
    ),
    "registrant_name_mismatch": (
        "retry",
        (
            *("name_mismatch", "name_is_legal_representative", "name_translation_mismatch"),
            *("document_type_mismatch", "number_mismatch", "number_copy_suffix"),
            *("number_confusable", "number_length", "name_fullwidth_brackets"),
        ),
    ),
    "materials_missing": ("retry", ("material_missing", "document_type_not_allowed")),
    "materials_incomplete": ("retry", ("image_incomplete", "image_obstructed")),
    "materials_rejected": (
        "retry",
        (
            *("document_type_not_allowed", "overseas_registrant"),
            *("image_not_color", "number_mismatch"),
        ),
    ),
    "authority_upload_failed": (
        "retry",
        (
            *("image_format_unsupported", "image_extension_mismatch", "image_too_small"),
            *("image_too_large", "image_corrupt", "number_not_halfwidth", "number_length"),
            *("number_contains_space", "image_incomplete"),
        ),
    ),
    "police_record_mismatch": (
        "retry",
        (
            *("name_mismatch", "number_mismatch", "number_checksum"),
            *("hukou_in_transfer", "special_profession"),
        ),
    ),
    "overseas_registrant": (
        "switch",
        ("overseas_registrant", "name_language_mismatch", "cn_overseas_unsupported"),
    ),
    "document_newly_issued": ("wait", ("document_newly_issued",)),
    "contact_parameters_invalid": ("retry", ("country_code_invalid", "field_characters_invalid")),
    "document_type_or_number_length": (
        "retry",
        (
            *("document_type_mismatch", "document_type_not_allowed"),
            *("number_length", "number_contains_space"),
        ),
    ),
    "document_type_mismatch": ("retry", ("document_type_mismatch", "document_type_superseded")),
    "document_image_mismatch": (
        "retry",
        (
            *("number_mismatch", "number_wrong_field", "image_not_color"),
            *("image_obstructed", "document_type_mismatch"),
        ),
    ),
    "materials_unclear": (
        "retry",
        (
            *("image_blurry", "image_obstructed", "image_incomplete"),
            *("image_watermarked", "image_low_resolution"),
        ),
    ),
    "image_unrecognisable": (
        "retry",
        (
            *("image_unreadable", "image_blurry", "image_incomplete"),
            *("image_obstructed", "image_watermarked"),
        ),
    ),
    "image_format_or_size": (
        "retry",
        (
            *("image_format_unsupported", "image_extension_mismatch"),
            *("image_too_small", "image_too_large"),
        ),
    ),
    "number_mismatch": ("retry", ("number_mismatch", "number_wrong_field", "number_confusable")),
    "identity_fields_malformed": (
        "retry",
        (
            *("name_mismatch", "name_language_mismatch", "document_type_mismatch"),
            *("number_mismatch", "number_copy_suffix", "address_incomplete", "region_mismatch"),
        ),
    ),
    "registry_query_mismatch": (
        "retry",
        (
            *("number_mismatch", "name_mismatch", "document_expired"),
            *("hukou_in_transfer", "special_profession"),
        ),
    ),
    "contact_not_a_person": ("retry", ("contact_not_person",)),
    "document_expired": ("retry", ("document_expired",)),
    "review_timeout": ("retry", ()),
}

TRUTHFULNESS: dict[str, str] = {
    "qr_page_unreachable": "retry",
    "illegal_parameter": "retry",
    "product_type_empty": "retry",
    "duplicate_certificate_slot": "none",
    "upload_stalled": "retry",
    "upload_not_saved": "retry",
    "name_or_number_wrong": "retry",
    "face_not_matching_record": "retry",
    "document_face_not_matching_record": "retry",
}

DOMAIN = frozenset(
    {
        *("naming_review_failed", "registered_elsewhere", "template_unusable"),
        *("domain_not_in_console", "history_risk", "restricted_word", "tld_not_supported"),
        *("transfer_in_failed", "transfer_cancelled", "transfer_error", "client_hold"),
        *("server_hold", "subject_restricted", "site_unreachable", "renewal_failed"),
        "account_has_domains",
    }
)
