import type { CauseView } from '../../engine/reporting/problem-views.ts';
import { leftOutWhys } from '../../texts/left-out-why.ts';
import { useWords } from '../reader.ts';
import { PostForm, useMay } from '../rights.tsx';
import { CauseName } from './cause-name.tsx';
import type { Tried } from './typed.ts';

interface SkipParts {
  readonly action: string;
  readonly cause: CauseView;
  readonly number: number;
  readonly from: number;
  readonly tried: Tried | null;
  readonly records: string;
}

/** Leaves all of them out, for one of a few reasons: words of somebody's own may name people. */
export function SkipForm({ action, cause, number, from, tried, records }: SkipParts) {
  const { desk: words } = useWords();
  const field = `why-${number}`;
  const wrong = tried?.wrong.find(({ control }) => control === 'why');
  if (!useMay('POST', action)) return null;
  return (
    <details class="inset skip" open={wrong !== undefined}>
      <summary>{words.skip(records)}</summary>
      <PostForm action={action} class="stack">
        <CauseName cause={cause} from={from} />
        <div class="control">
          <label for={field}>{words.why}</label>
          <select
            id={field}
            name="why"
            aria-describedby={`${field}:hint`}
            {...(wrong === undefined ? {} : { 'aria-invalid': 'true' as const })}
          >
            <option value="">{words.chooseWhy}</option>
            {leftOutWhys.map((why) => (
              <option value={why} selected={why === tried?.why}>
                {words.whys[why]}
              </option>
            ))}
          </select>
          <p class="hint" id={`${field}:hint`}>
            {words.skipHelp}
          </p>
          {wrong !== undefined && <p class="error">{wrong.message}</p>}
        </div>
        <button type="submit" class="button small">
          {words.skip(records)}
        </button>
      </PostForm>
    </details>
  );
}
