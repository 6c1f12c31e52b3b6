"""A server that repeats all it was told: what a client must not show, it meets in every answer."""

import json
from base64 import b64decode
from dataclasses import dataclass, replace
from typing import Literal

from carto_sandbox.faults import Answer, Fault
from carto_sandbox.faults.exchange import Exchange

Form = Literal["error", "hidden error", "text", "other JSON", "redirect", "no HTTP"]


@dataclass(frozen=True)
class Echo(Fault):
    """Answers with the URL, the Authorization header, what is in it, and the beginning of the body."""

    code: int = 400
    form: Form = "error"

    async def apply(self, exchange: Exchange) -> None:
        await exchange.receive()
        request = exchange.request
        _, _, credentials = request.headers.get("authorization", "").partition(" ")
        told = [f"the key in {request.target}", credentials, b64decode(credentials).decode()]
        headers = {"Content-Type": "application/json", "X-Request-Id": told[2], "X-Echo": " ".join(told)}
        match self.form:
            case "error":
                body = {"error": told, "detail": told[0], "hint": told[2]}
            case "hidden error":
                body = {"rows": [], "time": 0.1, "fields": {}, "total_rows": 0, "error": told}
            case _:
                body = {"api_key": told[2], "_links": {"self": {"href": told[0]}}, "told": told}
        content = json.dumps(body, separators=(",", ":")).encode()
        if self.form == "no HTTP":
            await exchange.connection.send("\r\n".join(["HTTP/9", *told, "", ""]).encode())
            await exchange.connection.close()
            return
        if self.form == "redirect":
            headers["Location"] = f"http://127.0.0.1:1{request.target}"
        if self.form == "text":
            content = " ".join(told).encode()
        await exchange.respond(replace(Answer(self.code), body=content, headers=headers))
