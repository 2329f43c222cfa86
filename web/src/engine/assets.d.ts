// What the build puts beside the engine: Emscripten's glue for each variant.

declare module '*/engine-simd.mjs' {
  const createEngine: import('./wasm-module.ts').WasmFactory;
  export default createEngine;
}

declare module '*/engine-baseline.mjs' {
  const createEngine: import('./wasm-module.ts').WasmFactory;
  export default createEngine;
}
