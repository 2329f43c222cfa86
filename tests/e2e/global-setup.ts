// Serves the production build on any free port for all tests, as SITE_URL.
import { startServer } from '../../web/tools/serve.mjs';

export default async function globalSetup() {
  const server = await startServer('dist/site');
  process.env.SITE_URL = server.url;
  return () => server.close();
}
