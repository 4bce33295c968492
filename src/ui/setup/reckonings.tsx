import { flowId } from '../../engine/configuration/configuration.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { flowLine } from '../parts/flow-name.tsx';
import { titleOf } from '../parts/system-name.ts';
import { useTexts } from '../reader.ts';
import type { Chosen } from './start-form.tsx';
import { reckon, type Trial, type Trials } from './trial.ts';

interface ReckoningsProps {
  readonly view: IntegrationView;
  readonly chosen: Chosen;
  readonly trials: Trials;
}

/** What a day would book, before it begins. */
export function Reckonings({ view, chosen, trials }: ReckoningsProps) {
  const texts = useTexts();
  const { lastSteps: words } = texts.pages;
  const known = view.flows.flatMap((flow) => {
    const trial = trials[flowId(flow)];
    return trial === undefined ? [] : [{ flow, trial }];
  });
  if (known.length === 0 || chosen.from === 'now') return null;
  return (
    <section aria-labelledby="reckoned" class="row">
      <h3 id="reckoned">{words.reckonedTitle}</h3>
      {known.map(({ flow, trial }) => {
        const [from, to] = [titleOf(view, flow.from), titleOf(view, flow.to)];
        return (
          <>
            {known.length > 1 && <p>{flowLine({ flow: flow.flow, from, to }, texts)}</p>}
            <Reckoning trial={trial} />
          </>
        );
      })}
      <input type="hidden" name="tried" value={JSON.stringify(trials)} />
      <input type="hidden" name="triedDay" value={chosen.day} />
      {known.some(({ trial }) => trial.cursor !== null) && (
        <p>
          <button type="submit" class="button small" name="do" value="more">
            {words.lookMore}
          </button>
        </p>
      )}
    </section>
  );
}

function Reckoning({ trial: { rows, found, isWhole } }: { trial: Trial }) {
  const { figures, pages } = useTexts();
  const { lastSteps: words } = pages;
  const { booked, amounts, needYou, left, untried } = reckon(rows);
  const isEstimate = !isWhole || rows.length < found;
  const total = amounts.map(({ currency, amount }) => figures.money(amount, currency)).join(' + ');
  return (
    <>
      <p>{isWhole ? words.found(found) : words.foundAtLeast(found)}</p>
      {rows.length > 0 && (
        <ul class="items">
          <li>{words.wouldBook(booked, total)}</li>
          {needYou > 0 && <li>{words.wouldNeedYou(needYou)}</li>}
          {left > 0 && <li>{words.wouldLeave(left)}</li>}
          {untried > 0 && <li>{words.someUntried(untried)}</li>}
        </ul>
      )}
      {isEstimate && <p class="next">{words.estimate(rows.length)}</p>}
    </>
  );
}
