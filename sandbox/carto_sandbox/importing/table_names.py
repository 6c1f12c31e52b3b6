"""Under which name an imported table appears, when that name may be taken already."""

import psycopg
from psycopg import sql

from carto_sandbox.database.naming import make_unique
from carto_sandbox.importing.codes import ImportFailureError
from carto_sandbox.importing.table_loader import Connection

SKIP, OVERWRITE = "skip", "overwrite"
_NUMBERS = ("smallint", "integer", "bigint", "numeric", "real", "double precision")
# Objects that belong to a table and are named after it.
_PARTS = (
    ("SEQUENCE", "_cartodb_id_seq"),
    ("INDEX", "_pkey"),
    ("INDEX", "_the_geom_idx"),
    ("INDEX", "_the_geom_webmercator_idx"),
)
_LOCK = 0x_CA_27_0  # one import at a time can choose a name; any unused number


def list_relations(connection: Connection) -> set[str]:
    rows = connection.execute(
        "SELECT relname FROM pg_class WHERE relnamespace = to_regnamespace(quote_ident(current_schema()))"
    )
    return {str(row[0]) for row in rows}


def publish_table(connection: Connection, staging: str, name: str, collision: str | None) -> str:
    """Gives a staged table its name and returns it; with ``overwrite`` the table of that name goes first.

    The replaced table and the new one change places in one transaction, so that one of them is always visible.
    """
    try:
        with connection.transaction():
            connection.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
            taken = list_relations(connection)
            if name in taken and collision == OVERWRITE:
                _replace(connection, name, staging)
            else:
                name = make_unique(name, taken)
            connection.execute(
                sql.SQL("ALTER TABLE {} RENAME TO {}").format(sql.Identifier(staging), sql.Identifier(name))
            )
            _rename_parts(connection, staging, name)
    except psycopg.errors.DependentObjectsStillExist as error:
        drop_table(connection, staging)
        raise ImportFailureError(2013, error.diag.message_detail or "") from error
    except ImportFailureError:
        drop_table(connection, staging)
        raise
    return name


def drop_table(connection: Connection, name: str) -> None:
    connection.execute(sql.SQL("DROP TABLE IF EXISTS {}").format(sql.Identifier(name)))


def _replace(connection: Connection, old: str, new: str) -> None:
    old_columns, new_columns = (_read_columns(connection, table) for table in (old, new))
    if any(not _fits(kind, new_columns.get(name)) for name, kind in old_columns.items()):
        raise ImportFailureError(2012)
    grants = connection.execute(
        "SELECT grantee::regrole::text, privilege_type FROM pg_class, aclexplode(relacl)"
        " WHERE oid = to_regclass(quote_ident(current_schema()) || '.' || quote_ident(%s))"
        " AND grantee <> 0 AND grantee <> relowner",
        [old],
    ).fetchall()
    drop_table(connection, old)
    for role, privilege in grants:  # role comes quoted where it has to be
        connection.execute(
            sql.SQL("GRANT {} ON {} TO {}").format(sql.SQL(privilege), sql.Identifier(new), sql.SQL(role))
        )


def _fits(old: str, new: str | None) -> bool:
    """One numeric type can replace another: a column with only whole numbers today is still the same column."""
    return new == old or (old in _NUMBERS and new in _NUMBERS)


def _read_columns(connection: Connection, table: str) -> dict[str, str]:
    rows = connection.execute(
        "SELECT column_name, data_type FROM information_schema.columns"
        " WHERE table_schema = current_schema() AND table_name = %s",
        [table],
    )
    return {str(name): str(kind) for name, kind in rows}


def _rename_parts(connection: Connection, staging: str, name: str) -> None:
    """The sequence and the key follow the table's name, unless something is called so already."""
    taken = list_relations(connection)
    for command, suffix in _PARTS:
        target = name[: 63 - len(suffix)] + suffix
        if staging + suffix in taken and target not in taken:
            connection.execute(
                sql.SQL("ALTER {} {} RENAME TO {}").format(
                    sql.SQL(command), sql.Identifier(staging + suffix), sql.Identifier(target)
                )
            )
