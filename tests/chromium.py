"""Finds a Chromium for the browser tests, or installs one: `python tests/chromium.py`."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


def find() -> str | None:
    """The path of a Chromium that is installed, or None."""
    named = os.environ.get("CHROMIUM")
    found = named or next((path for name in NAMES if (path := shutil.which(name))), None)
    if found:
        return found
    if MAC.exists():
        return str(MAC)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install() -> None:
    """Installs one with the system's package manager, else with Playwright's own."""
    sudo = ["sudo", "-n"] if os.geteuid() and shutil.which("sudo") else []
    if shutil.which("apt-get"):
        for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"]):
            subprocess.run(
                [*sudo, *command], check=False, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, stdout=subprocess.DEVNULL
            )
    elif shutil.which("brew"):
        subprocess.run(["brew", "install", "--cask", "chromium"], check=False)
    if not find():
        subprocess.run([sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"], check=False)


if __name__ == "__main__":
    if not find():
        print("Installing Chromium for the browser tests", flush=True)
        install()
    found = find()
    print(f"Chromium: {found}" if found else "No Chromium could be installed: put one on the PATH, or set CHROMIUM")
    sys.exit(0 if found else 1)
