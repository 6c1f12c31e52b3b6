"""Information about a possible subscription to a dataset of the Data Observatory."""

from typing import Any

from carto_ext.compat.resources import Manager, Resource


class DOSubscriptionInfo(Resource, collection_endpoint="api/v4/do/subscription_info"):
    """Price, delivery and terms."""

    _fields = "estimated_delivery_days id licenses licenses_link rights subscription_list_price tos tos_link type"


class DOSubscriptionInfoManager(Manager, resource_class=DOSubscriptionInfo):
    """Finds the information."""

    def get(self, id: Any, type: Any = None) -> Any:
        return self._filled(self._read(self.get_collection_endpoint(), params={"id": id, "type": type}))
