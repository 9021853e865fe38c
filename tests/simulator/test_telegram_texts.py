"""Markup to plain text and entities, as Telegram answers it."""

import pytest

from simulator.wording import as_typed, message_text


def entities(text, parse_mode=None, given=None):
    wording = message_text({"text": text, "parse_mode": parse_mode, "entities": given})
    return wording.text, [(e["type"], e["offset"], e["length"]) for e in wording.entities]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("plain &lt;b&gt; &amp; &quot;so&quot; &#39; &nbsp;", ("plain <b> & \"so\" ' &nbsp;", [])),
        ("<b>a<i>b</i></b>", ("ab", [("bold", 0, 2), ("italic", 1, 1)])),
        ("<strong>a</strong><em>b</em><ins>c</ins><del>d</del>",
         ("abcd", [("bold", 0, 1), ("italic", 1, 1), ("underline", 2, 1), ("strikethrough", 3, 1)])),
        ('<span class="tg-spoiler">x</span>', ("x", [("spoiler", 0, 1)])),
        ("👋 <code>x</code>", ("👋 x", [("code", 3, 1)])),
        ('<pre><code class="language-python">x</code></pre>', ("x", [("pre", 0, 1)])),
        ("<blockquote expandable>x</blockquote>", ("x", [("expandable_blockquote", 0, 1)])),
        ("<b></b>x", ("x", [])),
        ("  <b> x </b> \n", ("x", [("bold", 0, 1)])),
        ("<code>/now dana@acme.test</code> /now",
         ("/now dana@acme.test /now", [("code", 0, 19), ("bot_command", 20, 4)])),
    ],
)  # fmt: skip
def test_html(source, expected):
    assert entities(source, "HTML") == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r"plain \<b\> 1\.5\!", ("plain <b> 1.5!", [])),
        ("*a _b_*", ("a b", [("bold", 0, 3), ("italic", 2, 1)])),
        ("__c__ ~d~ ||e||", ("c d e", [("underline", 0, 1), ("strikethrough", 2, 1), ("spoiler", 4, 1)])),
        ("`a.b` ```x```", ("a.b x", [("code", 0, 3), ("pre", 4, 1)])),
        ("[Acme](https://acme.test)", ("Acme", [("text_link", 0, 4)])),
        (">quoted\nnot", ("quoted\nnot", [("blockquote", 0, 6)])),
    ],
)  # fmt: skip
def test_markdown(source, expected):
    assert entities(source, "MarkdownV2") == expected


def test_links_and_languages_are_kept():
    link = message_text({"text": "<a href='https://acme.test/?a=1&amp;b=2'>x</a>", "parse_mode": "HTML"}).entities[0]
    assert link["url"] == "https://acme.test/?a=1&b=2"
    code = message_text({"text": '<pre><code class="language-sql">x</code></pre>', "parse_mode": "HTML"}).entities[0]
    assert code["language"] == "sql"


def test_entities_given_move_with_the_trimmed_text():
    assert entities("  bold", given=[{"type": "bold", "offset": 2, "length": 4}]) == ("bold", [("bold", 0, 4)])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/start now", [("bot_command", 0, 6)]),
        ("😀 /now@local_test_bot", [("bot_command", 3, 19)]),
        ("either/or on 3/4", []),
        ("Dana is dana.b@acme.test, see https://acme.test/jobs?x=1.", [("email", 8, 16), ("url", 30, 26)]),
        ("ask @dana_b", [("mention", 4, 7)]),
    ],
)
def test_what_telegram_finds_by_itself(text, expected):
    assert [(e["type"], e["offset"], e["length"]) for e in as_typed(text).entities] == expected
