#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""German is complete: every text is translated, keeps its placeholders, and the file is up to date with the sources."""
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "translations"))
import update  # noqa: E402

GERMAN = (ROOT / "translations/countersign_de.ts").read_text(encoding="utf-8")


class German(unittest.TestCase):
    def test_nothing_is_unfinished(self):
        for name, context in update.contexts(GERMAN):
            for message in update.MESSAGE.finditer(context.group(0)):
                with self.subTest(name, source=update.source_of(message.group(0))):
                    words = update.translation_of(message.group(0))
                    self.assertTrue(words and all(words))

    def test_placeholders_stay(self):
        for message in update.MESSAGE.finditer(GERMAN):
            source, words = update.source_of(message.group(0)), update.translation_of(message.group(0))
            forms = [words] if isinstance(words, str) else words or []
            for number, form in enumerate(forms):
                with self.subTest(source):
                    if number == 0 and len(forms) > 1:
                        form = form if "%n" in form else form + "%n"  # one may be said without its number
                    wanted = {mark.replace("@", "%") for mark in re.findall(r"[%@][0-9n]", source)}
                    self.assertEqual(set(re.findall(r"%[0-9n]", form)), wanted)

    def test_every_context_is_known(self):
        """A text whose class lupdate did not find is never found at run time."""
        known = {"CaseWords", "ConditionWords", "Core", "Error", "FoundingChoice", "MainWindow", "PolicySheets", "Rail", "Setting", "WidgetPrompter", "Words"}
        for name, _ in update.contexts(GERMAN):
            with self.subTest(name):
                self.assertTrue(name in known or name.startswith("cs::"))

    @unittest.skipUnless(Path(update.LUPDATE).exists(), "lupdate is not installed")
    def test_no_text_of_the_sources_is_missing(self):
        with tempfile.TemporaryDirectory() as folder:
            ts = Path(folder) / "countersign_de.ts"
            shutil.copy(ROOT / "translations/countersign_de.ts", ts)
            errors = Path(folder) / "errors.cpp"
            errors.write_text(update.error_texts(), encoding="utf-8")
            self.assertEqual(update.update(ts, {}, errors), {})


if __name__ == "__main__":
    unittest.main()
