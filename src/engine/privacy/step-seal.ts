import type { FlowContext } from '../../flows/contract.ts';
import { type Seal, SealError } from './sealing.ts';

interface Parts {
  readonly integration: string;
  readonly seal: Seal;
}

/** Seals what steps hold of people. It opens in any of them: both directions of a flow read it. */
export function stepSeal({ integration, seal }: Parts): Pick<FlowContext, 'seal' | 'open'> {
  const place = `${integration}/steps`;
  return {
    seal: (value) => seal.seal(place, value),
    open: (sealed) => openedOrNull(seal.open(place, sealed)),
  };
}

async function openedOrNull(opening: Promise<unknown>): Promise<unknown> {
  try {
    return await opening;
  } catch (error) {
    if (error instanceof SealError) return null;
    throw error;
  }
}
