// Hands a file to the reader: saved by the browser, which a sandbox may forbid without a word.

/** Whether the browser will save what it is told to; undefined where nobody can know. */
export function maySave(): boolean | undefined {
  if (window.parent === window) return true;
  try {
    // Null where the parent is of another origin.
    const frame = window.frameElement as HTMLIFrameElement | null;
    if (!frame) return window.origin === 'null' ? false : undefined;
    return !frame.hasAttribute('sandbox') || frame.sandbox.contains('allow-downloads');
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return undefined;
  }
}

export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The click has started the download by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 0);
}
