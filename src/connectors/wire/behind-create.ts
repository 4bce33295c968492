import { Problem } from '../../records/problem.ts';

/** What comes behind the call that made a record: where it fails, for whatever reason, the record is there, and is to be looked for. */
export async function behindCreate(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem({ ...error.toData(), kind: 'outcome-unknown' }, { cause: error });
  }
}
