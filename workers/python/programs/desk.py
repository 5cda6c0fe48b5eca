"""What one worker writes down during a cell; it is sent when the cell is over."""
import os
import sys
import threading
import time

# When the run began, on the clock that every thread and process of a machine shares.
origin_ns = 0


def set_origin(ns):
    global origin_ns
    origin_ns = ns


def clock():
    """Nanoseconds from the run's start."""
    return time.perf_counter_ns() - origin_ns


class Desk:
    def __init__(self, seat):
        self.seat = seat
        self.tid = None
        # CPU time that was counted by somebody who works at this desk now and then; None: its thread's own is read.
        self.counted_ns = None
        self.begin(-1)

    def begin(self, cell):
        self.cell = cell
        self.marks = [[clock(), "idle", None, None]]
        self.tasks = []
        self.tickets = []
        self.cpu_before_ns = time.thread_time_ns()
        if self.counted_ns is not None:
            self.counted_ns = 0

    def mark(self, state, task=None, reason=None):
        self.marks.append([clock(), state, task, reason])

    def serve(self, step, units, start_ns, checksum):
        self.tasks.append([step["task"], start_ns, clock(), units, checksum])

    def account(self):
        cpu_ns = time.thread_time_ns() - self.cpu_before_ns if self.counted_ns is None else self.counted_ns
        return {
            "type": "accounted",
            "cell": self.cell,
            "cpuNs": cpu_ns,
            "marks": self.marks,
            "endNs": clock(),
            "tasks": self.tasks,
            "tickets": self.tickets,
        }

    def describe(self):
        return {
            "type": "described",
            "pid": os.getpid(),
            "tid": self.tid if self.tid is not None else threading.get_native_id(),
            "nice": priority(),
            "memory": memory(),
            "cpuSeconds": time.process_time(),
        }


def priority():
    try:
        return os.getpriority(os.PRIO_PROCESS, 0)
    except (AttributeError, OSError):
        return None


def lower_priority():
    """Threads and processes that are started afterwards inherit it."""
    try:
        os.nice(5)
    except (AttributeError, OSError):
        pass


def memory():
    """Resident set and its proportional share in bytes, where the system tells (Linux)."""
    found = {"Rss": None, "Pss": None}
    try:
        with open("/proc/self/smaps_rollup") as lines:
            for line in lines:
                name, _, rest = line.partition(":")
                if name in found:
                    found[name] = int(rest.split()[0]) * 1024
    except (OSError, ValueError, IndexError):
        pass
    return {"processRssBytes": found["Rss"], "processPssBytes": found["Pss"], "heapBytes": None}


def gil_is_on():
    return getattr(sys, "_is_gil_enabled", lambda: True)()
