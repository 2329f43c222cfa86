// The one script of an embedding page: defines every figure.

export * from '../widgets/index.ts';
