"""The five words of seed 002, the walls around the lists, and the two ways through them."""

from typing import Any

from django.db import connection, migrations

from registrar.tenancy.migration_helpers import staff_only
from registrar.tenancy.roles import STAFF_ROLE
from templates_app.rules.restrictions import key_of

# seed 002, 域名信息填写提示, cause 5.
_WORDS = ("中国", "国家", "中华", "全国", "China")

_TABLES = (
    "templates_app_restrictedsubject",
    "templates_app_restrictedword",
    "templates_app_allowedname",
    "templates_app_restrictionchange",
    "templates_app_restrictionimport",
)

# A customer's session may ask, and is told what its own question meets; it can't look around.
# The role is put on for the function alone: row-level security lets staff read the lists.
_ASK = f"""
CREATE FUNCTION templates_app_listed_subjects(names text[], numbers text[], today date)
RETURNS TABLE (cause text, name text, number text, holder_type text, until date)
LANGUAGE sql STABLE SET role = '{STAFF_ROLE}' SET search_path = pg_catalog, public AS $$
    SELECT s.cause, s.name_key, s.number_index, s.holder_type, s.valid_until
      FROM templates_app_restrictedsubject s
     WHERE s.removed_at IS NULL
       AND (s.name_key <> '' AND s.name_key = ANY (names)
            OR s.number_index <> '' AND s.number_index = ANY (numbers))
       AND coalesce(s.valid_from <= today, true)
       AND coalesce(s.valid_until >= today, true)
     ORDER BY s.id
$$;
CREATE FUNCTION templates_app_listed_words(pieces text[], wholes text[])
RETURNS TABLE (key text, word text, kind text, holders bool, contacts bool, domains bool)
LANGUAGE sql STABLE SET role = '{STAFF_ROLE}' SET search_path = pg_catalog, public AS $$
    SELECT w.key, w.word, w.kind, w.in_holder_names, w.in_contact_names, w.in_domain_names
      FROM templates_app_restrictedword w
     WHERE w.removed_at IS NULL AND w.key = ANY (pieces)
    UNION ALL
    SELECT a.key, '', '', false, false, false
      FROM templates_app_allowedname a
     WHERE a.removed_at IS NULL AND a.key = ANY (wholes)
$$;
"""
_ASK_NO_MORE = """
DROP FUNCTION templates_app_listed_words(text[], text[]);
DROP FUNCTION templates_app_listed_subjects(text[], text[], date);
"""

_REFUSE = """
CREATE FUNCTION templates_app_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the history of the lists is append-only'
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER restriction_changes_append_only
    BEFORE UPDATE OR DELETE ON templates_app_restrictionchange
    FOR EACH ROW EXECUTE FUNCTION templates_app_refuse_change();
CREATE TRIGGER restriction_changes_no_truncate
    BEFORE TRUNCATE ON templates_app_restrictionchange
    FOR EACH STATEMENT EXECUTE FUNCTION templates_app_refuse_change();
"""
_ALLOW = """
DROP TRIGGER restriction_changes_no_truncate ON templates_app_restrictionchange;
DROP TRIGGER restriction_changes_append_only ON templates_app_restrictionchange;
DROP FUNCTION templates_app_refuse_change();
"""


def add_words(apps: Any, _editor: Any) -> None:
    word_model = apps.get_model("templates_app", "RestrictedWord")
    for word in _WORDS:
        word_model.objects.create(
            word=word, key=key_of(word), kind="special_word", added_by="system"
        )


def fill_name_keys(apps: Any, _editor: Any) -> None:
    """Templates of all accounts: as staff, who has its grants only after the first migrate."""
    with connection.cursor() as cursor:
        cursor.execute(f"GRANT SELECT, UPDATE ON templates_app_infotemplate TO {STAFF_ROLE}")
        cursor.execute(f"SET LOCAL ROLE {STAFF_ROLE}")
        cursor.execute("SELECT id, name_zh FROM templates_app_infotemplate WHERE name_key = ''")
        keys = [(key_of(name), pk) for pk, name in cursor.fetchall()]
        cursor.executemany(
            "UPDATE templates_app_infotemplate SET name_key = %s WHERE id = %s", keys
        )
        cursor.execute("RESET ROLE")


class Migration(migrations.Migration):
    dependencies = [("templates_app", "0003_restrictions")]

    operations = [
        migrations.RunPython(add_words, migrations.RunPython.noop),
        migrations.RunPython(fill_name_keys, migrations.RunPython.noop),
        *[staff_only(table) for table in _TABLES],
        migrations.RunSQL(sql=_ASK, reverse_sql=_ASK_NO_MORE),
        migrations.RunSQL(sql=_REFUSE, reverse_sql=_ALLOW),
    ]
