import { flowId } from '../../engine/configuration/configuration.ts';
import type { FlowLookups } from '../../engine/configuration/flow-lookups.ts';
import type { CauseView } from '../../engine/reporting/problem-views.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { FlowName, oneOf } from '../parts/flow-name.tsx';
import { ProblemCode } from '../parts/problem-code.tsx';
import { Timestamp } from '../parts/timestamp.tsx';
import { useInWords, useTexts } from '../reader.ts';
import { PostForm, useMay } from '../rights.tsx';
import { CauseName } from './cause-name.tsx';
import { exampleAddress, recordsOf, whatItStops } from './records.ts';
import { namedSetting } from './setting-field.ts';
import { SkipForm } from './skip-form.tsx';
import { SolveForm } from './solve-form.tsx';
import type { Tried } from './typed.ts';

interface CardParts {
  readonly view: IntegrationView;
  readonly cause: CauseView;
  /** Its place on the page, and how many causes were seen before the page. */
  readonly number: number;
  readonly from: number;
  readonly lookups: FlowLookups | null;
  /** What was sent from this card and could not be taken. */
  readonly tried: Tried | null;
  readonly zone: string;
}

/** One cause: what it stops and what that comes to, with what solves it. */
export function CauseCard(parts: CardParts) {
  const { view, cause, number, from, lookups, tried, zone } = parts;
  const texts = useTexts();
  const words = texts.pages.desk;
  const inWords = useInWords();
  const base = `/integrations/${view.id}/problems`;
  const maySolve = useMay('POST', `${base}/solve`);
  const setting = namedSetting(cause, view, texts);
  const records = recordsOf(cause.flow, cause.count, words);
  const isSolvedHere = setting !== null && maySolve && lookups !== null;
  const heading = `cause-${number}`;
  return (
    <section class="card attention" aria-labelledby={heading}>
      <h3 id={heading}>
        {setting !== null && setting.lacks !== null
          ? words.unknown(setting.title, setting.lacks)
          : inWords(cause.message, cause.flow)}
      </h3>
      <p class="amount">{whatItStops(cause, texts)}</p>
      {!(isSolvedHere && setting.lacks !== null) && <p class="next">{inWords(cause.action, cause.flow)}</p>}
      {isSolvedHere && (
        <SolveForm
          {...{ action: `${base}/solve`, cause, setting, number, from, lookups, tried, records }}
          revision={view.revision}
        />
      )}
      <p class="quiet">
        <FlowName flow={cause.flow} from={cause.from} to={cause.to} />
        {', '}
        {words.oldest(<Timestamp at={cause.since} zone={zone} />)}
        {cause.last !== null && cause.count > 1 && (
          <>
            {', '}
            {words.newest(<Timestamp at={cause.last} zone={zone} />)}
          </>
        )}
      </p>
      {cause.examples.length > 0 && (
        <p class="quiet">
          {cause.count === 1 ? oneOf(cause.flow, texts.pages) : words.suchAs}{' '}
          {cause.examples.map((example, index) => (
            <>
              {index > 0 && ', '}
              <a href={exampleAddress(view.id, cause, example)}>{example.number ?? example.key}</a>
            </>
          ))}
        </p>
      )}
      <div class="buttons">
        <PostForm action={`${base}/retry`}>
          <CauseName cause={cause} from={from} />
          <button type="submit" class="button small">
            {words.retry(records)}
          </button>
        </PostForm>
        {cause.kind === 'records' && (
          <SkipForm {...{ action: `${base}/skip`, cause, number, from, tried, records }} />
        )}
      </div>
      <details class="inset">
        <summary>{words.technical}</summary>
        <p class="quiet">
          <ProblemCode code={cause.code} />{' '}
          {Object.entries(cause.values).map(([name, value]) => (
            <>
              {' '}
              <code>{`${name}: ${[value].flat().join(', ')}`}</code>
            </>
          ))}
        </p>
        {setting !== null && (
          <p class="quiet">
            <a href={`/integrations/${view.id}/settings/${flowId(cause)}`}>{words.settings}</a>
          </p>
        )}
      </details>
    </section>
  );
}
