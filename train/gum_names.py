#!/usr/bin/env python3
"""Names from GUM's entities: gum_names.py gum.conllu.gz > gum-names.jsonl

One JSON object a line: "id", "text", "entities" [{"start", "end", "label"}] in characters. GUM marks every noun phrase and
nests them; a name is an outermost one whose minimal span holds a proper noun and no common word, from the capitals
before that span to its end, without determiner and title. GUM_news_* and GUM_interview_* are left out: they are for tests.
"""
import gzip, json, re, sys

LABELS = {"person": "PER", "organization": "ORG", "place": "LOC"}
TITLES = set("President Professor Prof. Ambassador Mr. Mrs. Ms. Dr. Chairman Minister Senator Sen. Judge Sir Lord Lady".split())


def fields(misc):
    return dict(part.split("=", 1) for part in misc.split("|") if "=" in part)


def read(path):
    """Documents as lists of [form, universal tag, Penn tag, entity marks, what follows]."""
    documents, tokens, inside = {}, None, {}
    for line in gzip.open(path, "rt", encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc id"):
            tokens = documents.setdefault(line.split(" = ")[1], [])
        elif line.startswith("# newpar") and tokens and not line.startswith("# newpar_block"):
            tokens[-1][4] = "\n\n"
        elif line.startswith("# sent_id"):
            inside = {}
        elif line and not line.startswith("#"):
            cells = line.split("\t")
            after = "" if fields(cells[9]).get("SpaceAfter") == "No" else " "
            if "-" in cells[0]:
                first, last = map(int, cells[0].split("-"))
                inside = {at: "" for at in range(first, last)} | {last: after}
            elif "." not in cells[0]:
                after = inside.get(int(cells[0]), after)
                tokens.append([cells[1], cells[3], cells[4], fields(cells[9]).get("Entity", ""), after])
    return documents


def phrases(tokens):
    """(entity type, first token, end, tokens of the minimal span) of every marked phrase."""
    open_phrases = {}
    for at, token in enumerate(tokens):
        for opened, closes, closed in re.findall(r"\(([^()]*)(\)?)|([^()]+)\)", token[3]):
            if opened:
                parts = opened.split("-")
                open_phrases.setdefault(parts[0], []).append((parts, at))
            key = closed or (opened.split("-")[0] if closes else None)
            if key and open_phrases.get(key):
                parts, start = open_phrases[key].pop()
                least = [start + int(number) - 1 for number in parts[5].split(",")]
                yield parts[1], start, at + 1, [word for word in least if word <= at]


def name(tokens, start, least):
    """The tokens of the name that a phrase is, if it is one."""
    common = {"NOUN", "VERB", "ADJ", "ADV", "AUX"}
    capital = lambda at: tokens[at][0][:1].isupper() and tokens[at][1] not in ("DET", "ADP", "PRON")
    proper = lambda at: tokens[at][1] == "PROPN" or tokens[at][2].startswith("NNP")
    if not any(map(proper, least)) or any(tokens[at][0][:1].islower() and tokens[at][1] in common for at in least):
        return None
    first, end = least[0], least[-1] + 1
    while first < end and tokens[first][1] == "DET":
        first += 1
    while first > start and (capital(first - 1) or tokens[first - 1][0] == "of" and first - 1 > start and capital(first - 2)):
        first -= 1
    while end > first and tokens[end - 1][1] in ("PART", "PUNCT"):
        end -= 1
    if end - first > 1 and tokens[first][0] in TITLES:
        first += 1
    return (first, end) if first < end else None


def main():
    for identity, tokens in read(sys.argv[1]).items():
        if identity.startswith(("GUM_news_", "GUM_interview_")):
            continue
        spans = []
        for kind, start, _, least in phrases(tokens):
            found = name(tokens, start, least) if kind != "time" and least else None
            if found:
                spans.append((*found, LABELS.get(kind, "MISC")))
        text, places = "", []
        for form, _, _, _, after in tokens:
            places.append((len(text), len(text) + len(form)))
            text += form + after
        taken, entities = set(), []
        for first, end, label in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
            if taken.isdisjoint(range(first, end)):
                taken.update(range(first, end))
                entities.append({"start": places[first][0], "end": places[end - 1][1], "label": label})
        entities.sort(key=lambda entity: entity["start"])
        print(json.dumps({"id": identity, "text": text, "entities": entities}, ensure_ascii=False))


main()
