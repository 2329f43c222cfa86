// What the test runners report is counted, and nothing that did not run counts as passed.
import { expect, test } from 'vitest';
import {
  readGoogleTest,
  readPlaywright,
  readSizeLimit,
  readVitest,
} from '../../../web/tools/reports.mjs';

test('Google Test: passed, failed with its message, parameters, skipped', () => {
  const log = `
[ RUN      ] Gemm.Bias
[       OK ] Gemm.Bias (12 ms)
[ RUN      ] All/Curve.Value/3
gemm_test.cpp:7: Failure
Expected 1
[  FAILED  ] All/Curve.Value/3, where GetParam() = "elu" (0 ms)
[ RUN      ] Gemm.Later
[  SKIPPED ] Gemm.Later (0 ms)
[  PASSED  ] 1 test.
[  FAILED  ] 1 test, listed below:
[  FAILED  ] All/Curve.Value/3, where GetParam() = "elu"
`;
  expect(readGoogleTest(log)).toEqual({
    passed: 1,
    failures: [
      { name: 'All/Curve.Value/3', message: 'gemm_test.cpp:7: Failure\nExpected 1' },
      { name: 'Gemm.Later', message: 'was skipped; every test has to run' },
    ],
  });
});

test('Google Test: a test in which the program died has failed', () => {
  const log = '[ RUN      ] A.A\n[       OK ] A.A (0 ms)\n[ RUN      ] A.B\nheap-buffer-overflow';
  expect(readGoogleTest(log)).toEqual({
    passed: 1,
    failures: [{ name: 'A.B', message: 'never ended\nheap-buffer-overflow' }],
  });
});

test('Vitest: passed, failed, skipped, and a file that does not load', () => {
  const report = {
    testResults: [
      {
        name: 'a.test.ts',
        status: 'failed',
        message: '',
        assertionResults: [
          { fullName: 'works', status: 'passed', failureMessages: [] },
          { fullName: 'breaks', status: 'failed', failureMessages: ['expected 1'] },
          { fullName: 'waits', status: 'skipped', failureMessages: [] },
        ],
      },
      { name: 'b.test.ts', status: 'failed', message: 'cannot load', assertionResults: [] },
    ],
  };
  expect(readVitest(report)).toEqual({
    passed: 1,
    failures: [
      { name: 'breaks', message: 'expected 1' },
      { name: 'waits', message: 'was skipped; every test has to run' },
      { name: 'b.test.ts', message: 'cannot load' },
    ],
  });
});

test('Playwright: nested suites, and errors outside any test', () => {
  const spec = (title: string, status: string, errors: { message: string }[] = []) => ({
    title,
    tests: [{ status, results: [{ errors }] }],
  });
  const report = {
    errors: [{ message: 'global setup broke' }],
    suites: [
      {
        title: 'race.spec.ts',
        specs: [spec('renders', 'expected')],
        suites: [
          { title: 'digits', specs: [spec('trains', 'unexpected', [{ message: 'too slow' }])] },
        ],
      },
    ],
  };
  expect(readPlaywright(report)).toEqual({
    passed: 1,
    failures: [
      { name: 'before any test', message: 'global setup broke' },
      { name: 'race.spec.ts › digits › trains', message: 'too slow' },
    ],
  });
});

test('Playwright: what passes at its second try counts, and is named', () => {
  const results = [{ errors: [{ message: 'too slow' }] }, { errors: [] }];
  const specs = [{ title: 'trains', tests: [{ status: 'flaky', results }] }];
  const report = { errors: [], suites: [{ title: 'race.spec.ts', specs }] };
  expect(readPlaywright(report)).toEqual({
    passed: 1,
    failures: [],
    unsteady: [{ name: 'race.spec.ts › trains', message: 'too slow' }],
  });
});

test('size-limit: within and beyond', () => {
  const log = `$ size-limit --json
[
  { "name": "engine", "passed": true, "size": 31000, "sizeLimit": 32000 },
  { "name": "glue", "passed": false, "size": 10001, "sizeLimit": 10000 }
]
`;
  expect(readSizeLimit(log)).toEqual({
    passed: 1,
    failures: [{ name: 'glue', message: '10001 bytes after brotli, at most 10000' }],
  });
});
