"""What is done beside the drawing thread, and handed over on it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest

from game.desktop.worker import Worker
from game.words import say, speaking
from tests.words.pseudo import Pseudo


def until(worker: Worker, true: Callable[[], bool]) -> None:
    """Hand over what there is, until something is so."""
    end = time.monotonic() + 10
    while not true():
        assert time.monotonic() < end, "it has not come to pass"
        worker.deliver(0.05)


def waits(begun: threading.Event, go: threading.Event) -> None:
    """A job that goes on until it is told to end."""
    begun.set()
    go.wait(10)


def test_what_is_found_is_handed_over_on_the_thread_that_asks() -> None:
    """The job runs elsewhere, and its result is told here."""
    worker, found = Worker("test"), []
    worker.put(threading.get_ident, lambda there: found.append((there, threading.get_ident())))
    until(worker, lambda: bool(found))
    ((there, here),) = found
    assert here == threading.get_ident() != there
    worker.stop()


def test_what_is_wanted_first_is_done_first() -> None:
    """Behind the job that goes on, but before what has waited longer."""
    worker, done, begun, go = Worker("test"), [], threading.Event(), threading.Event()
    worker.put(lambda: waits(begun, go), lambda _: done.append("goes on"))
    begun.wait(10)
    worker.put(lambda: None, lambda _: done.append("waited"))
    worker.put(lambda: None, lambda _: done.append("wanted"), first=True)
    go.set()
    until(worker, lambda: len(done) == 3)
    assert done == ["goes on", "wanted", "waited"]
    worker.stop()


def test_an_error_is_logged_and_the_next_job_is_done(caplog: pytest.LogCaptureFixture) -> None:
    """Whoever asked hears of it, and the thread lives on."""
    worker = Worker("test")
    told: list[object] = []
    worker.put(lambda: 1 // 0, told.append, lambda fault: told.append(type(fault).__name__))
    worker.put(lambda: 1 // 0, told.append)
    worker.put(lambda: "next", told.append)
    until(worker, lambda: "next" in told)
    assert told == ["ZeroDivisionError", "next"]
    assert caplog.text.count("ZeroDivisionError") >= 2
    worker.stop()


def test_it_speaks_the_language_of_whoever_asks() -> None:
    """A sentence that is made beside the drawing is in the language of the window."""
    worker = Worker("test")
    told: list[str] = []
    with speaking(Pseudo()):
        worker.put(lambda: say("Contents"), told.append)
    until(worker, lambda: bool(told))
    assert told == ["Ćóńťéńťś"]
    worker.stop()


def test_nobody_waits_for_a_job_that_goes_on() -> None:
    """Stopping comes back while a job is being done, and no other is begun."""
    worker, done, begun, go = Worker("test"), [], threading.Event(), threading.Event()
    worker.put(lambda: waits(begun, go), lambda _: done.append("goes on"))
    begun.wait(10)
    worker.put(lambda: "begun", done.append)
    worker.stop()
    assert not done
    go.set()
    until(worker, lambda: done == ["goes on"])


def test_what_fails_after_the_window_was_closed_is_no_error(caplog: pytest.LogCaptureFixture) -> None:
    """The job that went on stood on what is gone; it is not told to whoever has closed the window."""
    begun, go, over = threading.Event(), threading.Event(), threading.Event()
    worker = Worker("letters")

    def job() -> None:
        waits(begun, go)
        raise ValueError("the fonts are gone")

    def failed(_: Exception) -> None:
        over.set()

    worker.put(job, lambda _: None, failed)
    assert begun.wait(10)
    worker.stop()
    go.set()
    until(worker, over.is_set)
    assert not caplog.records
