import { describe, expect, it } from 'vitest';
import { documentTargets } from '../../../src/connectors/contract/document-targets.ts';
import { connectors } from '../../../src/connectors/registry.ts';
import { filled } from '../../../src/engine/mapping/filled.ts';
import { mapReference } from '../../../src/flows/orders/document/map-order.ts';
import { orders } from '../../../src/flows/orders/index.ts';
import { order } from '../../flows/orders/samples.ts';

const long = `WEB-${'0'.repeat(300)}1`;
const record = order({ number: long });

const made = connectors.flatMap((connector) =>
  documentTargets(connector)
    .filter(({ fields }) => 'reference' in fields.shape)
    .map((target) => ({
      connector,
      target,
      kind: target.kinds.find((each) => each !== 'credit'),
      system: connector.id,
    })),
);

describe.each(made)('the reference in $system ($kind)', ({ connector, target, kind }) => {
  it.each([
    ['that is mapped', { source: '"X" & order.number', constants: {} }],
    ['that is mapped to a blank', { source: '" "', constants: {} }],
    ['that is a constant', { source: undefined, constants: { reference: `C-${long}` } }],
  ])('%s is shown as the document gets it', async (_, { source, constants }) => {
    const settings = orders.settings.parse({ document: kind, fixed: constants });
    const part = orders.mapped(settings, connector).find((each) => each.part === '');
    if (part === undefined) throw new Error('It makes documents.');
    const mapping: Record<string, string> = source === undefined ? {} : { reference: source };
    const written = await mapReference({ settings, mapping }, target, record);
    const by = { name: 'reference', source, constants, target: null };
    const shown = await filled(part, { order: record }, by);
    expect(written.length).toBeLessThanOrEqual(target.referenceLength ?? Number.POSITIVE_INFINITY);
    expect(shown).toMatchObject({ kind: 'value', value: written });
  });
});
