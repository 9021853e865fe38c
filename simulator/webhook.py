"""Updates carried to the bot's webhook, one after another, until each is taken with a 2xx."""

import httpx

from simulator.happenings import JSON
from simulator.telegram import World

RETRY_SECONDS = 0.2  # real Telegram waits longer; nothing here is worth waiting for
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


async def deliver_for_ever(world: World) -> None:
    """Until the world is closed or this is cancelled."""
    updates, happenings = world.updates, world.happenings
    await happenings.until(lambda: updates.webhook is not None, None)
    async with httpx.AsyncClient(trust_env=False, timeout=10) as client:
        while not happenings.is_closed:
            if await happenings.until(lambda: bool(updates.webhook and updates.pending), None):
                await _deliver(world, client)


async def _deliver(world: World, client: httpx.AsyncClient) -> None:
    webhook, update = world.updates.webhook, world.updates.pending[0]
    if webhook is None:
        return
    problem = await _post(client, webhook, update)
    if problem is None:
        world.updates.pending = [each for each in world.updates.pending if each is not update]
        world.happenings.wake()
        return
    webhook |= {"last_error_date": int(world.now().timestamp()), "last_error_message": problem}
    await world.happenings.until(lambda: world.updates.webhook is not webhook, RETRY_SECONDS)


async def _post(client: httpx.AsyncClient, webhook: JSON, update: JSON) -> str | None:
    """What went wrong, or None."""
    secret = webhook["secret_token"]
    try:
        response = await client.post(webhook["url"], json=update, headers={SECRET_HEADER: secret} if secret else {})
    except httpx.HTTPError as error:
        return str(error) or type(error).__name__
    if response.is_success:
        return None
    return f"Wrong response from the webhook: {response.status_code} {response.reason_phrase}"
