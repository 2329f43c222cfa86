// Makes packages of the built site: `build-packages.mjs [html] [scorm] [site]`.
// @ts-check
import { register } from 'tsx/esm/api';

register();
const { buildPackages } = await import('./package/build.ts');
await buildPackages(process.argv.slice(2));
