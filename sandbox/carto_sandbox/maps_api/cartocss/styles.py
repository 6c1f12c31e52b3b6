"""The styles of some layers, checked together and made into Mapnik's."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from carto_sandbox.maps_api.cartocss.definitions import Definition, Flattener
from carto_sandbox.maps_api.cartocss.errors import CartoCssError
from carto_sandbox.maps_api.cartocss.mapnik_xml import write_styles
from carto_sandbox.maps_api.cartocss.parser import parse_style
from carto_sandbox.maps_api.cartocss.reference import find_property
from carto_sandbox.maps_api.cartocss.values import Scope, Value, as_value
from carto_sandbox.maps_api.cartocss.versions import add_defaults, read_version, translate_text
from carto_sandbox.maps_api.configs import Layer

_LAYER_NAME = re.compile(r"#[^\s\[{;:]+\s*([:\[{])")


@dataclass(frozen=True)
class LayerStyle:
    """The names of a layer's styles, the first drawn first, and their XML."""

    names: list[str]
    xml: str


@dataclass(frozen=True)
class CompiledStyles:
    """`map_attributes` are those of Mapnik's map, such as its background."""

    layers: list[LayerStyle]
    map_attributes: dict[str, str]


def compile_styles(layers: Sequence[Layer]) -> CompiledStyles:
    """Of layers with a style, in their order. CartoCssError has all mistakes, a line each."""
    prepared = [_prepare(number, layer) for number, layer in enumerate(layers)]
    lines: list[str] = []
    variables: dict[str, Value] = {}
    definitions: list[Definition] = []
    scopes: list[Scope] = []
    for number, (text, version) in enumerate(prepared):
        root, mistakes = parse_style(f"style{number}", text, lines)
        add_defaults(root, version)
        flattener = Flattener(root, mistakes, variables)
        definitions += flattener.sort()
        scopes.append(flattener.scope)
    styles = [
        LayerStyle(*write_styles(str(layer.id), [found for found in definitions if _applies(found, layer)], scope))
        for layer, scope in zip(layers, scopes, strict=True)
    ]
    attributes = _read_map(definitions, scopes[-1]) if scopes else {}
    refusals = lines or [text for scope in scopes for text in scope.refusals[:1]]
    if refusals:
        raise CartoCssError("\n".join(refusals if lines else refusals[:1]))
    return CompiledStyles(styles, attributes)


def _prepare(number: int, layer: Layer) -> tuple[str, tuple[int, ...]]:
    """The style's text as it is read, in which every layer is called by its id; and its version."""
    style = layer.options.get("cartocss")
    if style is None:
        raise CartoCssError("Cannot read property 'replace' of null")
    if not isinstance(style, str):
        raise CartoCssError("styleIn[i].replace is not a function")
    if not style.strip():
        raise CartoCssError(f"style{number}: CartoCSS is empty")
    version = read_version(layer.options.get("cartocss_version"))
    text = translate_text(style, version)
    return _LAYER_NAME.sub(lambda found: f"#{layer.id} {found[1]}", text), version


def _applies(definition: Definition, layer: Layer) -> bool:
    return all(element in ("*", f"#{layer.id}") for element in definition.elements)


def _read_map(definitions: Sequence[Definition], scope: Scope) -> dict[str, str]:
    found: dict[str, str] = {}
    for definition in definitions:
        for zoomed in definition.rules if definition.elements == ("Map",) else ():
            entry = find_property(zoomed.rule.name)
            if entry is None or entry.symbolizer != "map":
                scope.report(f"Rule {zoomed.rule.name} not allowed for Map.", zoomed.rule.index)
                continue
            found[entry.attribute] = str(as_value(zoomed.rule.value.evaluate(scope)))
    return found
