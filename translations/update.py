#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Brings translations/*.ts up to date with the sources, and writes the English plurals.

Run from anywhere after changing a text. English holds plurals only: "%n item(s)" becomes "%n item" and "%n items";
a plural that another rule is needed for stands in IRREGULAR.
"""
import pathlib
import re
import shutil
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent
LUPDATE = shutil.which("lupdate6") or "/usr/lib/qt6/bin/lupdate"
IRREGULAR = {
    "%n wait(s) for you": ("%n waits for you", "%n wait for you"),
    "At least %n people are needed.": ("At least %n person is needed.", "At least %n people are needed."),
}


def forms(source):
    if source in IRREGULAR:
        return IRREGULAR[source]
    one = re.sub(r"(\w)\(s\)", r"\1", source)
    many = re.sub(r"(\w)\(s\)", r"\1s", source).replace("persons", "people")
    return one, many


def fill(match):
    message = match.group(0)
    one, many = forms(re.search(r"<source>(.*?)</source>", message, re.S).group(1))
    text = f"<translation>\n            <numerusform>{one}</numerusform>\n" \
           f"            <numerusform>{many}</numerusform>\n        </translation>"
    return re.sub(r"<translation.*?</translation>", lambda _: text, message, flags=re.S)


def update(ts):
    english = ts.stem.endswith("_en")
    # "-I ." lets lupdate find the class declarations: without it contexts lose their namespace and match nothing.
    command = [LUPDATE, "-silent", "-no-obsolete", "-locations", "none", "ui", "app/desktop", "-I", ".", "-ts", str(ts)]
    subprocess.run(command + (["-pluralonly", "-target-language", "en"] if english else []), cwd=ROOT, check=True)
    if english:
        text = ts.read_text(encoding="utf-8")
        ts.write_text(re.sub(r'<message numerus="yes">.*?</message>', fill, text, flags=re.S), encoding="utf-8")


for file in sorted((ROOT / "translations").glob("countersign_*.ts")):
    update(file)
