#!/usr/bin/env python3
"""Drives the index.html of the fixture in headless Chromium, with a script at its end that presses
keys, follows addresses and writes down what it sees. Skipped where there is no Chromium.
"""

import html
import json
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PAGE = Path(__file__).resolve().parents[1] / "golden/emit/index.html"
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")
if BROWSER is None:
    print("skipped: chromium is not installed")
    sys.exit(0)

# Waits between steps, as a person does; `seen` ends up in the title. The time of this browser is not
# that of the machine, so that a busy one may draw no frame for seconds: what waits for one need not.
DRIVER = """
<script>
const ADDRESSES = /*addresses*/;
window.requestAnimationFrame = call => setTimeout(call, 0);
window.cancelAnimationFrame = clearTimeout;
addEventListener('load', async () => {
  const seen = [];
  const pause = () => new Promise(resolve => setTimeout(resolve, 20));
  const press = (key, target) => (target || document.activeElement).dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  const note = (name, value) => seen.push(name + '=' + value);
  try {
    press('/');
    note('search focused', document.activeElement.id);
    document.activeElement.value = 'no-such-word-anywhere';
    document.activeElement.dispatchEvent(new Event('input'));
    await pause();
    note('nothing', document.querySelector('#view .count').textContent);
    press('Escape');
    note('cleared', document.getElementById('search').value + document.activeElement.tagName);
    location.hash = '#/findings';
    await pause();
    press('j', document.body);
    note('first row', document.activeElement.className);
    const first = document.activeElement;
    press('j');
    press('j');
    note('third row', document.activeElement !== first);
    document.activeElement.click();
    note('open', document.getElementById('evidence').open);
    note('words', document.querySelector('#evidence mark')?.textContent);
    document.querySelector('#evidence button').click();
    note('closed', document.getElementById('evidence').open);
    const filter = document.getElementById('filter-severity');
    filter.value = 'error';
    filter.dispatchEvent(new Event('change'));
    note('errors', document.querySelectorAll('#view tbody tr').length);
    note('kept focus', document.getElementById('filter-severity').value);
    note('address', location.hash);
    for (const address of ADDRESSES) {
      location.hash = address;
      await pause();
      note(address, document.querySelectorAll('#view tbody tr').length);
    }
  } catch (error) {
    note('failed', error.message);
  }
  document.title = JSON.stringify(seen);
});
</script>
"""


def drawn(page):
    """The page as drawn, and what it complained about on the console."""
    with tempfile.TemporaryDirectory() as profile:
        done = subprocess.run(
            [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}",
             "--enable-logging=stderr", "--virtual-time-budget=5000", "--dump-dom", page],
            capture_output=True, text=True, timeout=120, check=True)
    return done.stdout, [line for line in done.stderr.splitlines() if "CONSOLE" in line]


class Page(unittest.TestCase):
    maxDiff = None

    def test_words_of_documents_are_never_markup(self):
        text, complaints = drawn(PAGE.as_uri() + "#/document/1")
        self.assertEqual(complaints, [])
        self.assertIn("&lt;script&gt;alert(1)&lt;/script&gt;", text)
        self.assertEqual(text.count("<script"), 2)  # the data and the program

    def test_nothing_is_asked_of_anywhere(self):
        page = PAGE.read_text(encoding="utf-8")
        self.assertIn("default-src 'none'", page)
        data = re.search(r'<script type="application/json".*?</script>', page, re.DOTALL).group(0)
        rest = page.replace(data, "")
        self.assertEqual(re.findall(r'(?:src|href)="(?!#|data:)[^"]*"', rest), [])
        self.assertEqual(re.findall(r"fetch\(|XMLHttpRequest|import\(|url\(", rest), [])

    def test_it_is_driven_by_keys_and_by_addresses(self):
        # address -> rows of its tables, as counted in the fixture
        addresses = {
            "#/overview": 10,
            "#/documents": 9,
            "#/documents?agenda=3.1+Ad+hoc+on+*terms*+|+tables": 2,
            "#/facts": 38,
            "#/facts?type=decision": 2,
            "#/facts?type=position&stance=object": 3,
            "#/findings?q=straight+quotation": 7,
            "#/positions": 20,
            "#/roadmap": 6,
            "#/document/1": 25,
            "#/document/99": 0,
            "#/nonsense": 10,
        }
        driver = DRIVER.replace("/*addresses*/", json.dumps(list(addresses)))
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder) / "index.html"
            page.write_text(PAGE.read_text(encoding="utf-8").replace("</body>", driver + "</body>"),
                            encoding="utf-8")
            text, complaints = drawn(page.as_uri())
        self.assertEqual(complaints, [])
        seen = json.loads(html.unescape(re.search(r"<title>(.*?)</title>", text).group(1)))
        self.assertEqual(
            seen,
            ["search focused=search", "nothing=No fact found.", "cleared=BODY", "first row=words row",
             "third row=true", "open=true", "words=<script>alert(1)</script>", "closed=false",
             "errors=2", "kept focus=error", "address=#/findings?severity=error"]
            + [f"{address}={rows}" for address, rows in addresses.items()],
        )


if __name__ == "__main__":
    unittest.main()
