"""8. A question's standing, by the rules of who stands behind its answers."""

from collections.abc import Sequence

from counterclaim.records import Cast, OpenQuestion, Question, Review, Tracing


def weigh(
    question: OpenQuestion, *, tracing: Tracing, cast: Cast, reviews: Sequence[Review] = ()
) -> Question:
    """Say how a question stands, and why."""
    raise KeyError(question.id)
