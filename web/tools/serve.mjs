// Serves a folder of static files: `serve.mjs [folder] [--port N] [--host H]`, or `startServer`.
// @ts-check
import { statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import compression from 'compression';
import sirv from 'sirv';
import { CommandError, command, root, say } from './process.mjs';

/** Whether a URL names a folder without its closing slash, which relative links need. */
function isBareFolder(/** @type {string} */ folder, /** @type {string} */ path) {
  if (path.endsWith('/')) return false;
  return statSync(join(folder, path), { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {string} host
 */
function listen(server, port, host) {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      done(undefined);
    });
  });
}

/** Files with the hash of their content in their names never change. */
const IMMUTABLE = /\/assets\/[^/]+-[\w-]{8}\.\w+$/;

/**
 * Serves `directory` on `port`, or on the next free one; 0 takes any. As static hosts do, it
 * compresses what it sends and has every file revalidated but those that never change. By its
 * `headers`, pages of other origins may load it, as those that embed a widget do.
 * @param {string} directory
 * @param {{ port?: number, host?: string, headers?: Record<string, string> }} [options]
 */
export async function startServer(
  directory,
  { port = 0, host = '127.0.0.1', headers = { 'Access-Control-Allow-Origin': '*' } } = {},
) {
  const folder = resolve(root, directory);
  const setHeaders = (
    /** @type {import('node:http').ServerResponse} */ response,
    /** @type {string} */ path,
  ) => {
    if (!IMMUTABLE.test(path)) return;
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
  };
  const options = { dev: true, etag: true, setHeaders };
  const serve = sirv(folder, { ...options, extensions: [] });
  const fallback = sirv(folder, { ...options, extensions: ['html'] });
  const compress = compression();
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    let url;
    let path;
    try {
      url = new URL(request.url ?? '/', 'http://localhost');
      path = decodeURIComponent(url.pathname);
    } catch {
      response.writeHead(400).end();
      return;
    }
    if (path.includes('\0') || path.split(/[\\/]/).includes('..')) {
      response.writeHead(400).end();
      return;
    }
    if (isBareFolder(folder, path)) {
      response.writeHead(301, { Location: `${url.pathname}/${url.search}` }).end();
      return;
    }
    delete request.headers.range;
    // It needs no more of Express than what Node has.
    compress(/** @type {any} */ (request), /** @type {any} */ (response), () =>
      (path.endsWith('/') ? fallback : serve)(request, response, () => {
        response.writeHead(404, { 'Content-Type': 'text/plain;charset=utf-8' });
        response.end(`${path}: no such file\n`);
      }),
    );
  });
  for (const last = port + 100; ; port++) {
    try {
      await listen(server, port, host);
      break;
    } catch (error) {
      const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
      if (code !== 'EADDRINUSE')
        throw new CommandError(`cannot serve on ${host}:${port}: ${message}`);
      if (port >= last || port >= 65535) throw new CommandError(`no free port up to ${port}`);
    }
  }
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  const name = ['127.0.0.1', '0.0.0.0', '::'].includes(host) ? 'localhost' : host;
  return {
    port: address.port,
    url: `http://${name}:${address.port}/`,
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}

/**
 * `--port`, `--host` and at most `most` other words of a command line.
 * @param {string[]} args
 * @param {number} most
 */
export function serverOptions(args, most) {
  let parsed;
  try {
    parsed = parseArgs({
      args,
      options: {
        port: { type: 'string', default: '8080' },
        host: { type: 'string', default: '127.0.0.1' },
      },
      allowPositionals: true,
    });
  } catch (error) {
    throw new CommandError(/** @type {Error} */ (error).message);
  }
  const { values, positionals } = parsed;
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65535) {
    throw new CommandError(`--port ${values.port}: must be a whole number from 0 to 65535`);
  }
  if (positionals.length > most) throw new CommandError(`${positionals[most]}: not understood`);
  return { port, host: values.host, positionals };
}

command(
  import.meta,
  async (args) => {
    const { positionals, ...options } = serverOptions(args, 1);
    const folder = positionals[0] ?? 'dist/site';
    const { url } = await startServer(folder, options);
    say(`Serving ${folder} at ${url} (Ctrl-C stops it)`);
  },
  { interrupted: 0 },
);
