"""Permissions to see and change a dataset or map."""

from carto_ext.compat.resources import Resource

PUBLIC, PRIVATE, LINK = "PUBLIC", "PRIVATE", "LINK"


class Entity(Resource):
    """The object of a permission."""

    _fields = "id type"


class Permission(Resource):
    """Part of a dataset or map."""

    _fields = "acl created_at entity:Entity id owner:User updated_at"
