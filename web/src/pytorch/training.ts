// The steps of a program: batches, loss, optimizer, and the table that comes of them.

import type { ResolvedTrainingConfig } from '../engine/types.ts';
import { CROSS_ENTROPY } from './arithmetic.ts';
import type { Plan } from './plan.ts';
import { py } from './python.ts';

/** Definitions, each a block of its own; the last one is of `train(racer, seed, dtype)`. */
export function trainingCode(plan: Plan): string[] {
  return [
    batches(plan.config.batchSize),
    ...(plan.config.loss === 'cross-entropy' ? [CROSS_ENTROPY] : []),
    criterion(plan),
    measure(plan),
    optimizer(plan),
    ...(plan.config.optimizer.clipNorm > 0 ? [clip(plan.config.optimizer.clipNorm)] : []),
    train(plan),
  ];
}

const batches = (size: number) => `def batches(seed, n):
    """The rows of each step: parts of a permutation drawn for each epoch, or all rows."""
    epoch = 0
    while True:
        if n <= ${size}:
            yield slice(None)
        else:
            order = Stream(seed, "batch", epoch).permutation(n)
            yield from torch.tensor(order).split(${size})
        epoch += 1`;

function criterion({ config: { loss }, data: { classes }, outputs }: Plan): string {
  const call = {
    mse: 'mse_loss',
    'cross-entropy': 'cross_entropy',
    'binary-cross-entropy': 'binary_cross_entropy_with_logits',
  }[loss];
  let targets = 'targets';
  if (classes === 0) targets = 'targets.to(outputs)';
  else if (loss !== 'cross-entropy') {
    const wide =
      outputs === 1 ? 'targets.view(-1, 1)' : `nn.functional.one_hot(targets, ${outputs})`;
    targets = `${wide}.to(outputs)`;
  }
  const exact =
    loss === 'cross-entropy'
      ? `    if outputs.requires_grad and outputs.dtype == torch.float32:
        return CrossEntropy.apply(outputs, targets)
`
      : '';
  return `def criterion(outputs, targets):
    """The mean of all terms, which are summed in double precision."""
${exact}    terms = nn.functional.${call}(outputs, ${targets}, reduction="none")
    return terms.double().mean()`;
}

function measure({ config: { loss }, data: { classes }, outputs }: Plan): string {
  const threshold = loss === 'mse' ? '0.5' : '0';
  const guess = outputs === 1 ? `(outputs[:, 0] > ${threshold})` : 'outputs.argmax(dim=1)';
  const value = 'criterion(outputs, targets).item()';
  const lines = [
    '@torch.no_grad()',
    'def measure(net, inputs, targets):',
    `    """${classes === 0 ? 'Loss' : 'Loss and accuracy'} as evaluated."""`,
    '    net.eval()',
    '    outputs = net(inputs)',
    ...(classes === 0
      ? [`    return ${value}`]
      : [`    hits = ${guess} == targets`, `    return ${value}, hits.double().mean().item()`]),
  ];
  return lines.join('\n');
}

/** What is subtracted from a parameter `p`, by its gradient `g` and the `state` kept for it. */
function rule(o: ResolvedTrainingConfig['optimizer']): { name: string; lines: string[] } {
  const [momentum, beta1, beta2, epsilon] = [o.momentum, o.beta1, o.beta2, o.epsilon].map(py);
  const velocity = `v = state[p] = ${momentum} * state.get(p, 0) + g`;
  switch (o.name) {
    case 'sgd':
      return { name: 'SGD', lines: ['p -= rate * g'] };
    case 'momentum':
      return { name: `SGD(momentum=${momentum})`, lines: [velocity, 'p -= rate * v'] };
    case 'nesterov': {
      const name = `SGD(momentum=${momentum}, nesterov=True)`;
      return { name, lines: [velocity, `p -= rate * (g + ${momentum} * v)`] };
    }
    case 'rmsprop':
      return {
        name: `RMSprop(alpha=${beta2}, eps=${epsilon})`,
        lines: [
          `s = state[p] = ${beta2} * state.get(p, 0) + (1 - ${beta2}) * (g * g)`,
          `p -= rate * (g / (s.sqrt() + ${epsilon}))`,
        ],
      };
    case 'adam':
      return {
        name: `Adam(betas=(${beta1}, ${beta2}), eps=${epsilon})`,
        lines: [
          'm, s = state.get(p, (0, 0))',
          `m, s = ${beta1} * m + (1 - ${beta1}) * g, ${beta2} * s + (1 - ${beta2}) * (g * g)`,
          'state[p] = m, s',
          `root = s.sqrt() / math.sqrt(1 - ${beta2}**step)`,
          `p -= rate / (1 - ${beta1}**step) * (m / (root + ${epsilon}))`,
        ],
      };
  }
}

function optimizer({ config, choices }: Plan): string {
  const { weightDecay, slopeRate, learningRate } = config.optimizer;
  const { name, lines } = rule(config.optimizer);
  const differ = weightDecay > 0 || slopeRate !== 1;
  const special = differ && choices.some(({ id }) => id === 'prelu');
  const gradient =
    weightDecay > 0 ? `p.grad + ${special ? 'decay' : py(weightDecay)} * p` : 'p.grad';
  const body = [
    '@torch.no_grad()',
    'def update(net, state, step):',
    `    """torch.optim.${name}, rounded as in the engine."""`,
    `    rate = ${py(learningRate)}`,
    ...(special ? ['    slopes = [m.weight for m in net.modules() if isinstance(m, PReLU)]'] : []),
    '    for p in net.parameters():',
    ...(special
      ? [
          '        slope = any(p is other for other in slopes)',
          `        rate = ${py(slopeRate * learningRate)} if slope else ${py(learningRate)}`,
          ...(weightDecay > 0 ? [`        decay = 0 if slope else ${py(weightDecay)}`] : []),
        ]
      : []),
    `        g = ${gradient}`,
    ...lines.map((line) => `        ${line}`),
  ];
  return body.join('\n');
}

const clip = (limit: number) => `def clip(net):
    """torch.nn.utils.clip_grad_norm_, but for gradients whose squares leave float32."""
    norm = torch.cat([p.grad.double().flatten() for p in net.parameters()]).norm().item()
    scale = ${py(limit)} / (norm + 1e-6)
    if not scale >= 1:
        for p in net.parameters():
            p.grad.mul_(scale)`;

const hasTests = ({ data }: Plan) => data.testRows > 0;

function train(plan: Plan): string {
  const { config, dataSeed, hiddenBias } = plan;
  const sets = hasTests(plan) ? ['x, y', 'x_test, y_test'] : ['x, y'];
  const measured = sets.map((rows) => `measure(net, ${rows})`).join(', ');
  const lines = [
    'def train(racer, seed, dtype):',
    '    """Yields the rows of the table."""',
    `    x, y, x_test, y_test = data(${dataSeed ?? 'seed'})`,
    '    net = network(racer, seed)',
    ...(config.network.init === 'lsuv'
      ? ['    lsuv(net, racer, x[next(batches(seed, len(x)))])']
      : []),
    ...(hiddenBias === 0 ? [] : ['    start_off(net, racer)']),
    '    net, x, x_test = net.to(dtype), x.to(dtype), x_test.to(dtype)',
    '    state = {}',
    '',
    '    def row(step):',
    ...(plan.data.classes === 0
      ? [`        return racer, seed, step, ${measured}`]
      : [
          `        losses, accuracies = zip(${measured})`,
          '        return racer, seed, step, *losses, *accuracies',
        ]),
    '',
    '    yield row(0)',
    '    for step, rows in zip(range(1, STEPS + 1), batches(seed, len(x))):',
    '        net.train()',
    '        net.zero_grad()',
    '        loss = criterion(net(x[rows]), y[rows])',
    '        if loss.isfinite():',
    '            loss.backward()',
    ...(config.optimizer.clipNorm > 0 ? ['            clip(net)'] : []),
    '            update(net, state, step)',
    '        diverged = not all(t.isfinite().all() for t in (loss, *net.parameters()))',
    '        if diverged or step % MEASURE_EVERY == 0 or step == STEPS:',
    '            yield row(step)',
    '        if diverged:',
    '            return',
  ];
  return lines.join('\n');
}

/** What starts the program. */
export function mainCode(plan: Plan): string {
  const measured = plan.data.classes === 0 ? ['loss'] : ['loss', 'accuracy'];
  const rows = hasTests(plan) ? ['train', 'test'] : ['train'];
  const columns = measured.flatMap((what) => rows.map((of) => `"${of}_${what}"`));
  return `def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", help="file for the table; the screen unless given")
    parser.add_argument("--float64", action="store_true", help="compute in double precision")
    options = parser.parse_args()
    dtype = torch.float64 if options.float64 else torch.float32
    torch.set_num_threads(1)
    file = open(options.out, "w", newline="") if options.out else sys.stdout
    table = csv.writer(file)
    columns = [${columns.join(', ')}]
    table.writerow(["activation", "seed", "step", *columns])
    for racer in RACERS:
        for seed in SEEDS:
            table.writerows(train(racer, seed, dtype))
            file.flush()


if __name__ == "__main__":
    main()`;
}
