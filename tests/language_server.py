"""A client of yaml-language-server, as small as can be: one document at a time, over stdin and stdout."""

import json
import os
import shutil
import subprocess
import threading
from pathlib import Path
from queue import Empty, Queue
from urllib.parse import quote

from tests.tools import NoToolError, fetched_package

VERSION = "1.25.0"
"""yaml-language-server, MIT; the newest that runs on Node.js 20. Fetched into the folder of the virtual environment, once."""

WAIT = 60


def command() -> list[str]:
    """How the server is started; it is fetched first if need be. NoToolError where it cannot be had."""
    modules = fetched_package("yaml-language-server", VERSION)
    node = shutil.which("node")
    if node is None:
        raise NoToolError("Node.js is not installed, and yaml-language-server needs it")
    return [node, str(modules / "yaml-language-server/bin/yaml-language-server"), "--stdio"]


class Server:
    """The server with a folder open, set up by the folder's own `.vscode/settings.json`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        settings = json.loads((root / ".vscode/settings.json").read_text(encoding="utf-8"))
        self.settings = {"yaml": {key.removeprefix("yaml."): value for key, value in settings.items() if key.startswith("yaml.")}}
        self.settings["yaml"].setdefault("schemaStore", {"enable": False})
        self.process = subprocess.Popen(command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self._answers: dict[int, Queue] = {}
        self._found: Queue = Queue()
        self._last = self._version = 0
        self._lock = threading.Lock()
        threading.Thread(target=self._listen, daemon=True).start()
        folders = [{"uri": uri(root), "name": root.name}]
        capabilities = {
            "workspace": {"configuration": True, "workspaceFolders": True},
            "textDocument": {
                "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown", "plaintext"]}},
                "hover": {"contentFormat": ["markdown"]},
                "publishDiagnostics": {},
            },
        }
        self.ask("initialize", {"processId": os.getpid(), "rootUri": uri(root), "workspaceFolders": folders, "capabilities": capabilities})
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": self.settings})
        # Until it has said something, it may not have read its settings.
        self.open("content/sourcebook.yml", "title: X\n")

    def open(self, name: str, text: str) -> list[dict]:
        """Opens a file with a text, and gives what the server finds wrong with it."""
        while not self._found.empty():
            self._found.get()
        address = self._opened(name, text)
        while True:
            try:
                found = self._found.get(timeout=WAIT)
            except Empty:
                raise TimeoutError(f"the server says nothing of {name}") from None
            if found["uri"] == address:
                return found["diagnostics"]

    def _opened(self, name: str, text: str) -> str:
        """The address under which a text is opened; another one each time, since what is found comes without a version."""
        self._version += 1
        path = Path(name)
        if path.parts[:1] == ("content",) and len(path.parts) == 3:
            path = path.with_stem(f"{path.stem}-{self._version}")
        document = {"uri": uri(self.root / path), "languageId": "yaml", "version": self._version, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        return document["uri"]

    def complete(self, name: str, text: str) -> list[dict]:
        """What is offered where the text has the mark ‸."""
        return self._at("textDocument/completion", name, text)["items"]

    def hover(self, name: str, text: str) -> str:
        """What is said where the text has the mark ‸."""
        found = self._at("textDocument/hover", name, text)
        return found["contents"]["value"] if found else ""

    def _at(self, method: str, name: str, text: str) -> dict:
        before, _, after = text.partition("‸")
        address = self._opened(name, before + after)
        return self.ask(method, {"textDocument": {"uri": address}, "position": position(before)})

    def ask(self, method: str, params: dict) -> dict:
        self._last += 1
        queue = self._answers[self._last] = Queue()
        self._send({"id": self._last, "method": method, "params": params})
        try:
            answer = queue.get(timeout=WAIT)
        except Empty:
            raise TimeoutError(f"the server does not answer {method}; it ended with {self.process.poll()}") from None
        assert "error" not in answer, answer
        return answer["result"]

    def changed(self, name: str) -> None:
        """Tells the server, as editors do, that a file was written."""
        self._tell("workspace/didChangeWatchedFiles", {"changes": [{"uri": uri(self.root / name), "type": 2}]})

    def close(self) -> None:
        self.ask("shutdown", {})
        self._tell("exit", {})
        self.process.stdin.close()
        self.process.wait(WAIT)
        self.process.stdout.close()

    def _tell(self, method: str, params: dict) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict) -> None:
        raw = json.dumps({"jsonrpc": "2.0", **message}).encode()
        with self._lock:
            self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(raw), raw))
            self.process.stdin.flush()

    def _listen(self) -> None:
        stream = self.process.stdout
        while header := stream.readline():
            length = int(header.split(b":")[1])
            while stream.readline().strip():
                pass
            message = json.loads(stream.read(length))
            if "method" not in message:
                self._answers.pop(message["id"]).put(message)
            elif message["method"] == "textDocument/publishDiagnostics":
                self._found.put(message["params"])
            elif message["method"] == "workspace/configuration":
                wanted = [self.settings.get(each.get("section", ""), {}) for each in message["params"]["items"]]
                self._send({"id": message["id"], "result": wanted})
            elif "id" in message:
                self._send({"id": message["id"], "result": None})


def uri(path: Path) -> str:
    return "file://" + quote(path.as_posix())


def position(before: str) -> dict:
    """The end of a text, in the code units that the protocol counts."""
    line = before.rpartition("\n")[2]
    return {"line": before.count("\n"), "character": len(line.encode("utf-16-le")) // 2}


def taken(text: str, item: dict) -> str:
    """The text after an offer is taken at the mark ‸, its places to fill in filled with their defaults."""
    import re

    before, _, after = text.partition("‸")
    whole = before + after
    edit = item.get("textEdit")
    new = edit["newText"] if edit else item["insertText"]
    indent = re.match(r" *", before.rpartition("\n")[2])[0]
    new = re.sub(r"\$\{\d+:([^}]*)\}", r"\1", re.sub(r"\$\d+", "", new)).replace("\\}", "}")
    # Editors add the indentation of the line to the lines that follow.
    new = new.replace("\n", "\n" + indent)
    if not edit:
        return before + new + after
    return whole[: _offset(whole, edit["range"]["start"])] + new + whole[_offset(whole, edit["range"]["end"]) :]


def _offset(text: str, place: dict) -> int:
    lines = text.split("\n")
    line = lines[place["line"]].encode("utf-16-le")[: 2 * place["character"]].decode("utf-16-le")
    return sum(len(each) + 1 for each in lines[: place["line"]]) + len(line)
