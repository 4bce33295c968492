import type { CauseView } from '../../engine/reporting/problem-views.ts';

/** Part of a form: which cause it is about, and the part of the list that it stands in. */
export function CauseName({ cause, from }: { cause: CauseView; from: number }) {
  return (
    <>
      <input type="hidden" name="problem" value={cause.id} />
      {from > 0 && <input type="hidden" name="from" value={String(from)} />}
    </>
  );
}
