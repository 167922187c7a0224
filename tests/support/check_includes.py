#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails on an include that the floor plan forbids, and on words that only one room may use.

usage: check_includes.py [ROOT]      prints file:line: rule: what to do; exit status 1 when there is any
"""
import re
import subprocess
import sys
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cpp_source import CPP, code_only, files, line_of, read

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"\n]+)"|<([^>\n]+)>)', re.M)
GENERATED = re.compile(r"(^|/)(ui_|moc_)\w+\.(h|cpp)$|\.moc$|(^|/)version\.h$")
UMBRELLAS = {f"Qt{m}" for m in "Core Gui Widgets Sql Network Concurrent Svg Pdf Charts Test PrintSupport DBus".split()}
EXTERNAL = {
    "sodium": r"sodium(\.h|/)", "curl": r"curl/", "openssl": r"openssl/", "sqlite": r"sqlite3\.h", "seccomp": r"seccomp\.h",
    "cli11": r"CLI/", "keychain": r"(qt6?keychain/|keychain\.h)", "gtest": r"(gtest|gmock)/",
    "rapidcheck": r"rapidcheck", "benchmark": r"benchmark/", "expected": r"tl/expected", "cereal": r"cereal/",
    "xlsxwriter": r"xlsxwriter\.h", "pq": r"libpq-fe\.h", "httplib": r"httplib\.h",
}
# Used when the Qt headers are not installed; otherwise the module is read from the header folders.
QT_BY_NAME = (
    ("Sql", r"QSql"), ("Network", r"Q(Network|Tcp|Udp|Ssl|Local|Host|AbstractSocket|Http|Dns)"),
    ("Concurrent", r"QtConcurrent"), ("Pdf", r"QPdfDocument"), ("Svg", r"QSvg"), ("Test", r"Q(Test|SignalSpy)"),
    ("Charts", r"QChart"), ("DBus", r"QDBus"), ("PrintSupport", r"QPrint"),
    ("Gui", r"Q(Color|Image|Pixmap|Painter|Icon|Font|Palette|GuiApplication|Brush|Pen|TextDocument|PdfWriter|Key)"),
    ("Widgets", r"Q(Widget|Application|Dialog|MessageBox|FileDialog|Label|TableView|TreeView|MainWindow|Menu|Push)"),
)


@dataclass(frozen=True)
class Word:
    """A pattern that may stand in some files only."""

    rule: str
    pattern: re.Pattern
    where: re.Pattern   # files that are looked at
    allowed: re.Pattern  # files that may
    advice: str


def word(rule, pattern, advice, allowed=r"(?!)", where=r""):
    return Word(rule, re.compile(pattern), re.compile(where), re.compile(allowed), advice)


WORDS = (
    word("string-connect", r"\b(SIGNAL|SLOT)\s*\(", "connect by pointer to member with a context object"),
    word("prompter", r"\bQ(MessageBox|FileDialog)\s*::", "ask through the Prompter",
         allowed=r"^ui/shell/(\w+_)?prompter|^tests/"),
    word("nested-loop", r"\bprocessEvents\s*\(", "never spin the event loop", allowed=r"^tests/"),
    word("nested-loop", r"(?:\.|->)exec\s*\(\s*\)|\bQ(?:Core|Gui)?Application::exec\s*\(", "use open() and signals",
         allowed=r"^tests/|(^|/)main\.cpp$|^core/identity/os_keychain\.cpp$"),
    word("wall-clock", r"\bQ(DateTime|Date|Time)::current\w*\s*\(|\bsystem_clock::now\b|(?<![\w.>:])time\s*\(\s*(nullptr|NULL|0)\s*\)",
         "take a Clock", allowed=r"^core/base/(clock|utc_time)|^tests/"),
    word("engine-pure", r"\bQ(File|Timer|ElapsedTimer|RandomGenerator|Process|Settings)\b|\bsteady_clock\b|\brandom_device\b|\bmt19937",
         "the engine does no I/O, takes no clock and draws no random number", where=r"^core/engine/"),
)


def parse_table(text: str):
    """{room: [tokens]} in the order of the file. Raises ValueError with the line for anything odd."""
    table = {}
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.split("#")[0].strip()
        if not line:
            continue
        room, colon, tokens = line.partition(":")
        if not colon or room in table or not re.fullmatch(r"[a-z_]+(/[a-z_*]+)*", room):
            raise ValueError(f"include table line {number}: expected 'room: what it may include', got '{raw}'")
        table[room] = tokens.split()
    return table


def rules_for(table, path: str):
    """The tokens that hold for a file: its room and all named parents; a screen without a line of its own is ui/*."""
    parts = path.split("/")[:-1]
    names = ["/".join(parts[:n]) for n in range(1, len(parts) + 1)]
    if parts[:1] == ["ui"] and len(parts) > 1 and names[1] not in table:
        names[1] = "ui/*"
    found = [name for name in names if name in table]
    return None if not found else [token for name in found for token in table[name]]


def test_rules(table, path: str):
    """A test may do what its room may do, include that room, and use tests/support."""
    mirrored = path.removeprefix("tests/")
    room = "/".join(mirrored.split("/")[:-1])
    rules = rules_for(table, mirrored)
    if rules is None:  # laws, bench, interop, app-wide: anything of ours
        rules, room = ["core", "ui", "app", "tests/laws"], "core"
        rules += [f"qt:{m}" for m in ("Sql", "Gui", "Widgets", "Network", "Concurrent", "Svg", "Pdf")]
        rules += [f"ext:{e}" for e in EXTERNAL]
    return [t for t in rules if not t.startswith("!")] + [
        room, "tests/support", "tests/" + room, "core/base", "core/crypto", "core/domain",
        "qt:Test", "ext:gtest", "ext:rapidcheck", "ext:benchmark", "ext:sqlite"]


def under(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder + "/")


def own_room(path: str) -> str:
    parts = path.split("/")
    return "/".join(parts[: 1 if len(parts) < 3 else 2])


def edge_allowed(rules, path: str, target: str) -> bool:
    """A deeper room may be given back what its parent was denied ("!readers", then "readers")."""
    denied = [token[1:] for token in rules if token.startswith("!") and token[1:] not in rules]
    if any(under(target, folder) for folder in denied):
        return False
    return under(target, own_room(path)) or any(under(target, token) for token in rules)


@lru_cache(maxsize=1)
def qt_modules():
    """{header: module} from the installed Qt, {} without one."""
    try:
        run = subprocess.run(["qmake6", "-query", "QT_INSTALL_HEADERS"], capture_output=True, text=True, timeout=20)
        base = Path(run.stdout.strip() or "/nonexistent")
    except (OSError, subprocess.TimeoutExpired):
        return {}
    found = {}
    for folder in base.glob("Qt*"):
        for header in folder.glob("Q*"):
            found.setdefault(header.name, folder.name.removeprefix("Qt"))
    return found


def qt_module(header: str):
    """The Qt module of an angle include, None when it is not Qt."""
    folder, slash, name = header.partition("/")
    if slash and re.fullmatch(r"Qt[A-Z]\w*", folder):
        return folder.removeprefix("Qt")
    if not re.fullmatch(r"Q\w+|q\w+\.h", header):
        return None
    if header in qt_modules():
        return qt_modules()[header]
    return next((module for module, pattern in QT_BY_NAME if re.match(pattern, header)), "Core")


def check_angle(rules, header: str):
    """(rule, advice) or None for #include <header>."""
    if header in UMBRELLAS:
        return "umbrella", f"<{header}> reads the whole module: include the class"
    for name, pattern in EXTERNAL.items():
        if re.match(pattern, header):
            return None if f"ext:{name}" in rules else ("library", f"this room may not use {name} (<{header}>)")
    module = qt_module(header)
    if module in (None, "Core") or f"qt:{module}" in rules:
        return None
    return "qt-module", f"this room may not use Qt {module} (<{header}>)"


def check_quoted(rules, path: str, target: str, root: Path):
    if GENERATED.search(target):
        return None
    if "/" not in target or not (root / target).is_file():
        return check_angle(rules, target) or ("full-path", f'"{target}" is no path from the root of the project')
    if edge_allowed(rules, path, target):
        return None
    return "edge", f"{own_room(path)} may not include {target} (tests/support/include_table.txt)"


def check_file(table, root: Path, relative: Path):
    """Yields (line, rule, advice) for one C++ file."""
    path = relative.as_posix()
    text = read(root, relative)
    rules = test_rules(table, path) if path.startswith("tests/") and not path.startswith("tests/support/") \
        else rules_for(table, path)
    if rules is None:
        yield 1, "room", "no line of the include table covers this folder"
        return
    code = code_only(text)
    for match in INCLUDE.finditer(text):
        if "include" not in code[match.start():match.end()]:
            continue  # inside a comment
        quoted, angle = match.groups()
        found = check_quoted(rules, path, quoted, root) if quoted else check_angle(rules, angle)
        if found:
            yield (line_of(text, match.start()), *found)
    for item in WORDS:
        if not item.where.search(path) or item.allowed.search(path):
            continue
        if "exec" in item.pattern.pattern and "QSqlQuery" in text:
            continue  # a prepared query runs with exec() too
        for match in item.pattern.finditer(code):
            yield line_of(code, match.start()), item.rule, f"'{match.group(0).strip()}': {item.advice}"


def needs_spdx(relative: Path, text: str) -> bool:
    return relative.suffix in CPP | {".py", ".cmake"} or relative.name == "CMakeLists.txt" or text.startswith("#!")


def check_spdx(root: Path):
    for relative in files(root):
        if relative.suffix in {".png", ".pdf", ".gz", ".zip", ".svg", ".json", ".csv", ".ttf", ".onnx"}:
            continue
        text = read(root, relative)
        if needs_spdx(relative, text) and not any("SPDX-License-Identifier:" in line for line in text.splitlines()[:2]):
            yield relative, 1, "spdx", "the first line names the licence: SPDX-License-Identifier: GPL-3.0-or-later"


def check(root: Path, table_text: str):
    table = parse_table(table_text)
    for relative in files(root, CPP):
        for line, rule, advice in check_file(table, root, relative):
            yield relative, line, rule, advice
    yield from check_spdx(root)


def main(arguments) -> int:
    here = Path(__file__).resolve()
    root = Path(arguments[0]).resolve() if arguments else here.parents[2]
    problems = list(check(root, (here.parent / "include_table.txt").read_text(encoding="utf-8")))
    for relative, line, rule, advice in problems:
        print(f"{relative}:{line}: {rule}: {advice}")
    count = sum(1 for _ in files(root, CPP))
    print(f"include table: {count} files, {len(problems)} problem{'' if len(problems) == 1 else 's'}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
