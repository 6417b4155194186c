"""Reads the relations of an article: words, then who stands where about them."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from counterclaim.records import Article, Claim, Extent, Mention, Parse, Predicate, Relation
from counterclaim.stages.ground.claims import claims_near
from counterclaim.stages.ground.relations.who import Where, WhoFinder, extent_of
from counterclaim.stages.ground.relations.words import ALLIED, RelationPattern, RelationWords

DASHES = frozenset({"-", "–"})

LONGEST_WORDS = 160
"""Characters of the words of a relation with both who stand in it; beyond, only the nearer one is covered."""


def read_relations(
    article: Article,
    parse: Parse,
    claims: Sequence[Claim],
    mentions: Sequence[Mention],
    *,
    words: RelationWords,
) -> tuple[Relation, ...]:
    """Read the relations that an article states, in the order of the text.

    `subject_at` and `object_at` are extents of mentions, or of the adjective that names a state
    ("Russian airstrikes"). What is negated, asked for or supposed is left out.
    """
    reader = _Reader(article, parse, claims, mentions, words)
    found = {(r.start, r.end, r.predicate, r.subject_at, r.object_at): r for r in reader.read()}
    return tuple(found[key] for key in sorted(found))


class _Reader(WhoFinder):
    """Reads the relations of one article."""

    def read(self) -> Iterator[Relation]:
        openings = self._openings()
        for low, high in self.sentences:
            here: list[Where] | None = None
            done = low
            for i in openings[bisect_left(openings, low) : bisect_left(openings, high)]:
                if i < done or (i + 1 == high and not self._opens(i)):
                    continue
                here = self._in_sentence(low, high) if here is None else here
                done = i + 1
                for relation_end, relations in self._at(i, low, high, here):
                    done = max(done, relation_end)
                    yield from relations
                yield from self._hyphenated(i, low, high, here)
                yield from self._listed(i, low, high, here)
                yield from self._bracketed(i, low, high, here)
                yield from self._allies(i, low, high, here)
                yield from self._named_ally(i, low, high, here)

    def _openings(self) -> list[int]:
        """The tokens at which a relation may be read: by their words, or before a dash."""
        words = self.low_words
        before_dash = {i - 1 for i, word in enumerate(words) if word in DASHES and i}
        return [i for i in range(len(words)) if i in before_dash or self._opens(i)]

    def _opens(self, i: int) -> bool:
        """Tell whether a relation may be read at a token for its own word."""
        word = self.low_words[i]
        opening = self.words.opening
        return word in opening or self.lemmas[i] in opening or word == "(" or "-" in word

    def _in_sentence(self, low: int, high: int) -> list[Where]:
        first, end = (bisect_left(self.spans, at, key=lambda s: s[0]) for at in (low, high))
        return self.spans[first:end]

    def _at(self, i: int, low: int, high: int, here: list[Where]) -> Iterator[tuple[int, list[Relation]]]:
        word, lemma = self.low_words[i], self.lemmas[i]
        options = [*self.words.by_first.get(word, ())]
        if lemma != word:
            options += self.words.by_first.get(lemma, ())
        for parts, pattern in options:
            end = self._matches(i, high, parts)
            if end is None or not self._grammatical(i, pattern, len(parts)):
                continue
            if self._doubted(i, end, low):
                return
            relations = list(self._build(pattern, i, end, low, high, here))
            if relations:
                yield end, relations
                return

    def _matches(self, i: int, high: int, parts: tuple[str, ...]) -> int | None:
        at = i
        for n, part in enumerate(parts):
            while n and at < high and at - i < 8 and self._adverb(at, part):
                at += 1
            if at >= high or part not in (self.low_words[at], self.lemmas[at]):
                return None
            at += 1
        return at

    def _adverb(self, i: int, part: str) -> bool:
        return self.low_words[i] in self.words.adverbs and self.low_words[i] != part

    def _grammatical(self, i: int, pattern: RelationPattern, length: int) -> bool:
        token = self.tokens[i]
        if pattern.subject == "before-verb":
            if token.pos not in ("VERB", "AUX") or (token.dep in ("acl", "amod") and token.tag == "VBN"):
                return False
            return token.tag != "VBN" or self._active(i)
        if pattern.object == "modified" or pattern.subject == "modified":
            return length > 1 or (token.pos == "VERB" and token.tag == "VBG")
        return True

    def _active(self, i: int) -> bool:
        kids = [t for t in self.tokens[max(0, i - 8) : i] if t.head == i]
        return any(t.lemma == "have" for t in kids) and not any(t.dep == "auxpass" for t in kids)

    def _doubted(self, i: int, end: int, low: int) -> bool:
        before = [self.tokens[k] for k in range(max(low, i - 4), i)]
        if any(t.text.lower() in self.words.doubt for t in before) or any(
            t.text.lower() in self.words.doubt for t in self.tokens[i:end]
        ):
            return True
        if any(t.text.lower() in self.words.hypothetical for t in before):
            return True
        return any(t.text.lower() in ("if", "unless", "whether") for t in self.tokens[max(low, i - 10) : i])

    def _build(
        self,
        pattern: RelationPattern,
        i: int,
        end: int,
        low: int,
        high: int,
        here: list[Where],
    ) -> Iterator[Relation]:
        if pattern.predicate in ("formerly", "also_known_as"):
            yield from self._renamed(pattern, i, end, low, high, here)
            return
        subjects = self._who(pattern.subject, i, end, low, high, here)
        objects = self._who(pattern.object, i, end, low, high, here)
        if pattern.subject == "before-noun":
            objects = objects[:1]
        for subject in subjects:
            for obj in objects:
                glued = self._glued(pattern, obj)
                if glued is not None:
                    yield self._relation(pattern.predicate, i, end, *glued)
                elif pattern.predicate == "part_of" and (self._land(end, obj) or self._bare(subject)):
                    continue
                elif subject != obj and not self._one(subject, obj):
                    yield self._relation(pattern.predicate, i, end, subject, obj)

    def _glued(self, pattern: RelationPattern, obj: Extent) -> tuple[Extent, Extent] | None:
        """Part "head of the relief group Ana Sorel", which lost its comma, into who and of what."""
        named = self.by_extent.get(obj)
        if pattern.predicate != "part_of" or pattern.subject != "before-noun" or named is None:
            return None
        before = self.article.text[obj[0] : named.head[0]].rstrip() if named.kind == "name" else ""
        if named.entity != "PERSON" or not before or before.split()[-1].lower() in self.words.person_leads:
            return None
        return named.head, (obj[0], obj[0] + len(before))

    def _land(self, end: int, obj: Extent) -> bool:
        """Tell whether people are only said to come from a country: they are no part of it."""
        named = self.by_extent.get(obj)
        return self.tokens[end - 1].text.lower() == "from" and named is not None and named.entity == "GPE"

    def _bare(self, subject: Extent) -> bool:
        """Tell whether a subject is but an office without a name: "spokesman" for somebody."""
        named = self.by_extent.get(subject)
        return named is not None and named.kind == "nominal" and named.head == subject and not named.plural

    def _one(self, subject: Extent, obj: Extent) -> bool:
        """Tell whether the object is but the name in the subject: "member of parliament X"."""
        named = self.by_extent.get(subject)
        return (
            named is not None and named.kind == "name" and obj[0] <= named.head[0] and named.head[1] <= obj[1]
        )

    def _renamed(
        self,
        pattern: RelationPattern,
        i: int,
        end: int,
        low: int,
        high: int,
        here: list[Where],
    ) -> Iterator[Relation]:
        before = [s for s in here if s[1] <= i and i - s[1] <= 2 and s[3].kind != "pronoun"]
        after = [s for s in here if s[0] >= end and s[0] - end <= 1 and s[3].kind == "name"]
        if not before or not after:
            return
        subject = max(before, key=lambda s: (s[1], -s[0]))
        obj = min(after, key=lambda s: (s[0], -s[1]))
        between = [self.tokens[k].text for k in range(subject[1], i)]
        if any(t not in (",", "(", "-", "–", "—", "is", "was", "who", "which", "and") for t in between):
            return
        if self.tokens[i].text.lower() == "or" and not (
            obj[3].text.isupper() and subject[3].kind == "name" and not subject[3].text.isupper()
        ):
            return
        if self.tokens[i].text.lower() == "known" and subject[3].kind != "name":
            return
        yield self._relation(pattern.predicate, i, end, extent_of(subject[3]), extent_of(obj[3]))

    def _hyphenated(self, i: int, low: int, high: int, here: list[Where]) -> Iterator[Relation]:
        """Find "Iran-backed militia" and "anti-Assad fighters", in one token or in three."""
        token = self.tokens[i]
        low_text = token.text.lower()
        if (
            i + 2 < high
            and self.tokens[i + 1].text in ("-", "–")
            and self.tokens[i + 2].start == self.tokens[i + 1].end
        ):
            last = self.tokens[i + 2]
            predicate = self.words.suffixes.get(last.text.lower())
            target = self._noun_after(i + 2, high, here)
            if predicate is not None and token.text[:1].isupper() and target is not None:
                start = token.start
                k = i
                while (
                    k > low
                    and self.tokens[k - 1].text in ("-", "al")
                    and self.tokens[k - 1].end == self.tokens[k].start
                ):
                    k -= 1
                    start = self.tokens[k].start
                other = (start, token.end)
                pair = (other, target) if predicate == "backs" else (target, other)
                yield self._relation(predicate, i, i + 3, *pair)
        whole = token.text.rsplit("-", 1)
        if len(whole) == 2 and whole[1].lower() in self.words.suffixes and whole[0][:1].isupper():
            target = self._noun_after(i, high, here)
            if target is not None:
                predicate = self.words.suffixes[whole[1].lower()]
                other = (token.start, token.start + len(whole[0]))
                pair = (other, target) if predicate == "backs" else (target, other)
                yield self._relation(predicate, i, i + 1, *pair)
        for prefix, predicate in self.words.prefixes.items():
            cause = token.text[len(prefix) + 1 :] if low_text.startswith(prefix + "-") else ""
            if cause and (cause[0].isupper() or cause.lower() in self.words.causes):
                target = self._noun_after(i, high, here)
                if target is not None:
                    other = (token.start + len(prefix) + 1, token.end)
                    yield self._relation(predicate, i, i + 1, target, other)
            elif low_text == prefix and i + 2 < high and self.tokens[i + 1].text == "-":
                cause = self.tokens[i + 2].text
                if not (cause[0].isupper() or cause.lower() in self.words.causes):
                    continue
                target = self._noun_after(i + 2, high, here)
                if target is not None:
                    yield self._relation(
                        predicate, i, i + 3, target, (self.tokens[i + 2].start, self.tokens[i + 2].end)
                    )

    def _noun_after(self, i: int, high: int, here: list[Where]) -> Extent | None:
        holding = [s for s in here if s[0] <= i < s[1] and s[2] > i]
        if holding:
            return extent_of(min(holding, key=lambda s: s[1] - s[0])[3])
        following = [s for s in here if s[0] == i + 1]
        return extent_of(following[0][3]) if following else None

    def _listed(self, i: int, low: int, high: int, here: list[Where]) -> Iterator[Relation]:
        """Find "opposition forces including jihadist groups such as A and B"."""
        token = self.tokens[i]
        for parts in self.words.including:
            if parts[0] not in (token.text.lower(), token.lemma.lower()):
                continue
            end = self._matches(i, high, parts)
            if end is None:
                continue
            before = [s for s in here if s[1] <= i and i - s[1] <= 1 and s[3].plural]
            if self.tokens[i].pos == "VERB" and self.tokens[i].tag != "VBG":
                named = self._subject_of(i, here)
                stated = named is not None and named.plural and named.kind != "pronoun"
                groups = [extent_of(named)] if named is not None and stated else []
            else:
                groups = [extent_of(max(before, key=lambda s: (s[1], -s[0]))[3])] if before else []
            if not groups or self._doubted(i, end, low) or self._counted(groups[0]):
                continue
            for member in self._after(end, high, here)[:6]:
                if member != groups[0] and not self._counted(member):
                    yield self._relation("part_of", i, end, member, groups[0])
            return

    def _counted(self, extent: Extent) -> bool:
        """Tell whether people are only counted: a number stands before them, or they are anybody."""
        inside = [self.tokens[i] for i in self.parse.within([extent]) if self.tokens[i].end <= extent[1]]
        return any(t.pos == "NUM" or t.lemma.lower() in self.words.counted for t in inside)

    def _bracketed(self, i: int, low: int, high: int, here: list[Where]) -> Iterator[Relation]:
        """Find "Syrian Network for Human Rights (SNHR)"."""
        if self.tokens[i].text != "(" or i + 2 >= high or self.tokens[i + 2].text != ")":
            return
        inner = self.tokens[i + 1]
        if not (inner.text.replace(".", "").isupper() and 2 <= len(inner.text) <= 10):
            return
        before = [s for s in here if s[1] == i and s[3].kind != "pronoun"]
        if before:
            named = min(before, key=lambda s: s[1] - s[0])[3]
            yield self._relation("also_known_as", i, i + 3, extent_of(named), (inner.start, inner.end))

    def _allies(self, i: int, low: int, high: int, here: list[Where]) -> Iterator[Relation]:
        """Find "the government and its allies"."""
        if self.lemmas[i] not in ALLIED or i - 3 < low:
            return
        if self.tokens[i - 1].text.lower() not in ("its", "his", "their", "her"):
            return
        if self.tokens[i - 2].text.lower() != "and":
            return
        before = [s for s in here if s[1] == i - 2]
        mine = [s for s in here if s[0] <= i < s[1] and s[0] >= i - 1]
        if before and mine and not self._doubted(i - 2, i + 1, low):
            named = max(before, key=lambda s: s[0] - s[1])
            smallest = min(before, key=lambda s: s[1] - s[0])[3]
            del named
            yield self._relation("backs", i - 1, i + 1, extent_of(mine[0][3]), extent_of(smallest))

    def _named_ally(self, i: int, low: int, high: int, here: list[Where]) -> Iterator[Relation]:
        """Find "regime ally Iran", and "former al-Qaeda affiliate X", which says what X was."""
        lemma = self.tokens[i].lemma.lower()
        if lemma not in self.words.allies | self.words.affiliates or i == low or i + 1 >= high:
            return
        named = [s for s in here if s[0] <= i + 1 < s[1] and s[2] > i and s[3].kind == "name"]
        if not named:
            return
        subject = min(named, key=lambda s: s[1] - s[0])[3]
        start = i - 1
        while start > low and self.tokens[start - 1].end == self.tokens[start].start:
            start -= 1
        before = [s for s in here if s[0] < i and i - 1 < s[1] <= i and s[3].kind == "name"]
        if before:
            start = min(before, key=lambda s: s[1] - s[0])[0]
        word = self.tokens[start].text
        known = bool(before) or word[:1].isupper() or word.lower() in self.words.causes
        if not known or self._doubted(start, i, low):
            return
        obj = (self.tokens[start].start, self.tokens[i - 1].end)
        if lemma in self.words.allies:
            yield self._relation("backs", start, i + 1, subject_name(subject), obj)
        elif start > low and self.tokens[start - 1].text.lower() in ("former", "ex", "onetime"):
            affiliate = (obj[0], self.tokens[i].end)
            yield self._relation("formerly", start - 1, i + 1, subject_name(subject), affiliate)
        else:
            yield self._relation("part_of", start, i + 1, subject_name(subject), obj)

    def _relation(self, predicate: Predicate, i: int, end: int, subject: Extent, obj: Extent) -> Relation:
        words: Extent = (self.tokens[i].start, self.tokens[end - 1].end)
        start = min(words[0], subject[0], obj[0])
        stop = max(words[1], subject[1], obj[1])
        if stop - start > LONGEST_WORDS:
            near = min((subject, obj), key=lambda e: max(words[0] - e[1], e[0] - words[1]))
            start, stop = min(words[0], near[0]), max(words[1], near[1])
        claim = self._claim(words)
        return Relation(
            predicate=predicate,
            claim=claim.id if claim else None,
            article=self.article.id,
            start=start,
            end=stop,
            subject_at=subject,
            object_at=obj,
            statement=claim.statement if claim else None,
        )

    def _claim(self, words: Extent) -> Claim | None:
        holding = [
            (e - s, c.id, c)
            for c in claims_near(self.claims, words[0])
            for s, e in c.spans
            if s <= words[0] and words[1] <= e
        ]
        return min(holding, key=lambda h: h[:2])[2] if holding else None


def subject_name(mention: Mention) -> Extent:
    """Return the extent of the name alone in a mention that opens with a description."""
    return mention.head if mention.kind == "name" else extent_of(mention)
