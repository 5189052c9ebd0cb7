"""How long an editor waits: yaml-language-server with the schemas of a knowledge base of 10,000 entities.

Run `python benchmarks/editor.py [PEOPLE]`; each person brings half a place, organization or ship. Linux only.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.conftest import run_cli  # noqa: E402
from tests.language_server import Server  # noqa: E402
from tests.synthetic import write  # noqa: E402

NAME = "content/people/somebody.yml"
HEAD = "type: person\nname: Somebody\nfacts:\n"
CASES = {
    "a property": "  - ‸\n",
    "a place": "  - visited: ‸\n",
    "a person or an organization": "  - met: ‸\n",
    "any entity": "  - supports: ‸\n",
    "a speaker": "  - visited: city-1\n    cite:\n      - src: first\n        by: ‸\n",
}
ROUNDS = 5


def processor_time(process: int) -> float:
    """Seconds that a process has used."""
    found = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(found[11]) + int(found[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Prints a table."""
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 6_700
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "kb"
        run_cli("init", root)
        count = write(root, people)
        start = time.perf_counter()
        run_cli("schema", cwd=root)
        print(f"{count:,} entities; `sourcebook schema` took {time.perf_counter() - start:.1f} s")
        for path in sorted((root / ".sourcebook/schema").iterdir()):
            print(f"{path.name}: {path.stat().st_size / 1024:,.0f} KB")
        server = Server(root)
        start = time.perf_counter()
        server.open(NAME, HEAD)
        print(f"first file, schemas read: {time.perf_counter() - start:.1f} s")
        print("| completion of | offers | processor time, s | waited, s |\n|---|--:|--:|--:|")
        for what, text in CASES.items():
            used, waited, offers = [], [], 0
            for _ in range(ROUNDS):
                before, start = processor_time(server.process.pid), time.perf_counter()
                offers = len(server.complete(NAME, HEAD + text))
                waited.append(time.perf_counter() - start)
                used.append(processor_time(server.process.pid) - before)
            print(f"| {what} | {offers:,} | {min(used):.2f} | {min(waited):.2f} |")
        server.close()


if __name__ == "__main__":
    main()
