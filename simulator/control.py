"""The same hold on the local Telegram over HTTP, for another process: a test, a terminal, a page."""

import json
from base64 import b64decode
from collections.abc import AsyncIterator, Callable
from datetime import datetime, timedelta

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from simulator.api import BotApi
from simulator.clock import MovableClock
from simulator.faults import Faults, Kind
from simulator.happenings import JSON
from simulator.people import LocalUser
from simulator.posting import Action, posted, refused
from simulator.telegram import World

STILL_HERE_SECONDS = 15


class Control:
    """JSON in, JSON out; what cannot be done is answered 400 with {"error": ...}."""

    def __init__(
        self, world: World, clock: MovableClock, faults: Faults, api: BotApi, reset: Callable[[], None]
    ) -> None:
        self._world, self._clock, self._faults, self._api, self._reset = world, clock, faults, api, reset

    def app(self) -> Starlette:
        posts: dict[str, Action] = {
            "users": self._user,
            "groups": lambda body: self._world.group(body["title"]).as_json(),
            "say": self._say,
            "edit": lambda body: self._who(body).edit(body["message_id"], body["text"]).as_seen(),
            "press": self._press,
            "contact": self._contact,
            "location": lambda body: self._who(body).share_location(body["latitude"], body["longitude"]).as_seen(),
            "document": self._document,
            "photo": lambda body: self._who(body).send_photo(b64decode(body["content"])).as_seen(),
            "sticker": lambda body: self._who(body).send_sticker().as_seen(),
            "voice": lambda body: self._who(body).send_voice().as_seen(),
            "block": self._block,
            "unblock": self._unblock,
            "faults": self._add_fault,
            "clock": self._move_clock,
            "reset": self._start_again,
        }
        gets = {
            "messages": self._messages,
            "events": self._events,
            "clock": lambda _: JSONResponse(self._time()),
            "faults": lambda _: JSONResponse(self._faults.as_json()),
            "violations": lambda _: JSONResponse([vars(violation) for violation in self._api.violations]),
            "calls": self._calls,
            "bot": lambda _: JSONResponse(self._bot()),
            "files/{file_id}": self._file,
        }
        routes = [Route(f"/{name}", posted(action), methods=["POST"]) for name, action in posts.items()]
        routes += [Route(f"/{name}", endpoint) for name, endpoint in gets.items()]
        return Starlette(routes=routes)

    def _who(self, body: JSON) -> LocalUser:
        """By id or by name. Raises LookupError."""
        person = self._world.find(str(body["user"]))
        if person is None:
            raise LookupError(f"nobody is called {body['user']!r}; POST /control/users makes them known")
        return LocalUser(self._world, person)

    def _user(self, body: JSON) -> JSON:
        return self._world.person(body["name"], body.get("language", "en")).as_json()

    def _say(self, body: JSON) -> JSON:
        user = self._who(body)
        chat = self._world.chats[body["chat"]] if "chat" in body else None
        answers = self._world.message(chat.id if chat else user.id, body.get("reply_to", 0))
        return user.say(body["text"], chat=chat, reply_to=answers).as_seen()

    async def _press(self, body: JSON) -> JSON:
        """With `wait` in seconds, the answer is waited for."""
        user = self._who(body)
        message = self._world.message(user.id, body["message_id"]) if "message_id" in body else None
        press = user.press(body["button"], message)
        if "wait" in body:
            await press.answered(body["wait"])
        return {"query_id": press.query.id, "answer": press.answer}

    def _contact(self, body: JSON) -> JSON:
        user, own = self._who(body), bool(body.get("is_own"))
        return user.share_contact(body["phone"], body["first_name"], body.get("last_name", ""), is_own=own).as_seen()

    def _document(self, body: JSON) -> JSON:
        """The content is base64."""
        mime = body.get("mime", "application/octet-stream")
        content = b64decode(body["content"])
        return self._who(body).send_document(body["name"], content, mime, body.get("caption", "")).as_seen()

    def _block(self, body: JSON) -> JSON:
        self._who(body).block()
        return {}

    def _unblock(self, body: JSON) -> JSON:
        self._who(body).unblock()
        return {}

    def _add_fault(self, body: JSON) -> JSON:
        """A rule as faults.Fault describes it; or {"rate", "kinds", "seed"}, {"flood_limit": true}, {"clear": true}."""
        if body.get("clear"):
            self._faults.clear()
        elif body.get("flood_limit"):
            self._faults.limit_flood()
        elif "rate" in body:
            self._faults.by_chance(body["rate"], [Kind(kind) for kind in body["kinds"]], body.get("seed", 0))
        else:
            self._faults.add(**body)
        return {}

    def _move_clock(self, body: JSON) -> JSON:
        """{"now": ISO moment with zone}, {"advance": seconds}, {"frozen": true or false}; together, in this order."""
        if "now" in body:
            self._clock.set(datetime.fromisoformat(body["now"]))
        if "advance" in body:
            self._clock.advance(timedelta(seconds=body["advance"]))
        if "frozen" in body:
            self._clock.freeze() if body["frozen"] else self._clock.resume()
        self._world.happenings.record("clock", **self._time())
        return self._time()

    def _start_again(self, _: JSON) -> JSON:
        self._reset()
        return {}

    def _time(self) -> JSON:
        return {"now": self._clock.now().isoformat(), "frozen": self._clock.is_frozen}

    def _bot(self) -> JSON:
        commands = self._world.commands.get(('{"type": "default"}', ""), [])
        return {**self._world.bot, **self._world.profile, "commands": commands, "menu_button": self._world.menu_button}

    def _messages(self, request: Request) -> Response:
        """Both sides of a user's chat, beyond message id `after`."""
        try:
            user = self._who({"user": request.query_params.get("user")})
        except LookupError as error:
            return refused(error)
        after = int(request.query_params.get("after", 0))
        return JSONResponse([message.as_seen() for message in user.messages if message.message_id > after])

    def _calls(self, request: Request) -> Response:
        """`method` picks one method's calls, `after` skips that many of all."""
        after, method = int(request.query_params.get("after", 0)), request.query_params.get("method")
        calls = [call.as_json() for call in self._api.calls[after:] if method in (None, call.method)]
        return JSONResponse({"calls": calls, "sent": dict(self._api.sent)})

    def _file(self, request: Request) -> Response:
        file = self._world.files.get(request.path_params["file_id"])
        if file is None:
            raise HTTPException(404)
        return Response(file.content, media_type="application/octet-stream")

    def _events(self, request: Request) -> Response:
        """What happens, as server-sent events; `after` or Last-Event-ID skips what is known already."""
        known = request.headers.get("last-event-id") or request.query_params.get("after", "0")
        return StreamingResponse(self._stream(int(known)), media_type="text/event-stream")

    async def _stream(self, known: int) -> AsyncIterator[str]:
        happenings = self._world.happenings
        while not happenings.is_closed:
            for entry in happenings.entries[known:]:
                yield f"id: {entry['n']}\ndata: {json.dumps(entry)}\n\n"
                known = entry["n"]
            if not await happenings.beyond(known, STILL_HERE_SECONDS):
                yield ": still here\n\n"
