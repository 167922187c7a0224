#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Brings translations/*.ts up to date with the sources, and writes the English plurals.

usage: update.py                      after changing a text
       update.py --missing de         also prints what German lacks, as JSON: {context: {source: ""}}
       update.py --fill de FILE       also takes translations from such a file; plurals are lists of forms

English holds plurals only: "%n item(s)" becomes "%n item" and "%n items"; a plural that another rule is needed for
stands in IRREGULAR. In other languages a text that is translated elsewhere in the same file is taken over from there.
Sentences of the core are no tr(): errors are found in its sources (context "Error"), the words of its views stand in
ui/widgets/review/core_words.cpp (context "Core").
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
from xml.sax.saxutils import escape, unescape

ROOT = pathlib.Path(__file__).resolve().parent.parent
LUPDATE = shutil.which("lupdate6") or "/usr/lib/qt6/bin/lupdate"
SOURCES = ["ui", "app/desktop", "core/workspace/settings.cpp"]
IRREGULAR = {
    "%n wait(s) for you": ("%n waits for you", "%n wait for you"),
    "%n thing(s) wait for you": ("%n thing waits for you", "%n things wait for you"),
    "%n entry(s) signed since then.": ("%n entry signed since then.", "%n entries signed since then."),
    "%n registries": ("%n registry", "%n registries"),
    "At least %n people are needed.": ("At least %n person is needed.", "At least %n people are needed."),
    "%n entries behind": ("%n entry behind", "%n entries behind"),
    "%n entries": ("%n entry", "%n entries"),
    "%n more entries": ("%n more entry", "%n more entries"),
    "%n entries are given up, and each desk takes over what the server shows. Whatever was decided in them has to be decided again.": (
        "%n entry is given up, and each desk takes over what the server shows. Whatever was decided in it has to be decided again.",
        "%n entries are given up, and each desk takes over what the server shows. Whatever was decided in them has to be decided again."),
    "nobody; %n administrators have to": ("nobody; %n administrator has to", "nobody; %n administrators have to"),
    "%1; %n administrators have to": ("%1; %n administrator has to", "%1; %n administrators have to"),
    "The administrators have accepted that %n entries are given up. This desk's former copy is kept in a file of its own.": (
        "The administrators have accepted that %n entry is given up. This desk's former copy is kept in a file of its own.",
        "The administrators have accepted that %n entries are given up. This desk's former copy is kept in a file of its own."),
    "%n entries are appended to %1, for everybody. If somebody emptied it on purpose, ask them first.": (
        "%n entry is appended to %1, for everybody. If somebody emptied it on purpose, ask them first.",
        "%n entries are appended to %1, for everybody. If somebody emptied it on purpose, ask them first."),
    "%n entries came in since what you looked at.": (
        "%n entry came in since what you looked at.",
        "%n entries came in since what you looked at."),
    "%n more entries about other things stand in the ledger.": (
        "%n more entry about other things stands in the ledger.",
        "%n more entries about other things stand in the ledger."),
    "%n consoles": ("%n console", "%n consoles"),
    "%n command lines or services": ("%n command line or service", "%n command lines or services"),
    "%n connections of another program: %1": (
        "%n connection of another program: %1",
        "%n connections of another program: %1"),
    "Behind by %n entries, which are being verified": (
        "Behind by %n entry, which is being verified",
        "Behind by %n entries, which are being verified"),
    "all %n entries, with policies, names and comments, byte for byte": (
        "the one entry, with policies, names and comments, byte for byte",
        "all %n entries, with policies, names and comments, byte for byte"),
    "%1 of %n files, %2 on the server in all": (
        "%1 of %n file, %2 on the server in all",
        "%1 of %n files, %2 on the server in all"),
    "%n evidence files were never opened at this desk and lie on the server alone. Ask your administrator for a backup of the database that is tried out now and then.": (
        "%n evidence file was never opened at this desk and lies on the server alone. Ask your administrator for a backup of the database that is tried out now and then.",
        "%n evidence files were never opened at this desk and lie on the server alone. Ask your administrator for a backup of the database that is tried out now and then."),
    "You read your own copy of %n entries. Deciding waits until the server is back.": (
        "You read your own copy of %n entry. Deciding waits until the server is back.",
        "You read your own copy of %n entries. Deciding waits until the server is back."),
    "%n entries, each verified here. New ones arrive by themselves.": (
        "%n entry, verified here. New ones arrive by themselves.",
        "%n entries, each verified here. New ones arrive by themselves."),
    "%n more entries are fetched and verified here.": (
        "%n more entry is fetched and verified here.",
        "%n more entries are fetched and verified here."),
}
# Errors that the console shows; a literal of several parts is one text.
ERROR = re.compile(r'(?:refused|usageError|couldNot)\(\s*"CS-(?:PIN|HEADS|LOSS|TEAM|PEOPLE|CHECKPOINT|KEYCHAIN|IDENTITY|STORE|WORKSPACE|SETTINGS|UI|CACHE|FILTER|REPORTS)-'
                   r'[A-Z-]+",\s*((?:"(?:[^"\\]|\\.)*"\s*)+)')
MESSAGE = re.compile(r"<message(?P<kind>[^>]*)>.*?</message>", re.S)
QUOTES = {"&quot;": '"', "&apos;": "'"}


def forms(source):
    if source in IRREGULAR:
        return IRREGULAR[source]
    one = re.sub(r"(\w)\(s\)", r"\1", source)
    many = re.sub(r"(\w)\(s\)", r"\1s", source).replace("persons", "people")
    return one, many


def source_of(message):
    return unescape(re.search(r"<source>(.*?)</source>", message, re.S).group(1), QUOTES)


def written(message, words):
    """The message with its translation: a text, or a list of plural forms."""
    if isinstance(words, str):
        body = escape(words)
    else:
        lines = "".join(f"            <numerusform>{escape(form)}</numerusform>\n" for form in words)
        body = f"\n{lines}        "
    return re.sub(r"<translation.*?</translation>", lambda _: f"<translation>{body}</translation>", message, flags=re.S)


def translation_of(message):
    """Text, list of forms, or None while it is unfinished."""
    found = re.search(r"<translation(?P<kind>[^>]*)>(?P<body>.*?)</translation>", message, re.S)
    if found is None or "unfinished" in found["kind"]:
        return None
    numerus = re.findall(r"<numerusform>(.*?)</numerusform>", found["body"], re.S)
    return [unescape(form, QUOTES) for form in numerus] if numerus else unescape(found["body"], QUOTES)


def contexts(text):
    for context in re.finditer(r"<context>.*?</context>", text, re.S):
        yield re.search(r"<name>(.*?)</name>", context.group(0)).group(1), context


def fill(ts, given):
    """Takes @p given, then what the file itself says elsewhere. @returns what is still missing."""
    text = ts.read_text(encoding="utf-8")
    known, missing, parts, end = {}, {}, [], 0
    for message in MESSAGE.finditer(text):
        if (words := translation_of(message.group(0))) is not None:
            known.setdefault(source_of(message.group(0)), words)
    for name, context in contexts(text):
        def complete(match, name=name):
            message, source = match.group(0), source_of(match.group(0))
            plural = 'numerus="yes"' in match["kind"]
            words = given.get(name, {}).get(source) or translation_of(message) or known.get(source)
            if not words or plural != isinstance(words, list):
                missing.setdefault(name, {})[source] = ["", ""] if plural else ""
                return message
            return written(message, words)
        parts += [text[end:context.start()], MESSAGE.sub(complete, context.group(0))]
        end = context.end()
    ts.write_text("".join(parts) + text[end:], encoding="utf-8")
    return missing


def error_texts():
    """A source for lupdate with the error sentences of core and ui."""
    texts = set()
    for room in ("core", "ui"):
        for path in [*(ROOT / room).rglob("*.cpp"), *(ROOT / room).rglob("*.h")]:
            for match in ERROR.finditer(path.read_text(encoding="utf-8")):
                texts.add("".join(re.findall(r'"((?:[^"\\]|\\.)*)"', match.group(1))))
    return "".join(f'QT_TRANSLATE_NOOP("Error", "{text}")\n' for text in sorted(texts))


def update(ts, given, errors):
    english = ts.stem.endswith("_en")
    # "-I ." lets lupdate find the class declarations: without it contexts lose their namespace and match nothing.
    command = [LUPDATE, "-silent", "-no-obsolete", "-locations", "none", *SOURCES, str(errors), "-I", ".",
               "-ts", str(ts)]
    subprocess.run(command + (["-pluralonly", "-target-language", "en"] if english else []), cwd=ROOT, check=True)
    if not english:
        return fill(ts, given)
    text = ts.read_text(encoding="utf-8")
    plural = r'<message numerus="yes">.*?</message>'
    ts.write_text(re.sub(plural, lambda m: written(m.group(0), list(forms(source_of(m.group(0))))), text, flags=re.S),
                  encoding="utf-8")
    return {}


def main(arguments):
    action, language = (arguments + ["", ""])[:2]
    given = json.loads(pathlib.Path(arguments[2]).read_text(encoding="utf-8")) if action == "--fill" else {}
    with tempfile.TemporaryDirectory() as folder:
        errors = pathlib.Path(folder) / "errors.cpp"
        errors.write_text(error_texts(), encoding="utf-8")
        update_all(action, language, given, errors)


def update_all(action, language, given, errors):
    for ts in sorted((ROOT / "translations").glob("countersign_*.ts")):
        missing = update(ts, given if ts.stem.endswith("_" + language) else {}, errors)
        if action == "--missing" and ts.stem.endswith("_" + language):
            print(json.dumps(missing, ensure_ascii=False, indent=1))
        elif missing:
            count = sum(len(words) for words in missing.values())
            print(f"{ts.name}: {count} texts are not translated", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
