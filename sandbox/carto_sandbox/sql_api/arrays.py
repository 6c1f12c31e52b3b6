"""PostgreSQL's text of an array, read as CARTO's node server reads it."""


def parse_array(text: str) -> list[object]:
    """Strings, None and lists of them. Bounds before the braces end up in the first entry, as they do there."""
    return _ArrayParser(text).parse()


class _ArrayParser:
    def __init__(self, text: str, at: int = 0) -> None:
        self._text = text
        self._at = at
        self._entries: list[object] = []
        self._recorded: list[str] = []

    def parse(self) -> list[object]:
        depth, quoted = 0, False
        while self._at < len(self._text):
            letter, escaped = self._next()
            if letter == "{" and not quoted:
                depth += 1
                if depth > 1:
                    depth -= 1
                    self._add_nested()
            elif letter == "}" and not quoted:
                self._end_entry()
                return self._entries
            elif letter == '"' and not escaped:
                if quoted:
                    self._end_entry(keep_empty=True)
                quoted = not quoted
            elif letter == "," and not quoted:
                self._end_entry()
            else:
                self._recorded.append(letter)
        return self._entries

    def _next(self) -> tuple[str, bool]:
        escaped = self._text[self._at] == "\\"
        self._at += 1 + escaped
        return self._text[self._at - 1], escaped

    def _add_nested(self) -> None:
        inner = _ArrayParser(self._text, self._at - 1)
        self._entries.append(inner.parse())
        self._at = inner._at

    def _end_entry(self, *, keep_empty: bool = False) -> None:
        if self._recorded or keep_empty:
            entry = "".join(self._recorded)
            self._entries.append(None if entry == "NULL" and not keep_empty else entry)
            self._recorded = []
