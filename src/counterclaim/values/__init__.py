"""What claims can differ about, one file a kind: read, compare, say why."""
