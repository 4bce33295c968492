import { rejected } from '../../records/problem.ts';
import type { FlowContext, Preview, PreviewWrite } from '../contract.ts';
import { attempt } from '../preview-attempt.ts';
import { isBlank, reasonToSkip } from './filter.ts';
import { type Endpoints, type Planned, planCustomer } from './plan.ts';
import { emailFingerprintOf } from './record/email-fingerprint.ts';
import type { CustomersSettings } from './settings.ts';

/** Does what a run does up to the first write, without the journal. */
export async function previewCustomer(
  context: FlowContext<CustomersSettings>,
  endpoints: Endpoints,
): Promise<Preview> {
  const read = await attempt(() => endpoints.source.get(context.source.api, context.key));
  const shown: Preview = { source: null, skips: null, writes: [], checks: [], problem: read.problem };
  if (read.problem !== null) return shown;
  const customer = read.value;
  if (!customer) throw rejected('customer_gone', {});
  const { email } = customer;
  const unwanted = reasonToSkip(customer, context.settings);
  const emailFingerprint = isBlank(email) ? null : await emailFingerprintOf(context, email);
  const planned = await attempt(async () => {
    if (isBlank(email) || emailFingerprint === null) throw rejected('email_missing', { of: 'customer' });
    return planCustomer(context, endpoints, { customer, email, emailFingerprint });
  });
  if (planned.problem !== null) {
    return { ...shown, source: customer, skips: unwanted, problem: unwanted ? null : planned.problem };
  }
  const { plan, reason } = planned.value;
  const writes = plan.kind === 'create' || plan.kind === 'update';
  return {
    ...shown,
    source: customer,
    skips: unwanted ?? (writes ? null : reason),
    writes: [writeOf(planned.value)],
  };
}

/** Shows the whole body, also where it is not sent: it is what stands there, or would. */
function writeOf({ plan, body }: Planned): PreviewWrite {
  return { what: 'customer', does: plan.kind, body };
}
