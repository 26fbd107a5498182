"""What .funcignore leaves out."""

from pathlib import Path

import pytest

from infra.cloud.ignored import kept, patterns

FILES = (
    "function_app.py",
    "docs/a.md",
    "functions/docs/a.py",
    "functions/a.md",
    "shared/x.onnx",
    "tests/a.py",
    ".env",
)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for file in FILES:
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text("")
    return tmp_path


@pytest.mark.parametrize(
    ("pattern", "left_out"),
    [
        ("/docs/", {"docs/a.md"}),
        ("docs/", {"docs/a.md", "functions/docs/a.py"}),
        ("/functions/*.md", {"functions/a.md"}),
        ("*.md", {"docs/a.md", "functions/a.md"}),
        ("/.*", {".env"}),
        ("*.onnx", {"shared/x.onnx"}),
        ("tests/", {"tests/a.py"}),
    ],
)
def test_a_pattern_leaves_out_what_gitignore_would(tree: Path, pattern: str, left_out: set[str]) -> None:
    assert set(FILES) - {file.as_posix() for file in kept(tree, [pattern])} == left_out


@pytest.mark.parametrize("pattern", ["!functions/a.md", "**/a.py"])
def test_what_tools_understand_differently_is_refused(tmp_path: Path, pattern: str) -> None:
    (tmp_path / ".funcignore").write_text(f"# a comment\n\n{pattern}\n")

    with pytest.raises(ValueError, match="more than our tools agree on"):
        patterns(tmp_path)
