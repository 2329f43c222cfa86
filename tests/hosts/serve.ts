// Serves the pages of others that embed us from an origin of their own.

import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where recipes and host pages say that the site is; what is served names the real address. */
export const SITE = 'https://your.site/';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** What the tools have built comes first, then the pages as they are in this folder. */
const folders = ['../../build/hosts/', './'].map((folder) =>
  fileURLToPath(new URL(folder, import.meta.url)),
);

function fileOf(url: string): string | undefined {
  const path = normalize(decodeURIComponent(new URL(url, 'http://host').pathname));
  const files = folders.map((folder) =>
    join(folder, path.endsWith('/') ? `${path}index.html` : path),
  );
  return files.find((file) => existsSync(file) && statSync(file).isFile());
}

export async function serveHosts(site: string): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const file = fileOf(request.url ?? '/');
    const type = file && TYPES[extname(file)];
    if (!file) response.writeHead(request.url === '/favicon.ico' ? 204 : 404).end();
    else if (!type) createReadStream(file).pipe(response);
    else {
      response.writeHead(200, { 'Content-Type': `${type};charset=utf-8` });
      response.end(readFileSync(file, 'utf8').replaceAll(SITE, site));
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    close: () => new Promise((done) => server.close(() => done())),
  };
}
