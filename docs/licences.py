"""The licences of everything that a running Afterword is made of: `python -m docs.licences` lists them anew."""

import re
import sys
from collections.abc import Iterator
from importlib.metadata import distribution, metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LIST = Path(__file__).parent / "licences.md"
PERMISSIVE = (
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "MIT", "MIT-0", "MIT-CMU", "PSF-2.0",
    "Unlicense", "Zlib",
)  # fmt: skip
CONDITIONAL = {
    "LGPL-3.0-only": "Afterword imports it as a library that pip installs beside it, unchanged, and that anybody may"
    " replace by a version of their own. So Afterword itself stays under MIT. Whoever hands out both together, as an"
    " image of a container does, passes its licence on (pip installs the text with it) and forbids neither replacing"
    " nor examining it.",
    "MPL-2.0": "Covers its own files alone, which are used unchanged.",
    "ODbL-1.0": "The borders of the time zones, © OpenStreetMap contributors, looked up and not changed. Whoever"
    " publishes a changed table of them does so under the same licence.",
    "OFL-1.1": "The typeface of the pictures. It may go along with a program, and is not sold by itself.",
}
"""What asks for more than its own text to be passed on, and why we comply."""
SPELLINGS = {
    "APL 2": "Apache-2.0",
    "Apache": "Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "Apache License": "Apache-2.0",
    "Dual License": "Apache-2.0 OR BSD-3-Clause",
    "MIT License": "MIT",
    "Open Database License (ODbL) v1.0": "ODbL-1.0",
    "The MIT License (MIT)": "MIT",
}
HEAD = """<!-- Listed by `make licences`. -->
# Licences of what Afterword runs on

Afterword is under the [MIT licence](../LICENSE). Its table of cities, `language/en/cities.tsv`, is made from
[GeoNames](https://www.geonames.org/), CC BY 4.0. These are the packages that pip installs beside it to run it; what
only building and testing need is not listed.

| package | licence |
|---|---|
"""


def packages(of: str = "afterword") -> set[str]:
    """All that the package needs to run here, and what these need."""
    found: set[str] = set()
    waiting = [Requirement(of)]
    while waiting:
        wanted = waiting.pop()
        for line in distribution(wanted.name).requires or ():
            needed = Requirement(line)
            if canonicalize_name(needed.name) not in found and _is_wanted(needed, wanted):
                found.add(canonicalize_name(needed.name))
                waiting.append(needed)
    return found


def licence(package: str) -> str:
    """As an SPDX expression, or in the package's own words if nobody has told what they mean."""
    told = metadata(package)
    if expression := told.get("License-Expression"):
        return str(expression)
    classifiers = [line.rpartition(" :: ")[2] for line in told.get_all("Classifier", []) if line.startswith("License")]
    words = [line.strip() for line in told.get("License", "").splitlines() if line.strip()] or classifiers
    return SPELLINGS.get(words[0], words[0]) if words else "unknown"


def names(expression: str) -> list[str]:
    """The licences that an expression is made of."""
    return re.split(r"\s+(?:AND|OR)\s+", expression.replace("(", "").replace(")", ""))


def as_markdown() -> str:
    rows = [f"| {package} | {licence(package)} |" for package in sorted(packages())]
    return HEAD + "\n".join(rows) + "\n\n## What asks for more than to be named\n\n" + "\n".join(_conditions())


def _conditions() -> Iterator[str]:
    for name, why in CONDITIONAL.items():
        whose = ", ".join(package for package in sorted(packages()) if name in names(licence(package)))
        yield f"**{name}** ({whose}). {why}\n"


def _is_wanted(needed: Requirement, by: Requirement) -> bool:
    extras = by.extras or {""}
    return needed.marker is None or any(needed.marker.evaluate({"extra": extra}) for extra in extras)


if __name__ == "__main__":
    LIST.write_text(as_markdown(), encoding="utf-8")
    sys.stderr.write("docs/licences.md is written.\n")
