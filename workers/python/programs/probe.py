# Says what this interpreter is. Older ones must understand it too: Python 2.7 is told apart by its answer.
import sys

sys.path[:] = [folder for folder in sys.path if folder]
import json
import platform


def describe():
    answer = {
        "version": platform.python_version(),
        "implementation": platform.python_implementation(),
        "executable": sys.executable,
    }
    if sys.version_info < (3, 8):
        return answer
    # Everything that the programs import: an extension may switch the lock on again in a free-threaded build.
    import asyncio, concurrent.futures, hashlib, multiprocessing, queue, sysconfig, threading, zlib

    try:
        import ctypes
    except ImportError:  # the programs can do without it
        pass

    free = bool(sysconfig.get_config_var("Py_GIL_DISABLED"))
    answer["build"] = "free-threaded" if free else "default"
    answer["gil"] = getattr(sys, "_is_gil_enabled", lambda: True)()
    answer["startMethod"] = multiprocessing.get_start_method()
    answer["subinterpreters"] = subinterpreters()
    return answer


def subinterpreters():
    try:
        import concurrent.interpreters

        return "public"
    except ImportError:
        pass
    try:
        import _interpreters

        return "private"
    except ImportError:
        return "none"


sys.stdout.write("\n" + json.dumps(describe()) + "\n")
