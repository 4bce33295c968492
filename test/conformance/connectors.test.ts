import { describe, expect, it } from 'vitest';
import { connectors } from '../../src/connectors/registry.ts';
import { accountConforms } from './account.ts';
import { candidates } from './candidates.ts';
import { catalogueConforms } from './catalogue/conforms.ts';
import { treesConform } from './catalogue/trees-between.ts';
import { customersByPartConform } from './customers-by-part.ts';
import { followConforms } from './follow.ts';
import { oneAddressConforms } from './one-address.ts';
import { sourcesConform } from './sources.ts';
import { targetsConform } from './targets.ts';

it('several targets can be told what became of a sale', () => {
  const told = candidates.filter(({ connector }) => connector.orders?.target?.follow !== undefined);
  expect(told.map(({ connector }) => connector.id)).toEqual(['ecwid', 'magento', 'mijnwebwinkel', 'shopify']);
});

it('every connector of the registry is looked at', () => {
  const looked = candidates.map(({ connector }) => connector.id);
  expect(connectors.filter(({ id }) => !looked.includes(id))).toEqual([]);
});

describe.each(candidates.map((candidate) => [candidate.as ?? candidate.connector.name, candidate] as const))(
  '%s',
  (_name, candidate) => {
    accountConforms(candidate);
    sourcesConform(candidate);
    targetsConform(candidate);
    followConforms(candidate);
    oneAddressConforms(candidate);
    customersByPartConform(candidate);
    catalogueConforms(candidate);
  },
);

treesConform(candidates);
