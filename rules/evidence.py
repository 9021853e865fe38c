"""What others found or hold about follow-ups: shown behind Why?, for a rule and against it."""

from rules.rule import Evidence

ROBERT_HALF = Evidence("94 % of employers accept a thank-you by e-mail", "Robert Half, 2017")
TOPRESUME = Evidence("68 % of 358 interviewers say that a thank-you matters to them", "TopResume")
NOT_DECISIVE = Evidence("a thank-you does not save a weak candidate", "Ask a Manager")
MISJUDGED = Evidence(
    "people with about 1,000 interviews a year behind them say that candidates judge themselves badly",
    "bizjournals, 2012; gayle.com",
)
MOSTLY_MAIL = Evidence("64 % of US HR managers preferred e-mail and 21 % the phone", "Accountemps, 2017")
ONE_IS_ENOUGH = Evidence("one follow-up is enough", "Ask a Manager")
UP_TO_FOUR = Evidence("up to four follow-ups are fine", "careertrend")
GHOSTED = Evidence("75 % of 1,500 people report having been ghosted after an interview", "Greenhouse")
IN_PERSON = Evidence("14 % of HR managers once named a visit in person the best way", "Accountemps, 2017")
NEVER_IN_PERSON = Evidence("turning up in person is a terrible idea", "Ask a Manager")
