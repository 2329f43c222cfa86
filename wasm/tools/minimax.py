#!/usr/bin/env python3
# Derives the polynomial coefficients of wasm/src/simd/math.h (needs mpmath). For each function it
# prints float32 coefficients, lowest power first, and the largest weighted error that they leave.
import struct

from mpmath import mp, mpf, matrix, lu_solve, exp, log, sqrt, erfc, cos, pi

mp.dps = 40


def float32(x):
    return mpf(struct.unpack('f', struct.pack('f', float(x)))[0])


def polynomial(c, x):
    y = mpf(0)
    for k in reversed(c):
        y = y * x + k
    return y


def remez(f, weight, low, high, degree, rounds=12, grid=3000):
    """Minimizes max |weight * (f - p)| over [low, high] by exchanging extremal points."""
    low, high = mpf(low), mpf(high)
    count = degree + 2
    nodes = [(low + high) / 2 - (high - low) / 2 * cos(pi * i / (count - 1)) for i in range(count)]
    points = [(low + high) / 2 - (high - low) / 2 * cos(pi * i / grid) for i in range(grid + 1)]
    table = [(x, f(x), weight(x)) for x in points]
    for _ in range(rounds):
        a = matrix(count, count)
        b = matrix(count, 1)
        for i, x in enumerate(nodes):
            for j in range(degree + 1):
                a[i, j] = x**j
            a[i, degree + 1] = (-1) ** i / weight(x)
            b[i] = f(x)
        c = list(lu_solve(a, b))[: degree + 1]
        errors = [(w * (y - polynomial(c, x)), x) for x, y, w in table]
        runs = []  # the extremum of each stretch of one sign
        for e in errors:
            if runs and (runs[-1][0] > 0) == (e[0] > 0):
                if abs(e[0]) > abs(runs[-1][0]):
                    runs[-1] = e
            else:
                runs.append(e)
        while len(runs) > count:
            runs.pop(0 if abs(runs[0][0]) < abs(runs[-1][0]) else -1)
        if len(runs) < count:
            raise SystemExit('the error does not alternate often enough')
        nodes = [x for _, x in runs]
    c = [float32(k) for k in c]
    error = max(abs(w * (y - polynomial(c, x))) for x, y, w in table)
    return c, error


def report(name, c, error):
    print(f'{name}: error {float(error):.2e}')
    for k in c:
        print(f'  {float(k)!r} {float(k).hex()}')


def exp_q(r):
    return sum(r**k / mp.factorial(k + 2) for k in range(30))


def log_p(u):
    return sum(2 * (u / 4) ** k / (2 * k + 3) for k in range(80)) / 8


# S(t) = exp(t^2 / 2) erfc(t / sqrt 2) / 2 as (1 - v) (1/2 + v Q(v)) with v = c t / (1 + c t).
TAIL_C = mpf('0.35')


def tail(v):
    t = v / (1 - v) / TAIL_C
    return exp(t * t / 2) * erfc(t / sqrt(2)) / 2


def tail_q(v):
    v = max(v, mpf('1e-9'))
    return (tail(v) / (1 - v) - mpf(1) / 2) / v


if __name__ == '__main__':
    report(
        'exp(r) = 1 + r + r^2 q(r), r in [-0.41, 0.35], relative',
        *remez(exp_q, lambda r: r * r * exp(-r) if abs(r) > 1e-6 else mpf('1e-12'), -0.41, 0.35, 4),
    )
    report(
        'log(1 + x) = t + t^3 P(t^2), t = 2x/(2+x), t^2 in [0, 4/9], relative',
        *remez(log_p, lambda u: u / (1 + u * log_p(u)) if u > 0 else mpf('1e-12'), 0, mpf(4) / 9, 4),
    )
    report(
        'S(t) = (1 - v) (1/2 + v Q(v)), v = 0.35 t / (1 + 0.35 t), t in [0, 15], relative',
        *remez(
            tail_q,
            lambda v: max(v, mpf('1e-9')) * (1 - v) / tail(v),
            0,
            15 * TAIL_C / (1 + 15 * TAIL_C),
            7,
        ),
    )
