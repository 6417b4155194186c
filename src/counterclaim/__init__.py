"""Who claims what, in whose words, where: accounts of one contested event, side by side."""

__version__ = "0.1.0"
