// How two buffers of floats lie in a wasm memory: alike for the engine, for the copy it is held
// against and for the native program, because a distance of whole pages would slow any of them.

/** Bytes between the end of the first buffer and the second. */
export const BUFFER_GAP = 2112;
const ALIGNMENT = 64;

export const bufferBytes = (floats: number) => 8 * floats + BUFFER_GAP + ALIGNMENT;
export const firstBuffer = (block: number) => Math.ceil(block / ALIGNMENT) * ALIGNMENT;
