"""JSON posted, JSON answered: what the controls and the page's stage share."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from simulator.happenings import JSON

Action = Callable[[JSON], JSON | Awaitable[JSON]]


def posted(action: Action) -> Callable[[Request], Awaitable[Response]]:
    """An endpoint; what cannot be done is answered 400 with {"error": ...}."""

    async def endpoint(request: Request) -> Response:
        try:
            result = action(await request.json() if await request.body() else {})
            return JSONResponse(await result if isinstance(result, Awaitable) else result)
        except (LookupError, ValueError, TypeError, TimeoutError) as error:
            return refused(error)

    return endpoint


def refused(error: Exception) -> Response:
    missing = f"{error} is missing" if isinstance(error, KeyError) else str(error)
    return JSONResponse({"error": missing}, 400)
