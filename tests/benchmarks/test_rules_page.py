"""The page of the rules says what the rules say."""

from pathlib import Path

from benchmarks.rules_page import page

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_page_is_made_from_the_rules() -> None:
    """After a change: python -m benchmarks.rules_page > docs/rules.md"""
    assert PAGE.read_text(encoding="utf-8") == page() + "\n"
