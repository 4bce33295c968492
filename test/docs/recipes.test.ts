/** A recipe is a whole integration: what it says to enter is taken as it stands, and is enough for what its shops have. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readConfiguration } from '../../src/engine/configuration/configuration.ts';
import type { DryRunPart } from '../../src/engine/work/dry-run.ts';
import { minuteMs } from '../support/durations.ts';
import { PlayedSystems } from '../support/played-systems.ts';
import { jsonOf, playedRecipe, recipeNames } from '../support/recipes.ts';
import { hosts } from '../support/systems.ts';

const readme = readFileSync('README.md', 'utf8');

/** They say that something was to be chosen, and was not. */
const unchosen = [
  ...['choice_missing', 'choice_invalid', 'country_unknown', 'status_unknown'],
  ...['price_basis_unknown', 'product_vat_unknown', 'tax_class_unknown', 'vat_code_unknown'],
];

test('there is one for each pair of the brief', () => {
  expect(recipeNames.toSorted()).toEqual([
    'ccv-ecwid',
    'jortt-ecwid',
    'jortt-magento',
    'jortt-salesforce',
    'mijnwebwinkel-jortt',
  ]);
});

describe.each(recipeNames)('%s', (name) => {
  test('has no JSON but one whole document, which is valid, and a draft', () => {
    const documents = jsonOf(name);
    expect(documents).toHaveLength(1);
    for (const document of documents) {
      const read = readConfiguration(document, () => ({}));
      expect(read.document).toMatchObject({ state: 'draft' });
    }
  });

  test('is linked from the first page and from those of its systems', () => {
    expect(readme).toContain(`(docs/recipes/${name}.md)`);
    for (const { connector } of Object.values(playedRecipe(name).connections))
      expect(readFileSync(`docs/connectors/${connector}.md`, 'utf8')).toContain(`(../recipes/${name}.md)`);
  });

  test('leaves no choice open that a record of its systems needs', async () => {
    const recipe = playedRecipe(name);
    const played = new PlayedSystems(hosts);
    played.sandbox.reset(true);
    await played.configured({ ...recipe, state: 'draft' });
    expect(played.integration.reports.view().problems).toEqual([]);
    expect(played.integration.reports.view().warnings).toEqual([]);
    const seen: unknown[] = [];
    for (const { flow, from, to } of recipe.flows) {
      // Some of them, part by part: each has the calls of one invocation.
      let cursor: string | undefined;
      for (let parts = 0; parts === 0 || (cursor !== undefined && parts < 3); parts++) {
        await played.clock.advance(minuteMs);
        const part: DryRunPart = await played.clock.settle(
          played.integration.dryRun(`${flow}:${from}:${to}`, { last: 50, ...(cursor && { cursor }) }),
        );
        seen.push(...part.items);
        const codes = part.items.map(
          (each) => ('preview' in each ? each.preview.problem : each.problem)?.code ?? '',
        );
        expect(
          codes.filter((code) => unchosen.includes(code)),
          flow,
        ).toEqual([]);
        cursor = part.cursor ?? undefined;
      }
    }
    expect(seen.length).toBeGreaterThan(20);
  });
});
