"""The integer kernel of the lab, as in core/kernels/knead.ts: the same checksum for the same iterations and seed."""


def knead(iterations, seed):
    x = seed & 0xFFFFFFFF
    for _ in range(iterations):
        x = (x * 1664525 + 1013904223) & 0xFFFFFFFF
        x ^= x >> 13
    return x
