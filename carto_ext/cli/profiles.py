"""Accounts by name: a TOML file that holds no key, and the keyring that holds the keys."""

import json
import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, Literal

from carto_ext._secrecy import secret
from carto_ext.errors import ConfigurationError

KeyPlace = Literal["keyring", "environment", "none"]
_SERVICE = "carto-client"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,62}")


@dataclass(frozen=True)
class Account:
    """Where to ask, and where the key is. `profile` is None for an account of the environment."""

    base_url: str
    key: KeyPlace
    profile: str | None = None
    ca_file: str | None = None
    cert: str | None = None

    def api_key(self) -> str | None:
        """Raises ConfigurationError if the key is not where it should be."""
        if self.key == "none":
            return None
        if self.key == "environment":
            found = os.environ.get("CARTO_API_KEY")
            if self.profile is not None and not found:
                raise ConfigurationError(
                    f"profile {self.profile} takes its key from CARTO_API_KEY, which is not set: set it, or run "
                    f"carto login --profile {self.profile}"
                )
        else:
            found = Keyring().read(self)
        return secret(found)


class Keyring:
    """The system's store of passwords; an entry belongs to one profile and one address."""

    def name(self) -> str | None:
        """What it is called; None if this machine has none."""
        import keyring
        from keyring.backends import fail

        backend = keyring.get_keyring()
        return None if isinstance(backend, fail.Keyring) else str(backend.name)

    def read(self, account: Account) -> str:
        import keyring
        from keyring.errors import KeyringError

        try:
            found = keyring.get_password(_SERVICE, _entry(account))
        except KeyringError as error:
            raise ConfigurationError(f"the keyring cannot be read: {error}") from None
        if not found:
            raise ConfigurationError(
                f"the keyring has no key of profile {account.profile}: run carto login --profile {account.profile}"
            )
        return found

    def write(self, account: Account, key: str) -> str | None:
        """Why it could not be stored, or None."""
        import keyring
        from keyring.errors import KeyringError

        try:
            keyring.set_password(_SERVICE, _entry(account), key)
        except (KeyringError, OSError) as error:
            return str(error).partition("\n")[0].partition(". ")[0] or type(error).__name__
        return None

    def delete(self, account: Account) -> None:
        import keyring
        from keyring.errors import KeyringError, PasswordDeleteError

        try:
            keyring.delete_password(_SERVICE, _entry(account))
        except PasswordDeleteError:
            pass  # it is not there
        except KeyringError as error:
            raise ConfigurationError(f"the keyring cannot be changed: {error}") from None


def _entry(account: Account) -> str:
    # With the address: whoever edits the file cannot have the key sent elsewhere.
    return f"{account.profile} {account.base_url}"


@dataclass
class Profiles:
    """The file as it is."""

    path: Path
    default: str | None = None
    accounts: dict[str, Account] = field(default_factory=dict)

    @classmethod
    def load(cls) -> "Profiles":
        """Of CARTO_CONFIG, or the platform's place; empty if there is no file."""
        path = config_path()
        try:
            told = tomllib.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return cls(path)
        except (OSError, ValueError) as error:
            raise ConfigurationError(f"{path} cannot be read: {error}; correct it, or delete it") from None
        sections = told.get("profiles", {})
        accounts = {name: _read(path, name, section) for name, section in sections.items()}
        return cls(path, told.get("default"), accounts)

    def save(self) -> None:
        """Readable by its owner only, and never half written."""
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        lines = [f"default = {_quoted(self.default)}"] if self.default else []
        for name, account in sorted(self.accounts.items()):
            values = {key: value for key, value in asdict(account).items() if value is not None and key != "profile"}
            lines += ["", f"[profiles.{name}]", *(f"{key} = {_quoted(value)}" for key, value in values.items())]
        with NamedTemporaryFile("w", dir=self.path.parent, encoding="utf-8", delete=False) as file:  # mode 0600
            file.write("\n".join(lines).strip() + "\n")
        os.replace(file.name, self.path)

    def get(self, name: str) -> Account:
        if name not in self.accounts:
            known = ", ".join(self.accounts) or "none yet"
            raise ConfigurationError(f"there is no profile {name!r} in {self.path} (there: {known}): run carto login")
        return self.accounts[name]


def config_path() -> Path:
    if given := os.environ.get("CARTO_CONFIG"):
        return Path(given)
    from platformdirs import user_config_path

    return user_config_path("carto", appauthor=False) / "config.toml"


def chosen(profile: str | None, environ: Mapping[str, str] = os.environ) -> Account:
    """--profile, CARTO_PROFILE, CARTO_BASE_URL, the default profile: the first that is given."""
    if name := profile or environ.get("CARTO_PROFILE"):
        return Profiles.load().get(name)
    if base_url := environ.get("CARTO_BASE_URL", "").strip():
        return Account(secret(base_url), "environment")
    profiles = Profiles.load()
    if profiles.default:
        return profiles.get(profiles.default)
    raise ConfigurationError(
        "no account is known: run carto login, or set CARTO_BASE_URL and CARTO_API_KEY; carto sandbox runs a local one"
    )


def checked_name(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise ConfigurationError(f"{name!r} is no name of a profile: use letters, digits, - and _")
    return name


def _read(path: Path, name: str, section: Any) -> Account:
    known = set(Account.__dataclass_fields__) - {"profile"}
    given = section if isinstance(section, dict) else {}
    wrong = [key for key, value in given.items() if key not in known or not isinstance(value, str)]
    if wrong or "base_url" not in given or given.get("key") not in ("keyring", "environment", "none"):
        raise ConfigurationError(
            f"profile {name!r} in {path} cannot be used: it has base_url, key (keyring, environment or none), and "
            f"perhaps ca_file and cert, each a text{f'; not {wrong[0]}' if wrong else ''}"
        )
    return Account(**given, profile=checked_name(name))


def _quoted(text: str) -> str:
    # TOML's basic strings are JSON's, but for a character that no name or address has.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
