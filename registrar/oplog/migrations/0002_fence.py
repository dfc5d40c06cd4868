"""Puts the log inside the fence and makes it append-only in the database itself."""

from django.db import migrations

from registrar.tenancy.migration_helpers import fence

_REFUSE = """
CREATE FUNCTION oplog_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the operation log is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER oplog_append_only BEFORE UPDATE OR DELETE ON oplog_logentry
    FOR EACH ROW EXECUTE FUNCTION oplog_refuse_change();
CREATE TRIGGER oplog_no_truncate BEFORE TRUNCATE ON oplog_logentry
    FOR EACH STATEMENT EXECUTE FUNCTION oplog_refuse_change();
"""
_ALLOW = """
DROP TRIGGER oplog_no_truncate ON oplog_logentry;
DROP TRIGGER oplog_append_only ON oplog_logentry;
DROP FUNCTION oplog_refuse_change();
"""


class Migration(migrations.Migration):
    dependencies = [("oplog", "0001_initial")]

    operations = [
        fence("oplog_logentry"),
        fence("oplog_chainhead"),
        migrations.RunSQL(sql=_REFUSE, reverse_sql=_ALLOW),
    ]
