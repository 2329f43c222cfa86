// What the build makes of other files: Emscripten’s glue for each variant, scripts of workers.

declare module '*/engine-simd.mjs' {
  const createEngine: import('./wasm-module.ts').WasmFactory;
  export default createEngine;
}

declare module '*/engine-baseline.mjs' {
  const createEngine: import('./wasm-module.ts').WasmFactory;
  export default createEngine;
}

/** A worker's script with all that it imports, as the one-file bundle has it inside. */
declare module '*?script' {
  const text: string;
  export default text;
}
