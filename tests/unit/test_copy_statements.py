"""COPY statements that CARTO would never answer are refused before anything is sent."""

import pytest

from carto_ext._shared.copy_statements import Direction, checked_copy
from carto_ext.errors import InvalidArgumentError


@pytest.mark.parametrize(
    ("sql", "direction"),
    [
        ("COPY t FROM STDIN", "FROM STDIN"),
        ("copy public.t (a, b)\n from\tstdin with (format csv, header true);", "FROM STDIN"),
        ("COPY \"TO STDOUT\" (\";\") FROM STDIN WITH (DELIMITER ';', NULL 'TO STDOUT')", "FROM STDIN"),
        ("COPY (SELECT 'a; b' AS x, $$ FROM STDIN; $$ FROM t -- ; FROM STDIN\n) TO STDOUT", "TO STDOUT"),
        ("COPY (SELECT 1 /* ; FROM STDIN */) TO STDOUT WITH (FORMAT csv) ;", "TO STDOUT"),
        ("COPY (SELECT $tag$;$tag$, 'it''s;') TO STDOUT", "TO STDOUT"),
        ("  COPY t TO STDOUT", "TO STDOUT"),
    ],
)
def test_statements_that_are_sent_as_they_are(sql: str, direction: Direction) -> None:
    assert checked_copy(sql, direction) == sql


@pytest.mark.parametrize(
    ("sql", "direction", "message"),
    [
        ("COPY t TO STDOUT", "FROM STDIN", "call copy_to"),
        ("COPY t FROM STDIN", "TO STDOUT", "call copy_from"),
        ("SELECT 1", "TO STDOUT", r"sql\.query"),
        ("", "FROM STDIN", "must be `COPY"),
        ("COPY t FROM '/etc/passwd'", "FROM STDIN", "no files of its own"),
        ("COPY t TO STDOUT; SELECT 1", "TO STDOUT", "one statement"),
        ("COPY t FROM STDIN; DROP TABLE t", "FROM STDIN", "one statement"),
        ("COPY t FROM STDIN -- TO STDOUT", "TO STDOUT", "call copy_from"),
    ],
)
def test_statements_that_never_end(sql: str, direction: Direction, message: str) -> None:
    with pytest.raises(InvalidArgumentError, match=message):
        checked_copy(sql, direction)
