import type { Params } from '../texts/catalogue.ts';
import { en, type SetUpCode, type SetUpParams, type Texts } from '../texts/en.ts';

/** What is wrong with the configuration of this deployment; it repeats no secret. */
export interface SetUpFault {
  readonly code: SetUpCode;
  readonly params: Params;
}

export function setUpFault<Code extends SetUpCode>(code: Code, params: SetUpParams<Code>): SetUpFault {
  return { code, params: params as Params };
}

/** In a sentence that says how to mend it. */
export function tellSetUp({ code, params }: SetUpFault, texts: Texts = en): string {
  const sentence = texts.setUp[code] as (params: Params) => string;
  return sentence(params);
}

/** A variable that cannot be used. Its message is in English. */
export class SetUpError extends Error {
  override readonly name = 'SetUpError';
  readonly fault: SetUpFault;

  constructor(fault: SetUpFault) {
    super(tellSetUp(fault));
    this.fault = fault;
  }

  get code(): SetUpCode {
    return this.fault.code;
  }
}
