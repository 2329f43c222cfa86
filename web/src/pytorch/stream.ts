// The engine's random streams (wasm/src/data/random.cpp) as Python.

export const STREAM = `MASK32, MASK64 = 2**32 - 1, 2**64 - 1


def f32(x):
    """x rounded to float32."""
    return struct.unpack("f", struct.pack("f", x))[0]


LN2_HIGH, LN2_LOW = 0.693359375, f32(-2.12194440e-4)
LOG_SERIES = (0.000118601354, 0.000418569165, 0.00223567151, 0.0124996528, 0.0833333433)


def log(x):
    """log x with the rounding of the engine: of x = 2^k m, by a series in 2 (m - 1) / (m + 1)."""
    m, k = math.frexp(x)
    if m < 0.7071067690849304:
        m, k = 2 * m, k - 1
    t = f32(2 * (m - 1) / f32(m + 1))
    u, p = f32(t * t), 0.0
    for coefficient in LOG_SERIES:
        p = f32(f32(p * u) + f32(coefficient))
    series = f32(t + f32(t * f32(u * p)))
    return f32(k * LN2_HIGH + f32(f32(k * LN2_LOW) + series))


def signed(x):
    """The 64 bits of x as PyTorch's int64, which wraps around where C's uint64 does."""
    return x - 2**64 if x >= 2**63 else x


class Stream:
    """Random numbers that depend on a seed, a name and two counters, and on nothing else.

    PCG32 (O'Neill 2014), its state and increment drawn by SplitMix64 (Steele, Lea and Flood 2014).
    """

    def __init__(self, seed, name, first=0, second=0):
        self.key = 0xCBF29CE484222325  # FNV-1a of the name
        for byte in name.encode():
            self.key = (self.key ^ byte) * 0x100000001B3 & MASK64
        for number in (seed, first, second):
            mixed = self.split_mix()
            self.key ^= mixed ^ number
        self.state = self.split_mix()
        self.increment = self.split_mix() | 1
        self.waiting, self.spare = [], None
        self.words(1)

    def split_mix(self):
        self.key = self.key + 0x9E3779B97F4A7C15 & MASK64
        z = self.key
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 & MASK64
        z = (z ^ z >> 27) * 0x94D049BB133111EB & MASK64
        return z ^ z >> 31

    def words(self, n):
        """The next n numbers of 32 bits. A step is state -> a state + c, and so are many."""
        states = torch.tensor([signed(self.state)])
        a, c = 6364136223846793005, self.increment
        while len(states) <= n:
            states = torch.cat((states, states * signed(a) + signed(c)))
            a, c = a * a & MASK64, (a + 1) * c & MASK64
        self.state = int(states[n]) & MASK64
        states = states[:n]
        shifted = (states >> 18 & 2**46 - 1 ^ states) >> 27 & MASK32
        turn = states >> 59 & 31
        return (shifted >> turn | shifted << 32 - turn) & MASK32

    def word(self):
        if not self.waiting:
            self.waiting = self.words(256).tolist()[::-1]
        return self.waiting.pop()

    def uniform(self):
        """A multiple of 2^-24 in [0, 1)."""
        return (self.word() >> 8) * 2**-24

    def uniforms(self, n):
        return (self.words(n) >> 8) * 2**-24

    def normal(self):
        """The polar method (Marsaglia and Bray 1964), rounded to float32 after each operation."""
        if self.spare is not None:
            normal, self.spare = self.spare, None
            return normal
        s = 0.0
        while not 0 < s < 1:
            u, v = 2 * self.uniform() - 1, 2 * self.uniform() - 1
            s = f32(f32(u * u) + f32(v * v))
        factor = f32(math.sqrt(f32(-2 * log(s) / s)))
        self.spare = f32(v * factor)
        return f32(u * factor)

    def below(self, n):
        """A uniform integer in [0, n) without bias (Lemire 2019)."""
        product = self.word() * n
        while product & MASK32 < (2**32 - n) % n:
            product = self.word() * n
        return product >> 32

    def permutation(self, n):
        """Fisher and Yates's shuffle of 0 ... n - 1."""
        order = list(range(n))
        for i in range(n, 1, -1):
            j = self.below(i)
            order[i - 1], order[j] = order[j], order[i - 1]
        return order`;
