// The documentation of the settings is what their declarations say; `npx vitest -u` writes it anew.
import { expect, test } from 'vitest';
import { plotSchema } from '../../../web/src/widgets/activation-plot/settings.ts';
import { deadUnitsSchema } from '../../../web/src/widgets/dead-units/settings.ts';
import { flowSchema } from '../../../web/src/widgets/layer-flow/settings.ts';
import { fitSchema } from '../../../web/src/widgets/maxout-fit/settings.ts';
import { raceSchema } from '../../../web/src/widgets/training-race/settings.ts';
import { zigzagSchema } from '../../../web/src/widgets/zigzag-path/settings.ts';
import { settingsPage } from '../../../web/tools/site/settings-page.ts';

test('SETTINGS.md documents every setting of every widget', async () => {
  const page = settingsPage([
    plotSchema,
    deadUnitsSchema,
    flowSchema,
    zigzagSchema,
    fitSchema,
    raceSchema,
  ]);
  await expect(page).toMatchFileSnapshot('../../../web/src/widgets/SETTINGS.md');
});
