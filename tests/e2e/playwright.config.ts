// Playwright in the Chromium of this machine, against the production build.
import { defineConfig } from '@playwright/test';
import { findChromium } from '../../web/tools/toolchain.mjs';

const output = '../../build/playwright';

export default defineConfig({
  testDir: '.',
  projects: [
    { name: 'use', testMatch: '*.spec.ts', testIgnore: 'start.spec.ts' },
    { name: 'hosts', testDir: '../hosts' },
    // What it times needs the machine to itself: one worker, and no other suite.
    { name: 'start', testMatch: 'start.spec.ts' },
  ],
  outputDir: output,
  globalSetup: './global-setup.ts',
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  // A busy machine may hold a browser back; the report names who needed it.
  retries: 1,
  expect: { timeout: 20_000 },
  use: {
    // Set by the global setup before any worker reads this file.
    baseURL: process.env.SITE_URL,
    browserName: 'chromium',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findChromium(),
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
