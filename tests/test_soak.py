"""Six weeks of three people who look for a job; `make soak` is a year of two hundred."""

from bench.soak import report, soaked


async def test_no_promise_is_broken_in_six_weeks() -> None:
    life = await soaked(people=3, days=42, seed=4)
    assert life.complaints == []
    assert life.year.counted["nudges"] > 10
    assert report(life, seed=4).endswith("None of the promises was broken.\n")
