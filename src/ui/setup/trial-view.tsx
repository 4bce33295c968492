import type { AskedQuestion } from '../../engine/configuration/answered.ts';
import { flowId } from '../../engine/configuration/configuration.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import type { Texts } from '../../texts/en.ts';
import { tellProblem, tellReason } from '../../texts/tell.ts';
import { Arrow } from '../parts/arrow.tsx';
import { flowLine } from '../parts/flow-name.tsx';
import { titleOf } from '../parts/system-name.ts';
import { useInWords, useTexts, useWords } from '../reader.ts';
import { PostForm } from '../rights.tsx';
import { remedyAddresses } from './remedy-address.ts';
import { mostAtOnce, nothingTried, type Trial, type TrialRow, type Trials } from './trial.ts';

interface FlowTrialProps {
  readonly view: IntegrationView;
  readonly flow: IntegrationView['flows'][number];
  readonly questions: readonly AskedQuestion[];
  /** What is known so far: the page carries it. */
  readonly trials: Trials;
  readonly wanted: number;
}

/** What would become of the last records of a flow. */
export function FlowTrial({ view, flow, questions, trials, wanted }: FlowTrialProps) {
  const texts = useTexts();
  const { lastSteps: words } = texts.pages;
  const addressOf = remedyAddresses({ view, flow, questions, texts });
  const id = flowId(flow);
  const isTried = Object.hasOwn(trials, id);
  const trial = trials[id] ?? nothingTried;
  const left = Math.min(mostAtOnce, wanted - trial.rows.length, trial.found - trial.rows.length);
  const [from, to] = [titleOf(view, flow.from), titleOf(view, flow.to)];
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{flowLine({ flow: flow.flow, from, to }, texts)}</h2>
      {isTried && <Verdict trial={trial} />}
      <ul class="rows">
        {trial.rows.map((row) => (
          <Row {...{ view, flow, row }} fix={addressOf(row)} />
        ))}
      </ul>
      <div class="buttons">
        {isTried && trial.cursor !== null && left > 0 && (
          <TryButton {...{ view, id, trials }} what="more" text={words.tryMore(left)} look="primary" />
        )}
        <TryButton
          {...{ view, id, trials }}
          what="anew"
          text={isTried ? words.tryAnew : words.tryNow(wanted)}
          look={isTried ? undefined : 'primary'}
        />
      </div>
    </section>
  );
}

interface TryProps {
  readonly view: IntegrationView;
  readonly id: string;
  readonly trials: Trials;
  readonly what: 'more' | 'anew';
  readonly text: string;
  readonly look: 'primary' | undefined;
}

function TryButton({ view, id, trials, what, text, look }: TryProps) {
  return (
    <PostForm action={`/integrations/${view.id}/setup/dry-run`}>
      <input type="hidden" name="flow" value={id} />
      <input type="hidden" name="tried" value={JSON.stringify(trials)} />
      <button type="submit" name="do" value={what} class={look === undefined ? 'button' : `button ${look}`}>
        {text}
      </button>
    </PostForm>
  );
}

function Verdict({ trial: { rows } }: { trial: Trial }) {
  const { lastSteps: words } = useWords();
  if (rows.length === 0) return <p>{words.noRecords}</p>;
  const untried = rows.filter(({ outcome }) => outcome === 'untried').length;
  const tried = rows.length - untried;
  const wrong = rows.filter(({ outcome }) => outcome === 'wrong' || outcome === 'differs').length;
  const left = rows.filter(({ outcome }) => outcome === 'left').length;
  const isNone = left === rows.length;
  return (
    <p class={wrong + untried === 0 && !isNone ? 'verdict good' : 'verdict bad'}>
      {tried > 0 && (wrong === 0 ? words.allRight(tried) : words.someWrong(wrong, tried))}
      {untried > 0 && ` ${words.someUntried(untried)}`}
      {left > 0 && ` ${words.someLeft(left)}`}
      {isNone && ` ${words.noneCarried}`}
    </p>
  );
}

const tones: Readonly<Record<TrialRow['outcome'], string>> = {
  right: 'good',
  differs: 'bad',
  left: 'quiet',
  waits: 'busy',
  wrong: 'bad',
  untried: 'busy',
};

interface RowProps {
  readonly view: IntegrationView;
  readonly flow: IntegrationView['flows'][number];
  readonly row: TrialRow;
  /** Where it is mended. */
  readonly fix: string | null;
}

function Row({ view, flow, row, fix }: RowProps) {
  const pages = useWords();
  const { lastSteps: words } = pages;
  const { key, name, outcome, why } = row;
  return (
    <li class="task">
      <div>
        <p class="task-name">
          <span class={`badge ${tones[outcome]}`}>{sayOutcome(row, pages)}</span>
          <strong class="text">{name}</strong>
          <Amount row={row} />
        </p>
        {why !== null && <Why row={row} flow={flow.flow} />}
      </div>
      <div class="buttons">
        {fix !== null && (
          <a class="button small" href={fix}>
            {outcome === 'left' ? words.change : words.fix}
            <span class="unseen text">: {name}</span>
          </a>
        )}
        <PostForm action={`/integrations/${view.id}/preview`}>
          <input type="hidden" name="flow" value={flowId(flow)} />
          <input type="hidden" name="key" value={key} />
          <button type="submit" class="button small">
            {words.sideBySide}
            <span class="unseen text">: {name}</span>
          </button>
        </PostForm>
      </div>
    </li>
  );
}

function sayOutcome({ outcome, amount }: TrialRow, { states, lastSteps }: Texts['pages']): string {
  switch (outcome) {
    case 'left':
      return states.skipped;
    case 'wrong':
      return states.needsYou;
    case 'right':
      return amount === null ? lastSteps.outcomes.fits : lastSteps.outcomes.right;
    default:
      return lastSteps.outcomes[outcome];
  }
}

function Amount({ row: { amount, outcome } }: { row: TrialRow }) {
  const { figures } = useTexts();
  if (amount === null) return null;
  const { currency, source, target } = amount;
  const said = figures.money(source, currency);
  if (outcome === 'left' || target === null) return <span>{said}</span>;
  return (
    <span>
      {said} <Arrow /> {figures.money(target, currency)}
    </span>
  );
}

function Why({ row: { outcome, why }, flow }: { row: TrialRow; flow: string }) {
  const texts = useTexts();
  const inWords = useInWords();
  if (why === null) return null;
  if (outcome === 'left')
    return <p class="quiet">{texts.pages.lastSteps.leftWhy(inWords(tellReason(why, texts), flow))}</p>;
  const { message, action } = tellProblem(why, texts);
  return (
    <>
      <p>{inWords(message, flow)}</p>
      <p class="quiet">{inWords(action, flow)}</p>
    </>
  );
}
