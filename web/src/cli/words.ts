// What the command says of itself.

export const HELP = `Trains in Node what a figure trains in a page, with the same numbers.

  activation-lab run <config.json> [options]

config.json is the state that a figure saves as JSON ("-" reads it from standard input),
  { "widget": "training-race", "version": 1, "settings": { "racers": ["relu", "tanh"] } }
or a training of the engine,
  { "training": { "dataset": …, "network": … }, "steps": 1000 }
with "measureEvery" and "hiddenBias" if wanted.

  --out <file>      the measurements as CSV, to this file instead of standard output
  --json            as JSON instead, with histograms and the end of every run
  --weights <file>  the trained weights, a zip with .npy files and JSON
  --pytorch <file>  a PyTorch program that repeats the training
  --seed <n>        in place of the configuration's
  --steps <n>       in place of the configuration's
  --site <url>      the site that the table's first line links to
  --force           replaces files that are there already
  --help, --version

Exit codes: 0 done, 1 failed, 2 not possible as asked, 130 interrupted.
`;
