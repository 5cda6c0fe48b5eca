"""What one step does, and which part of it waits or computes."""
import hashlib
import struct

from knead import knead

PASSWORD = b"how do you like your eggs"


def checksum_of(data):
    """FNV-1a, one step per 32-bit word: as in workers/workloads/seeded-bytes.ts."""
    checksum = 0x811C9DC5
    for (word,) in struct.iter_unpack("<I", data):
        checksum = ((checksum ^ word) * 0x01000193) & 0xFFFFFFFF
    return checksum


def digest(rounds, seed):
    """A routine in C that releases the lock while it computes."""
    salt = struct.pack("<I", seed & 0xFFFFFFFF) + b" of the eggs"
    return checksum_of(hashlib.pbkdf2_hmac("sha256", PASSWORD, salt, rounds, 32))


def waiting_seconds(step):
    return step.get("durationMs", 0) / 1000


def computes(step):
    return step["kind"] != "wait"


def compute(step):
    """The computing part of a step; None for one that only waits."""
    if step["kind"] == "threadpool":
        return digest(step["units"], step["seed"])
    if step["kind"] in ("compute", "mixed"):
        return knead(step["iterations"], step["seed"])
    return None


def units_of(step):
    return step.get("iterations", step.get("units", 0))
