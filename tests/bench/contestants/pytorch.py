"""PyTorch on one thread: for every task that it reads as a line of JSON, one line of JSON that says
how many units of work took how many seconds. Run by ../hosts/index.ts."""

import json
import sys
import time

import torch
from torch import nn

ACTIVATIONS = {"tanh": nn.Tanh, "relu": nn.ReLU}


def timed(milliseconds, units, repeat):
    """As ../timing.ts: warms up, finding how often to look at the clock, then works on."""
    now = time.perf_counter
    seconds = milliseconds / 1000
    times = 1
    end = now() + seconds / 4
    while now() < end:
        start = now()
        repeat(times)
        if now() - start < seconds / 40:
            times *= 2
    start = now()
    done = 0
    while True:
        repeat(times)
        done += times
        elapsed = now() - start
        if elapsed >= seconds:
            return {"units": done * units, "seconds": elapsed}


def trainer(task):
    widths = [task["inputs"], *task["hidden"], task["classes"] or 1]
    layers = []
    for inputs, outputs in zip(widths, widths[1:]):
        layers += [nn.Linear(inputs, outputs), ACTIVATIONS[task["racers"][0]]()]
    model = nn.Sequential(*layers[:-1])
    optimizer = torch.optim.SGD(model.parameters(), lr=task["rate"])
    loss = nn.CrossEntropyLoss() if task["classes"] else nn.MSELoss()
    x = torch.rand(task["rows"], task["inputs"]) * 2 - 1
    if task["classes"]:
        y = torch.arange(task["rows"]) % task["classes"]
    else:
        y = torch.rand(task["rows"], 1) * 2 - 1
    batches = list(zip(x.split(task["batch"]), y.split(task["batch"])))
    position = 0

    def repeat(times):
        nonlocal position
        for _ in range(times):
            inputs, targets = batches[position]
            position = (position + 1) % len(batches)
            optimizer.zero_grad(set_to_none=True)
            loss(model(inputs), targets).backward()
            optimizer.step()

    return repeat


def has_fast_blas():
    """Debian's PyTorch multiplies with whatever library stands for BLAS, which may be the reference."""
    if "BLAS_INFO=generic" not in torch.__config__.show():
        return True
    with open("/proc/self/maps", encoding="utf8") as maps:
        return any("openblas" in line for line in maps)


def main():
    if sys.argv[1:] == ["--check"]:
        sys.exit(0 if has_fast_blas() else 3)
    torch.set_num_threads(1)
    ready = {}
    for line in sys.stdin:
        task = json.loads(line)
        milliseconds = task.pop("milliseconds")
        if task["kind"] != "training":
            sys.exit(f"PyTorch has no {task['kind']}")
        key = json.dumps(task)
        if key not in ready:
            ready[key] = trainer(task)
        print(json.dumps(timed(milliseconds, task["samplesPerStep"], ready[key])), flush=True)


main()
