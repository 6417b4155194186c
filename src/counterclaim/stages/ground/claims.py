"""Claims: the clauses of statements and of the article's own voice, each with its status.

A claim is a clause, cut where its statement ends. Tokens are grouped by the innermost statement that holds
them and by the clause that they belong to; each group that asserts something is a claim.
"""

from bisect import bisect_right
from collections.abc import Sequence, Set

from counterclaim.records import Article, Claim, Extent, Parse, Statement, Token, fingerprint
from counterclaim.stages.ground.contrast import cleft, halves
from counterclaim.stages.ground.refuted import NO_REFUTING, RefutingWords, refuted_number, refuted_within
from counterclaim.stages.ground.status import is_negated, status_of
from counterclaim.values.acts import ActWords, puts_forward

UNCLAIMING_PARTS = frozenset({"credit", "source_line", "dateline"})
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
CARRYING = CONTENT | {"PRON", "AUX", "ADV", "INTJ", "X"}
EMPTY_VERBS = frozenset({"be", "have", "do"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
OPENING = frozenset({"parataxis", "relcl", "advcl", "conj", "acl", "ccomp"})
"""Edges below which a clause of its own may begin."""

ANSWERING = frozenset({"responsibility", "responsible", "blame"})
RELATIVE_REACH = 8
"""Tokens before the verb of a relative clause in which its pronoun stands."""

FRAME = -1
OWN = -2


def read_claims(
    article: Article,
    parse: Parse,
    statements: Sequence[Statement],
    *,
    acts: ActWords,
    refuting: RefutingWords = NO_REFUTING,
) -> tuple[Claim, ...]:
    """Cut what an article asserts into claims, sorted by sentence and first words.

    Every claim lies within one sentence. Its spans hold no words of another claim and begin and end with
    a word. `statement` is the innermost statement whose content holds it; the words that only say who
    speaks (sources and cues) are no claim. What is denied in another's words is added in `gainsaid`.
    """
    tokens = parse.tokens
    regions = _regions(parse, statements)
    silent = [(p.start, p.end) for p in article.parts if p.kind in UNCLAIMING_PARTS]
    claims: dict[str, Claim] = {}
    for first, last in parse.sentences:
        if any(s <= tokens[first].start < e for s, e in silent):
            continue
        for claim in _sentence_claims(article, parse, (first, last), regions, statements, acts, refuting):
            claims.setdefault(claim.id, claim)
    return tuple(sorted(claims.values(), key=lambda c: (c.sentence, c.spans)))


def _regions(parse: Parse, statements: Sequence[Statement]) -> list[int]:
    """For each token the index of its innermost statement, or `FRAME` in a source or cue, or `OWN`."""
    tokens, starts = parse.tokens, parse.starts
    regions = [OWN] * len(tokens)
    order = sorted(range(len(statements)), key=lambda i: (-_size(statements[i].content), statements[i].id))
    for number in order:
        statement = statements[number]
        for extents, region in (
            (statement.source, FRAME),
            (statement.cue, FRAME),
            (statement.content, number),
        ):
            for start, end in extents:
                i = bisect_right(starts, start)
                if i and tokens[i - 1].end > start:
                    i -= 1
                while i < len(tokens) and tokens[i].start < end:
                    regions[i] = region
                    i += 1
    return regions


def _sentence_claims(
    article: Article,
    parse: Parse,
    sentence: tuple[int, int],
    regions: Sequence[int],
    statements: Sequence[Statement],
    acts: ActWords,
    refuting: RefutingWords,
) -> list[Claim]:
    """The claims of one sentence, in the order of their first words."""
    tokens = parse.tokens
    first, last = sentence
    heads = _clause_heads(parse, first, last, acts)
    groups: dict[tuple[int, int], list[int]] = {}
    for i in range(first, last):
        if tokens[i].pos not in {"PUNCT", "SPACE"}:
            groups.setdefault((regions[i], heads[i]), []).append(i)
    extent = (tokens[first].start, tokens[last - 1].end)
    if refuting.all.isdisjoint(parse.lemmas[first:last]) and refuting.all.isdisjoint(parse.words[first:last]):
        refuting = NO_REFUTING
    claims = []
    for (region, head), members in groups.items():
        if not any(tokens[i].pos in CARRYING for i in members):
            continue
        if (
            region == OWN
            and len(members) == 1
            and len(groups) > 1
            and tokens[head].lemma.lower() in acts.verbs
        ):
            continue
        if region == FRAME and (tokens[head].dep != "relcl" or regions[head] != FRAME or len(members) < 4):
            continue
        if region == OWN and regions[head] != OWN:
            continue
        statement = statements[region] if region >= 0 else None
        if statement is not None and _background(tokens, head, statement):
            statement = None
        if statement is not None and not statement.source and refuting.all:
            told = refuted_within(parse, frozenset(members), head, refuting)
            if told is not None and told[1].refuted:
                statement = _around(tokens[told[1].at], statements) or statement
        claim = _claim(article, parse, members, head, statement, extent, refuting)
        if claim is not None:
            claims.append(claim)
    if not claims and all(regions[i] == OWN for i in range(first, last)):
        whole = [i for i in range(first, last) if any(map(str.isalnum, tokens[i].text))]
        claim = _claim(article, parse, whole, heads[first], None, extent, refuting) if whole else None
        claims = [claim] if claim else []
    return claims


def _background(tokens: Sequence[Token], head: int, statement: Statement) -> bool:
    """Whether a clause only says which thing is condemned, praised, denied, asked for or not told of.

    "Leaders condemned the strike which killed nine": that it killed nine is the article's own claim.
    """
    if statement.kind == "direct" or tokens[head].dep != "relcl":
        return False
    if puts_forward(statement.act) and not _answered_for(tokens, tokens[head].head):
        return False
    if tokens[head].tag not in {"VBD", "VBZ", "VBP", "VBN"}:
        return False
    return any(
        tokens[i].head == head and tokens[i].tag in {"WDT", "WP"} and tokens[i].dep in {"nsubj", "nsubjpass"}
        for i in range(max(0, head - RELATIVE_REACH), head)
    )


def _answered_for(tokens: Sequence[Token], i: int) -> bool:
    """Whether a noun is what somebody is said to be responsible for."""
    link = tokens[i].head
    return tokens[link].text.lower() == "for" and tokens[tokens[link].head].lemma.lower() in ANSWERING


def _claim(
    article: Article,
    parse: Parse,
    members: Sequence[int],
    head: int,
    statement: Statement | None,
    sentence: Extent,
    refuting: RefutingWords,
) -> Claim | None:
    """A claim of the tokens `members`, or None where nothing but joining words is left."""
    tokens, held = parse.tokens, frozenset(members)
    spans = _spans(tokens, sorted(members))
    if not spans:
        return None
    if head not in held:
        head = min(held, key=lambda i: (_depth(tokens, i), i))
    status = status_of(parse, held, head, statement)
    if status == "asserted" and article.text[sentence[0] : sentence[1]].rstrip("\"”’') ").endswith("?"):
        status = "hypothetical"
    terms = {parse.lemmas[i] for i in members if tokens[i].pos in CONTENT}
    return Claim(
        id=fingerprint("c", article.id, spans),
        article=article.id,
        spans=spans,
        statement=statement.id if statement else None,
        text=" ".join(article.text[s:e] for s, e in spans),
        negated=status == "denied" or _negated(parse, held, head, statement, refuting),
        status=status,
        sentence=sentence,
        terms=tuple(sorted(terms - EMPTY_VERBS)),
    )


def _negated(
    parse: Parse, members: Set[int], head: int, statement: Statement | None, refuting: RefutingWords
) -> bool:
    """Whether a claim says that something is not so: of two negations one undoes the other."""
    told = refuted_within(parse, members, head, refuting) if refuting.all else None
    if told is None and refuting.all:
        number = refuted_number(parse, members, head, refuting)
        if number is not None:
            return number
    if told is None or not _of_its_speaker(parse.tokens[told[1].at], statement, refuting):
        half = halves(parse, head, sorted(members)) if parse.lemmas[head] == "be" else None
        denied = half is not None and is_negated(parse, members, half)
        return is_negated(parse, members, head) != denied
    clause, verdict = told
    return is_negated(parse, members, clause) != verdict.refuted


def refuted_by(
    parse: Parse, claims: Sequence[Claim], statements: Sequence[Statement], refuting: RefutingWords
) -> list[tuple[str, str]]:
    """Of claims that one makes and another calls untrue in telling of them, the other's statement.

    Pairs of statement and claim: "Ann said the guild's report that the mill burned was a lie".
    """
    by_id = {s.id: s for s in statements}
    found = []
    for claim in claims:
        said = by_id.get(claim.statement or "")
        members = frozenset(parse.within(claim.spans)) if said is not None and refuting.all else None
        if said is None or not members:
            continue
        head = min(members, key=lambda i: (_depth(parse.tokens, i), i))
        told = refuted_within(parse, members, head, refuting)
        if told is None or not told[1].refuted:
            continue
        word = parse.tokens[told[1].at]
        if _of_its_speaker(word, said, refuting):
            continue
        by = _around(word, [s for s in statements if s.speaker_name != said.speaker_name])
        if by is not None:
            found.append((by.id, claim.id))
    return found


def _around(word: Token, statements: Sequence[Statement]) -> Statement | None:
    """The innermost statement with a source whose words hold a word, in its content or its cue."""
    held = [
        s
        for s in statements
        if s.source and any(start <= word.start < end for start, end in (*s.content, *s.cue))
    ]
    return min(held, key=lambda s: (_size(s.content), s.id), default=None)


def _of_its_speaker(word: Token, statement: Statement | None, refuting: RefutingWords) -> bool:
    """Whether a word that refutes a claim is of him who makes it, not of one who tells of his claim.

    "The mayor called the guild's report that the mill burned a lie": the lie is the mayor's word, and the
    report stays the guild's. So does "the guild falsely said".
    """
    if statement is None or not statement.source:
        return word.lemma.lower() not in refuting.dismissing  # who waves it away is not the article
    if any(start <= word.start < end for start, end in statement.content):
        return True
    cued = any(start <= word.start < end for start, end in statement.cue)
    return cued and word.dep not in {"advmod", "amod"}


def _clause_heads(parse: Parse, first: int, last: int, acts: ActWords) -> dict[int, int]:
    """For each token of a sentence the token that heads its clause."""
    tokens = parse.tokens
    heads: dict[int, int] = {}
    for i in range(first, last):
        path: list[int] = []
        at = i
        while at not in heads and len(path) < last - first:
            token = tokens[at]
            if token.head == at or token.dep == "ROOT":
                break
            if token.dep in OPENING and _opens_clause(parse, at, acts):
                break
            path.append(at)
            at = token.head
        head = heads.setdefault(at, at)
        for below in path:
            heads[below] = head
    return heads


def _opens_clause(parse: Parse, i: int, acts: ActWords) -> bool:
    """Whether token `i`, on one of the edges `OPENING`, heads a clause that asserts something of its own."""
    tokens = parse.tokens
    token = tokens[i]
    below = parse.children[i]
    verbal = token.pos in {"VERB", "AUX"}
    has_subject = any(tokens[c].dep in SUBJECTS for c in below)
    if token.dep == "parataxis":
        return verbal
    infinitive = any(parse.words[c] == "to" and tokens[c].dep == "aux" for c in below)
    if token.dep == "relcl":
        if cleft(parse, i) is not None:
            return False
        return len(below) > 1 and not infinitive
    if token.dep == "advcl":
        gerund = token.tag == "VBG" and not any(tokens[c].dep in {"mark", "prep"} and c < i for c in below)
        return verbal and ((has_subject and not infinitive) or (gerund and len(below) > 0))
    resulting = token.tag == "VBG" and parse.lemmas[i] in acts.resulting
    if token.dep == "conj" and resulting:
        return bool(below) and parse.lemmas[token.head] in acts.resulting
    if token.dep == "conj":
        return verbal and (has_subject or _stands_alone(parse, i))
    if token.dep == "acl":
        return resulting and bool(below)
    return has_subject and _inverted(tokens, i)


def _inverted(tokens: Sequence[Token], i: int) -> bool:
    """Whether a complement stands before its verb: "the town fell, residents said"."""
    return i < tokens[i].head and tokens[tokens[i].head].pos == "VERB"


def _stands_alone(parse: Parse, i: int) -> bool:
    """Whether a coordinated verb has words of its own, and the verb before it too.

    What "or" joins stays together: a "not" before it reaches over both.
    """
    tokens, before = parse.tokens, parse.tokens[i].head
    if any(before <= k < i and parse.words[k] in {"or", "nor"} for k in parse.children[before]):
        return False
    if tokens[before].dep in {"xcomp", "pcomp", "amod", "acl"} or tokens[before].pos not in {"VERB", "AUX"}:
        return False
    return i - before > 2 and any(tokens[c].dep not in {"punct", "cc", "conj"} for c in parse.children[i])


def _spans(tokens: Sequence[Token], members: Sequence[int]) -> tuple[Extent, ...]:
    """The extents of tokens, joined over punctuation, without conjunctions at their ends."""
    runs: list[list[int]] = []
    held = frozenset(members)
    previous = -1
    for i in members:
        if runs and (i == previous + 1 or _marks_alone(tokens, previous + 1, i)):
            runs[-1].append(i)
        else:
            runs.append([i])
        previous = i
    spans = []
    for run in runs:
        while run and _stray(tokens, run[0], held):
            run.pop(0)
        while run and tokens[run[-1]].dep in {"cc", "mark", "punct"}:
            run.pop()
        if run and any(tokens[i].pos in CARRYING for i in run):
            spans.append((tokens[run[0]].start, tokens[run[-1]].end))
    return tuple(spans)


def _marks_alone(tokens: Sequence[Token], first: int, end: int) -> bool:
    return all(token.pos in {"PUNCT", "SPACE"} for token in tokens[first:end])


def _stray(tokens: Sequence[Token], i: int, held: Set[int]) -> bool:
    """Whether a word only joins a claim to words outside it: "and", "that", an "of" without its noun."""
    token = tokens[i]
    if token.dep in {"cc", "punct"} or (token.dep == "mark" and token.text.lower() == "that"):
        return True
    return token.dep == "prep" and token.text.lower() == "of" and token.head not in held


def _depth(tokens: Sequence[Token], i: int) -> int:
    """Steps from a token to the root of its sentence."""
    depth = 0
    while tokens[i].head != i and depth < len(tokens):
        i, depth = tokens[i].head, depth + 1
    return depth


def claim_at(claims: Sequence[Claim], start: int, end: int) -> Claim | None:
    """The claim whose words hold the extent: of several, the one with the fewest words.

    Where no claim holds all of it, the one that holds its first character; else None. `claims` must be
    sorted by sentence, as `read_claims` gives them.
    """
    near = claims_near(claims, start)
    holding = [c for c in near if any(s <= start and end <= e for s, e in c.spans)]
    holding = holding or [c for c in near if any(s <= start < e for s, e in c.spans)]
    return min(holding, key=lambda c: (size(c), c.id), default=None)


def claims_near(claims: Sequence[Claim], at: int) -> list[Claim]:
    """The claims of the last sentence that begins at a character or before it, last first."""
    i = bisect_right(claims, at, key=lambda c: c.sentence[0])
    near: list[Claim] = []
    while i and claims[i - 1].sentence == claims[i - 1 + len(near)].sentence:
        i -= 1
        near.append(claims[i])
    return near


def size(claim: Claim) -> int:
    """Characters that a claim's words take."""
    return _size(claim.spans)


def _size(extents: Sequence[Extent]) -> int:
    return sum(end - start for start, end in extents)


def nearest(extents: Sequence[Extent], start: int, end: int) -> Extent | None:
    """The extent nearest to the words, those that overlap them first."""
    return min(extents, key=lambda e: max(e[0] - end, start - e[1], 0), default=None)
