"""Checks the references of an accuracy run against mpmath: check_reference.py accuracy.json.

Every function is written down once more, in 60 digits, and compared at the sample that the run
recorded and at the worst points that it found. The difference has to stay below 1e-6 ULP of a
float, but for zeros of f', where double precision itself ends at an absolute 1e-15.
"""

import json
import struct
import sys

from mpmath import erfc, exp, expm1, inf, log, log1p, mp, mpf, pi, sqrt, tanh

mp.dps = 60
LIMIT = 1e-6
ABSOLUTE = 1e-15


def single(x):
    """x rounded to a float, as the engine takes its parameters."""
    return mpf(struct.unpack("f", struct.pack("f", x))[0])


def sigmoid(x):
    return 1 / (1 + exp(-x))


def sigmoid_slope(x):
    return sigmoid(x) * sigmoid(-x)


def tanh_slope(x):
    return 4 * sigmoid_slope(2 * x)


def softplus(x):
    return log1p(exp(-abs(x))) + max(x, 0)


def normal(x):
    return erfc(-x / sqrt(mpf(2))) / 2


def rectifier(a):
    return (lambda x: x if x > 0 else a * x), (lambda x: 1 if x > 0 else a)


def elu(scale, alpha):
    value = lambda x: scale * (x if x > 0 else alpha * expm1(x))
    return value, lambda x: scale * (1 if x > 0 else alpha * exp(x))


RRELU = (single(1 / 8) + single(1 / 3)) / 2
SELU = elu(mpf("1.0507009873554804934193349852946"), mpf("1.6732632423543772848170429916717"))

FUNCTIONS = {
    "identity": (lambda x: x, lambda x: 1),
    "step": (lambda x: 1 if x >= 0 else 0, lambda x: 0),
    "sigmoid": (sigmoid, sigmoid_slope),
    "tanh": (tanh, tanh_slope),
    "hard-sigmoid": (
        lambda x: min(1, max(0, x / 4 + mpf(1) / 2)),
        lambda x: mpf(1) / 4 if abs(x) < 2 else 0,
    ),
    "hard-tanh": (lambda x: min(1, max(-1, x)), lambda x: 1 if abs(x) < 1 else 0),
    "softsign": (lambda x: x / (1 + abs(x)), lambda x: 1 / (1 + abs(x)) ** 2),
    "relu": rectifier(0),
    "leaky-relu": rectifier(single(0.01)),
    "prelu": rectifier(mpf(1) / 4),
    "rrelu": rectifier(RRELU),
    "elu": elu(1, 1),
    "selu": SELU,
    "softplus": (softplus, sigmoid),
    "swish": (lambda x: x * sigmoid(x), lambda x: sigmoid(x) + x * sigmoid_slope(x)),
    "gelu": (
        lambda x: x * normal(x),
        lambda x: normal(x) + x * exp(-x * x / 2) / sqrt(2 * pi),
    ),
    "mish": (
        lambda x: x * tanh(softplus(x)),
        lambda x: tanh(softplus(x)) + x * sigmoid(x) * tanh_slope(softplus(x)),
    ),
    "maxout": (abs, lambda x: 1 if x > 0 else -1),
    "glu": (lambda x: x * sigmoid(x), lambda x: sigmoid(x) + x * sigmoid_slope(x)),
    "gtu": (
        lambda x: tanh(x) * sigmoid(x),
        lambda x: tanh_slope(x) * sigmoid(x) + tanh(x) * sigmoid_slope(x),
    ),
    "glu-pairs": (
        lambda v, g: v * sigmoid(g),
        lambda v, g: sigmoid(g),
        lambda v, g: v * sigmoid_slope(g),
    ),
    "gtu-pairs": (
        lambda v, g: tanh(v) * sigmoid(g),
        lambda v, g: tanh_slope(v) * sigmoid(g),
        lambda v, g: tanh(v) * sigmoid_slope(g),
    ),
    "math-exp": (exp,),
    "math-expm1": (expm1,),
    "math-log": (lambda x: log(x) if x > 0 else -inf,),
    "math-log1p": (log1p,),
    "math-normalTail": (lambda x: normal(-x),),
}


def difference(recorded, exact):
    """In ULP of the float next to the exact value."""
    if recorded == exact:
        return 0
    exponent = -126
    if exact != 0:
        exponent = min(127, max(-126, int(mp.floor(log(abs(exact), 2)))))
    return abs(recorded - exact) / mpf(2) ** (exponent - 23)


def main():
    report = json.load(open(sys.argv[1]))
    checked = 0
    wrong = []
    worst = 0
    for subject in report["subjects"]:
        for output, function in zip(subject["outputs"], FUNCTIONS[subject["id"]], strict=True):
            points = output["reference"] + [
                [point["x"], point["gate"], point["exact"]]
                for point in [output["worst"], output["worstNearZero"], *output["attained"]]
            ]
            for x, gate, recorded in points:
                inputs = (mpf(x), mpf(gate)) if subject["id"].endswith("-pairs") else (mpf(x),)
                if any(abs(number) > 1e5 for number in inputs) and not linear(subject["id"]):
                    continue  # mpmath's exponentials of huge numbers: nothing is left to compare
                exact = function(*inputs)
                checked += 1
                off = difference(mpf(recorded), mpf(exact))
                if abs(mpf(recorded) - exact) > ABSOLUTE:
                    worst = max(worst, off)
                if off > LIMIT and abs(mpf(recorded) - exact) > ABSOLUTE:
                    name = f"{subject['id']} {output['output']}"
                    wrong.append(f"{name} at {x}, {gate}: {recorded}, mpmath {mp.nstr(exact, 20)}")
    for line in wrong[:20]:
        print(line)
    print(f"{checked} references checked against mpmath, worst {mp.nstr(worst, 2)} ULP")
    sys.exit(1 if wrong else 0)


def linear(name):
    return name in ("identity", "relu", "leaky-relu", "prelu", "rrelu", "maxout", "math-log")


main()
