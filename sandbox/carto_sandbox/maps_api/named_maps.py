"""``/api/v1/map/named``: templates, and the maps made of them."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from carto_sandbox.maps_api.calls import MapCall, open_map_call, parse_json, require_json, require_master
from carto_sandbox.maps_api.creation.pipeline import adapt_map
from carto_sandbox.maps_api.errors import MapsApiError, answer_maps, get_maps_headers, read_callback, set_maps_headers
from carto_sandbox.maps_api.layergroup_json import LayergroupPresenter
from carto_sandbox.maps_api.layergroups import FOR_A_DAY, OpenedMap, hash_surrogate, make_layergroup, set_cache_headers
from carto_sandbox.maps_api.template_store import find_template, get_templates, read_template_name
from carto_sandbox.maps_api.templates import (
    Template,
    complete_template,
    compute_fingerprint,
    instantiate,
    is_authorized,
)

_NO_JSON = "POST template data"


def _read_name(request: Request) -> str:
    return read_template_name(request.path_params["template_id"])


async def list_templates(request: Request) -> Response:
    call = await open_map_call(request, connects=False)
    require_master(call, "list")
    return answer_maps(request, {"template_ids": get_templates(call.account).list_names()})


async def create_template(request: Request) -> Response:
    call = await open_map_call(request, connects=False)
    require_json(request, _NO_JSON)
    require_master(call, "create")
    template = complete_template(call.body)
    warning = get_templates(call.account).add(call.account.username, template)
    extra = {} if warning is None else {"limit_message": warning}
    return answer_maps(request, {"template_id": template["name"], **extra})


async def read_template(request: Request) -> Response:
    call = await open_map_call(request, connects=False)
    require_master(call, "get")
    name = _read_name(request)
    template = get_templates(call.account).find(name)
    if template is None:
        raise MapsApiError(f"Cannot find template '{name}' of user '{call.account.username}'", 404)
    return answer_maps(request, {"template": template})


async def update_template(request: Request) -> Response:
    call = await open_map_call(request, connects=False)
    require_json(request, _NO_JSON)
    require_master(call, "update")
    template = complete_template(call.body)
    get_templates(call.account).replace(call.account.username, _read_name(request), template)
    return answer_maps(request, {"template_id": template["name"]})


async def delete_template(request: Request) -> Response:
    call = await open_map_call(request, connects=False)
    require_master(call, "delete")
    get_templates(call.account).delete(call.account.username, _read_name(request))
    return Response(status_code=204, headers=get_maps_headers(request))


async def instantiate_template(request: Request) -> Response:
    call = await open_map_call(request)
    require_json(request)
    return await _answer_instance(call, call.body)


async def instantiate_as_script(request: Request) -> Response:
    call = await open_map_call(request)
    if not read_callback(request):
        raise MapsApiError("callback parameter should be present and be a function name", 400)
    return await _answer_instance(call, read_config(request, "Invalid config parameter, should be a valid JSON"))


def read_config(request: Request, refusal: str = "malformed config parameter, should be a valid JSON") -> Any:
    """The values for the placeholders in the query string."""
    text = request.query_params.get("config")
    if not text:
        return {}
    try:
        return parse_json(text)
    except MapsApiError:
        raise MapsApiError(refusal, 400) from None


async def _answer_instance(call: MapCall, params: Any) -> Response:
    opened = await open_instance(call, params)
    # The answer counts the features with the owner's rights, and shows the caller's own key.
    shown = MapCall(call.request, call.account, opened.key, call.given, call.body)
    body = await LayergroupPresenter(shown, opened.group).present()
    name = _read_name(call.request)
    surrogate = hash_surrogate("n", f"{call.account.username}:{name}")
    set_maps_headers(call.request, {"X-Layergroup-Id": opened.group.id, "Surrogate-Key": surrogate})
    if call.request.method != "POST":
        set_cache_headers(call.request, call.account, opened.group, name, control=FOR_A_DAY)
    return answer_maps(call.request, body)


def authorize_template(call: MapCall) -> Template:
    """The template in the path, for someone who has one of its tokens; a key does not replace them."""
    name = _read_name(call.request)
    template = find_template(call.account, name)
    if template is None:
        raise MapsApiError(f"Template '{name}' of user '{call.account.username}' not found", 404)
    if not is_authorized(template["auth"], call.auth_tokens):
        raise MapsApiError("Unauthorized template instantiation", 403)
    return template


async def open_instance(call: MapCall, params: Any, *, is_direct: bool = False) -> OpenedMap:
    """The map of the template in the path, which reads with its owner's rights. `is_direct` is for what keeps none."""
    template = authorize_template(call)
    if is_direct:
        set_maps_headers(call.request, {"Carto-Template-Hash": compute_fingerprint(template)})
    owner, query = call.account.master, call.request.query_params
    adapted = await adapt_map(
        call.account,
        owner,
        instantiate(template, params),
        filters=query.get("filters"),
        aggregation=query.get("aggregation"),
        sizes=params.get("buffersize") if isinstance(params, dict) else None,
    )
    try:
        group = await make_layergroup(
            call,
            adapted,
            owner,
            signer=call.account.username,
            fingerprint=compute_fingerprint(template),
            auth=template["auth"],
        )
    except MapsApiError as error:
        # Only anonymous maps say in which layer it was.
        error.context.pop("layer", None)
        if error.kind == "layer":
            error.kind, error.subtype = "unknown", None
        raise
    return OpenedMap(call, group, owner)


routes: list[Route] = [
    Route("/map/named", list_templates, methods=["GET"]),
    Route("/map/named", create_template, methods=["POST"]),
    Route("/map/named/{template_id}", read_template, methods=["GET"]),
    Route("/map/named/{template_id}", instantiate_template, methods=["POST"]),
    Route("/map/named/{template_id}", update_template, methods=["PUT"]),
    Route("/map/named/{template_id}", delete_template, methods=["DELETE"]),
    Route("/map/named/{template_id}/jsonp", instantiate_as_script, methods=["GET"]),
]
