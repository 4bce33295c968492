import { splitFlowId } from '../../engine/configuration/configuration.ts';
import type { DocumentChange } from '../../engine/configuration/document-diff.ts';
import type { FlowLookups } from '../../engine/configuration/flow-lookups.ts';
import { isChoice, type SettingSchema } from '../../engine/configuration/setting-schema.ts';
import { settingsSchema } from '../../engine/configuration/settings-schema.ts';
import { flowByName } from '../../flows/registry.ts';
import type { Texts } from '../../texts/en.ts';
import { targetLabel } from '../mapping/words.ts';
import { whatOf } from '../parts/flow-name.tsx';
import { useTexts, useWords } from '../reader.ts';
import { labelOf } from './form/offers.ts';
import { valueWords } from './form/words.ts';

interface ChangesProps {
  readonly changes: readonly DocumentChange[];
  /** Names of the two columns; what was and what becomes by default. */
  readonly columns?: readonly [string, string];
  /** What the systems have: values that are ids are told by their names. */
  readonly lookups?: FlowLookups;
}

/** What differs between two versions of the document, setting by setting, in words. */
export function ChangeList({ changes, columns, lookups = noLookups }: ChangesProps) {
  const { changeList: words } = useWords();
  const texts = useTexts();
  if (changes.length === 0) return <p>{words.none}</p>;
  const [was, becomes] = columns ?? [words.was, words.becomes];
  return (
    <section class="scroll" tabindex={0} aria-label={words.title}>
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            <th scope="col">{was}</th>
            <th scope="col">{becomes}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => {
            const told = tell(change, texts, lookups);
            return (
              <tr>
                <th scope="row">
                  {told.names.map((name, index) => (
                    <>
                      {index > 0 && ' › '}
                      {typeof name === 'string' ? name : <code>{name.code}</code>}
                    </>
                  ))}
                </th>
                <td class="text">{told.was}</td>
                <td class="text">{told.becomes}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

const noLookups: FlowLookups = { lists: [], seen: [] };

type Name = string | { readonly code: string };

interface ToldChange {
  readonly names: readonly Name[];
  readonly was: string;
  readonly becomes: string;
}

/** A change in words. What has no name of ours stands as it is written. */
function tell({ path, was, becomes }: DocumentChange, texts: Texts, lookups: FlowLookups): ToldChange {
  const { changeList: words } = texts.pages;
  const [part = '', name = '', ...rest] = path;
  if (part === 'flows') {
    const flow = flowName(name, texts);
    if (rest.length === 0) return { names: [flow], ...whole(was, becomes, texts) };
    const inner = ofFlow(splitFlowId(name).flow, rest, texts);
    return { names: [flow, ...inner.names], ...told(inner.schema, was, becomes, texts, lookups) };
  }
  if (part === 'connections') {
    const names: Name[] = [words.connection, { code: name }];
    if (rest.length === 0) return { names, ...whole(was, becomes, texts) };
    const last = rest.at(-1) ?? '';
    const own: Name = last === 'connector' ? words.connector : { code: last };
    return { names: [...names, own], ...told({}, was, becomes, texts) };
  }
  const known: Readonly<Record<string, string>> = {
    name: words.name,
    language: words.language,
    nameOnStatus: words.nameOnStatus,
    retentionDays: words.retentionDays,
  };
  return { names: [known[part] ?? { code: part }], ...told({}, was, becomes, texts) };
}

function flowName(id: string, { pages }: Texts): string {
  const { flow, from, to } = splitFlowId(id);
  return `${whatOf(flow, pages)} (${from} → ${to})`;
}

/** The names of a setting and of what it is in, and its schema. */
function ofFlow(
  flow: string,
  path: readonly string[],
  texts: Texts,
): { names: Name[]; schema: SettingSchema } {
  const { changeList: words, settingsForm } = texts.pages;
  const [part = '', ...rest] = path;
  if (part === 'enabled') return { names: [settingsForm.enabled.label], schema: {} };
  if (part === 'every') return { names: [settingsForm.every.label], schema: {} };
  if (part === 'mapping') {
    const fields = rest.map((code) => targetLabel(code, texts.pages) ?? { code });
    return { names: [words.mapping, ...fields], schema: {} };
  }
  const definition = flowByName(flow);
  if (part !== 'settings' || definition === undefined)
    return { names: path.map((code) => ({ code })), schema: {} };
  const names: Name[] = [];
  let schema: SettingSchema = settingsSchema(definition, texts);
  let inChoice = false;
  for (const name of rest) {
    if (isChoice(schema) || inChoice) {
      if (inChoice) names.push(schema.names?.[name] ?? { code: name });
      else if (name === 'default') names.push(settingsForm.fallback);
      else if (name === 'force') names.push(settingsForm.force);
      inChoice = name === 'map' && !inChoice;
      if (!inChoice) schema = schema.gives === undefined ? {} : { listed: schema.gives };
      continue;
    }
    const inner = schema.properties?.[name];
    const each = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {};
    names.push(inner?.title ?? { code: name });
    schema = inner ?? each;
  }
  return { names, schema };
}

/** A part that came or went as a whole. */
function whole(was: unknown, becomes: unknown, { pages }: Texts): Pick<ToldChange, 'was' | 'becomes'> {
  const { added, removed, there, nothing } = pages.changeList;
  return was === null
    ? { was: nothing, becomes: becomes === null ? nothing : added }
    : { was: there, becomes: removed };
}

function told(
  schema: SettingSchema,
  was: unknown,
  becomes: unknown,
  { pages }: Texts,
  lookups = noLookups,
): Pick<ToldChange, 'was' | 'becomes'> {
  const words = (value: unknown) => {
    if (value === null) return pages.changeList.nothing;
    const label = labelOf(value, schema.listed, lookups);
    const own = valueWords(schema, value, pages) || '“”';
    return label === null ? own : `${label} (${own})`;
  };
  return { was: words(was), becomes: words(becomes) };
}
