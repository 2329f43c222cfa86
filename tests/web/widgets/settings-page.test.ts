// The documentation of the settings is what their declarations say; `npx vitest -u` writes it anew.
import { expect, test } from 'vitest';
import { SCHEMAS } from '../../../web/tools/site/figures.ts';
import { settingsPage } from '../../../web/tools/site/settings-page.ts';

test('SETTINGS.md documents every setting of every widget', async () => {
  await expect(settingsPage(SCHEMAS)).toMatchFileSnapshot('../../../web/src/widgets/SETTINGS.md');
});
