"""The twenty activations and the network around them, in PyTorch's own operations."""

import torch
from torch import nn
from torch.nn import functional as F

PREACTIVATIONS = {"glu": 2, "gtu": 2}  # maxout has one a piece, every other activation one
DEFAULTS = {
    "hard-sigmoid": {"slope": 0.25},
    "leaky-relu": {"slope": 0.01},
    "prelu": {"slope": 0.25},
    "rrelu": {"lower": 1 / 8, "upper": 1 / 3},
    "elu": {"alpha": 1.0},
    "swish": {"beta": 1.0},
    "maxout": {"pieces": 2},
}


def complete(name, params):
    """With every default, rounded to float32: what the engine computes with."""
    numbers = {**DEFAULTS.get(name, {}), **params}
    return {k: torch.tensor(v, dtype=torch.float32).item() for k, v in numbers.items()}


def elementwise(name, x, params):
    """f(x) for the seventeen activations of one pre-activation."""
    functions = {
        "identity": lambda: x * 1,
        # The second term keeps x in the graph: gradients of 0, which weight decay adds to.
        "step": lambda: torch.heaviside(x.detach(), torch.ones((), dtype=x.dtype)) + 0 * x,
        "sigmoid": lambda: torch.sigmoid(x),
        "tanh": lambda: torch.tanh(x),
        "hard-sigmoid": lambda: F.hardtanh(params["slope"] * x + 0.5, 0.0, 1.0),
        "hard-tanh": lambda: F.hardtanh(x),
        "softsign": lambda: F.softsign(x),
        "relu": lambda: F.relu(x),
        "leaky-relu": lambda: F.leaky_relu(x, params["slope"]),
        "prelu": lambda: F.prelu(x, torch.tensor([params["slope"]], dtype=x.dtype)),
        "rrelu": lambda: F.rrelu(x, params["lower"], params["upper"], training=False),
        "elu": lambda: F.elu(x, params["alpha"]),
        "selu": lambda: F.selu(x),
        "softplus": lambda: F.softplus(x),
        "swish": lambda: x * torch.sigmoid(params["beta"] * x),
        "gelu": lambda: F.gelu(x),
        "mish": lambda: F.mish(x),
    }
    return functions[name]()


def combine(name, z, params):
    """f of pre-activations z[..., k]: one, one a piece, or value and gate."""
    if name == "maxout":
        return z.max(dim=-1).values
    if name == "glu":
        return F.glu(z, dim=-1).squeeze(-1)
    if name == "gtu":
        return torch.tanh(z[..., 0]) * torch.sigmoid(z[..., 1])
    return elementwise(name, z.squeeze(-1), params)


def kinks(name, params):
    """Where f or f' jumps."""
    if name == "hard-tanh":
        return (-1.0, 1.0)
    if name == "hard-sigmoid":
        edge = 0.5 / params["slope"]
        return (-edge, edge)
    if name == "elu":
        return () if params["alpha"] == 1.0 else (0.0,)
    return (0.0,) if name in ("step", "relu", "leaky-relu", "prelu", "rrelu", "selu") else ()


def kink_distance(name, z, params):
    """How near any of the pre-activations comes to a jump of f or f'."""
    if name == "maxout":
        top = z.topk(2, dim=-1).values
        return (top[..., 0] - top[..., 1]).min().item()
    distances = [(z - kink).abs().min().item() for kink in kinks(name, params)]
    return min(distances, default=float("inf"))


class HiddenLayer(nn.Module):
    """Affine map, batch norm if wanted, activation."""

    def __init__(self, inputs, width, name, params, batch_norm):
        super().__init__()
        self.name, self.params, self.width = name, complete(name, params), width
        self.pieces = int(self.params.get("pieces", PREACTIVATIONS.get(name, 1)))
        self.linear = nn.Linear(inputs, width * self.pieces)
        self.norm = nn.BatchNorm1d(width * self.pieces) if batch_norm else None
        self.slope = nn.PReLU(width) if name == "prelu" else None
        self.nearest_kink = float("inf")

    def forward(self, x):
        z = self.linear(x)
        if self.norm is not None:
            z = self.norm(z)
        z = z.view(len(x), self.width, self.pieces)
        self.nearest_kink = min(
            self.nearest_kink, kink_distance(self.name, z.detach(), self.params)
        )
        if self.slope is not None:
            return self.slope(z.squeeze(-1))
        return combine(self.name, z, self.params)

    def tensors(self):
        """(kind, tensor that shares the parameter's memory, in the engine's shape)."""
        pieces = (self.pieces,) if self.name == "maxout" else ()
        weight = self.linear.weight.data.view(self.width, self.pieces, -1).permute(2, 0, 1)
        bias = self.linear.bias.data.view(self.width, self.pieces)
        if self.name in PREACTIVATIONS:
            yield from (("weight", weight[..., 0]), ("bias", bias[:, 0]))
            yield from (("gateWeight", weight[..., 1]), ("gateBias", bias[:, 1]))
        elif pieces:
            yield from (("weight", weight), ("bias", bias))
        else:
            yield from (("weight", weight[..., 0]), ("bias", bias[:, 0]))
        if self.slope is not None:
            yield "slope", self.slope.weight.data
        if self.norm is not None:
            shape = (self.width, self.pieces) if self.pieces > 1 else (self.width,)
            yield "gamma", self.norm.weight.data.view(shape)
            yield "beta", self.norm.bias.data.view(shape)
            yield "runningMean", self.norm.running_mean.view(shape)
            yield "runningVar", self.norm.running_var.view(shape)


class Network(nn.Module):
    """The network of a TrainingConfig."""

    def __init__(self, config):
        super().__init__()
        network = config["network"]
        activation = network["activation"]
        widths = [config["dataset"]["inputSize"], *network["hidden"]]
        choices = activation if isinstance(activation, list) else [activation] * (len(widths) - 1)
        self.hidden = nn.ModuleList(
            HiddenLayer(n_in, n_out, c["id"], c.get("params", {}), network.get("batchNorm", False))
            for n_in, n_out, c in zip(widths, widths[1:], choices)
        )
        self.output = nn.Linear(widths[-1], output_size(config))
        self.output_activation = {
            "identity": nn.Identity(), "sigmoid": nn.Sigmoid(), "tanh": nn.Tanh()
        }[network.get("outputActivation", "identity")]

    def forward(self, x):
        for layer in self.hidden:
            x = layer(x)
        return self.output_activation(self.output(x))

    def tensors(self):
        """Every parameter by the engine's name; the tensors share the network's memory."""
        found = {
            f"layers.{i}.{kind}": tensor
            for i, layer in enumerate(self.hidden)
            for kind, tensor in layer.tensors()
        }
        found[f"layers.{len(self.hidden)}.weight"] = self.output.weight.data.T
        found[f"layers.{len(self.hidden)}.bias"] = self.output.bias.data
        return found

    def nearest_kink(self):
        return min(layer.nearest_kink for layer in self.hidden)


def output_size(config):
    """One output a class, but one in all for two classes without cross-entropy."""
    dataset = config["dataset"]
    if dataset["task"] == "regression":
        return dataset["targetSize"]
    if dataset["classes"] == 2 and config["loss"] != "cross-entropy":
        return 1
    return dataset["classes"]


def loss_function(config, targets):
    """The loss of the outputs, averaged as PyTorch does by default."""
    if config["loss"] == "cross-entropy":
        return lambda outputs: F.cross_entropy(outputs, targets.long())
    size = output_size(config)
    if config["dataset"]["task"] == "classification" and size > 1:
        targets = F.one_hot(targets.long(), size).to(targets.dtype)
    targets = targets.view(-1, size)
    if config["loss"] == "binary-cross-entropy":
        return lambda outputs: F.binary_cross_entropy_with_logits(outputs, targets)
    return lambda outputs: F.mse_loss(outputs, targets)


def make_optimizer(config, network):
    """PyTorch's optimizer; PReLU slopes have no weight decay."""
    o = config["optimizer"]
    slopes = [layer.slope.weight for layer in network.hidden if layer.slope is not None]
    others = [p for p in network.parameters() if all(p is not s for s in slopes)]
    groups = [{"params": others, "weight_decay": o.get("weightDecay", 0.0)}]
    if slopes:
        groups.append({"params": slopes, "weight_decay": 0.0})
    rate, eps = o["learningRate"], o.get("epsilon", 1e-8)
    if o["name"] == "adam":
        betas = (o.get("beta1", 0.9), o.get("beta2", 0.999))
        return torch.optim.Adam(groups, lr=rate, betas=betas, eps=eps)
    if o["name"] == "rmsprop":
        return torch.optim.RMSprop(groups, lr=rate, alpha=o.get("beta2", 0.99), eps=eps)
    momentum = 0.0 if o["name"] == "sgd" else o.get("momentum", 0.9)
    return torch.optim.SGD(groups, lr=rate, momentum=momentum, nesterov=o["name"] == "nesterov")


def train(config, initial, dtype, steps, record_at):
    """Full-batch training from `initial`.

    Returns the network, {k: (loss in training mode, in evaluation mode)} and {k: parameters},
    both after k steps, for k in record_at.
    """
    dataset = config["dataset"]
    # Rounded to float32 first: what the engine reads.
    inputs, targets = (
        torch.tensor(dataset[key], dtype=torch.float32).to(dtype) for key in ("inputs", "targets")
    )
    inputs = inputs.view(-1, dataset["inputSize"])
    loss_of = loss_function(config, targets)
    network = Network(config).to(dtype)
    for name, tensor in network.tensors().items():
        tensor.copy_(torch.tensor(initial[name], dtype=dtype))
    if dtype == torch.float32:
        freeze_normalized_biases(network)
    optimizer = make_optimizer(config, network)
    clip = config["optimizer"].get("clipNorm", 0.0)
    losses, parameters = {}, {}
    for step in range(steps + 1):
        if step in record_at:
            parameters[step] = {
                name: tensor.to(torch.float64).numpy().copy()
                for name, tensor in network.tensors().items()
            }
            network.eval()
            with torch.no_grad():
                evaluation = loss_of(network(inputs)).item()
        network.train()
        optimizer.zero_grad()
        # After the record above: a pass in training mode moves the running statistics.
        loss = loss_of(network(inputs))
        if step in record_at:
            losses[step] = (loss.item(), evaluation)
        if step == steps:
            break
        loss.backward()
        if clip > 0:
            nn.utils.clip_grad_norm_(network.parameters(), clip)
        optimizer.step()
    return network, losses, parameters


def freeze_normalized_biases(network):
    """Batch norm subtracts the bias again, so its gradient is zero; in float32 it is rounding
    noise instead, which Adam and RMSProp would scale up to whole steps."""
    for layer in network.hidden:
        if layer.norm is not None:
            layer.linear.bias.register_hook(torch.zeros_like)
