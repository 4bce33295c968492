import type { Api } from '../../connectors/contract/api.ts';
import type { Connector } from '../../connectors/contract/connector.ts';
import type { LookupName, Option } from '../../connectors/contract/lookups.ts';
import { connectorById } from '../../connectors/registry.ts';
import { type Issue, issue } from '../../mapping/issue.ts';
import { nearestName } from '../../mapping/nearest-name.ts';
import type { CorrectionParams, ProblemParams, Texts } from '../../texts/en.ts';
import type { Connection } from '../connection/connection.ts';
import { type ProblemView, showProblem } from '../reporting/views.ts';
import { type ListedValue, listedValues } from './closed-lists.ts';
import { type Configuration, ConfigurationError, type IntegrationDocument } from './configuration.ts';
import { fixedOf, lookingInto, readOptions } from './lookup-lists.ts';

/** So many are all told where none of them is near. */
const maxOptions = 20;

/** What was found of settings that name something in a system. */
export interface ListsChecked {
  readonly issues: readonly Issue[];
  /** What could not be checked, because the account could not be reached. */
  readonly warnings: readonly ProblemView[];
}

/**
 * Checks the settings of every flow against the lists of the systems, over connections. Throws ConfigurationError where a
 * setting names something that is not there; returns what could not be checked.
 */
export async function checkedLists(
  { document }: Pick<Configuration, 'document'>,
  connectionOf: (name: string) => Promise<Connection>,
  texts: Texts,
): Promise<ListsChecked['warnings']> {
  const apiOf = async (name: string) => lookingInto(await connectionOf(name));
  const { issues, warnings } = await checkLists(document, apiOf, texts);
  if (issues.length > 0) throw new ConfigurationError(issues);
  return warnings;
}

/** An asked value, and the connection whose system has the list. */
interface Placed extends ListedValue {
  readonly connection: string;
}

/**
 * Fixed lists need no call; of the others each is asked for once, and only when some setting names something of it. `apiOf`:
 * what calls a connection's system.
 */
async function checkLists(
  document: IntegrationDocument,
  apiOf: (connection: string) => Promise<Api>,
  texts: Texts,
): Promise<ListsChecked> {
  const issues: Issue[] = [];
  const warnings: ProblemView[] = [];
  const asked = new Map<string, Promise<readonly Option[] | string>>();
  const ask = (connection: string, connector: Connector, name: LookupName) => {
    const key = `${connection} ${name}`;
    const answer = asked.get(key) ?? readOptions(connector, name, () => apiOf(connection), texts);
    asked.set(key, answer);
    return answer;
  };
  for (const value of placedValues(document)) {
    const connector = connectorById(document.connections[value.connection]?.connector ?? '');
    const lookups = value.lookups.filter((name) => connector?.lookups?.[name] !== undefined);
    // One list that the system does not give, and the value may be in that.
    if (connector === undefined || lookups.length < value.lookups.length) continue;
    const options: Option[] = [];
    let unread: string | null = null;
    for (const name of lookups) {
      const answer = await ask(value.connection, connector, name);
      if (typeof answer === 'string') unread = answer;
      else options.push(...answer);
    }
    const fits = lookups.some((name) => fixedOf(connector, name)?.fits?.(value.value) ?? false);
    if (fits || options.some((option) => isSame(option.value, value))) continue;
    const { path } = value;
    if (unread === null) {
      issues.push(issue(path, 'not_listed', unlisted(value, connector, options)));
    } else {
      const params = unchecked(path, connector, unread);
      warnings.push(showProblem({ code: 'setting_unchecked', params }, texts));
    }
  }
  return { issues, warnings };
}

function unchecked(
  path: Issue['path'],
  { name }: Connector,
  why: string,
): ProblemParams<'setting_unchecked'> {
  return { field: path.join('.'), system: name, why };
}

function placedValues({ flows }: IntegrationDocument): Placed[] {
  return flows.flatMap((flow, index) =>
    listedValues(flow).map((value) => ({
      ...value,
      path: ['flows', index, 'settings', ...value.path],
      connection: flow[value.end],
    })),
  );
}

/** What is sent to a system, or compared with what it sends, must be spelt as it spells it. */
function isSame(option: string, { value, anyCase }: ListedValue): boolean {
  if (anyCase) return option.trim().toLowerCase() === value.trim().toLowerCase();
  return option === value;
}

function unlisted(
  { value, lookups: [list] }: ListedValue,
  { name }: Connector,
  options: readonly Option[],
): CorrectionParams<'not_listed'> {
  if (list === undefined) throw new Error('a value that stands in no list is never looked up');
  const nearest = nearestOption(value, options);
  return {
    value,
    list,
    system: name,
    nearest: nearest === undefined ? '' : named(nearest),
    options: options.length > maxOptions ? [] : options.map(named),
    none: options.length === 0,
  };
}

/** By its value or by what people call it. */
function nearestOption(value: string, options: readonly Option[]): Option | undefined {
  const near = nearestName(
    value,
    options.flatMap((option) => [option.value, option.label]),
  );
  return options.find((each) => each.value === near || each.label === near);
}

function named({ value, label }: Option): string {
  return label === value ? `"${value}"` : `"${value}" (${label})`;
}
