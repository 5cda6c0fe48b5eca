"""No program of the lab outlives the one that started it."""
import os
import signal
import sys

PR_SET_PDEATHSIG = 1


def die_with_parent(parent_pid):
    """Asks the system to end this process with its parent (Linux); elsewhere the end of the input tells."""
    if sys.platform == "linux":
        try:
            import ctypes

            ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, int(signal.SIGKILL), 0, 0, 0)
        except (ImportError, OSError, AttributeError):
            pass
    # Its parent may have gone before it could ask.
    if parent_pid is not None and hasattr(os, "getppid") and sys.platform != "win32" and os.getppid() != parent_pid:
        os._exit(0)
