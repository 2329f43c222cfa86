// What several of the exported programs need.

/** The generator of `random.ts`. */
export const UNIFORM = `def uniform(seed, stream):
    """Mulberry32: draws from [0, 1) in steps of 2 ** -32."""
    state = (seed + stream * 0x9E3779B9) % 2**32
    while True:
        state = (state + 0x6D2B79F5) % 2**32
        t = (state ^ (state >> 15)) * (state | 1) % 2**32
        t ^= (t + (t ^ (t >> 7)) * (t | 61)) % 2**32
        yield (t ^ (t >> 14)) / 2**32`;
