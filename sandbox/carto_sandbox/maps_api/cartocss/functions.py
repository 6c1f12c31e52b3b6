"""CartoCSS's own functions, and those that it hands on to Mapnik."""

import colorsys
import math
import re
from collections.abc import Callable, Sequence

from carto_sandbox.maps_api.cartocss.reference import ANY_NUMBER, get_functions, measure
from carto_sandbox.maps_api.cartocss.values import (
    Call,
    Color,
    Dimension,
    Node,
    Quoted,
    Scope,
    Tag,
    Undefined,
    read_number,
)

_Function = Callable[[Sequence[Node]], Node | None]
"""Its value, None for arguments that it does not take."""


def evaluate_call(call: Call, scope: Scope) -> Node:
    arguments = [argument.evaluate(scope) for argument in call.arguments]
    if any(isinstance(argument, Undefined) for argument in arguments):
        return Undefined()
    if call.name in _FUNCTIONS:
        number, function = _FUNCTIONS[call.name]
        if len(arguments) < number:
            text = f"incorrect number of arguments for {call.name}(). {number} expected."
            return _refuse(call, scope, text)
        value = function(arguments)
        return _refuse(call, scope, f"incorrect arguments given to {call.name}()") if value is None else value
    known = get_functions()
    taken = known.get(call.name)
    if taken is None:
        nearest = min(known, key=lambda name: measure(call.name, name))
        shown = ",".join(map(str, known[nearest]))
        return _refuse(call, scope, f"unknown function {call.name}(), did you mean {nearest}({shown})")
    if ANY_NUMBER not in taken and len(arguments) not in taken:
        shown = ",".join(map(str, taken))
        return _refuse(call, scope, f"function {call.name}() takes {shown} arguments and was given {len(arguments)}")
    return Call(call.name, arguments, call.index)


def _refuse(call: Call, scope: Scope, text: str) -> Node:
    scope.report(text, call.index)
    return Undefined()


def _rgba(arguments: Sequence[Node]) -> Node | None:
    numbers = [read_number(argument) for argument in arguments[:4]]
    if any(map(math.isnan, numbers)):
        return None
    return Color(tuple(numbers[:3]), numbers[3] if len(numbers) > 3 else 1.0)


def _hsla(arguments: Sequence[Node]) -> Node | None:
    numbers = [read_number(argument) for argument in arguments[:4]]
    if any(map(math.isnan, numbers)):
        return None
    hue, saturation, lightness = numbers[:3]
    return _from_hsl(hue % 360 / 360, saturation, lightness, numbers[3] if len(numbers) > 3 else 1.0)


def _from_hsl(hue: float, saturation: float, lightness: float, alpha: float) -> Color:
    return Color(tuple(part * 255 for part in colorsys.hls_to_rgb(hue, lightness, saturation)), alpha)


def _to_hsl(color: Color) -> tuple[float, float, float]:
    red, green, blue = (part / 255 for part in color.rgb[:3])
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    return hue, saturation, lightness


def _measure_color(part: int, scale: float, unit: str | None) -> _Function:
    def read(arguments: Sequence[Node]) -> Node | None:
        color = arguments[0]
        if not isinstance(color, Color):
            return None
        return Dimension(float(math.floor(_to_hsl(color)[part] * scale + 0.5)), unit)

    return read


def _alpha(arguments: Sequence[Node]) -> Node | None:
    return Dimension(arguments[0].alpha) if isinstance(arguments[0], Color) else None


def _change(part: int, sign: int) -> _Function:
    """More or less of the saturation (1), the lightness (2) or the opacity (3)."""

    def change(arguments: Sequence[Node]) -> Node | None:
        color, amount = arguments[0], arguments[1] if len(arguments) > 1 else Dimension(100)
        if not isinstance(color, Color) or not isinstance(amount, Dimension):
            return None
        parts = [*_to_hsl(color), color.alpha]
        parts[part] = min(1.0, max(0.0, parts[part] + sign * amount.value / 100))
        return _from_hsl(*parts)

    return change


def _desaturate(arguments: Sequence[Node]) -> Node | None:
    return _change(1, -1)(arguments[:1])


def _spin(arguments: Sequence[Node]) -> Node | None:
    color, amount = arguments[:2]
    if not isinstance(color, Color) or not isinstance(amount, Dimension):
        return None
    hue, saturation, lightness = _to_hsl(color)
    return _from_hsl((hue + amount.value / 360) % 1, saturation, lightness, color.alpha)


def _mix(arguments: Sequence[Node]) -> Node | None:
    one, other, weight = arguments[:3]
    if not isinstance(one, Color) or not isinstance(other, Color) or not isinstance(weight, Dimension):
        return None
    part = weight.value / 100
    balance, difference = part * 2 - 1, one.alpha - other.alpha
    product = balance * difference
    first = ((balance if product == -1 else (balance + difference) / (1 + product)) + 1) / 2
    rgb = tuple(a * first + b * (1 - first) for a, b in zip(one.rgb, other.rgb, strict=True))
    return Color(rgb, one.alpha * part + other.alpha * (1 - part))


def _stop(arguments: Sequence[Node]) -> Node:
    names = ("value", "color", "mode")
    shown = "".join(f' {name}="{argument}"' for name, argument in zip(names, arguments, strict=False))
    return Tag(f"<stop{shown}/>")


def _format(arguments: Sequence[Node]) -> Node:
    text = str(arguments[0])
    for argument in arguments[1:]:
        found = re.search(r"%[sda]", text)
        if found is not None:
            text = f"{text[: found.start()]}{argument}{text[found.end() :]}"
    return Quoted(text.replace("%%", "%"))


_FUNCTIONS: dict[str, tuple[int, _Function]] = {
    "rgb": (3, lambda arguments: _rgba(arguments[:3])),
    "rgba": (4, _rgba),
    "hsl": (3, lambda arguments: _hsla(arguments[:3])),
    "hsla": (4, _hsla),
    "hue": (1, _measure_color(0, 360, None)),
    "saturation": (1, _measure_color(1, 100, "%")),
    "lightness": (1, _measure_color(2, 100, "%")),
    "alpha": (1, _alpha),
    "saturate": (2, _change(1, 1)),
    "desaturate": (2, _change(1, -1)),
    "lighten": (2, _change(2, 1)),
    "darken": (2, _change(2, -1)),
    "fadein": (2, _change(3, 1)),
    "fadeout": (2, _change(3, -1)),
    "spin": (2, _spin),
    "mix": (3, _mix),
    "greyscale": (1, _desaturate),
    "stop": (1, _stop),
    "%": (1, _format),
}
