// What is in a file beside the engine. The one-file bundle takes `inline-bytes.ts` in its place.

/** Over HTTP or, in Node, from the disk. */
export async function bytesOf(url: URL): Promise<ArrayBuffer> {
  if (url.protocol === 'file:') {
    // Asked for by name at run time, so that no bundle for browsers mentions it.
    const { readFile } = process.getBuiltinModule('node:fs/promises');
    return new Uint8Array(await readFile(url)).buffer;
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`HTTP status ${response.status}`);
  return response.arrayBuffer();
}

/** What a `FontFace` takes for a WOFF2 file. */
export function fontSource(url: string): string | ArrayBuffer {
  return `url("${url}") format("woff2")`;
}
