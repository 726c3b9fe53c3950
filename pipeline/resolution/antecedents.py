"""Antecedents of pronouns, only where they are plain: the person or group that the narrative stands at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter

from pipeline.frozen import replace
from pipeline.records import Actor, Mention, Parse, Sentence, Tokens
from pipeline.resolution.facing import Facing
from pipeline.resolution.joint import TIMES
from pipeline.resolution.kinds import ACTING_KINDS, is_body, is_group, is_person, is_plural, is_pronoun_of_person
from pipeline.resolution.owners import Owners
from pipeline.rules.actors import actor_rules
from pipeline.rules.grammar import POSSESSIVES

__all__ = ["Antecedents"]

_REACH = 3
"""Sentences back within a paragraph."""


_FRONTED = frozenset({"adverbial", "relative"})
_SUBJECTS = frozenset({"it", "she"})


class Antecedents(Facing):
    """Reads the mentions in order and replaces pronouns by what they stand for."""

    def __init__(
        self,
        tokens: Tokens,
        parse: Parse,
        mentions: list[Mention[Actor]],
        topic: str | None,
        titled: frozenset[str],
        placed: list[int],
    ) -> None:
        super().__init__(tokens, parse, mentions)
        self.placed = placed
        self.owners = Owners(tokens)
        self.topic = topic
        """The id of the person whose life a text tells."""
        self.life: Mention[Actor] | None = None
        """The last mention of that person by name."""
        self.opening = next((s.index for s in tokens.sentences if s.kind == "prose"), 0)
        """The index of the first sentence of prose."""
        self.titled = titled
        """The words of the title."""
        self.body: Mention[Actor] | None = None
        """The last mention of the regiment, ship or party that a text is about."""
        genders = Counter(mention.rule for mention in mentions if is_pronoun_of_person(mention))
        self.gender = max(genders, key=lambda rule: genders[rule], default="")

    def resolved(self) -> list[Mention[Actor]]:
        """The mentions with every plain pronoun resolved and the others left out."""
        for mention in self.mentions:
            if not mention.rule.startswith("actor/pronoun"):
                self.done.append(mention)
                self.owners.note(mention)
                if mention.value.actor_id == self.topic:
                    self.life = mention
                elif self._is_theme(mention):
                    self.body = mention
                continue
            meant = [
                replace(
                    mention,
                    value=replace(before.value, antecedent=before.value.antecedent or (before.start, before.end)),
                )
                for before in self._antecedents(mention)
            ]
            self.done += meant
            if mention.rule.endswith("masculine"):
                self.men.update(m.value.actor_id for m in meant)
        return self.done

    def _is_theme(self, mention: Mention[Actor]) -> bool:
        """Whether the title names a body or ship, or the text begins by saying what it was: *The 53rd Ohio was an infantry regiment*; *HMS Ajax was laid down in 1933*."""
        if mention.value.name.partition(" ")[0] in self.titled and self.titled == frozenset(mention.value.name.split()):
            return True
        if self.body is not None:
            return mention.value.actor_id == self.body.value.actor_id
        opening = self.tokens.sentences[self.opening]
        if not opening.start <= mention.start < opening.end:
            return False
        at = self.tokens.token_at(mention.end)
        codes = self.parse.codes[at : at + 2]
        made = codes == "Bp" and (mention.rule == "actor/ship" or is_body(mention))
        return (made or codes == "BD") and self._is_subject(mention, self.main)

    def _antecedents(self, pronoun: Mention[Actor]) -> list[Mention[Actor]]:
        """What a pronoun stands for; *they* may be several that one subject names: *Hampton and Lee dismounted. They …*."""
        lower = self.tokens.text[pronoun.start : pronoun.end].lower()
        if lower in POSSESSIVES and self.parse.tags[self.tokens.token_at(pronoun.start)] != "PRON":
            return self._owners(pronoun)
        if pronoun.rule == "actor/pronoun-of-two":
            return self._of_two(pronoun)
        if lower in ("they", "he") and (opened := self._opened_with(pronoun)):
            return opened
        if lower == "he" and (there := self._sent_there(pronoun)):
            return there
        if lower == "they":
            if pursued := self._pursued(pronoun):
                return [pursued]
            if (sent := self._despatched(pronoun)) is not None:
                return sent
            if several := self._several(pronoun) or self._joined(pronoun):
                return several
        if lower in ("they", "them") and (both := self._both_met(pronoun)):
            return both
        if lower in ("him", "her") and (same := self._same_man(pronoun)) is not None:
            return same
        if lower in ("it", "them") and (forced := self._forced(pronoun)) is not None:
            return forced
        if lower == "them" and (felled := self._felled_before(pronoun)):
            return felled
        before = self._said(pronoun) if lower == "they" else None
        before = before or self._antecedent(pronoun)
        if before is None and lower in ("he", "she"):
            before = self._named_behind(pronoun)
        if before is None:
            before = self.life if self._may_be_topic(pronoun) else self._told_of(pronoun)
        if before is None and lower in ("he", "she"):
            before = self._of_no_list(pronoun)
        return [] if before is None else [before]

    def _may_be_topic(self, pronoun: Mention[Actor]) -> bool:
        """Whether a pronoun that stands for nobody nearer is the person whose life is told: no other is the subject beside it."""
        if (
            self.life is None
            or pronoun.rule != self.gender
            or self.tokens.text[pronoun.start : pronoun.end].lower() in POSSESSIVES
        ):
            return False
        before = self._within(self.tokens.sentence_at(pronoun.start), pronoun.start)
        persons = {m.value.actor_id for m in before if is_person(m)}
        # *Johnston's raids so annoyed Sherman that he …*
        return self.topic not in self._beside(pronoun) and persons <= {self.topic}

    def _rather_topic(self, pronoun: Mention[Actor], chosen: Mention[Actor]) -> bool:
        """*After serving under Banér he went home*, in a life of Torstensson: whom it tells of, not one named in passing."""
        return (
            self.life is not None
            and pronoun.rule == self.gender
            and chosen.value.actor_id != self.topic
            and not self._is_subject(chosen, self.subjects)
        )

    def _told_of(self, pronoun: Mention[Actor]) -> Mention[Actor] | None:
        """*In June 1863 it moved to Vicksburg*: at the head of a paragraph, the regiment or ship that the text is about."""
        sentence, body = self.tokens.sentence_at(pronoun.start), self.body
        opens = not sentence.index or self.tokens.sentences[sentence.index - 1].paragraph != sentence.paragraph
        if body is None or not opens or self.tokens.text[pronoun.start : pronoun.end].lower() not in _SUBJECTS:
            return None
        fits = is_body if pronoun.rule == "actor/pronoun-thing" else self._is_woman
        alone = not any(
            is_body(m) and self._is_subject(m, self.subjects) for m in self._within(sentence, pronoun.start)
        )
        return body if alone and fits(body) and not is_person(body) else None

    def _named_behind(self, pronoun: Mention[Actor]) -> Mention[Actor] | None:
        """*When he reached Vienna, Sobieski attacked*: the subject that follows, unless another is left by what befell him (*When he died, John …*)."""
        clauses, sentence = self.parse.clauses, self.tokens.sentence_at(pronoun.start)
        number = bisect_right(self.firsts, self.tokens.token_at(pronoun.start)) - 1
        fronted = number >= 0 and clauses[number].governor is None and clauses[number].link in _FRONTED
        if not fronted or any(map(is_person, self._within(sentence, pronoun.start))):
            return None
        group = self.parse.groups[clauses[number].group]
        if group.passive or self.tokens.lower[group.head] in actor_rules().leaving:
            return None
        for index in range(number + 1, len(clauses)):
            clause = clauses[index]
            if clause.sentence != sentence.index:
                return None
            if clause.link == "main":
                heads = [self.tokens.starts[self.parse.chunks[subject].head] for subject in clause.subjects]
                low, high = bisect_right(self.begins, pronoun.end), bisect_right(self.begins, max(heads, default=0))
                behind = (m for m in self.mentions[low:high] if not m.rule.startswith("actor/pronoun"))
                found = [m for m in behind if any(m.start <= head < m.end for head in heads)]
                fits = is_person if pronoun.rule.endswith("feminine") else self._is_man
                return found[0] if len(heads) == len(found) == 1 and fits(found[0]) else None
        return None

    def _owners(self, pronoun: Mention[Actor]) -> list[Mention[Actor]]:
        """*halted his advance*: another than the subject; *completed its retreat*: the subject; *after their defeat the Danes left*: the one that follows."""
        kind = pronoun.rule.removeprefix("actor/pronoun-")
        fits = {"plural": is_group, "thing": is_body, "masculine": self._is_man}.get(kind, is_person)
        at = self.tokens.token_at(pronoun.start)
        sentence = self.tokens.sentence_at(pronoun.start)
        number = bisect_right(self.firsts, at) - 1
        clause = self.parse.clauses[number] if number >= 0 else None
        chunk = self.parse.chunk_of[at]
        others: set[str] = set()
        subject = True
        if clause is not None and clause.first >= sentence.first:
            heads = [self.tokens.starts[self.parse.chunks[c].head] for c in clause.subjects]
            verb = self.tokens.lower[self.parse.groups[clause.group].head]
            fatal = self.tokens.lower[self.parse.chunks[chunk].head] in actor_rules().fatal
            if heads and heads[0] > pronoun.end and chunk not in clause.subjects and not fatal:
                following = [m for m in self.mentions if m.start <= heads[0] < m.end and fits(m)]
                # *After his release he led the army*: both are whoever was told of before.
                again = any(m.rule.startswith("actor/pronoun") for m in following)
                if not again and (following or not self._befalls(chunk)):
                    return following[:1]
            if chunk in clause.objects and not self._befalls(chunk):
                doers = [m for m in self.done[-60:] if any(m.start <= head < m.end for head in heads)]
                if verb not in actor_rules().against:
                    # *Russia completed their withdrawal*
                    return doers[:1]
                others, subject = {m.value.actor_id for m in doers}, False
        for back in range(_REACH):
            index = sentence.index - back
            if index < 0 or self.tokens.sentences[index].paragraph != sentence.paragraph:
                break
            within = self._within(self.tokens.sentences[index], pronoun.start)
            candidates = [m for m in within if fits(m) and m.value.actor_id not in others]
            if candidates:
                chosen = self._plain(candidates, subject=subject, same=not back, parted=False)
                another = kind in ("masculine", "feminine") and chosen and self._possessed(pronoun, sentence, chosen)
                return [] if chosen is None or another else [chosen]
        return []

    def _befalls(self, chunk: int) -> bool:
        """*his capture*, *her execution*: whether a noun phrase tells of the fate of the one whose it is."""
        return self.tokens.lower[self.parse.chunks[chunk].head] in actor_rules().fates

    def _possessed(self, pronoun: Mention[Actor], sentence: Sentence, chosen: Mention[Actor]) -> bool:
        """*to blunt the edge of Khomeini's movement and thwart his attempt*: whether a possessor that no finder knows may be meant."""
        last = self.owners.last_name(max(sentence.start, chosen.end), pronoun.start)
        return bool(last) and last not in chosen.value.name

    def _ships(self, candidates: list[Mention[Actor]]) -> list[Mention[Actor]]:
        """The ships among those that *she* may be, where there are any, but for what one was known as (*built as the liner Hannover, she …*)."""
        ships = [m for m in candidates if not is_person(m)]
        known = (self.tokens.text[max(0, m.start - 8) : m.start].split() for m in ships)
        return [m for m, before in zip(ships, known, strict=True) if "as" not in before] or (
            [] if ships else candidates
        )

    def _antecedent(self, pronoun: Mention[Actor]) -> Mention[Actor] | None:
        sentence = self.tokens.sentence_at(pronoun.start)
        kind = pronoun.rule.removeprefix("actor/pronoun-")
        lower = self.tokens.text[pronoun.start : pronoun.end].lower()
        before = self.tokens.text[sentence.start : pronoun.start].lower().split()[-1:]
        reported = before and before[0] in actor_rules().reporting | {"that"}
        if kind == "thing" and not reported:
            return self._body(pronoun, sentence)
        if kind == "thing" or (lower == "they" and (before == ["that"] or self._is_content(pronoun))):
            return self._speaker(pronoun, sentence)
        fits = {"masculine": self._is_man, "feminine": self._is_woman}.get(kind, is_group)
        subject = lower in ("he", "she", "they")
        passing: Mention[Actor] | None = None
        for back in range(_REACH):
            index = sentence.index - back
            if index < 0 or self.tokens.sentences[index].paragraph != sentence.paragraph:
                return passing or (self._led_before(pronoun, sentence) if back == 1 and subject else None)
            within = self._within(self.tokens.sentences[index], pronoun.start)
            candidates = [m for m in within if fits(m)] if lower != "they" else self._groups(within)
            if kind == "feminine":
                candidates = self._ships(candidates)
            if not candidates and (owned := self._obscured(pronoun, self.tokens.sentences[index], kind)):
                owner = self._owner(owned, pronoun)
                if owner is not None and kind != "plural" and fits(owner):
                    return owner
                if not back:
                    return None
            if not back and lower in ("he", "she") and self._overshadowed(candidates, sentence):
                return None
            # *Huerta had turned against him*, *They forced the cavalry to retire*: another than the one beside the pronoun.
            own = self._faced(pronoun) if subject else self._beside(pronoun)
            candidates = [m for m in candidates if m.value.actor_id not in own]
            chosen = self._plain(candidates, subject=subject, same=back == 0, parted=before == ["of"])
            if not back and subject and chosen is not None:
                if self._rather_topic(pronoun, chosen):
                    return self.life
                if before != ["of"] and self._is_fronted(pronoun, chosen, sentence):
                    # *The king marched on Graz. After the death of Prince Paul he turned back.*
                    passing = chosen
                    continue
            if back and subject and self.topic and pronoun.rule == self.gender:
                # *In 1838 Lamar appointed Johnston. He …*, in a life of Johnston
                meant = (m for m in candidates if m.value.actor_id == self.topic and not self.owners.owns(m))
                chosen = next(meant, chosen)
            if passing is not None:
                leads = chosen is not None and self._is_subject(chosen, self.main)
                return chosen if leads else passing
            if chosen is not None or (candidates and back):
                return chosen
        return passing

    def _led_before(self, pronoun: Mention[Actor], sentence: Sentence) -> Mention[Actor] | None:
        """*In March he set out for Lund*, at the head of a paragraph: who leads the sentence that closes the one before."""
        before = self.tokens.sentences[sentence.index - 1]
        if before.kind != "prose" or not self._leads(pronoun, sentence):
            return None
        fits = self._is_man if pronoun.rule.endswith("masculine") else is_group
        leading = [m for m in self._within(before, before.end) if self._is_subject(m, self.main)]
        alone = pronoun.rule.endswith("plural") or len({m.value.actor_id for m in leading}) == 1
        return self._first_joined(leading) if leading and alone and all(map(fits, leading)) else None

    def _state(self, mention: Mention[Actor]) -> bool:
        """*Carthage signed a treaty under which they left Sicily*: a state that is the subject of its sentence."""
        return mention.rule == "actor/country" and self._is_subject(mention, self.main)

    def _groups(self, mentions: list[Mention[Actor]]) -> list[Mention[Actor]]:
        """Those that *they* may be: men of one kind and states; a body that governs where there are none."""
        many = [m for m in mentions if (is_group(m) and not self._single(m)) or self._state(m)]
        return many or [m for m in mentions if self._rules(m)]

    def _single(self, mention: Mention[Actor]) -> bool:
        """*killed a sentry, and they took the gate*: one man, no body of men (*a squadron*)."""
        first, last = self.tokens.token_span(mention.start, mention.end)
        head = actor_rules().heads.get(self.tokens.lower[last - 1])
        return (
            self.tokens.lower[first - 1] in ("a", "an")
            and head is not None
            and head.group == "role"
            and not head.plural
        )

    def _rules(self, mention: Mention[Actor]) -> bool:
        """*The government fought back. They retook Segovia*: a body that governs, where it is the subject and no others are named."""
        governs = mention.value.kind == "government" and mention.rule == "actor/phrase"
        return governs and self._is_subject(mention, self.main)

    def _obscured(self, pronoun: Mention[Actor], sentence: Sentence, kind: str) -> Sentence | None:
        """A sentence that names another who may be meant: two persons for *they*, a possessor for *he*."""
        if kind == "plural":
            several = sum(is_person(m) for m in self._within(sentence, pronoun.start)) > 1
            return sentence if several else None
        owned = self.owners.first(sentence.start, min(sentence.end, pronoun.start)) is not None
        return sentence if owned else None

    def _owner(self, sentence: Sentence, pronoun: Mention[Actor]) -> Mention[Actor] | None:
        """*Burgoyne's army was weak, and he retreated*: the one owner that a sentence names, where what he owns is a subject."""
        end = min(sentence.end, pronoun.start)
        owned = self.owners.first(sentence.start, end)
        if owned is None or not self._is_subject_at(owned, self.subjects):
            return None
        return self.owners.known(sentence.start, end)

    def _overshadowed(self, candidates: list[Mention[Actor]], sentence: Sentence) -> bool:
        """*Lee's army was beaten by Meade, and he retreated*: whose the subject is may be meant sooner than one named behind it."""
        if not candidates or any(self._is_subject(m, self.subjects) for m in candidates):
            return False
        owned = self.owners.first(sentence.start, candidates[0].start)
        return owned is not None and self._is_subject_at(owned, self.main)

    def _plain(
        self, candidates: list[Mention[Actor]], *, subject: bool, same: bool, parted: bool
    ) -> Mention[Actor] | None:
        """The one candidate; else, for a subject pronoun, the subject among them; for an object pronoun, the one that is no subject."""
        if not candidates:
            return None
        leading = [m for m in candidates if self._is_subject(m, self.subjects)]
        if subject:
            if leading:
                main = [m for m in leading if self._is_subject(m, self.main)] or leading
                return self._first_joined(main)
            return candidates[0] if len({m.value.actor_id for m in candidates}) == 1 else None
        others = [m for m in candidates if m not in leading] if same else candidates
        alone = same and len({m.value.actor_id for m in candidates}) == 1
        if not others and (parted or alone or is_person(candidates[0])):
            # *the last of them left*, *Dung asked them to allow him to attack*, *Danes attacked, but the guards forced them to retire*
            others = candidates
        return others[-1] if len({m.value.actor_id for m in others}) == 1 else None

    def _is_content(self, pronoun: Mention[Actor]) -> bool:
        """*The command said that in the clashes since May they had lost 20 men*: the subject of what is said, no group named since *that*."""
        number = bisect_right(self.firsts, self.tokens.token_at(pronoun.start)) - 1
        clause = self.parse.clauses[number] if number >= 0 else None
        if clause is None or clause.link != "complement" or clause.marker is None or clause.governor is None:
            return False
        if self.parse.chunk_of[self.tokens.token_at(pronoun.start)] not in clause.subjects:
            return False
        since = bisect_left(self.begins, self.tokens.starts[clause.marker])
        return not any(map(is_group, self.mentions[since : bisect_left(self.begins, pronoun.start)]))

    def _said(self, pronoun: Mention[Actor]) -> Mention[Actor] | None:
        """*The authorities said they had fled*: who says it, where *that* is left out."""
        sentence = self.tokens.sentence_at(pronoun.start)
        before = self.tokens.text[sentence.start : pronoun.start].lower().split()[-1:]
        return self._speaker(pronoun, sentence) if before and before[0] in actor_rules().reporting else None

    def _speaker(self, pronoun: Mention[Actor], sentence: Sentence) -> Mention[Actor] | None:
        """*Russia claimed it had captured …*: who claimed."""
        candidates = [
            m
            for m in self._within(sentence, pronoun.start)
            if m.value.kind in ACTING_KINDS and self._is_subject(m, self.subjects)
        ]
        return candidates[-1] if candidates else None

    def _body(self, pronoun: Mention[Actor], sentence: Sentence) -> Mention[Actor] | None:
        """*When the fleet reached Rhodes, it attacked*, *was attacked while it was crossing*: the body that the clause beside it is about."""
        clauses = self.parse.clauses
        number = bisect_right(self.firsts, self.tokens.token_at(pronoun.start)) - 1
        own = clauses[number] if number >= 0 else None
        if own is None or own.sentence != sentence.index:
            return self._collective(sentence)
        beside = [own.governor, number - 1] if own.governor is not None else [number - 1]
        if number + 1 < len(clauses) and own.link == "adverbial":
            # *As it crossed the river, the division was attacked*
            beside.append(number + 1)
        for index in beside:
            if index is None or index < 0 or clauses[index].sentence != own.sentence:
                continue
            if clauses[index].link == "participle" and clauses[index].subjects == own.subjects:
                # *Moved to Greece in 1943, it burned villages*
                continue
            heads = [self.tokens.starts[self.parse.chunks[subject].head] for subject in clauses[index].subjects]
            near = self.mentions if index > number else self.done[-60:]
            bodies = [m for m in near if is_body(m) and any(m.start <= head < m.end for head in heads)]
            if index < number and (sent := self._sent(index, near=True)) is not None:
                return sent
            if bodies:
                return bodies[0]
            if heads and index < number:
                # *The assault struck Hoke's brigade as it was deploying*: no other body is named before it.
                others = [m for m in self._within(sentence, pronoun.start) if is_body(m)]
                timed = own.link == "adverbial" or (own.marker is not None and self.tokens.lower[own.marker] in TIMES)
                return others[-1] if timed and len(others) == 1 else None
        return self._collective(sentence)

    def _collective(self, sentence: Sentence) -> Mention[Actor] | None:
        """*The fleet sailed to Naxos. It burned the temples.*: the one body that is the subject of the sentence before."""
        before = self.tokens.sentences[sentence.index - 1] if sentence.index else sentence
        if before.paragraph != sentence.paragraph or before is sentence:
            return None
        last = bisect_left(self.firsts, sentence.first) - 1
        if last >= 0 and self.parse.clauses[last].link == "main" and (sent := self._sent(last, near=False)) is not None:
            return sent
        leading = [m for m in self._within(before, sentence.start) if self._is_subject(m, self.main)]
        if not leading:
            return self._doer(before)
        if (
            len({m.value.actor_id for m in leading}) != 1
            or leading[0].value.kind not in ACTING_KINDS
            or leading[0].rule == "actor/people"
        ):
            return None
        # *a fleet of 600 triremes*
        words = self.tokens.text[leading[0].start : leading[0].end].partition(" of ")[0]
        return None if is_plural(words) and leading[0].rule == "actor/phrase" else leading[0]
