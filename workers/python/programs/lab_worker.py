"""One interpreter of the lab: takes messages by lines of JSON on its input, and answers by lines on its output."""
import json
import os
import sys
import threading

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import multiprocessing
import platform
import signal

from desk import clock, gil_is_on, lower_priority, memory, set_origin
from host import Host
from lifeline import die_with_parent
import seats as ways

writing = threading.Lock()


def say(seat, message):
    line = json.dumps({"seat": seat, "message": message}, separators=(",", ":")).encode() + b"\n"
    with writing:
        while line:
            line = line[os.write(1, line) :]


def seated(config):
    """@returns what takes a message for a seat, and what ends everybody else"""
    seats, program = config["seats"], config["program"]
    nothing = lambda: None
    if program == "processes" or program == "processes-asyncio":
        return ways.processes(seats, say, program == "processes-asyncio", lost, int(config["originNs"]))
    if program == "threads":
        return ways.threads([[seat] for seat in seats], say, Host), nothing
    if program == "subinterpreters":
        make = lambda group: Host(group, compute=ways.in_subinterpreter())
        return ways.threads([[seat] for seat in seats], say, make), nothing
    # One thread with an event loop; further seats are the threads of its pool.
    return ways.threads([seats], say, lambda group: Host(group, loop=True)), nothing


def lost(seat, status):
    say(seat, {"type": "crashed", "outOfMemory": False, "message": "The process ended with %s." % status})


def failed(kind, error, trace, thread=None):
    sys.__excepthook__(kind, error, trace)
    os._exit(1)


def main():
    config = json.loads(sys.argv[1])
    die_with_parent(config["parent"])
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.excepthook = lambda problem: failed(problem.exc_type, problem.exc_value, problem.exc_traceback)
    if config["lowerPriority"]:
        lower_priority()
    set_origin(int(config["originNs"]))
    post, end = seated(config)
    hello = {
        "type": "hello",
        "pid": os.getpid(),
        "memory": memory(),
        "version": platform.python_version(),
        "gil": gil_is_on(),
        "startMethod": multiprocessing.get_start_method(),
        "switchIntervalMs": sys.getswitchinterval() * 1000,
    }
    say("", hello)
    for line in sys.stdin.buffer:
        for seat, message in json.loads(line):
            if seat == "":
                say("", {"type": "clock", "n": message["n"], "nowNs": clock()})
            else:
                post(seat, message)
    # The input has ended: whoever started this is gone, or wants it gone.
    end()
    os._exit(0)


if __name__ == "__main__":
    main()
