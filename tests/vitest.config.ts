// Vitest's projects: `unit` in Node, `bits` in Node and natively, `pytorch` in Node and Python, `package`
// for what npm packs, and `firefox`, which drives a Firefox from Node.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root,
  test: {
    allowOnly: false,
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: ['tests/web/**/*.test.ts', 'tests/golden/golden.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: 'bits',
          include: ['tests/golden/bits.test.ts'],
          // Unoptimized code has to compute them too.
          hookTimeout: 600_000,
        },
      },
      {
        root,
        test: {
          name: 'pytorch',
          include: ['tests/pytorch/pytorch.test.ts'],
          hookTimeout: 600_000,
        },
      },
      {
        root,
        test: {
          name: 'package',
          include: ['tests/package/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: 'firefox',
          include: ['tests/e2e/firefox.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
