// The name of an activation as readers know it, the same in every language.

import { ACTIVATIONS } from '../engine/catalog.ts';
import type { ActivationId } from '../engine/types.ts';

export const labelOf = (id: ActivationId): string =>
  ACTIVATIONS.find((info) => info.id === id)!.label;
