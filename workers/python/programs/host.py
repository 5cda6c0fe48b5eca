"""Executes messages for one or more desks, one after the other, in the thread that calls it."""
import asyncio
import concurrent.futures
import queue
import threading
import time

from desk import Desk, clock
from knead import knead
from work import compute, computes, units_of, waiting_seconds

CALIBRATING_NS = 15_000_000


class Host:
    """Works at the first desk itself; the others belong to the threads of its pool."""

    def __init__(self, seats, loop=False, compute=compute):
        self.desks = {seat: Desk(seat) for seat in seats}
        self.own = self.desks[seats[0]]
        self.compute = compute
        self.loop = asyncio.new_event_loop() if loop else None
        self.pool = self._pool(seats[1:]) if len(seats) > 1 else None

    def handle(self, seat, message):
        desk = self.desks[seat]
        kind = message["type"]
        if kind == "tasks":
            return self._execute(desk, message)
        if kind == "prepare":
            desk.begin(message["cell"])
            return {"type": "prepared", "cell": message["cell"]}
        if kind == "account":
            return desk.account()
        if kind == "describe":
            return desk.describe()
        if kind == "ping":
            return {"type": "pong", "n": message["n"], "hops": message["hops"] + [clock()]}
        if kind == "calibrate":
            return calibrated()
        return None

    def _execute(self, desk, message):
        started = clock()
        for ticket in message["tasks"]:
            received = clock()
            if self.loop is None:
                for step in ticket["steps"]:
                    self._step(desk, step)
                desk.mark("idle")
            else:
                self.loop.run_until_complete(self._steps(desk, ticket))
            desk.tickets.append([ticket["n"], received, clock()])
        took_ms = (clock() - started) / 1e6
        return {"type": "answers", "ids": message["ids"], "answers": [None] * len(message["ids"]), "tookMs": took_ms}

    def _step(self, desk, step):
        seconds = waiting_seconds(step)
        start = clock()
        if seconds > 0:
            desk.mark("blocked", step["task"], "sync-wait")
            time.sleep(seconds)
        if computes(step):
            desk.mark("busy", step["task"])
        desk.serve(step, units_of(step), start, self.compute(step))

    async def _steps(self, desk, ticket):
        steps = iter(ticket["steps"])

        async def go_on():
            for step in steps:
                await self._step_async(desk, step)

        await asyncio.gather(*[go_on() for _ in range(min(ticket["inFlight"], len(ticket["steps"])))])

    async def _step_async(self, desk, step):
        seconds = waiting_seconds(step)
        desk.mark("busy", step["task"])
        start = clock()
        if seconds > 0:
            desk.mark("idle")
            await asyncio.sleep(seconds)
            desk.mark("busy", step["task"])
        if self.pool is None:
            checksum = self.compute(step)
        else:
            # What `asyncio.to_thread` does, with as many threads as there are desks.
            desk.mark("idle")
            checksum = await self.loop.run_in_executor(self.pool, self._in_pool, step)
            desk.mark("busy", step["task"])
        desk.serve(step, units_of(step), start, checksum)
        desk.mark("idle")

    def _pool(self, seats):
        self.at_desk = threading.local()
        free = queue.Queue()
        for seat in seats:
            self.desks[seat].counted_ns = 0
            free.put(self.desks[seat])

        def sit_down():
            self.at_desk.desk = free.get()
            self.at_desk.desk.tid = threading.get_native_id()

        pool = concurrent.futures.ThreadPoolExecutor(len(seats), initializer=sit_down)
        # All of them are there before anything is measured.
        meet = threading.Barrier(len(seats))
        for one in [pool.submit(meet.wait) for _ in seats]:
            one.result()
        return pool

    def _in_pool(self, step):
        desk = self.at_desk.desk
        before = time.thread_time_ns()
        desk.mark("busy", step["task"])
        checksum = self.compute(step)
        desk.mark("idle")
        desk.counted_ns += time.thread_time_ns() - before
        return checksum


def calibrated():
    """How fast this interpreter kneads: growing amounts, until one takes long enough to be told from noise."""
    samples = []
    units = 1000
    while True:
        start = clock()
        knead(units, 1)
        took = clock() - start
        samples.append([units, took])
        if took > CALIBRATING_NS:
            if len([1 for _, ns in samples if ns > CALIBRATING_NS]) >= 3:
                return {"type": "calibrated", "samples": samples}
        else:
            units *= 2
