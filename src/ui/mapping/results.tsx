import type { Filled } from '../../engine/mapping/filled.ts';
import type { Sample, TriedRecord } from '../../engine/mapping/mapping-requests.ts';
import type { SheetField } from '../../engine/mapping/mapping-sheet.ts';
import { type SampleTrait, sampleTraits } from '../../flows/mapped.ts';
import type { ProblemData } from '../../records/problem.ts';
import { tellProblem } from '../../texts/tell.ts';
import { Notice } from '../parts/notice.tsx';
import { useTexts, useWords } from '../reader.ts';
import { valueText } from './words.ts';

/** More lines than that are not shown. */
const maxLines = 5;

interface ResultsParts {
  /** Its name in the target, without its part. */
  readonly field: string;
  readonly all: readonly Filled[];
  /** It stands beside them that the field is filled in as usual. */
  readonly isUsual?: boolean;
}

/** What a field gets of one record: of lines one for each. */
export function Results({ field, all, isUsual = false }: ResultsParts) {
  const { mappingEditor: words } = useWords();
  if (all.length <= 1)
    return all[0] === undefined ? <>–</> : <Result field={field} filled={all[0]} isUsual={isUsual} />;
  return (
    <ol class="items">
      {all.slice(0, maxLines).map((filled) => (
        <li>
          <Result field={field} filled={filled} isUsual={isUsual} />
        </li>
      ))}
      {all.length > maxLines && <li aria-label={words.line(maxLines + 1)}>…</li>}
    </ol>
  );
}

interface ResultParts extends Omit<Required<ResultsParts>, 'all'> {
  readonly filled: Filled;
}

function Result({ field, filled, isUsual }: ResultParts) {
  const texts = useTexts();
  const { mappingEditor: words } = texts.pages;
  if (filled.kind === 'problem')
    return <span class="error">{tellProblem(filled.problem, texts).message}</span>;
  const { value } = filled;
  if (value === null || value === undefined)
    return <span class="quiet">{isUsual ? '–' : words.asUsual}</span>;
  return (
    <>
      {value === '' ? <span class="quiet">{words.empty}</span> : <Value value={value} field={field} />}
      {filled.kind === 'usual' && !isUsual && <span class="quiet"> ({words.asUsual})</span>}
    </>
  );
}

/** In words; its code is read where one points at it. */
function Value({ value, field }: { value: unknown; field: string }) {
  const text = valueText(value, useTexts(), field);
  return typeof value === 'string' && text !== value ? (
    <span class="text" title={value}>
      {text}
    </span>
  ) : (
    <span class="text">{text}</span>
  );
}

/** A record that is worth a look, by what makes it so. */
export interface Worth {
  readonly trait: SampleTrait | 'last';
  readonly name: string;
  readonly key: string;
}

/** The last one, and the first of every other kind that there is. */
export function worthALook(samples: readonly Sample[]): Worth[] {
  const [last] = samples;
  if (last === undefined) return [];
  const others = sampleTraits.flatMap((trait) => {
    const found = samples.find(({ traits }) => traits.includes(trait));
    return found === undefined ? [] : [{ trait, name: found.name, key: found.key }];
  });
  return [{ trait: 'last', name: last.name, key: last.key }, ...others];
}

interface TableParts {
  readonly field: Pick<SheetField, 'name' | 'field'>;
  readonly records: readonly TriedRecord[];
}

/** The results on every record that is worth a look. */
export function ResultTable({ field, records, isUsual }: TableParts & { isUsual: boolean }) {
  const { mappingEditor: words } = useWords();
  const worth = worthALook(records);
  if (worth.length === 0) return <p class="quiet">{words.noRecords}</p>;
  return (
    <section class="scroll" tabindex={0} aria-label={words.resultsTitle}>
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">{words.record}</th>
            <th scope="col">{words.result}</th>
          </tr>
        </thead>
        <tbody>
          {worth.map(({ trait, name: shown, key }) => (
            <tr>
              <th scope="row">
                {words.samples[trait]}: <span class="text">{shown}</span>
              </th>
              <td class="text">
                <Results
                  field={field.field}
                  all={records.find((record) => record.key === key)?.becomes[field.name] ?? []}
                  isUsual={isUsual}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Which of the last records would be filled in otherwise, and how. */
export function Effect({ field: { name, field }, records }: TableParts) {
  const { mappingEditor: words, changeList } = useWords();
  const changed = records.filter(({ changes }) => changes.includes(name));
  const failing = changed.filter(({ becomes }) => becomes[name]?.some(({ kind }) => kind === 'problem'));
  if (records.length === 0) return <p class="quiet">{words.noRecords}</p>;
  if (changed.length === 0) return <p>{words.noEffect(records.length)}</p>;
  return (
    <>
      <p>{words.effect(changed.length, records.length)}</p>
      {failing.length > 0 && <Notice tone="bad">{words.failing(failing.length)}</Notice>}
      <section class="scroll" tabindex={0} aria-label={words.effectTitle}>
        <table class="plain">
          <thead>
            <tr>
              <th scope="col">{words.record}</th>
              <th scope="col">{changeList.was}</th>
              <th scope="col">{changeList.becomes}</th>
            </tr>
          </thead>
          <tbody>
            {changed.map((record) => (
              <tr>
                <th scope="row" class="text">
                  {record.name}
                </th>
                <td class="text">
                  <Results field={field} all={record.was[name] ?? []} />
                </td>
                <td class="text">
                  <Results field={field} all={record.becomes[name] ?? []} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

/** Why records could not be read, or not all. */
export function NotRead({ why }: { why: ProblemData | null }) {
  const texts = useTexts();
  return why === null ? null : (
    <Notice tone="quiet">{texts.pages.mappingEditor.notAll(tellProblem(why, texts).message)}</Notice>
  );
}
