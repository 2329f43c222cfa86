// The documentation of states is what the declarations say; `npx vitest -u` writes it anew.
import { expect, test } from 'vitest';
import { SCHEMAS } from '../../../web/tools/site/figures.ts';
import { statePage } from '../../../web/tools/site/state-page.ts';

test('STATE.md documents the state of every widget', async () => {
  await expect(statePage(SCHEMAS)).toMatchFileSnapshot('../../../web/src/widgets/STATE.md');
});
