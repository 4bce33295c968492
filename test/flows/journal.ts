import type { FlowContext, StepsBack } from '../../src/flows/contract.ts';

/** The journal of the other direction, where there is none. */
export const noStepsBack: StepsBack = { get: () => null, finish: () => undefined, begun: () => [] };

/** Seals nothing: what is sealed has tests of its own. */
export const openly: Pick<FlowContext, 'seal' | 'open'> = {
  seal: async (value) => JSON.stringify(value),
  open: async (sealed) => JSON.parse(sealed),
};

/** Notices of nothing else than the record itself. */
export const noNotices: Pick<FlowContext, 'lookAt' | 'notices'> = {
  lookAt: () => undefined,
  notices: { readUntil: () => null, unread: () => [] },
};
