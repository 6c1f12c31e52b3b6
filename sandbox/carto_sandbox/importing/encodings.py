"""Guessing of a text file's encoding from its bytes."""

import codecs
import re
from pathlib import Path

from carto_sandbox.importing.codes import ImportFailureError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHUNK_BYTES = 1024 * 1024
_SAMPLE_BYTES = 500_000
# A name may say it: so does CARTO's own convention.
_IN_NAME = re.compile(r"_encoding_([\w|-]+)_encoding_.*\.")
_EAST_ASIAN = ("shift_jis", "euc_jp", "euc_kr", "gb18030", "big5")
# How many letters of the scripts that an encoding is for have to be among those outside ASCII.
_LEAST_OWN_LETTERS = 0.8
_KANA, _HANGUL, _HAN = "\u3040-\u30ff\uff66-\uff9f", "\uac00-\ud7a3", "\u4e00-\u9fff"
_OWN_LETTERS = {
    "shift_jis": re.compile(f"[{_KANA}{_HAN}]"),
    "euc_jp": re.compile(f"[{_KANA}{_HAN}]"),
    "euc_kr": re.compile(f"[{_HANGUL}]"),
    "gb18030": re.compile(f"[{_HAN}]"),
    "big5": re.compile(f"[{_HAN}]"),
}
_NEEDED_LETTERS = {"shift_jis": re.compile(f"[{_KANA}]"), "euc_jp": re.compile(f"[{_KANA}]")}
_CYRILLIC_WORD = re.compile("[А-Яа-яЁё]{3,}")
_ODD_CYRILLIC = re.compile("[а-яё][А-ЯЁ]")


def detect_encoding(path: Path, file_name: str = "") -> str:
    """Return the encoding: UTF-8 if the whole file is UTF-8. Raises ImportFailureError 2002 if it is not text."""
    named = _IN_NAME.search(file_name)
    if named:
        try:
            return codecs.lookup(named[1]).name
        except LookupError:
            pass
    with path.open("rb") as file:
        sample = file.read(_SAMPLE_BYTES)
    for mark, encoding in _BOMS:
        if sample.startswith(mark):
            return encoding
    if b"\0" in sample:
        return _detect_wide(sample)
    if _is_utf8(path):
        return "utf-8"
    return _detect_old(sample if any(byte > 0x7F for byte in sample) else _find_letters(path))


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        try:
            while chunk := file.read(_CHUNK_BYTES):
                if b"\0" in chunk:
                    raise ImportFailureError(2002, "the file is not text")
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _find_letters(path: Path) -> bytes:
    """The lines with bytes beyond ASCII that come first after a beginning without any."""
    found = b""
    with path.open("rb") as file:
        while len(found) < _SAMPLE_BYTES and (chunk := file.read(_CHUNK_BYTES)):
            found += b"\n".join(line for line in chunk.split(b"\n") if not line.isascii())
    return found


def _detect_wide(sample: bytes) -> str:
    """UTF-16 or 32 without a mark: of Latin text every second byte, or three of four, is zero."""
    for encoding, first, step in (("utf-32-le", 1, 4), ("utf-32-be", 0, 4), ("utf-16-le", 1, 2), ("utf-16-be", 0, 2)):
        zeros = sample[first : len(sample) // step * step : step]
        if zeros and zeros.count(0) > len(zeros) * 0.7 and sample.count(0) < len(sample) * (0.8 if step == 4 else 0.6):
            try:
                sample[: len(sample) // step * step].decode(encoding)
            except UnicodeDecodeError:
                continue
            return encoding
    raise ImportFailureError(2002, "the file is not text")


def _detect_old(sample: bytes) -> str:
    """One of the encodings from before Unicode: East Asian, Cyrillic, or Western."""
    for encoding in _EAST_ASIAN:
        text = _decode(sample, encoding)
        if text is not None and _is_written_in(text, encoding):
            return encoding
    words = {name: _count_cyrillic(sample, name) for name in ("cp1251", "koi8-r", "iso8859-5", "cp866")}
    best = max(words, key=lambda name: words[name])
    if words[best] > 0.5:
        return best
    # The letters of Windows stand where Latin-1 has control characters.
    return "cp1252" if re.search(rb"[\x80-\x9f]", sample) and _decode(sample, "cp1252") is not None else "latin-1"


def _decode(sample: bytes, encoding: str) -> str | None:
    """None for bytes that the encoding does not have; the sample may end within a letter."""
    try:
        return codecs.getincrementaldecoder(encoding)().decode(sample)
    except UnicodeDecodeError:
        return None


def _is_written_in(text: str, encoding: str) -> bool:
    letters = [letter for letter in text if letter > "\x7f"]
    own = sum(1 for letter in letters if _OWN_LETTERS[encoding].match(letter))
    needed = _NEEDED_LETTERS.get(encoding)
    return own >= max(2, _LEAST_OWN_LETTERS * len(letters)) and (needed is None or needed.search(text) is not None)


def _count_cyrillic(sample: bytes, encoding: str) -> float:
    """The share of letters beyond ASCII in words that look Cyrillic: capitals do not follow small letters there."""
    text = _decode(sample, encoding)
    if text is None:
        return 0
    beyond = sum(1 for letter in text if letter > "\x7f")
    good = sum(len(word) for word in _CYRILLIC_WORD.findall(text) if not _ODD_CYRILLIC.search(word))
    return good / beyond if beyond else 0
