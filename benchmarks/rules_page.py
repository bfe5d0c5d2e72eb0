"""The page of all alert rules: `python -m benchmarks.rules_page > docs/rules.md`."""

from collections.abc import Iterator

from diary.alerts.rule import Rule
from diary.alerts.rule_words import in_full
from diary.alerts.rules import RULES, RULES_VERSION

INTRODUCTION = """\
# The rules of the alerts

Made from the rules themselves by `python -m benchmarks.rules_page`; a test compares the two.
Version {version}. No clinician has reviewed them yet. `diary rules CODE` shows one in a terminal.

"read 2026" behind a source: the words were read in a copy of the page. "not re-read": the source is
named from memory. Where numbers of a country are known, they stand in the place of general words.
"""


def page() -> str:
    """Return the page as Markdown: a table, then each rule whole."""
    return "\n".join([INTRODUCTION.format(version=RULES_VERSION), *_table(), *_rules()])


def _table() -> Iterator[str]:
    yield "| rule | urgency | what | for |\n|---|---|---|---|"
    for rule in RULES:
        yield f"| {rule.code} | {_urgency(rule)} | {rule.title} | {rule.who.words} |"


def _rules() -> Iterator[str]:
    for rule in RULES:
        yield f"\n## {rule.code}: {rule.title}\n"
        yield f"*{rule.clinical}.* {_urgency(rule).capitalize()}, for {rule.who.words}."
        yield f"Version {rule.version}.\n"
        yield from (f"- {name}: {said}" for name, said in in_full(rule))


def _urgency(rule: Rule) -> str:
    return rule.urgency.value.replace("_", " ") + (" (note)" if rule.quiet else "")


if __name__ == "__main__":
    print(page())
