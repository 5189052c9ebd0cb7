"""Work in several processes that are copies of this one: what is in memory is not sent, only what comes back."""

import multiprocessing
import os
import pickle
import selectors
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from sourcebook.diagnostics import SourcebookError

Result = TypeVar("Result")
PAUSE = 0.05
"""Seconds between what a process sends: to wake another for each of thousands of small results takes longer than to make them."""


def cores() -> int:
    """How many processes can run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def each_in_parallel(work: Callable[[str], Result], tasks: Sequence[str], jobs: int) -> Iterator[tuple[str, Result]]:
    """(task, result) as they get done, in any order.

    Args:
        work: what to do with a task; in a copy of this process.
        tasks: names, the heaviest first.
        jobs: processes; with 1, or where processes cannot be copied, all is done here.

    Raises:
        SourcebookError: If a process dies; the message names its task.
        OSError: As the work raises it.
    """
    if jobs < 2 or len(tasks) < 2 * jobs or "fork" not in multiprocessing.get_all_start_methods():
        for task in tasks:
            yield task, work(task)
    else:
        for mine, result in _in_copies(work, tasks, jobs):
            yield tasks[mine], result


def _in_copies(work: Callable[[str], Result], tasks: Sequence[str], jobs: int) -> Iterator[tuple[int, Result]]:
    """The numbers of tasks and their results, from copies of this process."""
    fork = multiprocessing.get_context("fork")
    following = fork.Value("i", 0)
    at = fork.Array("i", [-1] * jobs, lock=False)
    readers = selectors.DefaultSelector()
    workers = []
    try:
        with _uninterrupted():
            for number in range(jobs):
                reader, writer = fork.Pipe(duplex=False)
                worker = fork.Process(target=_work, args=(work, tasks, following, at, number, writer), daemon=True)
                worker.start()
                writer.close()
                workers.append(worker)
                readers.register(reader, selectors.EVENT_READ, (number, reader))
        while readers.get_map():
            for ready, _ in readers.select():
                number, reader = ready.data
                try:
                    sent = reader.recv_bytes()
                except EOFError:
                    readers.unregister(reader)
                    workers[number].join()
                    if workers[number].exitcode:
                        raise _death(tasks, at[number], workers[number].exitcode) from None
                    continue
                results, failure = pickle.loads(sent)  # noqa: S301 (our own process sent it)
                yield from results
                if failure is not None:
                    raise failure
    finally:
        readers.close()
        for worker in workers:
            if worker.is_alive():
                worker.kill()
        for worker in workers:
            worker.join()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Has an interrupt wait, so that no copy is left at work that nobody knows of, and none is told of it before it knows to ignore it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _death(tasks: Sequence[str], number: int, status: int | None) -> SourcebookError:
    name = tasks[number] if 0 <= number < len(tasks) else "the first file"
    why = f"signal {-status}" if status and status < 0 else f"status {status}"
    return SourcebookError(
        f"The process at work on {name} ended with {why}; nothing was changed. If memory is short, use fewer with `--jobs 1`."
    )


def _work(work: Callable[[str], Result], tasks: Sequence[str], following: object, at: object, number: int, writer: Connection) -> None:
    # An interrupt is the parent's to handle.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    results: list[tuple[int, Any]] = []
    failure: SourcebookError | OSError | None = None
    sent = time.monotonic()
    while failure is None:
        with following.get_lock():  # type: ignore[attr-defined]
            mine = following.value  # type: ignore[attr-defined]
            following.value += 1  # type: ignore[attr-defined]
        if mine >= len(tasks):
            break
        at[number] = mine  # type: ignore[index]
        try:
            results.append((mine, work(tasks[mine])))
        except (SourcebookError, OSError) as error:
            # What the system refuses is told as if it had been refused to the parent.
            failure = error
        if failure or time.monotonic() > sent + PAUSE:
            # Not `send`: it looks into a table of its own for each object.
            writer.send_bytes(pickle.dumps((results, failure), 5))
            results, sent = [], time.monotonic()
    if results:
        writer.send_bytes(pickle.dumps((results, failure), 5))
    writer.close()
