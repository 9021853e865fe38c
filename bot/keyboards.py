"""What is below a message or below the message field, as Telegram takes it."""

from telegram import (
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
)

from assistant.ports import Button, Outgoing

Keyboard = InlineKeyboardMarkup | ReplyKeyboardMarkup | None


def keyboard_below(message: Outgoing) -> Keyboard:
    """The message's buttons, or the one that sends where the user is."""
    if message.place_button:
        here = KeyboardButton(message.place_button, request_location=True)
        return ReplyKeyboardMarkup([[here]], resize_keyboard=True, one_time_keyboard=True)
    return inline(message)


def inline(message: Outgoing) -> InlineKeyboardMarkup | None:
    if not message.buttons:
        return None
    return InlineKeyboardMarkup([[_inline(button) for button in row] for row in message.buttons])


def _inline(button: Button) -> InlineKeyboardButton:
    if button.copies is not None:
        return InlineKeyboardButton(button.label, copy_text=CopyTextButton(button.copies))
    return InlineKeyboardButton(button.label, callback_data=button.press)
