"""A dossier as JSON, CSV and HTML: each returns text and touches no file."""
