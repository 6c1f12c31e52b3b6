"""Where an account's tables are: in a database of its own, or in a schema of its own in its organization's."""

from collections.abc import Iterable

from psycopg import sql

from carto_sandbox.database.postgres import Postgres

_SEARCH_PATH = sql.SQL('ALTER DATABASE {} SET search_path = "$user", public, cartodb')
_ROLE_SEARCH_PATH = sql.SQL("ALTER ROLE {} IN DATABASE {} SET search_path = {}, public, cartodb")


def create_database(postgres: Postgres, database: str, owner: str | None, *, template: str) -> None:
    """Create a database. `owner` has all rights on the schema public; in an organization (no owner), no user does."""
    postgres.create_database(database, owner, template=template)
    with postgres.admin(database) as connection:
        connection.execute(_SEARCH_PATH.format(sql.Identifier(database)))
        if owner is None:
            connection.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC")


def create_schema(postgres: Postgres, database: str, schema: str, owner: str, public: str) -> None:
    """The schema of a member: others get in when a table is shared with them, and reach what is public at once."""
    postgres.create_group_role(name_member_role(database))
    with postgres.admin(database) as connection:
        for statement in (
            sql.SQL("GRANT {members} TO {owner}"),
            sql.SQL("GRANT publicuser TO {public}"),
            sql.SQL("CREATE SCHEMA {schema} AUTHORIZATION {owner}"),
            sql.SQL("GRANT USAGE ON SCHEMA {schema} TO publicuser"),
        ):
            connection.execute(
                statement.format(
                    members=sql.Identifier(name_member_role(database)),
                    owner=sql.Identifier(owner),
                    public=sql.Identifier(public),
                    schema=sql.Identifier(schema),
                )
            )
    for role in (owner, public):
        look_first_in(postgres, database, schema, role)


def look_first_in(postgres: Postgres, database: str, schema: str, role: str) -> None:
    """Names without a schema mean this one for the role."""
    with postgres.admin(database) as connection:
        names = (sql.Identifier(name) for name in (role, database, schema))
        connection.execute(_ROLE_SEARCH_PATH.format(*names))


def drop_schema(postgres: Postgres, database: str, schema: str, roles: Iterable[str]) -> None:
    """With all that is in it, and what its roles were allowed elsewhere in the database; the roles are dropped too."""
    with postgres.admin(database) as connection:
        connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = ANY(%s)", [[*roles]])
        connection.execute(sql.SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(sql.Identifier(schema)))
        for role in roles:
            connection.execute(sql.SQL("DROP OWNED BY {} CASCADE").format(sql.Identifier(role)))
    for role in roles:
        postgres.drop_role(role)


def name_member_role(database: str) -> str:
    """The role that all members of an organization have, with which a table is shared with all of them."""
    return f"{database}_members"


def name_group_role(database: str, group: str) -> str:
    """The role of a group of members."""
    return f"{database}_g_{group}"
