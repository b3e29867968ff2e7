#!/usr/bin/env python3
"""Writes the lists of src/language/*.rs that come from elsewhere: stop words, months, weekdays, numbers.

    python3 tests/languages/make.py SOURCES

SOURCES is a folder with the unpacked packages that the lists come from (see tests/languages/README.md):
    cldr-dates-full/  cldr-rbnf/   npm, 48.2.0, Unicode-3.0
    stop-words/                    crates.io, 0.10.1, MIT OR Apache-2.0

In each file only the lines behind `// Made by` change; what stands before them is written by hand.
"""
import itertools
import json
import pathlib
import re
import sys

import choices

ROOT = pathlib.Path(__file__).resolve().parents[2]
MARK = "    // Made by tests/languages/make.py:"


class Numbers:
    """Spells numbers by the rules of CLDR (rule-based number formats)."""

    def __init__(self, rules):
        self.rules = {name: self.parse(lines) for name, lines in rules.items()}
        self.choice = 0

    @staticmethod
    def parse(lines):
        parsed = []
        for line in lines:
            base, text = line if len(line) == 2 else (line[0], "")
            if not re.fullmatch(r"\d+(/\d+)?>*", base):
                continue
            number, _, radix = base.partition("/")
            shift = len(number) - len(number.rstrip(">"))
            value, radix = int(number.rstrip(">")), int(radix or 10)
            divisor = 1
            while divisor * radix <= value:
                divisor *= radix
            for _ in range(shift):
                divisor //= radix
            parsed.append((value, divisor, text.rstrip(";").removeprefix("'")))
        return sorted(parsed)

    def spell(self, name, n):
        rule = max((r for r in self.rules[name] if r[0] <= n), key=lambda r: r[0])
        value, divisor, text = rule
        # A rule whose remainder is none leaves out what stands in brackets.
        if n % divisor == 0 and value != 0 and n >= 10:
            text = re.sub(r"\[[^\]]*\]", "", text)
        text = text.replace("[", "").replace("]", "")

        def part(match):
            kind, target = match.group(1), match.group(2)
            amount = {"→": n % divisor, "←": n // divisor, "=": n}[kind]
            target = target or name
            if not target.startswith("%"):
                return str(amount)
            return self.spell(target, amount)

        text = re.sub(r"\$\([^)]*\)\$", self.plural, text)
        text = re.sub(r"([→←])([^→←]*)\1\1?", part, text)
        return re.sub(r"(=)([^=]+)=", part, text)

    def plural(self, match):
        """One of `$(cardinal,one{million}other{millions})$`."""
        forms = re.findall(r"\w+\{([^}]*)\}", match[0])
        return forms[self.choice % len(forms)]

    def sets(self, wanted):
        return [name for name in self.rules if name.startswith(wanted) and "year" not in name]

    def forms(self, n, wanted=("%spellout-cardinal", "%spellout-numbering")):
        found = []
        for name, self.choice in itertools.product(self.sets(wanted), range(4)):
            try:
                spelled = clean(self.spell(name, n))
            except (KeyError, ValueError, RecursionError):
                continue
            if spelled and not re.search(r"\d", spelled) and spelled not in found:
                found.append(spelled)
        return found


def clean(word):
    """As it is written within a sentence, without marks of hyphenation and stops of abbreviations."""
    word = word.replace("\u00ad", "").replace("\u200b", "").replace("\u200f", "").replace("\u00a0", " ")
    return re.sub(r"\s+", " ", word.strip().rstrip(".").replace(". ", " ").lower().replace("i\u0307", "i"))


def numbers(code, sources):
    path = sources / "cldr-rbnf/rbnf" / f"{code}.json"
    speller = Numbers(json.loads(path.read_text("utf-8"))["rbnf"]["rbnf"]["SpelloutRules"])
    found = {}
    for n in range(100):
        forms = speller.forms(n)
        if n > 20 and n % 10:
            # What is put together with a space or hyphen is read part by part.
            forms = [form for form in forms if " " not in form and "-" not in form]
        found[n] = forms
    for n in range(100, 1000, 100):
        found[n] = [form for form in speller.forms(n) if n == 100 or " " not in form]
    if code in choices.NO_COMPOUNDS:
        found = {n: forms for n, forms in found.items() if n <= 10 or n == 100}
    counts = [form for n in (1, 2, 5) for form in found.get(n, [])]
    for scale in (100, 1_000, 10_000, 1_000_000, 1_000_000_000):
        words = []
        for n in (scale,) if scale == 100 else (scale, 2 * scale, 5 * scale):
            for form in speller.forms(n):
                for count in sorted(counts, key=len, reverse=True):
                    if form.startswith(count) and form != count:
                        form = form[len(count):].strip()
                        break
                words.append(form)
        if scale == 10_000 and code not in choices.NO_COMPOUNDS:
            continue
        known = [w for words in found.values() for w in words]
        some = [w for w in dict.fromkeys(words) if " " not in w and (scale == 100 or w not in known)]
        found[scale] = list(dict.fromkeys(some))
    for value, extra in choices.NUMBERS.get(code, {}).items():
        found.setdefault(value, []).extend(w for w in extra.split() if w not in found.get(value, []))
    taken, result = set(), []
    for value in sorted(found):
        for form in sorted(set(found[value])):
            if form not in taken and form not in choices.NOT_NUMBERS.get(code, "").split():
                taken.add(form)
                result.append((value, form))
    return result


def ordinals(code, sources):
    path = sources / "cldr-rbnf/rbnf" / f"{code}.json"
    speller = Numbers(json.loads(path.read_text("utf-8"))["rbnf"]["rbnf"]["SpelloutRules"])
    counts = {form for n in range(1, 13) for form in speller.forms(n)}
    found = {}
    for n in range(1, 13):
        more = choices.ORDINALS.get(code, {}).get(n, "").split()
        for form in speller.forms(n, ("%spellout-ordinal",)) + more:
            if " " not in form and "-" not in form and form not in counts:
                found.setdefault(form, n)
    return sorted((n, form) for form, n in found.items())


def calendar(code, sources):
    months, days = [[] for _ in range(12)], [[] for _ in range(7)]
    for locale in [code] + choices.REGIONS.get(code, []):
        path = sources / f"cldr-dates-full/main/{locale}/ca-gregorian.json"
        gregorian = json.loads(path.read_text("utf-8"))["main"][locale]["dates"]["calendars"]["gregorian"]
        for use in ("stand-alone", "format"):
            for width in ("wide", "abbreviated"):
                for n, name in gregorian["months"][use][width].items():
                    months[int(n) - 1].append(clean(name))
                for n, day in enumerate("mon tue wed thu fri sat sun".split()):
                    days[n].append(clean(gregorian["days"][use][width][day]))
    for kind, forms in (("months", months), ("weekdays", days)):
        for n, extra in enumerate(choices.CALENDAR.get(code, {}).get(kind, [])):
            forms[n].extend(extra.split())
    drop = choices.NOT_CALENDAR.get(code, "").split()
    tidy = lambda forms: [form for form in dict.fromkeys(forms) if form not in drop]
    return [tidy(forms) for forms in months], [tidy(forms) for forms in days]


def stop_words(code, sources):
    if code in choices.OWN_STOP_WORDS:
        words = choices.OWN_STOP_WORDS[code].split()
    else:
        source = choices.STOP_SOURCE[code]
        if source == "iso":
            path = sources / "stop-words/src/iso/stopwords-iso.json"
            words = json.loads(path.read_text("utf-8"))[code]
        else:
            words = (sources / "stop-words/src/nltk" / source).read_text("utf-8").split()
    words = {clean(word).replace("’", "'") for word in words}
    words -= set(choices.CONTENT.get(code, "").split())
    words |= set(choices.MORE_STOP_WORDS.get(code, "").split())
    return sorted(word for word in words if word and " " not in word)


def text(words, indent=8, width=100):
    lines, line = [], ""
    for word in words:
        if line and len(line) + len(word) + 3 > width - indent:
            lines.append(line)
            line = ""
        line = f"{line} {word}" if line else word
    lines.append(line)
    return '"\\\n' + "".join(f"{' ' * indent}{line} \\\n" for line in lines[:-1]) + f"{' ' * indent}{lines[-1]}\""


def quoted(items):
    return ", ".join(json.dumps(item, ensure_ascii=False) for item in items)


def rows(items, indent=8, width=100):
    lines, line = [], ""
    for item in items:
        if line and len(line) + len(item) + 2 > width - indent:
            lines.append(line)
            line = ""
        line = f"{line} {item}," if line else f"{item},"
    lines.append(line)
    return "\n".join(" " * indent + line for line in lines)


def made(code, sources):
    months, days = calendar(code, sources)
    lists = lambda forms: rows([f"&[{quoted(some)}]" for some in forms])
    pairs = lambda some: rows([f"({value}, {quoted([form])})" for value, form in some]).strip("\n")
    return "\n".join([
        MARK,
        f"    stop_words: {text(stop_words(code, sources))},",
        f"    months: [\n{lists(months)}\n    ],",
        f"    weekdays: [\n{lists(days)}\n    ],",
        f"    numbers: &[\n{pairs(numbers(code, sources))}\n    ],",
        f"    ordinals: &[\n{pairs(ordinals(code, sources))}\n    ],".replace("[\n        \n    ]", "[]"),
        "};\n",
    ])


def main():
    sources = pathlib.Path(sys.argv[1])
    for path in sorted((ROOT / "src/language").glob("*.rs")):
        source = path.read_text("utf-8")
        code = re.search(r'code: "(\w\w)"', source)
        if MARK in source and code:
            path.write_text(source.split(MARK)[0] + made(code[1], sources), "utf-8")


if __name__ == "__main__":
    main()
