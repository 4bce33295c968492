import { type Answer, unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import { flowId } from '../../engine/configuration/configuration.ts';
import type { MappingOverview } from '../../engine/mapping/mapping-requests.ts';
import { documentFlow, mappingSheet, type SheetField } from '../../engine/mapping/mapping-sheet.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { fieldGroups } from '../../flows/mapped.ts';
import { languageOf, textsFor } from '../../routes/language.ts';
import { detailOf } from '../../routes/problem-response.ts';
import { integrationId } from '../addresses.ts';
import { Notice, Saying } from '../parts/notice.tsx';
import { useTexts, useWords } from '../reader.ts';
import { flowTitle } from '../settings/flow-title.ts';
import { SettingsFrame } from '../settings/frame.tsx';
import { type PageContext, webPage } from '../web-page.tsx';
import { NotRead, Results, worthALook } from './results.tsx';
import { fieldLabel, ruleSummary, shortText, valueText } from './words.ts';

/** Every field of a flow's target: what fills it in, and what comes of it on a record. */
export async function overviewPage(context: PageContext): Promise<Response> {
  const object = integration(context.env, integrationId(context));
  const view: IntegrationView = unwrap(await object.view(languageOf(context)));
  const flow = documentFlow(view, context.req.param('flow') ?? '');
  const sample = context.req.query('sample');
  const answer: Answer<MappingOverview> = await object.mappingOverview(flowId(flow), sample);
  const texts = textsFor(context);
  const { mappingEditor: words } = texts.pages;
  const title = `${words.title} · ${flowTitle(view, flow, texts)}`;
  const base = `/integrations/${view.id}/settings/${flowId(flow)}/mapping`;
  const sheet = mappingSheet(view, flow);
  const overview: MappingOverview = answer.ok
    ? answer.value
    : { samples: [], shown: null, fields: {}, why: null };
  return webPage(context, {
    title,
    body: (
      <SettingsFrame view={view}>
        <Saying code={context.req.query('said')} />
        <h2>{title}</h2>
        <p class="quiet">{words.intro}</p>
        {!answer.ok && <Notice tone="quiet">{words.notAll(detailOf(answer.error, texts))}</Notice>}
        <NotRead why={overview.why} />
        <SampleLinks base={base} overview={overview} asked={sample} />
        {sheet.length === 0 && <p>{words.noFields}</p>}
        {fieldGroups.map((group) => {
          const fields = sheet.filter((field) => field.group === group);
          return fields.length === 0 ? null : (
            <div class="card">
              <h3>{words.groups[group]}</h3>
              <FieldTable base={base} fields={fields} overview={overview} />
            </div>
          );
        })}
      </SettingsFrame>
    ),
  });
}

interface SampleProps {
  readonly base: string;
  readonly overview: MappingOverview;
  /** What the record that is shown is to be. */
  readonly asked: string | undefined;
}

/** Other records to look at. One record may be several of them: the one that was asked for is marked. */
function SampleLinks({ base, overview, asked }: SampleProps) {
  const { mappingEditor: words } = useWords();
  const worth = worthALook(overview.samples);
  const chosen = worth.some(({ trait }) => trait === asked) ? asked : 'last';
  if (worth.length === 0) return <p class="quiet">{words.noRecords}</p>;
  return (
    <nav aria-label={words.sample} class="sub-nav">
      {worth.map(({ trait, name }) => (
        <a
          href={trait === 'last' ? base : `${base}?sample=${trait}`}
          {...(trait === chosen ? { 'aria-current': 'true' as const } : {})}
        >
          {words.samples[trait]} <span class="text">{name}</span>
        </a>
      ))}
    </nav>
  );
}

interface TableProps {
  readonly base: string;
  readonly fields: readonly SheetField[];
  readonly overview: MappingOverview;
}

function FieldTable({ base, fields, overview }: TableProps) {
  const { mappingEditor: words } = useWords();
  const shown = overview.samples.find(({ key }) => key === overview.shown);
  return (
    <section class="scroll" tabindex={0} aria-label={words.groups[fields[0]?.group ?? 'document']}>
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.filledBy}</th>
            <th scope="col">
              {words.result}
              {shown !== undefined && <span class="text"> {shown.name}</span>}
            </th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr>
              <th scope="row">
                <FieldLink base={base} field={field} />
              </th>
              <td>
                <FilledBy field={field} />
              </td>
              <td class="text">
                <Results
                  field={field.field}
                  all={overview.fields[field.name] ?? []}
                  isUsual={field.rule === null}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function FieldLink({ base, field }: { base: string; field: SheetField }) {
  const label = fieldLabel(field, useWords());
  const href = `${base}/${field.name}`;
  return label === null ? (
    <a href={href}>
      <code>{field.field}</code>
    </a>
  ) : (
    <a href={href} title={field.field}>
      {label}
    </a>
  );
}

function FilledBy({ field }: { field: SheetField }) {
  const { rule, constant } = field;
  const texts = useTexts();
  const { modes, constant: fixed } = texts.pages.mappingEditor;
  if (rule !== null) {
    const summary = ruleSummary(rule, field, texts);
    return (
      <>
        <span class="quiet">{modes[rule.mode]}</span>{' '}
        {'code' in summary ? <code>{summary.code}</code> : <span class="text">{summary.words}</span>}
      </>
    );
  }
  if (constant === undefined) return <span class="quiet">{modes.usual}</span>;
  return (
    <>
      <span class="quiet">{fixed}</span>{' '}
      <span class="text">{shortText(valueText(constant, texts, field.field))}</span>
    </>
  );
}
