"""Ways in which workers are seated: in threads, processes or subinterpreters. Each is a function that takes messages."""
import json
import multiprocessing
import os
import queue
import signal
import sys
import threading

from desk import set_origin
from host import Host
from lifeline import die_with_parent


def threads(seats, say, make_host):
    """A thread for each of the groups of seats, which it works through by itself."""
    inboxes = {}

    def work(group, inbox, ready):
        host = make_host(group)
        ready.set()
        while True:
            seat, message = inbox.get()
            answer = host.handle(seat, message)
            if answer is not None:
                say(seat, answer)

    for group in seats:
        inbox = queue.SimpleQueue()
        for seat in group:
            inboxes[seat] = inbox
        ready = threading.Event()
        threading.Thread(target=work, args=(group, inbox, ready), daemon=True).start()
        ready.wait()
    return lambda seat, message: inboxes[seat].put((seat, message))


def processes(seats, say, loop, ended, origin_ns):
    """A process for each seat, started as this interpreter starts processes unless it is told otherwise."""
    connections = {}
    for seat in seats:
        ours, theirs = multiprocessing.Pipe()
        child = multiprocessing.Process(target=in_process, args=(seat, theirs, loop, os.getpid(), origin_ns), daemon=True)
        child.start()
        theirs.close()
        connections[seat] = (ours, child)

    def pass_on(seat, connection, child):
        try:
            while True:
                say(seat, json.loads(connection.recv_bytes()))
        except (EOFError, OSError):
            child.join(2)
            ended(seat, child.exitcode)

    # Threads come after the processes: a process that is forked has none but its own.
    for seat, (connection, child) in connections.items():
        connection.recv_bytes()
        threading.Thread(target=pass_on, args=(seat, connection, child), daemon=True).start()

    def end():
        for _, child in connections.values():
            child.kill()

    return (lambda seat, message: connections[seat][0].send_bytes(json.dumps(message).encode())), end


def in_process(seat, connection, loop, parent_pid, origin_ns):
    set_origin(origin_ns)
    method = multiprocessing.get_start_method()
    # A server that forks for others is the parent then.
    die_with_parent(parent_pid if method in ("fork", "spawn") else None)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    host = Host([seat], loop=loop)
    try:
        connection.send_bytes(b"{}")
        while True:
            answer = host.handle(seat, json.loads(connection.recv_bytes()))
            if answer is not None:
                connection.send_bytes(json.dumps(answer).encode())
    except (EOFError, OSError):
        os._exit(0)


def in_subinterpreter():
    """A function that kneads in a subinterpreter with a lock of its own; made and called in one thread."""
    execute = subinterpreter()
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "knead.py")) as source:
        execute("import os\n" + source.read())
    reading, writing = os.pipe()

    def compute(step):
        if step["kind"] != "compute":
            raise ValueError("Subinterpreters only knead.")
        execute("os.write(%d, b'%%d' %% knead(%d, %d))" % (writing, step["iterations"], step["seed"]))
        return int(os.read(reading, 100))

    return compute


def subinterpreter():
    """Executes code in a new subinterpreter: by 3.14's module, or by the private one of 3.13."""
    try:
        from concurrent import interpreters

        return interpreters.create().exec
    except ImportError:
        import _interpreters

        interpreter = _interpreters.create()

        def execute(code):
            problem = _interpreters.exec(interpreter, code)
            if problem is not None:
                raise RuntimeError(str(problem))

        return execute
