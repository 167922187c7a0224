#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each lint rule is shown to fail on the smallest file that breaks it, and to pass on its neighbour."""
import sys
import tempfile
import unittest
import unittest.mock
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import check_budgets  # noqa: E402
import check_includes  # noqa: E402
from cpp_source import code_only  # noqa: E402

HERE = Path(__file__).resolve().parent
TABLE = (HERE / "include_table.txt").read_text(encoding="utf-8")
SPDX = "// SPDX-License-Identifier: GPL-3.0-or-later\n"
HEADERS = (
    "core/base/result.h", "core/crypto/keys.h", "core/domain/model.h", "core/ledger/entry.h", "core/ledger/store/log_store.h",
    "core/engine/laws.h", "core/evidence/content_store.h", "core/evidence/readers/pdf.h", "core/query/inbox.h",
    "core/workspace/workspace.h", "ui/widgets/chip.h", "ui/inbox/page.h", "ui/promotion/page.h", "ui/shell/window.h",
    "tests/support/builders.h",
)


class Tree(unittest.TestCase):
    """A throw-away project with one header in every room."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        for name in HEADERS:
            self.write(name, SPDX + "#pragma once\n")

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def rules(self, name, body, spdx=SPDX):
        """The (line, rule) pairs found in one file, line counted without the licence line."""
        self.write(name, spdx + body)
        offset = spdx.count("\n")
        return [(line - offset, rule) for where, line, rule, _ in check_includes.check(self.root, TABLE)
                if where.as_posix() == name]


class IncludeTable(Tree):
    FORBIDDEN = (
        ("core/base/x.cpp", "core/crypto/keys.h"), ("core/domain/x.cpp", "core/crypto/keys.h"),
        ("core/engine/x.cpp", "core/ledger/entry.h"), ("core/engine/x.cpp", "core/query/inbox.h"),
        ("core/ledger/x.cpp", "core/domain/model.h"), ("core/query/x.cpp", "core/engine/laws.h"),
        ("core/workspace/x.cpp", "ui/widgets/chip.h"), ("core/workspace/x.cpp", "core/evidence/readers/pdf.h"),
        ("core/evidence/x.cpp", "core/evidence/readers/pdf.h"), ("ui/inbox/x.cpp", "ui/promotion/page.h"),
        ("ui/inbox/x.cpp", "ui/shell/window.h"), ("ui/inbox/x.cpp", "core/engine/laws.h"),
        ("ui/widgets/x.cpp", "core/workspace/workspace.h"), ("app/cli/x.cpp", "ui/widgets/chip.h"),
        ("app/cli/x.cpp", "core/evidence/readers/pdf.h"), ("app/reader/x.cpp", "core/crypto/keys.h"),
        ("app/desktop/x.cpp", "core/engine/laws.h"), ("core/base/x.cpp", "tests/support/builders.h"),
        ("tests/core/base/x.cpp", "core/workspace/workspace.h"),
    )
    ALLOWED = (
        ("core/crypto/x.cpp", "core/base/result.h"), ("core/ledger/store/x.cpp", "core/ledger/entry.h"),
        ("core/ledger/x.cpp", "core/ledger/store/log_store.h"), ("core/workspace/x.cpp", "core/engine/laws.h"),
        ("core/evidence/readers/x.cpp", "core/evidence/readers/pdf.h"), ("app/reader/x.cpp", "core/evidence/readers/pdf.h"),
        ("ui/inbox/x.cpp", "ui/widgets/chip.h"), ("ui/shell/x.cpp", "ui/promotion/page.h"),
        ("app/desktop/x.cpp", "ui/shell/window.h"), ("tests/core/engine/x.cpp", "tests/support/builders.h"),
        ("tests/core/evidence/x.cpp", "core/evidence/readers/pdf.h"), ("tests/laws/x.cpp", "core/workspace/workspace.h"),
        ("tests/ui/inbox/x.cpp", "ui/inbox/page.h"),
    )

    def test_forbidden_edges_fail(self):
        for name, target in self.FORBIDDEN:
            with self.subTest(f"{name} -> {target}"):
                self.assertEqual(self.rules(name, f'#include "{target}"\n'), [(1, "edge")])

    def test_allowed_edges_pass(self):
        for name, target in self.ALLOWED:
            with self.subTest(f"{name} -> {target}"):
                self.assertEqual(self.rules(name, f'#include "{target}"\n'), [])

    def test_commented_include_is_no_edge(self):
        self.assertEqual(self.rules("core/base/x.cpp", '// #include "core/crypto/keys.h"\n'), [])

    def test_relative_include_fails(self):
        self.assertEqual(self.rules("core/base/x.cpp", '#include "result.h"\n'), [(1, "full-path")])

    def test_generated_include_passes(self):
        self.assertEqual(self.rules("ui/inbox/x.cpp", '#include "ui_page.h"\n#include "x.moc"\n'), [])

    def test_unknown_folder_fails(self):
        self.assertEqual(self.rules("core/cellar/x.cpp", ""), [(0, "room")])

    def test_odd_table_is_refused(self):
        for text in ("core/base\n", "core/base: a\ncore/base: b\n", "Core Base: x\n"):
            with self.subTest(text), self.assertRaisesRegex(ValueError, "include table line"):
                check_includes.parse_table(text)


class Libraries(Tree):
    FORBIDDEN = (
        ("core/engine/x.cpp", "QSqlDatabase", "qt-module"), ("core/engine/x.cpp", "QtConcurrent/QtConcurrentRun", "qt-module"),
        ("core/ledger/x.cpp", "QSqlQuery", "qt-module"), ("core/domain/x.cpp", "QNetworkAccessManager", "qt-module"),
        ("core/reports/x.cpp", "QPainter", "qt-module"), ("core/workspace/x.cpp", "QWidget", "qt-module"),
        ("core/workspace/x.cpp", "QtWidgets/QLabel", "qt-module"), ("app/cli/x.cpp", "QApplication", "qt-module"),
        ("ui/inbox/x.cpp", "QSqlDatabase", "qt-module"), ("ui/inbox/x.cpp", "QNetworkReply", "qt-module"),
        ("core/ledger/x.cpp", "sodium.h", "library"), ("core/engine/x.cpp", "openssl/evp.h", "library"),
        ("ui/shell/x.cpp", "sqlite3.h", "library"), ("core/evidence/x.cpp", "seccomp.h", "library"),
        ("core/workspace/x.cpp", "qt6keychain/keychain.h", "library"),
        ("ui/shell/x.cpp", "QtWidgets", "umbrella"), ("core/base/x.cpp", "QtCore", "umbrella"),
    )
    ALLOWED = (
        ("core/engine/x.cpp", "QString"), ("core/base/x.cpp", "vector"), ("core/ledger/store/x.cpp", "sqlite3.h"),
        ("core/query/x.cpp", "QSqlQuery"), ("core/reports/render/x.cpp", "QPainter"), ("core/crypto/x.cpp", "sodium.h"),
        ("core/identity/x.cpp", "qt6keychain/keychain.h"), ("ui/inbox/x.cpp", "QLabel"), ("app/reader/x.cpp", "seccomp.h"),
        ("tests/core/base/x.cpp", "gtest/gtest.h"), ("app/cli/x.cpp", "CLI/CLI.hpp"),
    )

    def test_forbidden_libraries_fail(self):
        for name, header, rule in self.FORBIDDEN:
            with self.subTest(f"{name} -> {header}"):
                self.assertEqual(self.rules(name, f"#include <{header}>\n"), [(1, rule)])

    def test_allowed_libraries_pass(self):
        for name, header in self.ALLOWED:
            with self.subTest(f"{name} -> {header}"):
                self.assertEqual(self.rules(name, f"#include <{header}>\n"), [])

    def test_names_alone_find_the_module(self):
        check_includes.qt_modules.cache_clear()
        self.addCleanup(check_includes.qt_modules.cache_clear)
        with unittest.mock.patch.object(check_includes.subprocess, "run", side_effect=OSError):
            self.assertEqual(check_includes.qt_module("QSqlQuery"), "Sql")
            self.assertEqual(check_includes.qt_module("QNetworkReply"), "Network")
            self.assertEqual(check_includes.qt_module("QPainter"), "Gui")
            self.assertEqual(check_includes.qt_module("QMessageBox"), "Widgets")
            self.assertEqual(check_includes.qt_module("QString"), "Core")
            self.assertIsNone(check_includes.qt_module("vector"))


class Words(Tree):
    CASES = (
        ("ui/inbox/x.cpp", "connect(a, SIGNAL(x()), b);", "string-connect", None),
        ("ui/inbox/x.cpp", "QMessageBox::warning(this);", "prompter", "ui/shell/prompter.cpp"),
        ("ui/shell/x.cpp", "QFileDialog::getOpenFileName();", "prompter", "ui/shell/widget_prompter.cpp"),
        ("ui/inbox/x.cpp", "QCoreApplication::processEvents();", "nested-loop", "tests/ui/inbox/x.cpp"),
        ("ui/inbox/x.cpp", "dialog.exec();", "nested-loop", "app/desktop/main.cpp"),
        ("ui/inbox/x.cpp", "loop->exec();", "nested-loop", "tests/ui/inbox/x.cpp"),
        ("core/workspace/x.cpp", "auto t = QDateTime::currentDateTimeUtc();", "wall-clock", "core/base/clock.cpp"),
        ("core/workspace/x.cpp", "auto t = std::chrono::system_clock::now();", "wall-clock", "core/base/clock.cpp"),
        ("core/workspace/x.cpp", "auto t = time(nullptr);", "wall-clock", "core/base/clock.cpp"),
        ("core/engine/x.cpp", "QFile file;", "engine-pure", "core/workspace/x.cpp"),
        ("core/engine/x.cpp", "std::random_device d;", "engine-pure", "core/workspace/x.cpp"),
    )

    def test_words_fail_outside_their_room(self):
        for name, body, rule, allowed in self.CASES:
            with self.subTest(f"{name}: {body}"):
                self.assertEqual(self.rules(name, body + "\n"), [(1, rule)])
                if allowed:
                    self.assertEqual(self.rules(allowed, body + "\n"), [])

    def test_words_in_comments_and_literals_pass(self):
        body = '// SIGNAL(\n/* QMessageBox:: */ auto a = "processEvents("; auto b = R"x(SIGNAL("))x";\n'
        self.assertEqual(self.rules("ui/inbox/x.cpp", body), [])

    def test_prepared_query_may_run(self):
        self.assertEqual(self.rules("core/query/x.cpp", "#include <QSqlQuery>\nvoid f(QSqlQuery& q) { q.exec(); }\n"), [])

    def test_missing_licence_fails(self):
        self.assertEqual(self.rules("core/base/x.cpp", "int x;\n", spdx=""), [(1, "spdx")])
        self.write("packaging/tool", "#!/bin/bash\n")
        self.write("core/base/CMakeLists.txt", "cs_room(Base)\n")
        missing = {where.as_posix() for where, *_ in check_includes.check_spdx(self.root)}
        self.assertEqual(missing, {"core/base/x.cpp", "packaging/tool", "core/base/CMakeLists.txt"})

    def test_command_exits_with_failure(self):
        self.assertEqual(check_includes.main([str(self.root)]), 0)
        self.write("core/base/x.cpp", SPDX + '#include "core/crypto/keys.h"\n')
        self.assertEqual(check_includes.main([str(self.root)]), 1)


class Source(unittest.TestCase):
    def test_literals_keep_their_length(self):
        text = 'a("/* no */"); // gone\nauto c = \'"\'; auto n = 1\'000\'000; x("\\"{");\n'
        code = code_only(text)
        self.assertEqual(len(code), len(text))
        self.assertNotIn("gone", code)
        self.assertIn("1'000'000", code)
        self.assertNotIn("{", code)


class Budgets(Tree):
    def lengths(self, text):
        return [(name, lines) for name, _, lines in check_budgets.functions(text)]

    def test_functions_are_measured(self):
        cases = (
            ("int f()\n{\n    a;\n    b;\n}\n", [("f", 2)]),
            ("struct S {\n    int g() const\n    {\n        a;\n    }\n    int m {1};\n};\n", [("g", 1)]),
            ("A::A(int x)\n    : m_a {x}\n    , m_b(2)\n{\n    go();\n    if (x) {\n        y();\n    }\n}\n", [("A::A", 4)]),
            ("namespace n {\nauto h(int) -> std::vector<int>\n{\n    x;\n}\n}\n", [("h", 1)]),
            ("const int t[] = {\n1,\n2,\n};\nvoid k() noexcept\n{\n    x;\n}\n", [("k", 1)]),
            ("template <class T, class = X<(1 > 0)>>\nvoid t(T)\n{\n    x;\n}\n", [("t", 1)]),
            ("TEST(Suite, name)\n{\n    auto l = [](int) {\n        y;\n    };\n}\n", [("TEST", 3)]),
        )
        for text, expected in cases:
            with self.subTest(text):
                self.assertEqual(self.lengths(text), expected)

    def test_long_function_fails_at_61(self):
        for lines, expected in ((60, 0), (61, 1)):
            self.write("core/base/x.cpp", SPDX + "void f()\n{\n" + "    x();\n" * lines + "}\n")
            self.assertEqual(len(list(check_budgets.hard_problems(self.root))), expected)
            self.assertEqual(check_budgets.main([str(self.root)]), expected)

    def test_long_files_fail(self):
        for name, limit in (("core/base/x.cpp", 600), ("ui/shell/main_window.cpp", 400), ("app/cli/main.cpp", 80)):
            with self.subTest(name):
                self.write(name, "int x;\n" * limit)
                self.assertEqual(list(check_budgets.hard_problems(self.root)), [])
                self.write(name, "int x;\n" * (limit + 1))
                self.assertEqual([where.as_posix() for where, *_ in check_budgets.hard_problems(self.root)], [name])
                (self.root / name).unlink()

    def test_ratios_are_reported(self):
        self.write("core/base/x.cpp", SPDX + "// why\nint a;\nint b; // same line\n\nint c;\nint d;\n")
        self.assertEqual(check_budgets.count_lines((self.root / "core/base/x.cpp").read_text()), (1, 4))
        self.write("resources/icons/lonely.svg", "<svg/>")
        self.write("core/base/y.cpp", SPDX + '#include "core/base/result.h"\n')
        text = "\n".join(check_budgets.report(self.root))
        self.assertIn("icons without use: 1: lonely", text)
        self.assertIn("headers no file includes", text)
        self.assertNotIn("result.h", text)

    def test_crowded_folder_is_reported(self):
        for n in range(21):
            self.write(f"core/query/q{n}.cpp", SPDX)
        self.assertIn("folder: core/query holds 22 pairs", "\n".join(check_budgets.report(self.root)))


if __name__ == "__main__":
    unittest.main()
