import type { EndedCauseView, RemedyView, SolvedView } from '../../engine/reporting/problem-views.ts';
import { FlowName } from '../parts/flow-name.tsx';
import { Timestamp } from '../parts/timestamp.tsx';
import { useInWords, useWords } from '../reader.ts';
import { PostForm } from '../rights.tsx';
import { recordsOf } from './records.ts';

interface SolvedParts {
  readonly id: string;
  readonly solved: SolvedView;
  readonly zone: string;
}

/** What ended lately, and what was left out with all of a cause: that can be taken back. */
export function Solved({ id, solved: { causes, leftOut }, zone }: SolvedParts) {
  const { desk: words } = useWords();
  const inWords = useInWords();
  return (
    <>
      <LeftOut id={id} leftOut={leftOut} zone={zone} />
      <section class="card" aria-labelledby="solved">
        <h2 id="solved">{words.solved}</h2>
        <p class="quiet">{causes.length === 0 ? words.nothingSolved : words.solvedHelp}</p>
        {causes.length > 0 && (
          <section class="scroll" tabindex={0} aria-label={words.what}>
            <table class="plain">
              <thead>
                <tr>
                  <th scope="col">{words.what}</th>
                  <th scope="col">{words.howMany}</th>
                  <th scope="col">{words.when}</th>
                  <th scope="col">{words.how}</th>
                </tr>
              </thead>
              <tbody>
                {causes.map((cause) => (
                  <tr>
                    <th scope="row">{inWords(cause.message, cause.flow)}</th>
                    <td>{recordsOf(cause.flow, cause.count, words)}</td>
                    <td class="short">
                      <Timestamp at={cause.at} zone={zone} />
                    </td>
                    <td>
                      <How cause={cause} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
      </section>
    </>
  );
}

function How({ cause: { remedy, underWay } }: { cause: EndedCauseView }) {
  const { desk: words } = useWords();
  return (
    <>
      {remedy === null ? words.byItself : <Did remedy={remedy} />}
      {underWay && <> {words.stillUnderWay}</>}
    </>
  );
}

/** Who did what, and why where records were left out. */
function Did({ remedy: { what, who, why } }: { remedy: RemedyView }) {
  const { desk: words } = useWords();
  return (
    <>
      {words.did[what](who)}
      {why !== null && what === 'leave_out' && `: ${words.whys[why]}`}
    </>
  );
}

function LeftOut({ id, leftOut, zone }: { id: string; leftOut: readonly RemedyView[]; zone: string }) {
  const { desk: words } = useWords();
  const inWords = useInWords();
  if (leftOut.length === 0) return null;
  return (
    <section class="card" aria-labelledby="left-out">
      <h2 id="left-out">{words.leftOut}</h2>
      <ul class="rows">
        {leftOut.map((remedy) => (
          <li class="task">
            <div>
              <p class="task-name">
                <FlowName flow={remedy.flow} from={remedy.from} to={remedy.to} />
              </p>
              <p>{inWords(remedy.message, remedy.flow)}</p>
              <p class="quiet">
                {recordsOf(remedy.flow, remedy.done, words)}, <Did remedy={remedy} />,{' '}
                <Timestamp at={remedy.at} zone={zone} />
              </p>
            </div>
            <PostForm action={`/integrations/${id}/problems/unskip`} class="buttons">
              <input type="hidden" name="remedy" value={remedy.id} />
              <button type="submit" class="button small">
                {words.takeBack(recordsOf(remedy.flow, remedy.toTakeBack, words))}
              </button>
            </PostForm>
          </li>
        ))}
      </ul>
    </section>
  );
}
