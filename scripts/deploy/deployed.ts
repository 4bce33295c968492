import { hasNoDeployments, isUnknownWorker, refusal } from './refusals.ts';
import { jsonOf, type Wrangler } from './wrangler.ts';

/** A binding of an uploaded version, as Cloudflare tells it. */
export interface Binding {
  readonly type: string;
  readonly name: string;
  /** Of a variable. Secrets are told by name only. */
  readonly text?: string;
  readonly json?: unknown;
  readonly namespace_id?: string;
  readonly queue_name?: string;
  readonly [field: string]: unknown;
}

/**
 * What runs under a name: nothing, a Koppel, something that is not yet one (secrets that were set beforehand, or what Cloudflare's deploy
 * button put there), or somebody else's Worker.
 */
export type Deployed =
  | { readonly kind: 'none' }
  | { readonly kind: 'koppel' | 'bare' | 'other'; readonly bindings: readonly Binding[] };

/** Where objects are: whoever has it is a Koppel. */
const mark = 'INTEGRATIONS';

/** `isOwnBuild`: whether Cloudflare builds it from a repository that is connected to this very Worker. */
export async function deployedAs(
  name: string,
  { wrangler, account, isOwnBuild }: { wrangler: Wrangler; account: string; isOwnBuild: boolean },
): Promise<Deployed> {
  const status = await wrangler.run(['deployments', 'status', '--json', '--name', name], account);
  if (!status.ok) {
    if (isUnknownWorker(status)) return { kind: 'none' };
    if (!hasNoDeployments(status)) throw refusal(status, `Looking for the Worker "${name}"`, account);
    return { kind: 'bare', bindings: await secretsOf(name, wrangler, account) };
  }
  const { versions } = jsonOf<{ versions: { version_id: string; percentage: number }[] }>(status);
  const [main] = versions.toSorted((a, b) => b.percentage - a.percentage);
  const view = await wrangler.run(
    ['versions', 'view', main?.version_id ?? '', '--json', '--name', name],
    account,
  );
  if (!view.ok) throw refusal(view, `Reading what "${name}" runs with`, account);
  const { resources } = jsonOf<{ resources: { bindings?: Binding[] } }>(view);
  const bindings = resources.bindings ?? [];
  return { kind: kindOf(bindings, isOwnBuild), bindings };
}

function kindOf(bindings: readonly Binding[], isOwnBuild: boolean): 'koppel' | 'bare' | 'other' {
  if (bindings.some(({ name, type }) => name === mark && type === 'durable_object_namespace'))
    return 'koppel';
  if (isOwnBuild) return 'bare';
  const isOurs = ({ name }: Binding) => name === 'ENCRYPTION_KEY' || name === 'ADMIN_TOKEN';
  return bindings.some(isOurs) ? 'bare' : 'other';
}

async function secretsOf(name: string, wrangler: Wrangler, account: string): Promise<Binding[]> {
  const listed = await wrangler.run(['secret', 'list', '--name', name], account);
  if (!listed.ok) throw refusal(listed, `Reading the names of the secrets of "${name}"`, account);
  return jsonOf<Binding[]>(listed);
}
