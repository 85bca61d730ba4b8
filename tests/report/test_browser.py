"""The page in a real browser: it opens, its boxes filter, and nothing is asked of the network.

docs/pictures/report.png is made by: python tests/report/test_browser.py
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from sovcite.checking import check
from sovcite.manuscript import read
from sovcite.report.checked import Checked
from sovcite.report.page import report

_ROOT = Path(__file__).parents[2]
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_BROWSER = next((found for name in _NAMES if (found := shutil.which(name))), None)
# what a reader's click does, and then the page as it is says what it shows
_FILTER = """<script>
for (const box of document.querySelectorAll("input.rule"))
  if (box.value !== "C001") box.click();
document.body.dataset.shown = [...document.querySelectorAll(".finding:not(.hidden)")]
  .map(item => item.dataset.code).join(" ");
document.body.dataset.notes = [...document.querySelectorAll(".note")]
  .filter(note => note.getClientRects().length > 0).length;
</script>"""


def _example() -> Checked:
    manuscript = read(_ROOT / "docs" / "examples" / "first-stalin-mass-operation.docx")
    name = Path(manuscript.source).name
    return Checked(
        source=name, shown=name, notes=manuscript.notes, findings=tuple(check(manuscript.notes)), citations=11
    )


def _browse(folder: Path, html: str, *options: str) -> str:
    file = folder / "page.html"
    file.write_text(html, encoding="utf-8")
    command = [str(_BROWSER), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}", *options]
    done = subprocess.run([*command, file.as_uri()], capture_output=True, text=True, timeout=120, check=True)
    return done.stdout


@pytest.mark.skipif(_BROWSER is None, reason="no Chromium on this machine: apt install chromium")
def test_the_page_opens_and_filters(tmp_path: Path) -> None:
    example = _example()
    html = report([example])
    whole = _browse(tmp_path, html, "--dump-dom")
    assert len(re.findall(r'class="finding [a-z]+"', whole)) == len(example.findings)
    filtered = _browse(tmp_path, html.replace("</body>", f"{_FILTER}</body>"), "--dump-dom")
    shown = re.search(r'<body data-shown="([^"]*)" data-notes="([0-9]+)"', filtered)
    assert shown
    wanted = [one for one in example.findings if one.code == "C001"]
    assert shown[1].split() == ["C001"] * len(wanted)
    assert int(shown[2]) == len({one.note for one in wanted})


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as _folder:
        _picture = _ROOT / "docs" / "pictures" / "report.png"
        _page = report([_example()]).replace("</body>", f"{_FILTER}</body>")
        _browse(Path(_folder), _page, "--window-size=1100,1200", f"--screenshot={_picture}")
    sys.exit(not _picture.is_file())
