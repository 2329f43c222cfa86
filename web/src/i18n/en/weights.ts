// What comes with saved weights, in English.

export const weights = {
  readme: (source: string, folder: string) => `Weights of trained networks
${source}

There is one folder for each activation and seed, with one file for each parameter: float32,
row by row. weights.json holds the same numbers; those that are not finite are the texts
"NaN", "Infinity" and "-Infinity" there.

Layer i computes inputs @ weight + bias, so weights have the shape [in, out]:

    import numpy as np
    weight = np.load("${folder}/layers.0.weight.npy")
    bias = np.load("${folder}/layers.0.bias.npy")
    outputs = inputs @ weight + bias

PyTorch's torch.nn.Linear keeps them as [out, in]; they have to be transposed:

    import torch
    linear = torch.nn.Linear(*weight.shape)
    with torch.no_grad():
        linear.weight.copy_(torch.from_numpy(weight.T))
        linear.bias.copy_(torch.from_numpy(bias))

slope        PReLU: one slope a unit, torch.nn.PReLU(out).weight
weight, bias maxout: [in, out, pieces] and [out, pieces]; the largest piece is the output
gateWeight,  GLU, GTU: the second affine map, the one under the sigmoid
gateBias
gamma, beta, batch norm before the activation: weight, bias, running_mean and running_var
runningMean, of torch.nn.BatchNorm1d
runningVar
`,
};
