"""closing-terminal.py SCREEN TEXT SECONDS PROGRAM...: runs a program in a terminal of its own, as its session's leader, and
closes the terminal as soon as it shows TEXT (or after SECONDS). What was shown goes to the file SCREEN. Exit status: the
program's, 128 + n after signal n, 124 if it still runs 40 s after its terminal was closed."""

import os
import pty
import select
import signal
import sys
import time

screen, text, seconds = sys.argv[1], sys.argv[2].encode(), float(sys.argv[3])
pid, master = pty.fork()
if pid == 0:
    os.execvp(sys.argv[4], sys.argv[4:])
seen = b""
until = time.monotonic() + seconds
while text not in seen and time.monotonic() < until:
    if not select.select([master], [], [], 0.05)[0]:
        continue
    try:
        chunk = os.read(master, 65536)
    except OSError:
        break
    if chunk == b"":
        break
    seen += chunk
with open(screen, "wb") as file:
    file.write(seen)
os.close(master)
closed = time.monotonic()
while True:
    done, status = os.waitpid(pid, os.WNOHANG)
    if done:
        break
    if time.monotonic() - closed > 40:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        sys.exit(124)
    time.sleep(0.02)
print(f"terminal closed, {time.monotonic() - closed:.3f}", file=sys.stderr)
code = os.waitstatus_to_exitcode(status)
sys.exit(code if code >= 0 else 128 - code)
