"""What tired people type on a phone: small letters, no stops, half a sentence, each where it would be sent."""

import pytest

from tests.language.test_reading_conversations import Talk
from tests.language.test_reading_turns import DAY, short

WHOLE_REPORT = "Applied a1 Falke; InterviewHeld a1.1 Tue 03; ContactMet a1; Felt a1.1 great"
TWO = "Applied a1 falke; InterviewHeld a1.1; Felt a1.1 great; Applied a2 brix; InterviewPlanned a2.1 Thu 05 10:00"
ALONE = {
    "falke went great": "Applied a1 falke; InterviewHeld a1.1; Felt a1.1 great",
    "ok so falke was brutal": "Applied a1 falke; InterviewHeld a1.1; Felt a1.1 bad",
    "falke didnt go well": "Applied a1 falke; InterviewHeld a1.1; Felt a1.1 bad",
    "the falke one went ok": "Applied a1 falke; InterviewHeld a1.1; Felt a1.1 unsure",
    "falke today so so": "Applied a1 falke; InterviewHeld a1.1 Wed 04; Felt a1.1 unsure",
    "had falke today great": "Applied a1 falke; InterviewHeld a1.1 Wed 04; Felt a1.1 great",
    "interview at falke yesterday great": "Applied a1 falke; InterviewHeld a1.1 Tue 03; Felt a1.1 great",
    "phone screen with falke meh": "Applied a1 falke; InterviewHeld a1.1; Felt a1.1 unsure",
    "second round falke went super well": "Applied a1 falke; InterviewHeld a1.1; Felt a1.1 good",
    "bombed falke": "Applied a1 falke; InterviewHeld a1.1; Felt a1.1 bad",
    "falke done": "Applied a1 falke; InterviewHeld a1.1",
    "falke tomorrow 3pm": "Applied a1 falke; InterviewPlanned a1.1 Thu 05 15:00",
    "falke is on friday at 10": "Applied a1 falke; InterviewPlanned a1.1 Fri 06 10:00",
    "got falke tomorrow at 10": "Applied a1 falke; InterviewPlanned a1.1 Thu 05 10:00",
    "falke still hasnt replied": "Applied a1 falke",
    "falke will let me know by friday": "Applied a1 falke; AnswerPromised a1 Fri 06",
    "falke passed on me": "Applied a1 falke; Rejected a1",
    "no word from falke yet": "Applied a1 falke",
    "falke wants me back on friday": "Applied a1 falke; InterviewPlanned a1.1 Fri 06; NextRound a1",
    "falke cancelled": "Applied a1 falke; InterviewCancelled a1.1",
    "falke is off": "Applied a1 falke; InterviewCancelled a1.1",
    "falke postponed, no new date yet": "Applied a1 falke; InterviewCancelled a1.1",
    "interview at falke tomorrow great": "Applied a1 falke; InterviewPlanned a1.1 Thu 05",
    "Falke was great, and brix went ok too": (
        "Applied a1 Falke; InterviewHeld a1.1; Felt a1.1 great; Applied a2 brix; InterviewHeld a2.1; Felt a2.1 unsure"
    ),
    "just got out of falke omg so nervous but ok i think": (
        "Applied a1 falke; InterviewHeld a1.1 Wed 04; Felt a1.1 unsure"
    ),
    "intv w falke tmrw 2pm zoom": "Applied a1 falke; InterviewPlanned a1.1 Thu 05 14:00",
    "3 weeks no word from falke": "Applied a1 falke",
    "ugh falke rejection email again": "Applied a1 falke; Rejected a1",
    "falke hr called they want my references": "Applied a1 falke; TheyReplied a1",
    "i pulled out of falke": "Applied a1 falke; Withdrew a1",
    "they gonna let me know mon": "Applied a1; AnswerPromised a1 Mon 09",
    "the falke recruiter was so rude": "Applied a1 falke",
    "recruiter call with falke went great": "Applied a1 falke; InterviewHeld a1.1; Felt a1.1 great",
    "finished my falke interview today it was rly good they said id hear by thurs": (
        "Applied a1 falke; InterviewHeld a1.1 Wed 04; Felt a1.1 good; AnswerPromised a1 Thu 05"
    ),
    "falke went well they want me back tues 10": (
        "Applied a1 falke; InterviewHeld a1.1; InterviewPlanned a1.2 Tue 10 10:00; Felt a1.1 good; NextRound a1"
    ),
    "falke was awful they kept asking about java": "Applied a1 falke; InterviewHeld a1.1; Felt a1.1 bad",
    "2nd round falke done went ok": "Applied a1 falke; InterviewHeld a1.1; Felt a1.1 unsure",
    "final round w falke fri 2pm fingers crossed": "Applied a1 falke; InterviewPlanned a1.1 Fri 06 14:00",
    "just bombed my google interview ffs": "Applied a1 google; InterviewHeld a1.1 Wed 04; Felt a1.1 bad",
    "sams email is sam@falke.example": "Applied a1; ContactMet a1",
    "tomorrow 10am falke, 2pm brix": (
        "Applied a1 falke; InterviewPlanned a1.1 Thu 05 10:00; Applied a2 brix; InterviewPlanned a2.1 Thu 05 14:00"
    ),
    "3rd interview w falke next mon 930am": "Applied a1 falke; InterviewPlanned a1.1 Mon 09 09:30",
    "i have falke on mon and brix on tue": (
        "Applied a1 falke; InterviewPlanned a1.1 Mon 09; Applied a2 brix; InterviewPlanned a2.1 Tue 10"
    ),
    "followed up w falke": "Applied a1 falke; FollowedUp a1 Wed 04",
    "falke got back to me want another chat": "Applied a1 falke; NextRound a1",
    "role filled at falke": "Applied a1 falke; Rejected a1",
    "hiring freeze at falke": "Applied a1 falke",
    "Interview at Morrow today with Paul Quist": (
        "Applied a1 Morrow; InterviewPlanned a1.1 Wed 04; ContactMet a1 Paul Quist"
    ),
    "interview for Tues at 5": "Applied a1; InterviewPlanned a1.1 Tue 10 17:00",
    "falke 14/3 10am": "Applied a1 falke; InterviewPlanned a1.1 Sat 14 10:00",
    "falke thurs": "Applied a1 falke; InterviewPlanned a1.1 Thu 05",
    "falke fri 10 brix fri 2": (
        "Applied a1 falke; InterviewPlanned a1.1 Fri 06 10:00; Applied a2 brix; InterviewPlanned a2.1 Fri 06 14:00"
    ),
    "had 2 interviews today falke n brix both meh": (
        "Applied a1 falke; InterviewHeld a1.1 Wed 04; Felt a1.1 unsure; "
        "Applied a2 brix; InterviewHeld a2.1 Wed 04; Felt a2.1 unsure"
    ),
    "falke offered 45k": "Applied a1 falke; OfferMade a1",
    "caught up with friends": "",
    "out of breath": "",
    "nobody showed up": "",
    "hubby called": "",
    "parking was awful": "",
    "sounds great": "",
    "got bored": "",
}

CONVERSATIONS = {
    "one that is new, while another is known": (
        ("just finished at brix", "Applied a1 brix; InterviewHeld a1.1 Wed 04"),
        ("falke went great", "Applied a2 falke; InterviewHeld a2.1; Felt a2.1 great"),
        ("brix rejected me", "Rejected a1"),
    ),
    "off and on again": (
        ("interview at Falke tomorrow at 10", "Applied a1 Falke; InterviewPlanned a1.1 Thu 05 10:00"),
        ("falke is off", "InterviewCancelled a1.1"),
        ("falke is on again, friday 3pm", "InterviewPlanned a1.2 Fri 06 15:00"),
    ),
    "put off until nobody knows when": (
        ("interview at Falke tomorrow at 10", "Applied a1 Falke; InterviewPlanned a1.1 Thu 05 10:00"),
        ("they postponed it", "InterviewCancelled a1.1"),
        ("now its monday 2pm", "InterviewPlanned a1.2 Mon 09 14:00"),
    ),
    "moved in every way": (
        ("interview at Falke on tuesday at 10", "Applied a1 Falke; InterviewPlanned a1.1 Tue 10 10:00"),
        ("can we change falke to thursday 9am", "InterviewMoved a1.1 Thu 05 09:00"),
        ("no wait they want me on friday 10", "amended InterviewMoved a1.1 Fri 06 10:00"),
        ("falke wants me monday 11 instead", "InterviewMoved a1.1 Mon 09 11:00"),
        ("its tuesday now not monday", "amended InterviewMoved a1.1 Tue 10 11:00"),
        ("falke got moved to friday", "InterviewMoved a1.1 Fri 06"),
    ),
    "the right company": (
        ("interview at falke today great", "Applied a1 falke; InterviewHeld a1.1 Wed 04; Felt a1.1 great"),
        ("wrong it was brix not falke", "amended Applied a1 brix"),
        ("i meant corvane", "amended Applied a1 corvane"),
    ),
    "the right hour": (
        ("interview at falke fri 10", "Applied a1 falke; InterviewPlanned a1.1 Fri 06 10:00"),
        ("make that 11", "amended InterviewPlanned a1.1 Fri 06 11:00"),
        ("sorry 12 not 11", "amended InterviewPlanned a1.1 Fri 06 12:00"),
        ("moved to mon same time", "InterviewMoved a1.1 Mon 09 12:00"),
    ),
    "two people thanked": (
        ("met dana and rob at falke", "Applied a1 falke; InterviewHeld a1.1; ContactMet a1 dana; ContactMet a1 rob"),
        ("sent thx to dana n rob", "Thanked a1 dana rob"),
    ),
    "rude before the interview, and in it": (
        ("interview at Falke tomorrow at 10", "Applied a1 Falke; InterviewPlanned a1.1 Thu 05 10:00"),
        ("the recruiter was so rude", ""),
        ("interview at Brix yesterday", "Applied a2 Brix; InterviewHeld a2.1 Tue 03"),
        ("the brix recruiter was so rude", "Felt a2.1 bad"),
    ),
    "of two in one message, the one whose address it is": (
        ("falke was great, brix tomorrow at 10", TWO),
        ("their recruiter is Tom Hill, tom@brix.example", "ContactMet a2 Tom Hill"),
    ),
    "both of two": (
        ("falke was great, brix tomorrow at 10", TWO),
        ("both cancelled on me", "InterviewCancelled a1.2; InterviewCancelled a2.1"),
        ("both rejected me", "Rejected a1; Rejected a2"),
    ),
    "the hour comes alone": (
        ("interview at falke fri", "Applied a1 falke; InterviewPlanned a1.1 Fri 06"),
        ("11", "InterviewPlanned a1.1 Fri 06 11:00"),
        ("its with karen from hr", "ContactMet a1 karen"),
    ),
    "nothing is over before it begins": (
        ("interview at falke tomorrow at 9", "Applied a1 falke; InterviewPlanned a1.1 Thu 05 09:00"),
        ("9 not sure", ""),
        ("ok great", ""),
    ),
    "a day alone, after the interview": (
        ("interview at falke yesterday great", "Applied a1 falke; InterviewHeld a1.1 Tue 03; Felt a1.1 great"),
        ("falke thurs", ""),
        ("brix thurs", "Applied a2 brix; InterviewPlanned a2.1 Thu 05"),
    ),
    "of two in one message, asked which": (
        ("falke was great, brix tomorrow at 10", TWO),
        ("their recruiter is Ann Hill", ""),
    ),
    "what the user is going to do is no answer of theirs": (
        ("interview at Falke yesterday great, dana@falke.example", WHOLE_REPORT),
        ("tomorow i call falke", ""),
        ("gonna email them in the morning", ""),
    ),
}


@pytest.mark.parametrize("text", ALONE)
def test_as_the_first_message(text: str) -> None:
    assert "; ".join(map(short, Talk().tells(text))) == ALONE[text]


@pytest.mark.parametrize("name", CONVERSATIONS)
def test_in_a_conversation(name: str) -> None:
    talk = Talk()
    for text, told in CONVERSATIONS[name]:
        assert "; ".join(map(short, talk.tells(text))) == told, text


@pytest.mark.parametrize("text", ["nobody showed up", "they never called", "overslept missed falke", "didnt go"])
def test_nothing_came_of_it(text: str) -> None:
    talk = Talk()
    talk.tells("interview at falke tomorrow at 10")
    assert "; ".join(map(short, talk.tells(text, DAY))) == "InterviewCancelled a1.1"
    assert talk.tells(text, DAY) == ()
