// What comes with saved weights, in Chinese.

import type { en } from '../en.ts';

export const weights: (typeof en)['weights'] = {
  readme: (source, folder) => `训练所得网络的权重
${source}

每个激活函数、每个随机种子各占一个文件夹，每个参数一个文件：float32，按行存放。
weights.json 中是同样的数；其中非有限的数写作文本 "NaN"、"Infinity" 和 "-Infinity"。

第 i 层计算 inputs @ weight + bias，因此权重的形状是 [in, out]：

    import numpy as np
    weight = np.load("${folder}/layers.0.weight.npy")
    bias = np.load("${folder}/layers.0.bias.npy")
    outputs = inputs @ weight + bias

PyTorch 的 torch.nn.Linear 以 [out, in] 存放权重，需要转置：

    import torch
    linear = torch.nn.Linear(*weight.shape)
    with torch.no_grad():
        linear.weight.copy_(torch.from_numpy(weight.T))
        linear.bias.copy_(torch.from_numpy(bias))

slope        PReLU：每个单元一个斜率，即 torch.nn.PReLU(out).weight
weight, bias maxout：形状为 [in, out, pieces] 和 [out, pieces]，输出取各片中最大者
gateWeight,  GLU、GTU：第二个仿射变换（取 sigmoid 的那个）
gateBias
gamma, beta, 激活函数之前的批归一化：即 torch.nn.BatchNorm1d 的
runningMean, weight、bias、running_mean、running_var
runningVar
`,
};
