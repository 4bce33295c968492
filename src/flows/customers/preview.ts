import { rejected } from '../../records/problem.ts';
import { reason } from '../../records/reason.ts';
import type { FlowContext, Preview, PreviewWrite } from '../contract.ts';
import { attempt, attemptWithSystem } from '../preview-attempt.ts';
import { conflictProblem, goneInTarget } from './conflicts.ts';
import { isBlank, reasonToSkip } from './filter.ts';
import { isReadForAnOrder } from './for-an-order.ts';
import { type Endpoints, type Planned, planCustomer } from './plan.ts';
import { readSource } from './read-source.ts';
import { emailFingerprintOf } from './record/email-fingerprint.ts';
import type { CustomersSettings } from './settings.ts';

type Context = FlowContext<CustomersSettings>;

/** Does what a run does up to the first write, without the journal. */
export async function previewCustomer(context: Context, endpoints: Endpoints): Promise<Preview> {
  const read = await attempt(() => readSource(context, endpoints));
  const shown: Preview = { source: null, skips: null, writes: [], checks: [], problem: read.problem };
  if (read.problem !== null) return shown;
  if (!read.value) throw rejected('customer_gone', {});
  const { customer, standing } = read.value;
  const { email } = customer;
  const told = await attemptWithSystem(() => isReadForAnOrder(context, isBlank(email) ? undefined : email));
  if (told.problem !== null) return { ...shown, source: customer, problem: told.problem };
  const unwanted = told.value ? reason('made_for_an_order', {}) : reasonToSkip(customer, context.settings);
  const emailFingerprint = isBlank(email) ? null : await emailFingerprintOf(context, email);
  const planned = await attemptWithSystem(async () => {
    if (isBlank(email) || emailFingerprint === null) throw rejected('email_missing', { of: 'customer' });
    return planCustomer(context, endpoints, { customer, standing, email, emailFingerprint });
  });
  if (planned.problem !== null) {
    return { ...shown, source: customer, skips: unwanted, problem: unwanted ? null : planned.problem };
  }
  const does = doesOf(context, planned.value);
  const problem = problemOf(context, planned.value);
  const isLeft = does !== 'create' && does !== 'update' && problem === null;
  return {
    ...shown,
    source: customer,
    skips: unwanted ?? (isLeft ? planned.value.reason : null),
    writes: [{ what: 'customer', does, body: planned.value.body }],
    problem: unwanted === null ? problem : null,
  };
}

/** Where nothing is sent the whole body is shown: it is what stands there, or would. */
function doesOf({ settings }: Context, { plan }: Planned): PreviewWrite['does'] {
  switch (plan.kind) {
    case 'skip':
    case 'use':
    case 'create':
      return plan.kind;
    case 'gone':
      return 'skip';
    case 'meet':
      return settings.update && plan.met.writes.size > 0 ? 'update' : 'adopt';
  }
}

function problemOf(context: Context, { plan }: Planned): Preview['problem'] {
  if (plan.kind === 'gone') return goneInTarget(context, plan.id).toData();
  const parks = plan.kind === 'meet' && context.settings.update && plan.met.conflicts.length > 0;
  return parks ? conflictProblem(context, plan.met).toData() : null;
}
