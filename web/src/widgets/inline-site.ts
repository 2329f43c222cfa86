// Takes the place of `site.ts` in the one-file bundle, whose script a page may also have inside.

const SCRIPT = /(?:^|.*\/)(?=embed\/(?:\d[^/]*\/)?activation-lab\.inline\.js(?:[?#]|$))/;

/** Undefined for a script that is not of a site. */
export const SITE: string | undefined = [...document.scripts]
  .map(({ src }) => SCRIPT.exec(src)?.[0])
  .find((site) => site !== undefined);
