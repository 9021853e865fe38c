"""The vocabulary of time, as data: what a word or a short form of it stands for."""

WEEKDAYS = {"monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6}
MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12,
}  # fmt: skip
RELATIVE_DAYS = {"today": 0, "tomorrow": 1, "yesterday": -1, "tonight": 0}

SHORT_FORMS = {
    "mon": "monday", "tue": "tuesday", "tues": "tuesday", "wed": "wednesday", "weds": "wednesday", "thu": "thursday",
    "thur": "thursday", "thurs": "thursday", "fri": "friday", "sat": "saturday", "sun": "sunday",
    "wensday": "wednesday", "wendsday": "wednesday", "wedensday": "wednesday", "thrusday": "thursday",
    "jan": "january", "feb": "february", "mar": "march", "apr": "april", "jun": "june", "jul": "july",
    "aug": "august", "sep": "september", "sept": "september", "oct": "october", "nov": "november", "dec": "december",
    "tmrw": "tomorrow", "tmw": "tomorrow", "tmr": "tomorrow", "tmrow": "tomorrow", "tomo": "tomorrow",
    "tom": "tomorrow", "2moro": "tomorrow", "2morrow": "tomorrow", "tomoz": "tomorrow", "morrow": "tomorrow",
    "tommorow": "tomorrow", "tommorrow": "tomorrow", "tomorow": "tomorrow", "tomorro": "tomorrow",
    "yest": "yesterday", "yday": "yesterday", "yesturday": "yesterday", "yestarday": "yesterday",
    "2day": "today", "tdy": "today", "2nite": "tonight", "tonite": "tonight", "2night": "tonight",
    "nxt": "next", "wk": "week", "wks": "weeks", "wkend": "weekend", "aft": "afternoon", "arvo": "afternoon",
    "eve": "evening", "morn": "morning", "xmas": "christmas", "b4": "before", "til": "until", "till": "until",
    "untill": "until", "'til": "until", "midday": "noon", "noonish": "noon", "noontime": "noon",
    "approx": "about", "thru": "through",
    "coupla": "couple", "abt": "about", "begining": "beginning", "ealry": "early", "cop": "cob", "eob": "cob",
}  # fmt: skip
# Short forms that are words of their own, and count only where the sentence leaves no doubt.
WORDS_OF_THEIR_OWN = frozenset({"sat", "sun", "mon", "mar", "tom", "cop", "eve", "wed", "dec", "jan", "aft", "morn"})
# Months that are also first names or verbs.
NAMES_AND_VERBS = frozenset({"march", "april", "may", "june", "august", "jan", "mar"})

COUNTS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})

UNITS = {
    "minute": "minute", "minutes": "minute", "min": "minute", "mins": "minute",
    "hour": "hour", "hours": "hour", "hr": "hour", "hrs": "hour",
    "day": "day", "days": "day", "night": "day", "nights": "day",
    "week": "week", "weeks": "week", "fortnight": "fortnight", "fortnights": "fortnight",
    "month": "month", "months": "month", "mth": "month", "mths": "month",
    "year": "year", "years": "year", "yrs": "year", "yr": "year",
}  # fmt: skip
WORKING = frozenset({"business", "working", "work", "biz"})

# Parts of a week or month, as a word and as "<word> of".
PARTS = {
    "early": "early", "beginning": "early", "start": "early", "mid": "middle", "middle": "middle", "late": "late",
    "end": "end", "latter": "late", "back": "late",
}  # fmt: skip

PARTS_OF_DAY = {
    "morning": "morning", "mornings": "morning", "afternoon": "afternoon", "evening": "evening", "night": "evening",
    "lunchtime": "noon", "lunch": "noon", "am": "morning", "pm": "afternoon", "eod": "end", "cob": "end",
}  # fmt: skip

MERIDIEMS = {"am": "am", "pm": "pm", "a": "am", "p": "pm"}
ZONES = {
    "est": "America/New_York", "edt": "America/New_York", "et": "America/New_York", "eastern": "America/New_York",
    "cst": "America/Chicago", "cdt": "America/Chicago", "ct": "America/Chicago", "central": "America/Chicago",
    "mst": "America/Denver", "mdt": "America/Denver", "mountain": "America/Denver",
    "pst": "America/Los_Angeles", "pdt": "America/Los_Angeles", "pt": "America/Los_Angeles",
    "pacific": "America/Los_Angeles", "gmt": "Europe/London", "bst": "Europe/London", "uk": "Europe/London",
    "utc": "UTC", "cet": "Europe/Berlin", "cest": "Europe/Berlin", "ist": "Asia/Kolkata",
}  # fmt: skip

# What is done to an appointment: what follows "to" is its new day or hour.
MOVES = frozenset({
    "moved", "move", "moving", "pushed", "rescheduled", "reschedule", "shifted", "changed", "postponed", "switched",
    "bumped", "brought", "delayed",
})  # fmt: skip

# Words after which "at 3" or "the 3rd" is over: what follows cannot be the thing counted.
CLOSERS = frozenset({
    "a", "an", "the", "and", "or", "but", "so", "then", "i", "we", "they", "he", "she", "it", "you", "my", "our",
    "their", "his", "her", "this", "that", "these", "which", "who", "i'm", "i'll", "i've", "it's", "they'll",
    "they're", "we'll", "he's", "she's", "he'll", "she'll", "they'd", "i'd", "at", "in", "on", "by", "for", "from",
    "with", "to", "of", "as", "if", "when", "while", "because", "since", "until", "before", "after", "about",
    "around", "via", "over", "is", "was", "are", "were", "will", "would", "has", "have", "had", "not", "no", "just",
    "only", "please", "pls", "sharp", "latest", "today", "tomorrow", "yesterday", "tonight", "next", "last",
    "morning", "afternoon", "evening", "noon", "where", "still", "already", "unless", "though", "however", "also",
    "too", "thanks", "thx", "what", "how", "should", "can", "could", "did", "does", "do", "might", "must", "may",
    "again", "actually", "now", "there", "here", "later", "instead", "maybe", "probably", "hopefully", "btw", "lol",
    "etc",
})  # fmt: skip

# Not counted: "every Monday" is a habit.
HABITS = frozenset({"every", "each", "any", "most", "usual", "casual", "usually"})


def _slips(word: str) -> set[str]:
    """A letter left out, doubled, or swapped with its neighbour, the ends intact: how a long word is mistyped."""
    inner = range(1, len(word) - 1)
    dropped = {word[:k] + word[k + 1 :] for k in inner}
    doubled = {word[:k] + word[k] + word[k:] for k in inner}
    swapped = {word[:k] + word[k + 1] + word[k] + word[k + 2 :] for k in range(1, len(word) - 2)}
    return dropped | doubled | swapped


_LONG = [w for w in (*WEEKDAYS, *MONTHS, "tomorrow", "yesterday") if len(w) > 5]
CANONICAL = {slip: word for word in _LONG for slip in _slips(word)} | SHORT_FORMS
# Where names stand ("at Morrow", "with Tom"), a capital letter is no slip of the pen.
CANONICAL_WHERE_NAMES_STAND = {form: word for form, word in SHORT_FORMS.items() if word not in RELATIVE_DAYS}
