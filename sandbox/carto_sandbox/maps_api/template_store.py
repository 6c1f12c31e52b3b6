"""The templates of one account, in memory."""

from datetime import UTC, datetime

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.maps_api.errors import MapsApiError
from carto_sandbox.maps_api.templates import Template

DEFAULT_QUOTA = 1024
_NEAR_QUOTA = 100


class TemplateStore:
    """Templates by name. `quota` is how many there may be."""

    def __init__(self) -> None:
        self.quota = DEFAULT_QUOTA
        self._templates: dict[str, Template] = {}
        self._warned: tuple[int, int] | None = None

    def list_names(self) -> list[str]:
        return [*self._templates]

    def find(self, name: str) -> Template | None:
        return self._templates.get(name)

    def add(self, owner: str, template: Template) -> str | None:
        """Returns a warning, once a month, when the quota is near; 409 when it is reached."""
        name, count = str(template["name"]), len(self._templates)
        if count >= self.quota:
            text = f"User '{owner}' reached limit on number of templates ({count}/{self.quota})"
            raise MapsApiError(text, 409)
        if name in self._templates:
            raise MapsApiError(f"Template '{name}' of user '{owner}' already exists", 400)
        self._templates[name] = template
        today = datetime.now(UTC)
        month = (today.year, today.month)
        if count + 1 < self.quota - _NEAR_QUOTA or self._warned == month:
            return None
        self._warned = month
        return f"User '{owner}' has {count + 1} of {self.quota} templates: delete those that are not needed"

    def replace(self, owner: str, name: str, template: Template) -> None:
        if name != template["name"]:
            raise MapsApiError(f"Cannot update name of a map template ('{name}' != '{template['name']}')", 400)
        self._require(owner, name)
        self._templates[name] = template

    def delete(self, owner: str, name: str) -> None:
        self._require(owner, name)
        del self._templates[name]

    def _require(self, owner: str, name: str) -> None:
        if name not in self._templates:
            raise MapsApiError(f"Template '{name}' of user '{owner}' does not exist", 404)


def get_templates(account: Account) -> TemplateStore:
    return account.get_state(TemplateStore)


def read_template_name(identifier: str) -> str:
    """The name in ``name`` or ``user@name``."""
    parts = identifier.split("@")
    return parts[1] if len(parts) > 1 else parts[0]


def find_template(account: Account, identifier: str) -> Template | None:
    return get_templates(account).find(read_template_name(identifier))
