// The places where contestants run, each started when it is first needed.

import { spawnSync } from 'node:child_process';
import { cpus, release, type as system } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../web/tools/process.mjs';
import { findCompiler, findEmscripten } from '../../../web/tools/toolchain.mjs';
import { Absent, type Measure } from '../contest.ts';
import type { Place } from '../works.ts';
import { ChromiumHost } from './chromium.ts';
import { asJson, asWords, LineHost } from './lines.ts';

const PYTHON = '/usr/bin/python3';
const INSTALL = 'apt-get install python3-torch libopenblas0-pthread';

/** Why PyTorch does not take part; undefined if it does. */
function pyTorchAbsent(): string | undefined {
  const script = join(root, 'tests/bench/contestants/pytorch.py');
  const { status } = spawnSync(PYTHON, [script, '--check'], { stdio: 'ignore' });
  if (status === 0) return undefined;
  return status === 3 ? `has no fast BLAS: ${INSTALL}` : `not installed: ${INSTALL}`;
}

export class Hosts {
  private chromium: Promise<ChromiumHost> | undefined;
  private readonly processes = new Map<Place, LineHost>();

  readonly measure: Measure = async ({ place, implementation }, task, milliseconds) => {
    if (place !== 'chromium') return this.process(place).measure(task, milliseconds);
    this.chromium ??= ChromiumHost.start();
    return (await this.chromium).measure(implementation, task, milliseconds);
  };

  async describe() {
    return {
      cpu: cpus()[0]?.model,
      cores: cpus().length,
      system: `${system()} ${release()}`,
      node: process.versions.node,
      chromium: (await this.chromium?.catch(() => undefined))?.version,
      emscripten: findEmscripten()?.version,
      compiler: findCompiler(),
    };
  }

  async close(): Promise<void> {
    // One that did not start has said so to whoever asked for it.
    await (await this.chromium?.catch(() => undefined))?.close();
    await Promise.all([...this.processes.values()].map((host) => host.close()));
  }

  private process(place: Exclude<Place, 'chromium'>): LineHost {
    const known = this.processes.get(place);
    if (known) return known;
    const host = this.start(place);
    this.processes.set(place, host);
    return host;
  }

  private start(place: Exclude<Place, 'chromium'>): LineHost {
    if (place === 'node') {
      const args = ['--import', 'tsx', join(root, 'tests/bench/hosts/node.ts')];
      return new LineHost('Node', process.execPath, args, asJson);
    }
    if (place === 'native') {
      const program = join(root, 'build/native/engine_bench');
      return new LineHost('engine_bench', program, ['wasm/data/digits/digits.bin'], asWords);
    }
    const absent = pyTorchAbsent();
    if (absent) throw new Absent(absent);
    const env = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' };
    const args = [join(root, 'tests/bench/contestants/pytorch.py')];
    return new LineHost('PyTorch', PYTHON, args, asJson, env);
  }
}
