// What every bundle for browsers is made for, and how.

/** The oldest browsers that everything works in. */
export const browsers = ['chrome123', 'firefox128', 'safari17.5'];

// Else Chart.js's scales that nobody uses stay, for what the fields of their classes read.
export const treeshake = { propertyReadSideEffects: false } as const;
