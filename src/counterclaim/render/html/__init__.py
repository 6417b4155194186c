"""The page a person reads: `page.py` has its order, each part its own file."""

from counterclaim.render.html.page import to_html

__all__ = ["to_html"]
