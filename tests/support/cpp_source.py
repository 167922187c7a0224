# SPDX-License-Identifier: GPL-3.0-or-later
"""What the lint scripts share: which files are ours, and C++ text without comments and string contents."""
import re
from pathlib import Path

CPP = {".h", ".cpp"}
ROOTS = ("core", "ui", "app", "tests", "packaging", "resources", ".ci")
SKIP_PARTS = {"__pycache__", ".venv", "node_modules"}

_TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/|(?:u8|[uUL])?R"(?P<tag>[^()\\\s]{0,16})\((?:.*?)\)(?P=tag)"'
    r'|"(?:\\.|[^"\\\n])*"|(?<![0-9A-Fa-f])\'(?:\\.|[^\'\\\n])+\'',
    re.S,
)


def files(root: Path, suffixes=None):
    """Every file of the project below its known folders, sorted, as paths relative to root."""
    for top in ROOTS:
        for path in sorted((root / top).rglob("*")):
            relative = path.relative_to(root)
            if path.is_file() and not SKIP_PARTS & set(relative.parts):
                if suffixes is None or path.suffix in suffixes:
                    yield relative


def read(root: Path, relative: Path) -> str:
    return (root / relative).read_text(encoding="utf-8", errors="replace")


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def code_only(text: str) -> str:
    """The same text with comments and the inside of literals blanked; offsets and line numbers stay."""

    def replace(match):
        token = match.group(0)
        if token.startswith(("//", "/*")):
            return _blank(token)
        return token[0] + _blank(token[1:-1]) + token[-1]

    return _TOKEN.sub(replace, text)


def line_of(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1
