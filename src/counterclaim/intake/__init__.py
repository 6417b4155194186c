"""The only reader of foreign bytes: files, folders, HTML, JSON lines → raw text."""
