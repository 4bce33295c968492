import { connectorById } from '../../connectors/registry.ts';
import { asProblem } from '../../records/problem.ts';
import type { Texts } from '../../texts/en.ts';
import { showAccount } from '../reporting/account-report.ts';
import { accountChanged } from '../reporting/incidents.ts';
import { type CheckView, showProblem } from '../reporting/views.ts';
import type { Connection } from './connection.ts';

/** Tries a connection, and tells what came of it. `works`: called when it does, and opens the account that it should. */
export async function tryConnection(
  connection: Connection,
  works: () => void,
  texts: Texts,
): Promise<CheckView> {
  const { name } = connection;
  try {
    const account = showAccount(await connection.check());
    if (connection.isOtherAccount) {
      const changed = accountChanged(name, connection.connector.name);
      return { connection: name, ok: false, account, problem: showProblem(changed, texts) };
    }
    works();
    return { connection: name, ok: true, account, problem: null };
  } catch (error) {
    const problem = showProblem(asProblem(error).toData(), texts);
    return { connection: name, ok: false, account: null, problem };
  }
}

/** A connection of a draft that nobody has connected yet. */
export function notConnected(name: string, connector: string | undefined, texts: Texts): CheckView {
  const system = connectorById(connector ?? '')?.name ?? name;
  const problem = showProblem({ code: 'not_connected', params: { system } }, texts);
  return { connection: name, ok: false, account: null, problem };
}
