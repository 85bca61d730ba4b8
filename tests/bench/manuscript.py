"""A Word file with 2,000 notes of 17 runs and 3,000 citations: check and fix against mapping its runs with lxml.

Prints the medians, the ratios of wall time beyond start-up, and the most memory of each process. Run it with the
Python of an environment that sovcite and lxml are installed in.
"""

import random
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from zipfile import ZIP_DEFLATED, ZipFile

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P = "http://schemas.openxmlformats.org/package/2006/relationships"
_NOTES, _RUNS = 2000, 17
_TIMES = 5
_LOOKS = '<w:rPr><w:rFonts w:ascii="Times New Roman"/><w:sz w:val="20"/><w:lang w:val="ru-RU"/></w:rPr>'

# each is run in a process of its own, which prints its seconds beyond its imports and its memory in kilobytes
_HEAD = "import resource, sys, time\nfile = sys.argv[1]\n"
_TAIL = "\nprint(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
_LXML = (
    _HEAD
    + "import zipfile\nfrom lxml import etree\n"
    + f'w = "{{{_W}}}"\n'
    + """start = time.perf_counter()
root = etree.fromstring(zipfile.ZipFile(file).read("word/footnotes.xml"))
maps = []
for note in root:
    at, runs = 0, []
    for run in note.iter(w + "r"):
        for inner in run:
            if inner.tag == w + "t":
                runs.append((run, inner, at, at + len(inner.text or "")))
                at += len(inner.text or "")
    maps.append(runs)"""
    + _TAIL
)
_SOVCITE = """import gc
gc.set_threshold(20_000, 50, 50)
from sovcite.checking import check_survey, survey_notes
from sovcite.manuscript import read_bytes, read_content
from sovcite.repair import plan_repairs, repaired, save
survey_notes(read_bytes(b"GARF f. 374 op. 27 d. 1211l. 13", "a.txt").notes)
start = time.perf_counter()
data = read_content(file)
manuscript = read_bytes(data, file)
{more}"""
_READ = _HEAD + _SOVCITE.format(more="") + _TAIL
_CHECK = _HEAD + _SOVCITE.format(more="found = check_survey(survey_notes(manuscript.notes))") + _TAIL
_FIX = (
    _HEAD
    + _SOVCITE.format(
        more="survey = survey_notes(manuscript.notes)\n"
        "plan = plan_repairs(manuscript, check_survey(survey), mentions=survey.mentions)\n"
        "save(repaired(data, manuscript, plan), file + '.fixed.docx')"
    )
    + _TAIL
)


def _text(number: int, draw: random.Random) -> str:
    fond, opis, file, leaf = (draw.randint(1, 900) for _ in range(4))
    text = f" РГАСПИ. Ф. {fond}. Оп. {opis % 90 + 1}. Д. {file}. Л. {leaf}–{leaf + 4}."
    if number % 2:
        text += f" ГАРФ. Ф. Р-{file}. Оп. {opis % 9 + 1}. Д. {fond}. Л. {leaf}, {leaf + 3} об."
    # every twentieth note has a slip
    return text if number % 20 else text.replace(". Л. ", "Л. ", 1)


def _make(path: Path) -> None:
    draw = random.Random(5)
    body, notes = [], []
    for number in range(1, _NOTES + 1):
        text = _text(number, draw)
        step = len(text) / _RUNS
        pieces = (text[round(place * step) : round((place + 1) * step)] for place in range(_RUNS))
        runs = "".join(f'<w:r>{_LOOKS}<w:t xml:space="preserve">{piece}</w:t></w:r>' for piece in pieces)
        notes.append(f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r>{runs}</w:p></w:footnote>')
        mark = f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'
        body.append(f"<w:p><w:r><w:t>Paragraph {number} of the text.</w:t></w:r>{mark}</w:p>")
    relation = '<Relationships xmlns="{}"><Relationship Id="r1" Type="{}/{}" Target="{}"/></Relationships>'
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", relation.format(_P, _R, "officeDocument", "word/document.xml"))
        archive.writestr("word/_rels/document.xml.rels", relation.format(_P, _R, "footnotes", "footnotes.xml"))
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{_W}"><w:body>{"".join(body)}</w:body></w:document>'
        )
        archive.writestr("word/footnotes.xml", f'<w:footnotes xmlns:w="{_W}">{"".join(notes)}</w:footnotes>')


def _run(code: str, file: Path) -> tuple[float, int]:
    done = subprocess.run([sys.executable, "-c", code, str(file)], check=True, capture_output=True, text=True)
    seconds, memory = done.stdout.split()
    return float(seconds), int(memory)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder, "large.docx")
        _make(made)
        tasks = {"lxml": _LXML, "read": _READ, "check": _CHECK, "fix": _FIX}
        runs: dict[str, list[tuple[float, int]]] = {name: [] for name in tasks}
        for _ in range(_TIMES):
            for name, code in tasks.items():
                runs[name].append(_run(code, made))
        least = median(seconds for seconds, _ in runs["lxml"])
        for name, measured in runs.items():
            seconds, memory = median(one for one, _ in measured), max(one for _, one in measured)
            print(f"{name:<5} {seconds:6.2f} s  {seconds / least:5.1f} × lxml  {memory // 1024:4} MB")
