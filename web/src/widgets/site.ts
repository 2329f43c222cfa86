// The address of the site that this script came from. The one-file bundle, which has no
// `import.meta`, takes `inline-site.ts` in its place.

/** Scripts of a site lie in `assets/`, in `embed/` and in `embed/<version>/`; undefined for others. */
export function siteOf(script: string): string | undefined {
  return /^(.*\/)(?:assets|embed)\/(?:\d[^/]*\/)?[^/]*$/.exec(new URL(script).href)?.[1];
}

export const SITE: string | undefined = siteOf(import.meta.url);
