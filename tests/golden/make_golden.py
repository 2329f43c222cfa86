#!/usr/bin/python3
"""Writes the golden vectors of this folder with PyTorch in float64; README.md describes them.

Usage: /usr/bin/python3 tests/golden/make_golden.py
"""

import json
import pathlib

import numpy as np
import torch

from reference import Network, combine, complete, elementwise, kinks, train

SEED = 20240229
HERE = pathlib.Path(__file__).parent
STEPS = 200
LOSS_STEPS = (0, 1, 10, 50, 100, 200)
PARAMETER_STEPS = (100, 200)
ROWS, INPUTS = 24, 3

# A run is kept if no pre-activation comes this near to a jump of f or f', and if PyTorch's own
# float32 run ends this near to the float64 run, in the measure of the README.
KINK_MARGIN = 2e-5
FLOAT32_MARGIN = 1e-5

# Default parameters first, then others.
ELEMENTWISE = {
    "identity": [{}],
    "step": [{}],
    "sigmoid": [{}],
    "tanh": [{}],
    "hard-sigmoid": [{}, {"slope": 0.2}],
    "hard-tanh": [{}],
    "softsign": [{}],
    "relu": [{}],
    "leaky-relu": [{}, {"slope": 0.2}],
    "prelu": [{}, {"slope": 0.05}],
    "rrelu": [{}, {"lower": 0.1, "upper": 0.5}],
    "elu": [{}, {"alpha": 0.5}],
    "selu": [{}],
    "softplus": [{}],
    "swish": [{}, {"beta": 1.5}],
    "gelu": [{}],
    "mish": [{}],
}
AFFINE = {
    "maxout": [
        {"pieces": 2, "weights": [1.0, -1.0], "biases": [0.0, 0.0]},
        {"pieces": 4, "weights": [-1.5, -0.25, 0.5, 2.0], "biases": [-0.5, 0.25, 0.125, -2.0]},
    ],
    "glu": [
        {"weight": 1.0, "bias": 0.0, "gateWeight": 1.0, "gateBias": 0.0},
        {"weight": -0.75, "bias": 0.5, "gateWeight": 1.5, "gateBias": -0.25},
    ],
}
AFFINE["gtu"] = AFFINE["glu"]

SPECIAL = [0.0, 1e-40, 1e-20, 1e-8, 1e-4, 1e-3, 0.01, 0.1, 0.5, 0.75, 1.0, 1.2785, 2.0, 2.5, 3.0,
           5.0, 8.0, 10.0, 15.0, 20.0, 40.0, 88.0, 89.0, 105.0, 1e3, 1e10, 3e38]
SPECIAL_AFFINE = [0.0, 0.125, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 5.0, 8.0, 16.0, 40.0, 90.0, 1e3]


# What the training runs use beside their optimizer: parameters to draw from for each activation.
TRAINED = {
    **{name: variants for name, variants in ELEMENTWISE.items() if name not in ("prelu", "rrelu")},
    "prelu": [{}],
    # Equal bounds leave RReLU nothing to draw.
    "rrelu": [{"lower": 0.2, "upper": 0.2}],
    "maxout": [{}, {"pieces": 3}, {"pieces": 4}],
    "glu": [{}],
    "gtu": [{}],
}
TRAINED = {name: TRAINED[name] for name in (*ELEMENTWISE, *AFFINE)}

OPTIMIZERS = {
    "sgd": [{"learningRate": 0.05}, {"learningRate": 0.1}],
    "momentum": [{"learningRate": 0.02}, {"learningRate": 0.03, "momentum": 0.8}],
    "nesterov": [{"learningRate": 0.02}, {"learningRate": 0.03, "momentum": 0.8}],
    "rmsprop": [{"learningRate": 0.002}, {"learningRate": 0.003, "beta2": 0.95, "epsilon": 1e-6}],
    "adam": [{"learningRate": 0.01}, {"learningRate": 0.005, "beta1": 0.8, "beta2": 0.99}],
}
TASKS = (
    ("classes", "cross-entropy"),
    ("regression", "mse"),
    ("binary", "binary-cross-entropy"),
    ("classes", "mse"),
    ("classes", "binary-cross-entropy"),
)


def as_float32(values):
    """Rounded to float32, with the fewest digits that name that float."""
    return [float(str(v)) for v in np.asarray(values, np.float32).ravel()]


def rounded(values):
    """Nine significant digits: enough to name any float32."""
    return [float(f"{v:.9g}") for v in np.asarray(values, np.float64).ravel()]


def curve(name, params, points):
    """f and f' at the points: both they and the parameters are rounded to float32 first.

    Every digit is kept, for activations whose tolerance is 0.
    """
    x = torch.tensor(points).to(torch.float64).requires_grad_()
    if name in AFFINE:
        if name == "maxout":
            weight, bias = params["weights"], params["biases"]
        else:
            weight = [params["weight"], params["gateWeight"]]
            bias = [params["bias"], params["gateBias"]]
        z = x[:, None] * torch.tensor(weight, dtype=x.dtype) + torch.tensor(bias, dtype=x.dtype)
        y = combine(name, z, params)
    else:
        y = elementwise(name, x, complete(name, params))
    slope = torch.autograd.grad(y.sum(), x)[0]
    return {"id": name, "params": params, "x": points, "value": y.tolist(),
            "derivative": slope.tolist()}


def activation_vectors():
    rng = np.random.default_rng(SEED)
    both_signs = np.concatenate([np.array(SPECIAL), -np.array(SPECIAL)])
    general = as_float32(np.concatenate([both_signs, rng.normal(0, 3, 20)]))
    # Multiples of 1/1024 below 1024 make w x + b exact in float32 too.
    random_short = rng.integers(-6144, 6145, 30) / 1024
    short = np.concatenate([SPECIAL_AFFINE, -np.array(SPECIAL_AFFINE), random_short])
    vectors = []
    for name, variants in ELEMENTWISE.items():
        for params in variants:
            points = general + as_float32(kinks(name, complete(name, params)))
            vectors.append(curve(name, params, [*dict.fromkeys(points), -0.0]))
    points = list(dict.fromkeys(as_float32(short)))
    for name, variants in AFFINE.items():
        vectors += [curve(name, params, points) for params in variants]
    return vectors


def draw_targets(rng, task, inputs, squash):
    """A noisy nonlinear rule, so that 200 steps neither finish the job nor find nothing."""
    score = np.sin(inputs @ rng.normal(0, 1, INPUTS)) + 0.5 * inputs[:, 0] * inputs[:, 1]
    score += rng.normal(0, 0.3, len(inputs))
    if task == "classes":
        return {"targets": np.digitize(score, np.quantile(score, [1 / 3, 2 / 3])).tolist(),
                "task": "classification", "classes": 3}
    if task == "binary":
        return {"targets": (score > np.median(score)).astype(int).tolist(),
                "task": "classification", "classes": 2}
    size = int(rng.integers(1, 3))
    values = np.stack([score, np.cos(score)], axis=1)[:, :size]
    values = {"identity": values, "tanh": 0.8 * np.tanh(values),
              "sigmoid": 1 / (1 + np.exp(-values))}[squash]
    return {"targets": as_float32(values), "task": "regression", "targetSize": size}


def draw_config(rng, activation, optimizer, task, loss):
    depth = 3 if isinstance(activation, list) else int(rng.integers(1, 3))
    hidden = [[6], [5, 4], [5, 4, 5]][depth - 1]
    squash = "identity"
    if task == "regression":
        squash = str(rng.choice(["identity", "tanh", "sigmoid"]))
    inputs = rng.normal(0, 1, (ROWS, INPUTS))
    options = dict(OPTIMIZERS[optimizer][rng.integers(2)])
    options["weightDecay"] = float(rng.choice([0.0, 0.0, 0.001, 0.01]))
    options["clipNorm"] = float(rng.choice([0.0, 0.0, 0.1, 0.5]))
    return {
        "seed": 1,
        "dataset": {"inputs": as_float32(inputs), "inputSize": INPUTS,
                    **draw_targets(rng, task, inputs, squash)},
        "network": {"hidden": hidden, "activation": activation,
                    "batchNorm": bool(rng.random() < 0.3), "outputActivation": squash},
        "loss": loss,
        "optimizer": {"name": optimizer, **{k: v for k, v in options.items() if v}},
        "batchSize": ROWS,
    }


def draw_parameters(rng, shapes):
    """float32 values; biases and statistics of batch norm away from their usual start too."""
    drawn = {}
    for name, shape in shapes.items():
        kind = name.rsplit(".", 1)[1]
        if kind in ("weight", "gateWeight"):
            values = rng.normal(0, np.sqrt(1.5 / shape[0]), shape)
        elif kind == "slope":
            values = rng.uniform(0.15, 0.35, shape)
        elif kind in ("gamma", "runningVar"):
            values = rng.uniform(0.7, 1.3, shape)
        else:
            values = rng.normal(0, 0.2, shape)
        drawn[name] = values.astype(np.float32)
    return drawn


def difference(value, reference):
    """The README's measure: the largest error over the largest magnitude."""
    return float(np.max(np.abs(np.subtract(value, reference))) / np.max(np.abs(reference)))


def float32_difference(config, initial, losses, parameters):
    _, losses32, parameters32 = train(config, initial, torch.float32, STEPS, LOSS_STEPS)
    worst = max(difference(losses32[k][1], losses[k][1]) for k in LOSS_STEPS)
    return max(worst, *(difference(parameters32[k][name], parameters[k][name])
                        for k in PARAMETER_STEPS for name in initial))


def training_run(activation, optimizer, task, key):
    """The first draw that keeps both margins."""
    for attempt in range(100):
        rng = np.random.default_rng([SEED, *key, attempt])
        config = draw_config(rng, activation(rng), optimizer, *task)
        shapes = {name: tuple(t.shape) for name, t in Network(config).tensors().items()}
        initial = draw_parameters(rng, shapes)
        network, losses, parameters = train(config, initial, torch.float64, STEPS, LOSS_STEPS)
        if network.nearest_kink() < KINK_MARGIN:
            continue
        worst = float32_difference(config, initial, losses, parameters)
        if worst < FLOAT32_MARGIN:
            break
    else:
        raise SystemExit(f"no draw of {optimizer}, {task}, {key} keeps the margins")
    return attempt, worst, {
        "config": config,
        "initial": [{"name": name, "shape": list(shapes[name]), "values": as_float32(values)}
                    for name, values in initial.items()],
        "trainingLoss": {k: rounded([losses[k][0]])[0] for k in LOSS_STEPS},
        "evaluationLoss": {k: rounded([losses[k][1]])[0] for k in LOSS_STEPS},
        "parameters": {k: {name: rounded(values) for name, values in parameters[k].items()}
                       for k in PARAMETER_STEPS},
    }


def choice(name, rng):
    variants = TRAINED[name]
    params = variants[rng.integers(len(variants))]
    return {"id": name, "params": params} if params else {"id": name}


def mixed(rng):
    """Another activation in each layer."""
    return [choice(str(name), rng) for name in rng.choice(list(TRAINED), 3, replace=False)]


def write(name, rows):
    """One vector or run a line."""
    lines = ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows)
    (HERE / name).write_text(f"[\n{lines}\n]\n")
    print(f"{name}: {len(rows)} entries, {(HERE / name).stat().st_size} bytes")


def main():
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    write("activations.json", activation_vectors())
    for o, optimizer in enumerate(OPTIMIZERS):
        makers = [lambda rng, name=name: choice(name, rng) for name in TRAINED] + [mixed] * 3
        runs, attempts, worst = [], 0, 0.0
        for a, maker in enumerate(makers):
            attempt, diff, run = training_run(maker, optimizer, TASKS[(a + o) % len(TASKS)], (o, a))
            attempts, worst = attempts + attempt, max(worst, diff)
            runs.append(run)
        write(f"training-{optimizer}.json", runs)
        print(f"  {attempts} draws passed over; largest float32 difference {worst:.1e}")


if __name__ == "__main__":
    main()
