// NumPy's file format, version 1.0: a header in ASCII, then the numbers row by row.

/** A multiple of it is where the numbers begin. */
const ALIGNMENT = 64;

/** A `.npy` file of little-endian float32, which `numpy.load` reads. */
export function toNpy(shape: readonly number[], values: Float32Array): Uint8Array {
  const size = shape.reduce((product, length) => product * length, 1);
  if (size !== values.length) {
    throw new Error(`shape: [${shape}] holds ${size} numbers, not ${values.length}`);
  }
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
  const header = `{'descr': '<f4', 'fortran_order': False, 'shape': ${tuple}, }`;
  const magic = [0x93, ...ascii('NUMPY'), 1, 0];
  const start = magic.length + 2;
  const padded = Math.ceil((start + header.length + 1) / ALIGNMENT) * ALIGNMENT - start;
  const file = new Uint8Array(start + padded + 4 * size);
  file.set([...magic, padded & 0xff, padded >> 8, ...ascii(`${header.padEnd(padded - 1)}\n`)]);
  const view = new DataView(file.buffer, start + padded);
  values.forEach((value, i) => {
    view.setFloat32(4 * i, value, true);
  });
  return file;
}

function ascii(text: string): number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}
