"""Makes a corpus of any size from a folder of news texts, the same each time.

The first round is the texts as they are. Later rounds are the same texts about other people: most names are replaced by invented
ones, so that articles of two rounds share phrases and few actors. Every twentieth article of a later round is a reprint: the words
of the first round under another publisher, some days later, with one paragraph less.

    python corpus.py FOLDER COUNT OUT [CHARACTERS [FILES]]

FOLDER holds .txt files whose names begin with a publisher and a date (wash-post_2016-01-02_headline.txt). OUT gets JSON Lines, 250
articles a file. CHARACTERS cuts the texts, 0 does not. With FILES only so many of the texts are used: 1,000 articles of 84 texts repeat
one another as much as 10,000 of 840 do.
"""
import hashlib
import json
import re
import sys
from datetime import date, timedelta
from pathlib import Path

PER_FILE = 250
SYLLABLES = "ba be do fa ga hi jo ka la le ma mi na no pe ra ri sa so ta te to va vo za".split()
NAME_AFTER_SMALL = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")


def number(*parts):
    return int.from_bytes(hashlib.sha256("\0".join(map(str, parts)).encode()).digest()[:6], "big")


def invented(word, round_):
    seed = number(word, round_)
    letters = "".join(SYLLABLES[(seed >> (5 * i)) % len(SYLLABLES)] for i in range(2 + seed % 2))
    return letters.capitalize() + "nrlsk"[seed % 5]


def renamed(text, round_):
    names = {name for name in NAME_AFTER_SMALL.findall(text) if number(name, "kept", round_) % 10 < 6}
    if not names:
        return text
    pattern = re.compile(r"\b(?:" + "|".join(sorted(names)) + r")\b")
    return pattern.sub(lambda found: invented(found.group(), round_), text)


def reprinted(text, seed):
    paragraphs = text.split("\n")
    long = [i for i, each in enumerate(paragraphs) if len(each) > 80]
    if len(long) > 3:
        del paragraphs[long[seed % len(long)]]
    return "\n".join(paragraphs)


def articles(folder, count, files_used):
    files = sorted(Path(folder).glob("*.txt"))[:files_used]
    if not files:
        raise SystemExit(f"{folder} holds no .txt files: name a folder of news texts")
    for i in range(count):
        file, round_ = files[i % len(files)], i // len(files)
        text = file.read_text(encoding="utf-8")
        publisher, day, *_ = file.stem.split("_")
        published = date.fromisoformat(day)
        if round_ > 0 and number(file.stem, round_) % 20 == 0:
            text = reprinted(text, number(file.stem, "cut", round_))
            publisher = f"{publisher} wire {round_}"
            published += timedelta(days=1 + round_ % 5)
        elif round_ > 0:
            text = renamed(text, round_)
            published += timedelta(days=number(file.stem, "day", round_) % 60)
        yield {"title": None, "text": text, "published": published.isoformat(), "publisher": publisher}


def beginning(text, characters):
    end = text.find("\n", characters)
    return text if end < 0 else text[:end]


def main(folder, count, out, characters=0, files=None):
    Path(out).mkdir(parents=True, exist_ok=True)
    lines = []
    for article in articles(folder, int(count), files and int(files)):
        if int(characters) > 0:
            article["text"] = beginning(article["text"], int(characters))
        lines.append(json.dumps(article, ensure_ascii=False) + "\n")
    for i in range(0, len(lines), PER_FILE):
        Path(out, f"part-{i // PER_FILE:04}.jsonl").write_text("".join(lines[i : i + PER_FILE]), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
