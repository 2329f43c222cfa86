// Takes the place of `bytes.ts` in the one-file bundle, whose files are base64 `data:` URLs. They
// are decoded here: the policy of a page rarely allows to fetch such a URL.

import type * as bytes from './bytes.ts';

function decode(url: string): ArrayBuffer {
  const text = atob(url.slice(url.indexOf(',') + 1));
  return Uint8Array.from(text, (character) => character.charCodeAt(0)).buffer;
}

export const bytesOf: typeof bytes.bytesOf = async ({ href }) => decode(href);
export const fontSource: typeof bytes.fontSource = decode;
