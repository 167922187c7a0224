#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The budgets of the floor plan: function, file, MainWindow and main.cpp lengths fail; the ratios are reported.

usage: check_budgets.py [ROOT]      exit status 1 when a hard budget is broken
"""
import re
import sys
from pathlib import Path

from cpp_source import CPP, code_only, files, line_of, read

FUNCTION_LINES, FILE_LINES, WINDOW_LINES, MAIN_LINES, FOLDER_PAIRS = 60, 600, 400, 80, 20
COMMENT_RATIO, TEST_RATIO = (0.15, 0.25), 0.6

_SCOPE = re.compile(r"\b(namespace|class|struct|union|enum|extern)\b")
_CALLABLE = re.compile(r"\)\s*(const|noexcept(\s*\([^()]*\))?|override|final|mutable|volatile|&{1,2}|->\s*[\w:<>,*&\s]+|try|\s)*$")


def opens_function(header: str, inside_function: bool) -> bool:
    """True when the '{' after this text starts a function body (lambdas count with the function around them)."""
    if inside_function:
        return False
    text = re.sub(r"^\s*#[^\n]*$", "", header, flags=re.M)
    text = re.sub(r"template\s*<[^{}]*?>\s*(?=\w)", "", text)
    if _SCOPE.match(text.strip()) and "(" not in text.split("{")[0]:
        return False
    if re.search(r"\)\s*(noexcept\s*)?:\s*\w", text):  # constructor with initialisers
        return not re.search(r"[\w>]\s*$", text)
    return bool(_CALLABLE.search(text))


def functions(text: str):
    """Yields (name-ish, first line, body lines) of every function; text is C++ source."""
    code = code_only(text)
    stack, start = [], 0
    for match in re.finditer(r"[{};]", code):
        mark, at = match.group(0), match.start()
        if mark == ";":
            if not any(kind == "function" for kind, _, _ in stack):
                start = at + 1
            continue
        if mark == "{":
            header = code[start:at]
            inside = any(kind in ("function", "value") for kind, _, _ in stack)
            if opens_function(header, inside):
                stack.append(("function", at, header))
            elif not inside and re.search(r"\)\s*(noexcept\s*)?:\s*\w", header):
                stack.append(("init", at, header))  # m_a{1}: the header goes on after it
                continue
            else:
                stack.append(("value" if inside else "scope", at, header))
            start = at + 1
            continue
        if not stack:
            continue
        kind, opened, header = stack.pop()
        if kind == "function":
            name = re.findall(r"([~\w:]+|operator\s*\S+)\s*\(", header)
            yield (name[0] if name else "?"), line_of(code, opened), code.count("\n", opened, at) - 1
        if kind != "init":
            start = at + 1


def count_lines(text: str):
    """(comment lines, code lines); the SPDX line and blank lines are neither."""
    code = code_only(text).splitlines()
    comments = lines = 0
    for raw, stripped in zip(text.splitlines(), code):
        if stripped.strip():
            lines += 1
        elif raw.strip() and "SPDX-License-Identifier" not in raw:
            comments += 1
    return comments, lines


def file_limit(relative: Path) -> int:
    path = relative.as_posix()
    if relative.name == "main.cpp" and path.startswith("app/"):
        return MAIN_LINES
    if re.fullmatch(r"ui/shell/(window/)?main_window\.(h|cpp)", path):
        return WINDOW_LINES
    return FILE_LINES


def hard_problems(root: Path):
    for relative in files(root, CPP):
        text = read(root, relative)
        lines, limit = text.count("\n"), file_limit(relative)
        if lines > limit:
            yield relative, lines, f"file: {lines} lines, the budget is {limit}"
        for name, line, length in functions(text):
            if length > FUNCTION_LINES:
                yield relative, line, f"function: {name} has {length} lines, the budget is {FUNCTION_LINES}"


def crowded_folders(root: Path):
    pairs = {}
    for relative in files(root, CPP):
        pairs.setdefault(relative.parent, set()).add(relative.stem)
    return {folder: len(stems) for folder, stems in pairs.items() if len(stems) > FOLDER_PAIRS}


def unused_headers(root: Path):
    """Headers that no file includes."""
    everything = {relative: read(root, relative) for relative in files(root, CPP)}
    included = {name for text in everything.values() for name in re.findall(r'#\s*include\s*"([^"]+)"', text)}
    return [relative for relative in everything if relative.suffix == ".h" and relative.as_posix() not in included]


def unused_icons(root: Path):
    """Icons whose name stands in no source, style, stage table or build file."""
    texts = [read(root, relative) for relative in files(root, CPP | {".ui", ".qss", ".txt"})]
    words = set(re.findall(r"[\w-]+", " ".join(texts)))
    icons = (root / "resources/icons").glob("*.svg")
    return sorted(icon.stem for icon in icons if icon.stem not in words)


def report(root: Path):
    """Lines about the budgets that are aims, not limits."""
    comments = code = source = tests = 0
    for relative in files(root, CPP):
        own, lines = count_lines(read(root, relative))
        if relative.parts[0] == "tests":
            tests += lines
        else:
            comments, code, source = comments + own, code + lines, source + lines
    if code:
        yield f"comments: {comments / code:.2f} of the code lines (aim {COMMENT_RATIO[0]} to {COMMENT_RATIO[1]})"
        yield f"tests: {tests / source:.2f} of the source lines (aim {TEST_RATIO} or more; {tests} to {source})"
    for folder, count in sorted(crowded_folders(root).items()):
        yield f"folder: {folder} holds {count} pairs (aim {FOLDER_PAIRS})"
    for title, names in (("headers no file includes", unused_headers(root)), ("icons without use", unused_icons(root))):
        if names:
            yield f"{title}: {len(names)}: " + ", ".join(str(name) for name in names[:12]) + (" …" if names[12:] else "")


def main(arguments) -> int:
    root = Path(arguments[0]).resolve() if arguments else Path(__file__).resolve().parents[2]
    for line in report(root):
        print(line)
    problems = list(hard_problems(root))
    for relative, line, what in problems:
        print(f"{relative}:{line}: {what}")
    print(f"budgets: {len(problems)} problem{'' if len(problems) == 1 else 's'}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
