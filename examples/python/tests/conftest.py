"""Articles of our own for the tests."""

import pytest


@pytest.fixture
def articles():
    """Three stories: a bridge told twice, a bank, and a flood with a reprint."""
    rows = [
        ("bridge-1", "Bridge falls in Porto", "2024-03-04", "Wire",
         "A bridge in Porto collapsed on Monday, killing three workers who were repairing it."),
        ("bank", None, "2024-03-04", "Mail",
         "Shares in Oakwell Bank fell by a tenth after it cut its forecast for the year."),
        ("bridge-2", None, "2024-03-05", None,
         "Three workers died when the Porto bridge they were repairing collapsed."),
        ("flood-1", "Road closed", None, "Wire",
         "Floods closed the road to Vila Nova on Sunday, and police asked drivers to turn back."),
        ("flood-2", "Vila Nova cut off", None, "Mail",
         "Floods closed the road to Vila Nova on Sunday, and police asked drivers to turn back."),
    ]
    names = ("id", "title", "date", "source", "text")
    return [dict(zip(names, row)) for row in rows]


@pytest.fixture
def columns(articles):
    return {name: [row[name] for row in articles] for name in articles[0]}
