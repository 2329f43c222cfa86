// The version of the engine, of the package and of everything made with them; a test holds it to that
// of package.json and of the module.

export const VERSION = '0.1.0';
