"""Replies as JSON and back, for as long as they are owed."""

from assistant.ports import Outgoing
from rules.codec import Body, decoded, encoded


def encode_reply(reply: Outgoing) -> Body:
    """The reply as JSON."""
    body: Body = encoded(reply)
    return body


def decode_reply(body: Body) -> Outgoing:
    """The reply that was encoded. Raises `rules.codec.Unreadable`."""
    reply: Outgoing = decoded(Outgoing, body)
    return reply
