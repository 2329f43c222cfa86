// Serves tests/hosts, the pages of others that embed us, from an origin of their own.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
};

/** `%SITE%` in the pages becomes the address of our site. */
export async function serveHosts(site: string): Promise<{ url: string; close(): Promise<void> }> {
  const folder = fileURLToPath(new URL('../hosts/', import.meta.url));
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://host').pathname.slice(1);
    try {
      const text = readFileSync(`${folder}${name}`, 'utf8').replaceAll('%SITE%', site);
      response.writeHead(200, { 'Content-Type': `${TYPES[extname(name)]};charset=utf-8` });
      response.end(text);
    } catch {
      response.writeHead(name === 'favicon.ico' ? 204 : 404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    close: () => new Promise((done) => server.close(() => done())),
  };
}
