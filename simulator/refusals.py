"""How the Bot API says no: the code and the words Telegram uses."""

from simulator.happenings import JSON


class Refused(Exception):
    """A call that Telegram answers with an error."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def as_json(self) -> JSON:
        body: JSON = {"ok": False, "error_code": self.code, "description": self.description}
        return {**body, "parameters": self.parameters} if self.parameters else body


class BadRequest(Refused):
    """400: well formed, but not possible as things stand."""

    def __init__(self, why: str) -> None:
        super().__init__(400, f"Bad Request: {why}")


class Malformed(BadRequest):
    """400: a call no correct client makes; these are also kept as violations."""


class Forbidden(Refused):
    def __init__(self, why: str) -> None:
        super().__init__(403, f"Forbidden: {why}")


class Conflict(Refused):
    def __init__(self, why: str) -> None:
        super().__init__(409, f"Conflict: {why}")


class TooManyRequests(Refused):
    """429: come back after so many seconds."""

    def __init__(self, retry_after: int) -> None:
        super().__init__(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)


class UnknownMethod(Refused):
    def __init__(self, name: str) -> None:
        super().__init__(404, f"Not Found: the local Telegram does not offer {name}")
