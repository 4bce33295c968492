import { Problem, problem } from '../../records/problem.ts';
import type { Params } from '../../texts/catalogue.ts';
import type { Answered } from '../../texts/en/answered.ts';
import type { Connection } from '../connection/connection.ts';
import type { Exchange } from '../http/recorder.ts';

/**
 * What a refusal of credentials is really about. Where the connection's own check works, it is one kind of call that is
 * refused: `scope_missing`, which parks the record and is no trouble of the connection. A system that says it with another
 * status than 403 is asked once more, since its credentials may just have been renewed (`isRepeated`: it has been). `call` is the
 * last one that the connection refused.
 */
export async function ofOneCall(
  refusal: Problem,
  connection: Connection | undefined,
  call: Pick<Exchange, 'method' | 'path' | 'status'> | null,
  isRepeated: boolean,
): Promise<Problem> {
  if (refusal.kind !== 'auth' || connection === undefined) return refusal;
  // Without an answer that refused a call it is about the credentials themselves.
  if (call === null || !(await connection.works())) return refusal;
  const isPlain = call.status === 403 || refusal.code === 'scope_missing';
  if (!isPlain && !isRepeated) return new Problem({ ...refusal.toData(), kind: 'retry' }, { cause: refusal });
  const { params } = refusal;
  // What the system says more exactly stays as it says it.
  if (!ofScopes.includes(refusal.code))
    return new Problem({ ...refusal.toData(), kind: 'rejected' }, { cause: refusal });
  return problem(
    'rejected',
    'scope_missing',
    {
      system: connection.connector.name,
      status: Number(call.status),
      ...toldOf(params),
      method: call.method,
      what: subjectOf(call.path),
    },
    { connection: connection.name, cause: refusal },
  );
}

/** What the refusal tells beside its status. */
function toldOf({ systemCode, fields }: Params): Pick<Answered, 'systemCode' | 'fields'> {
  return {
    ...(typeof systemCode === 'string' ? { systemCode } : {}),
    ...(Array.isArray(fields) ? { fields } : {}),
  };
}

/** Codes that may mean a missing scope as well as wrong credentials. */
const ofScopes = ['scope_missing', 'credentials_refused', 'user_refused'];

/** Parts of paths that name no kind of record. */
const prefixes = /^(api|rest|v\d+|all|default)$/i;

/** The kind of record that a path is of: its first word that is no prefix, id or number. */
function subjectOf(path: string): string {
  const [words = ''] = path.split('?');
  return words.split('/').find((word) => /^[a-z_-]{3,30}$/i.test(word) && !prefixes.test(word)) ?? '';
}
