"""Fetches the front-end files that `vendor.toml` names from their npm packages, verifies them, and makes the map's outlines.

    python scripts/vendor.py            # all packages; needs npm and a network
    python scripts/vendor.py --check    # only says whether the files are those that are listed

A package of many modules is bundled into one script. `world.json` is made from world-atlas (Natural Earth, public domain): the rings of all countries at 1:110,000,000 and, for
the lines between them, each border once; coordinates in tenths of a degree, differences after the first pair.
"""

import argparse
import base64
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
VENDOR = ROOT / "src/sourcebook/render/assets/vendor"
WORLD = ROOT / "src/sourcebook/render/world.json"


def digest(content: bytes) -> str:
    """SHA-512 in base64, as npm writes it."""
    return base64.b64encode(hashlib.sha512(content).digest()).decode()


def fetch(package: dict[str, Any], folder: Path) -> Path:
    """The unpacked npm package.

    Raises:
        SystemExit: If it is not the one that was reviewed.
    """
    subprocess.run(["npm", "pack", "--silent", f"{package['package']}@{package['version']}"], cwd=folder, check=True)
    (archive,) = folder.glob("*.tgz")
    if f"sha512-{digest(archive.read_bytes())}" != package["integrity"]:
        sys.exit(f"{package['package']} is not the package that vendor.toml names")
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
    return folder / "package"


def bundle(package: dict[str, Any], unpacked: Path, target: Path) -> None:
    """One classic script out of the modules of a package, with no more than the names that are needed."""
    modules = unpacked.parent / "node_modules"
    modules.mkdir()
    unpacked.rename(modules / package["package"])
    entry = unpacked.parent / "entry.js"
    entry.write_text(f'export {{ {package["bundle"]} }} from "{package["package"]}";\n', encoding="utf-8")
    options = ["--bundle", "--minify", "--format=iife", f"--global-name={package['global']}", "--charset=utf8", f"--outfile={target}"]
    subprocess.run(["npx", "--yes", package["bundler"], entry.name, *options], cwd=entry.parent, check=True, capture_output=True)
    (modules / package["package"]).rename(unpacked)


def arcs(topology: dict[str, Any]) -> list[list[tuple[int, int]]]:
    """The lines of a TopoJSON file in tenths of a degree, without steps that are too small to see."""
    (x_scale, y_scale), (x_shift, y_shift) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        line: list[tuple[int, int]] = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            point = (round((x * x_scale + x_shift) * 10), round((y * y_scale + y_shift) * 10))
            if not line or point != line[-1]:
                line.append(point)
        found.append(line)
    return found


def ring(numbers: list[int], lines: list[list[tuple[int, int]]]) -> list[tuple[int, int]]:
    """One closed outline."""
    points: list[tuple[int, int]] = []
    for number in numbers:
        line = lines[number] if number >= 0 else lines[~number][::-1]
        points += line if not points else line[1:]
    return points


def differences(points: list[tuple[int, int]]) -> list[int]:
    """x, y, dx, dy, dx, dy, … as one flat list."""
    flat: list[int] = []
    before = (0, 0)
    for x, y in points:
        flat += [x - before[0], y - before[1]]
        before = (x, y)
    return flat


def world(package: Path) -> str:
    """The outlines as JSON."""
    topology = json.loads((package / "countries-110m.json").read_text("utf-8"))
    lines = arcs(topology)
    rings = []
    for country in topology["objects"]["countries"]["geometries"]:
        polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        rings += [differences(points) for polygon in polygons for each in polygon if len(points := ring(each, lines)) > 3]
    return json.dumps({"rings": rings, "lines": [differences(each) for each in lines if len(each) > 1]}, separators=(",", ":"))


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    listed = tomllib.loads((VENDOR / "vendor.toml").read_text("utf-8"))
    for name, package in listed.items():
        if given.check:
            wrong = [file for file, expected in package["files"].items() if digest((VENDOR / name / file).read_bytes()) != expected]
            print(f"{name}: {', '.join(wrong) or 'as listed'}")
            continue
        with tempfile.TemporaryDirectory() as folder:
            unpacked = fetch(package, Path(folder))
            (VENDOR / name).mkdir(exist_ok=True)
            licence = next(each for each in ("LICENSE", "LICENSE.txt") if (unpacked / each).is_file())
            (VENDOR / name / "LICENSE").write_bytes((unpacked / licence).read_bytes())
            for file, origin in package.get("licences", {}).items():
                (VENDOR / name / file).write_bytes((unpacked / origin).read_bytes())
            for file in package["files"]:
                if "bundle" in package:
                    bundle(package, unpacked, VENDOR / name / file)
                else:
                    origin = package["from"] if isinstance(package["from"], str) else package["from"][file]
                    (VENDOR / name / file).write_bytes((unpacked / origin).read_bytes())
                if digest((VENDOR / name / file).read_bytes()) != package["files"][file]:
                    sys.exit(f"{name}/{file} is not the file that vendor.toml lists")
            if "makes" in package:
                WORLD.write_text(world(unpacked), encoding="utf-8")
        print(name)


if __name__ == "__main__":
    main()
