import { type Answer, unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import { flowId } from '../../engine/configuration/configuration.ts';
import { controlAt } from '../../engine/configuration/form/control-at.ts';
import { formValue } from '../../engine/configuration/form/form-value.ts';
import { isBlank, typedText } from '../../engine/configuration/form/typed-text.ts';
import { withValueAt } from '../../engine/configuration/named-setting.ts';
import type { CauseView } from '../../engine/reporting/problem-views.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import type { RequestErrorData } from '../../engine/request-error.ts';
import type { Fix } from '../../engine/work/cause-requests.ts';
import { deedBy } from '../../routes/callers.ts';
import { languageOf, textsFor } from '../../routes/language.ts';
import { detailOf } from '../../routes/problem-response.ts';
import { tellIssue } from '../../texts/tell.ts';
import { integrationId } from '../addresses.ts';
import type { Wrong } from '../parts/error-summary.tsx';
import type { PageContext } from '../web-page.tsx';
import { type NamedSetting, namedSetting, settingField } from './setting-field.ts';
import type { Typed } from './typed.ts';

/** What became of a form that solves a cause. `over`: nothing waits for it any more. `meanwhile`: somebody saved since it was shown. */
export type Solving =
  | { readonly kind: 'done' }
  | { readonly kind: 'wrong'; readonly wrong: readonly Wrong[] }
  | { readonly kind: 'meanwhile' }
  | { readonly kind: 'over' };

/** Saves what was filled in, and has all tried again that waits for it. */
export async function solve(context: PageContext, typed: Typed): Promise<Solving> {
  const object = integration(context.env, integrationId(context));
  const language = languageOf(context);
  const [view, found] = await Promise.all([
    object.view(language).then(unwrap<IntegrationView>),
    object.cause(typed.problem, language) as Promise<Answer<CauseView>>,
  ]);
  if (!found.ok) return { kind: 'over' };
  const setting = namedSetting(found.value, view, textsFor(context));
  if (setting === null) return { kind: 'over' };
  const filled = fixOf(context, setting, typed);
  if ('wrong' in filled) return { kind: 'wrong', wrong: filled.wrong };
  const options = { revision: typed.revision, language, by: deedBy(context) };
  const answer = await object.solveCause(typed.problem, filled.fix, options);
  if (answer.ok) return { kind: 'done' };
  if (answer.error.code === 'saved_meanwhile') return { kind: 'meanwhile' };
  if (answer.error.code === 'cause_over') return { kind: 'over' };
  const at = view.flows.findIndex((each) => flowId(each) === flowId(found.value));
  return { kind: 'wrong', wrong: wrongIn(context, answer.error, setting, typed, at) };
}

type Filled = { readonly fix: Fix } | { readonly wrong: readonly Wrong[] };

function fixOf(context: PageContext, setting: NamedSetting, { entry, entries }: Typed): Filled {
  const { desk, settingsForm } = textsFor(context).pages;
  const { lacks, title, path, settings } = setting;
  if (lacks !== null) {
    if (!isBlank(entry)) return { fix: { entry: typedText(entry) } };
    return { wrong: [{ control: 'entry', label: `${title}: ${lacks}`, message: desk.missing }] };
  }
  const { value, faults } = formValue(settingField(setting, 'field', entries));
  if (faults.length === 0) return { fix: { settings: withValueAt(settings, path, value) } };
  return {
    wrong: faults.map(({ name, kind }) => ({ control: name, label: title, message: settingsForm[kind] })),
  };
}

/** What the check of the document found, by its fields; what is of no field of the card stands without a link. */
function wrongIn(
  context: PageContext,
  error: RequestErrorData,
  setting: NamedSetting,
  { entries }: Typed,
  flow: number,
): Wrong[] {
  const texts = textsFor(context);
  const { issues = [] } = error;
  if (issues.length === 0) return [{ control: null, label: '', message: detailOf(error, texts) }];
  const own = ['flows', flow, 'settings', ...setting.path];
  return issues.map((issue) => {
    const message = tellIssue(issue, texts);
    const isOwn = own.every((part, index) => issue.path[index] === part);
    if (!isOwn) return { control: null, label: issue.path.join('.'), message };
    const control =
      setting.lacks === null
        ? controlAt(settingField(setting, 'field', entries), issue.path.slice(own.length))
        : 'entry';
    return { control, label: setting.title, message };
  });
}
