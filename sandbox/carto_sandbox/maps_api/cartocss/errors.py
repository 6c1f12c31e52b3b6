"""An error in a style, with its position in the text."""


class CartoCssError(Exception):
    """A style that cannot be used; the message has a line for each mistake, with its place."""


class Mistakes:
    """Gathers the mistakes of one style, whose name they begin with, among those of all."""

    def __init__(self, name: str, text: str, lines: list[str]) -> None:
        self._name = name
        self._text = text
        self._lines = lines

    def locate(self, message: str, index: int) -> str:
        """Lines are counted from 1; the column is that of the character, from 0."""
        index = min(index, len(self._text))
        line = self._text.count("\n", 0, index) + 1
        column = index - self._text.rfind("\n", 0, index + 1) - 1
        return f"{self._name}:{line}:{column} {message}"

    def add(self, message: str, index: int) -> None:
        self._lines.append(self.locate(message, index))
