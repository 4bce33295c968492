/** What a recipe says to enter is taken as it stands: only the keys are those of the sandbox. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { PlayedSystems } from '../support/played-systems.ts';
import { credentials, hosts } from '../support/systems.ts';

const recipe = z.looseObject({
  connections: z.record(
    z.string(),
    z.object({ connector: z.string(), credentials: z.record(z.string(), z.string()) }),
  ),
});
const keys: Readonly<Record<string, object>> = credentials;

test.each(readdirSync('docs/recipes'))('%s', async (file) => {
  const [, text = ''] = /```json\n([\s\S]*?)```/.exec(readFileSync(`docs/recipes/${file}`, 'utf8')) ?? [];
  const document = recipe.parse(JSON.parse(text));
  const connections = Object.entries(document.connections).map(([name, each]) => [
    name,
    { ...each, credentials: { ...each.credentials, ...keys[each.connector] } },
  ]);
  const played = new PlayedSystems(hosts);
  await played.configured({ ...document, state: 'active', connections: Object.fromEntries(connections) });
  expect(played.integration.reports.view().problems).toEqual([]);
});
