// The address of the site that this script came from. The one-file bundle, which has no
// `import.meta`, takes `inline-site.ts` in its place.

/** Scripts lie in `assets/`, in `embed/` and in `embed/<version>/`. */
export function siteOf(script: string): string {
  return new URL(script).href.replace(/(assets|embed)\/(\d[^/]*\/)?[^/]*$/, '');
}

export const SITE: string | undefined = siteOf(import.meta.url);
