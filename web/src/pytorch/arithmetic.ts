// The engine's order of operations as Python. Float32 rounds each of them, and training amplifies
// that: PyTorch's own kernels, which sum in other orders, soon give another curve.

export const LINEAR = `def total(rows, start=0.0):
    """The sum of the rows, one after the other."""
    for row in rows:
        start = start + row
    return start


class Affine(torch.autograd.Function):
    """x W + b, one input after the other; its gradients one output, or one row, after the other."""

    @staticmethod
    def forward(ctx, x, weight, bias):
        ctx.save_for_backward(x, weight)
        z = bias.expand(len(x), -1)
        for inputs, weights in zip(x.T, weight.T):
            z = z + inputs[:, None] * weights
        return z

    @staticmethod
    def backward(ctx, dz):
        x, weight = ctx.saved_tensors
        dx, dw = torch.zeros_like(x), torch.zeros_like(weight)
        if ctx.needs_input_grad[0]:
            for gradients, weights in zip(dz.T, weight):
                dx = dx + gradients[:, None] * weights
        for inputs, gradients in zip(x, dz):
            dw = dw + gradients[:, None] * inputs
        return dx, dw, total(dz)


class Linear(nn.Linear):
    def forward(self, x):
        if x.dtype == torch.float64 or not self.training:
            return super().forward(x)
        return Affine.apply(x, self.weight, self.bias)`;

export const PRELU = `class Rows(torch.autograd.Function):
    """The same values for every row; their gradients are summed one row after the other."""

    @staticmethod
    def forward(ctx, values, n):
        return values.expand(n, -1)

    @staticmethod
    def backward(ctx, dy):
        return total(dy), None


class PReLU(nn.PReLU):
    def forward(self, z):
        return torch.where(z > 0, z, Rows.apply(self.weight, len(z)) * z)`;

export const BATCH_NORM = `class Normalize(torch.autograd.Function):
    @staticmethod
    def forward(ctx, z, gamma, beta, mean, inverse):
        ctx.save_for_backward((z - mean) * inverse, gamma, inverse)
        return gamma * ((z - mean) * inverse) + beta

    @staticmethod
    def backward(ctx, dy):
        z, gamma, inverse = ctx.saved_tensors
        n, sums, dots = len(z), total(dy), total(dy * z)
        dz = gamma * inverse / n * (n * dy - sums - z * dots)
        return dz, dots, sums, None, None


class BatchNorm(nn.BatchNorm1d):
    """nn.BatchNorm1d, but that a batch may have one row."""

    def forward(self, z):
        if not self.training:
            return super().forward(z)
        with torch.no_grad():
            n, mean = len(z), total(z) / len(z)
            variance = total((z - mean) * (z - mean)) / n
            inverse = 1 / (variance + self.eps).sqrt()
            unbiased = variance * (n / max(n - 1, 1))
            self.running_mean.copy_(0.9 * self.running_mean + 0.1 * mean)
            self.running_var.copy_(0.9 * self.running_var + 0.1 * unbiased)
        return Normalize.apply(z, self.weight, self.bias, mean, inverse)`;

export const CROSS_ENTROPY = `def exp(x):
    """exp x for x <= 0: x = n ln 2 + r, and a polynomial in r."""
    x = x.clamp(min=-104)
    shifted = x * 1.44269504 + 12583103.0  # leaves an integer: n + 191 in the low bits
    n = shifted - 12583103.0
    r = (x - n * 0.693359375) - n * -2.12194440e-4
    q = 0.0013403082
    for coefficient in (0.008371014, 0.04167498, 0.16666497, 0.4999997):
        q = q * r + coefficient
    scale = ((n + 191).int() << 23).view(torch.float32) * 2**-64
    return (r * r * q + r + 1) * scale


class CrossEntropy(torch.autograd.Function):
    @staticmethod
    def forward(ctx, outputs, targets):
        top, best = outputs.max(dim=1, keepdim=True)
        powers = exp(outputs - top)
        others = total(powers.scatter(1, best, 0.0).T)
        share = powers / (powers.gather(1, best) + others[:, None])
        ctx.gradient = share * (1 / len(outputs))
        ctx.gradient[torch.arange(len(outputs)), targets] -= 1 / len(outputs)
        return nn.functional.cross_entropy(outputs, targets, reduction="none").double().mean()

    @staticmethod
    def backward(ctx, dy):
        return ctx.gradient, None`;
