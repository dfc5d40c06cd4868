"""All that the console can do, the API can do: every page has its operation, or a reason."""

import pytest
from django.urls import URLResolver, get_resolver
from drf_spectacular.generators import SchemaGenerator

# Names of the console's addresses, and the operations that do the same.
SAME = {
    "accounts:account": "getAccount patchAccount",
    "accounts:invitation_resend": "postInvitationResend",
    "accounts:invitation_withdraw": "deleteInvitation",
    "accounts:invite": "postInvitations",
    "accounts:api_keys": "getKeys",
    "accounts:key": "getKey patchKey",
    "accounts:key_end_former": "postKeyEndFormer",
    "accounts:key_revoke": "postKeyRevoke",
    "accounts:key_rotate": "postKeyRotate postMeRotate",
    "accounts:keys": "getKeys postKeys",
    "accounts:member_remove": "deleteMember",
    "accounts:member_role": "patchMember",
    "accounts:members": "getMembers getInvitations",
    "batches:cancel": "postCancelBatch",
    "batches:detail": "getBatch getBatchItems",
    "batches:list": "getBatches",
    "batches:resume": "postResumeBatch",
    "domains:change_registrant": "postOperations",
    "domains:contacts": "postOperations",
    "domains:detail": "getDomain getDomainOperations getDomainTimeline",
    "domains:export": "getDomainsExport",
    "domains:list": "getDomains",
    "domains:locks": "postOperations",
    "domains:operation": "getOperation",
    "domains:operation_cancel": "postOperationCancel",
    "domains:operation_submit": "postOperationSubmit",
    "domains:operations": "getOperations",
    "domains:register": "postDomains",
    "domains:tags": "patchDomain",
    "oplog:detail": "getOperationLog",
    "oplog:list": "getOperationLogList",
    "plans:again": "postReverificationPlanAgain",
    "plans:cancel": "postCancelReverificationPlan",
    "plans:change": "patchReverificationPlanLines patchReverificationPlanLine",
    "plans:detail": "getReverificationPlan getReverificationPlanLines",
    "plans:list": "getReverificationPlans",
    "plans:new": "postReverificationPlans",
    "plans:run": "postRunReverificationPlan",
    "sheets:cancel": "postCancelImport",
    "sheets:detail": "getImport getImportRows",
    "sheets:list": "getImports",
    "sheets:report": "getImportRows",
    "sheets:run": "postRunImport",
    "sheets:upload": "postImports",
    "support:close": "postCloseSupportRequest",
    "support:conversation": "getSupportRequest",
    "support:detail": "getSupportRequest",
    "support:list": "getSupportRequests",
    "support:new": "postSupportRequests",
    "support:reopen": "postReopenSupportRequest",
    "support:reply": "postSupportRequestMessages",
    "templates:check_number": "postTemplateCheckNumber",
    "templates:delete": "deleteTemplate",
    "templates:detail": "getTemplate",
    "templates:disable": "postTemplateDisable",
    "templates:edit": "patchTemplate",
    "templates:export": "getTemplatesExport",
    "templates:list": "getTemplates",
    "templates:new": "postTemplates",
    "templates:new_version": "postTemplateVersions",
    "templates:reveal_number": "postTemplateNumber",
    "templates:romanise": "postTemplateRomanise",
    "verification:answer": "postAnswers",
    "verification:answer_request": "postMore",
    "verification:cancel_reminder": "deleteReminder",
    "verification:check_resubmit": "postPrechecks",
    "verification:check_template": "postPrechecks",
    "verification:detail": "getVerification",
    "verification:from_picture": "postMaterials postPrechecks postTemplates",
    "verification:list": "getVerifications",
    "verification:material_content": "getMaterialContent",
    "verification:reason": "getFailureReason",
    "verification:reasons": "getFailureReasons postClassifyFailure",
    "verification:remind": "postReminder",
    "verification:resubmit": "postResubmitVerification",
    "verification:reverify": "getReverification",
    "verification:reverify_change": "postOperations",
    "verification:reverify_resubmit": "postVerifications",
    "verification:status": "getVerification",
    "verification:submit_template": "postVerifications",
    "verification:upload": "postMaterials",
    "verification:what_was_read": "postPrechecks getPrecheck",
    "verification:withdraw": "postWithdrawVerification",
    "webhooks:delete": "deleteWebhookEndpoint",
    "webhooks:delivery": "getWebhookDelivery",
    "webhooks:disable": "postDisableWebhook",
    "webhooks:edit": "patchWebhookEndpoint",
    "webhooks:enable": "postEnableWebhook",
    "webhooks:endpoint": "getWebhookEndpoint getWebhookDeliveries",
    "webhooks:list": "getWebhookEndpoints",
    "webhooks:new": "postWebhookEndpoints getEventTypes",
    "webhooks:replay": "postReplayWebhookDelivery",
    "webhooks:replay_span": "postReplayWebhookSpan",
    "webhooks:rotate": "postRotateWebhookSecret",
    "webhooks:test": "postTestWebhook",
}
_PERSON = "a person's own: a key is none"
_DRAWN = "how pages draw what the API gives whole"
_OURS = "for those who run the console, not for customers"
NONE = {
    **dict.fromkeys(("login", "logout", "password", "settings", "step_up", "switch"), _PERSON),
    **dict.fromkeys(("password_reset", "password_reset_confirm"), _PERSON),
    **dict.fromkeys(("password_reset_done", "password_reset_sent", "invitation"), _PERSON),
}
NONE = {f"accounts:{name}": reason for name, reason in NONE.items()}
NONE |= {
    **dict.fromkeys(("notices:list", "notices:bell", "notices:open"), _PERSON),
    **dict.fromkeys(("notices:preferences", "notices:read_all"), _PERSON),
    **dict.fromkeys(("set_language", "console:theme"), _PERSON),
    "console:dashboard": "made of the lists that the API has",
    "console:search": "every list takes `q` or the id itself",
    **dict.fromkeys(("verification:material_part", "verification:material_preview"), _DRAWN),
    "sheets:sample": "an empty file for people: an export has the same columns",
    "webhooks:secret": "a program is told when it makes or rotates one, and keeps it",
    "verification:rendition_content": "what is sent to the authority is shown to people only",
    **dict.fromkeys(("healthz", "readyz", "console:styleguide", "authority_callback"), _OURS),
}


def names(resolver: URLResolver, before: str = "") -> set[str]:
    """Of every address outside of the admin, the API and the demo."""
    found = set()
    for item in resolver.url_patterns:
        if not isinstance(item, URLResolver):
            found.add(f"{before}{item.name}")
        elif not str(item.pattern).startswith(("admin/", "api/", "demo/")):
            within = f"{before}{item.namespace}:" if item.namespace else before
            found |= names(item, within)
    return found


@pytest.fixture(scope="module")
def operations():
    paths = SchemaGenerator().get_schema(request=None, public=True)["paths"]
    return {one["operationId"] for item in paths.values() for one in item.values()}


def test_every_console_address_has_an_operation_or_a_reason():
    assert names(get_resolver()) == SAME.keys() | NONE.keys()


def test_every_operation_named_here_exists(operations):
    named = {name for said in SAME.values() for name in said.split()}
    assert named <= operations, named - operations
