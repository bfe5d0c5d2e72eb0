"""What the figures in the README and the docs come from; never part of the tests."""
