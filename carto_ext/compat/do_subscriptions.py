"""Subscriptions to datasets of the Data Observatory."""

from carto_ext.compat.do_subscription_info import DOSubscriptionInfo
from carto_ext.compat.resources import Manager, Resource


class DOSubscription(Resource, collection_endpoint="api/v4/do/subscriptions"):
    """An existing subscription."""

    _fields = "dataset id project status table type"


class DOSubscriptionManager(Manager, resource_class=DOSubscription, json_collection_attribute="subscriptions"):
    """The account's subscriptions."""


class DOCreatedSubscription(DOSubscriptionInfo, collection_endpoint="api/v4/do/subscriptions"):
    """A new subscription, with its terms."""


class DOSubscriptionCreationManager(DOSubscriptionManager, resource_class=DOCreatedSubscription):
    """Subscribes: `create(id=…, type=…)`."""
