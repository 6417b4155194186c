"""The one place for weights and word lists."""
