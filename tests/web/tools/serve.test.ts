// The static server: types, revalidation, other origins, folders, and paths that must not work.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serverOptions, startServer } from '../../../web/tools/serve.mjs';

const parent = mkdtempSync(join(tmpdir(), 'serve-'));
const folder = join(parent, 'site');
let server: Awaited<ReturnType<typeof startServer>>;

beforeAll(async () => {
  mkdirSync(join(folder, 'lesson'), { recursive: true });
  mkdirSync(join(parent, 'site-private'));
  writeFileSync(join(parent, 'site-private', 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'index.html'), '<!doctype html>start');
  writeFileSync(join(folder, 'lesson', 'index.html'), '<!doctype html>lesson');
  writeFileSync(join(folder, 'engine.wasm'), 'wasm');
  writeFileSync(join(folder, 'en.webmanifest'), '{}');
  writeFileSync(join(folder, 'sw.js'), '1');
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'assets', 'engine-Ab_-1234.js'), 'export {};\n'.repeat(1000));
  server = await startServer(folder);
});

afterAll(async () => {
  await server.close();
  rmSync(parent, { recursive: true });
});

/** A request whose path reaches the server as it is written, which fetch would tidy up. */
const rawStatus = (path: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request({ port: server.port, host: '127.0.0.1', path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

test.each([
  ['', 'text/html;charset=utf-8'],
  ['lesson/', 'text/html;charset=utf-8'],
  ['engine.wasm', 'application/wasm'],
  ['en.webmanifest', 'application/manifest+json'],
  ['sw.js', 'text/javascript'],
])('/%s is served as %s, revalidated, for every origin', async (path, type) => {
  const response = await fetch(server.url + path);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe(type);
  expect(response.headers.get('cache-control')).toBe('no-cache');
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  const etag = response.headers.get('etag') ?? '';
  const again = await fetch(server.url + path, { headers: { 'if-none-match': etag } });
  expect(again.status).toBe(304);
});

test('what has its hash in its name is compressed and kept', async () => {
  const response = await fetch(`${server.url}assets/engine-Ab_-1234.js`, {
    headers: { 'accept-encoding': 'gzip, br' },
  });
  expect(response.headers.get('content-encoding')).toBe('br');
  expect(response.headers.get('cache-control')).toContain('immutable');
  expect(await response.text()).toHaveLength(11_000);
});

test('a folder without its slash is redirected, with its query', async () => {
  const response = await fetch(`${server.url}lesson?seed=1`, { redirect: 'manual' });
  expect(response.status).toBe(301);
  expect(response.headers.get('location')).toBe('/lesson/?seed=1');
});

test.each([
  ['/missing', 404],
  ['/../site-private/secret.txt', 404],
  ['/..%2fsite-private/secret.txt', 400],
  ['/..%5csite-private%5csecret.txt', 400],
  ['/%2e%2e/site-private/secret.txt', 404],
  ['/%', 400],
  ['/%00', 400],
  ['//', 400],
])('%s gives %i', async (path, status) => {
  expect(await rawStatus(path)).toBe(status);
});

test('only GET and HEAD are allowed', async () => {
  expect((await fetch(server.url, { method: 'POST' })).status).toBe(405);
  expect((await fetch(server.url, { method: 'HEAD' })).status).toBe(200);
});

test('a taken port leads to the next free one', async () => {
  const next = await startServer(folder, { port: server.port });
  expect(next.port).toBeGreaterThan(server.port);
  expect((await fetch(next.url)).status).toBe(200);
  await next.close();
});

test('a closed server answers no more', async () => {
  const other = await startServer(folder);
  await other.close();
  await expect(fetch(other.url)).rejects.toThrow();
});

test('the command line is checked', () => {
  expect(serverOptions(['--port', '81', 'x'], 1)).toEqual({
    port: 81,
    host: '127.0.0.1',
    positionals: ['x'],
  });
  expect(() => serverOptions(['--port=http'], 0)).toThrow('--port http: must be a whole number');
  expect(() => serverOptions(['--port=70000'], 0)).toThrow('from 0 to 65535');
  expect(() => serverOptions(['--prot=1'], 0)).toThrow('--prot');
  expect(() => serverOptions(['x'], 0)).toThrow('x: not understood');
});
