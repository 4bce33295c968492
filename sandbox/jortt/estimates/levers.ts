import type { Hono } from 'hono';
import { objectBody } from '../../kit/lever-body.ts';
import { localDate } from '../../kit/time/local-time.ts';
import { addInvoice } from '../invoices/endpoints.ts';
import { invalidOperation } from '../refusal.ts';
import type { Service } from '../service.ts';
import { addEstimate, changeEstimate, existingEstimate } from './endpoints.ts';
import type { Estimate } from './estimate.ts';
import { statusOf } from './status.ts';

const answers = { accept: 'accepted', reject: 'rejected', sign: 'signed' } as const;

/** What the merchant does to estimates in Jortt's own pages, and what customers answer. */
export function addEstimateLevers(app: Hono, service: Service): void {
  const { books } = service;

  /** The fields are those of the API, `send_method` too. */
  app.post('/estimates', async (context) =>
    context.json({ id: addEstimate(service, await objectBody(context)).id }, 201),
  );
  /** Some fields are changed; null takes away. */
  app.patch('/estimates/:id', async (context) => {
    const estimate = existingEstimate(service, context.req.param('id'));
    changeEstimate(service, estimate.id, await objectBody(context), estimate);
    return context.body(null, 204);
  });
  /** Whatever became of it. */
  app.delete('/estimates/:id', (context) => {
    books.estimates.delete(existingEstimate(service, context.req.param('id')).id);
    return context.body(null, 204);
  });
  for (const [deed, acceptance] of Object.entries(answers)) {
    app.post(`/estimates/:id/${deed}`, (context) => {
      const { estimate, sent } = answerable(service, context.req.param('id'));
      books.estimates.put(estimate.id, { ...estimate, sent: { ...sent, acceptance } });
      return context.body(null, 204);
    });
  }
  /** Makes an invoice of it, which is not sent; its id. */
  app.post('/estimates/:id/invoice', (context) => {
    const { estimate } = answerable(service, context.req.param('id'));
    const { id } = addInvoice(service, invoiceOf(estimate));
    books.estimates.put(estimate.id, { ...estimate, isInvoiced: true });
    return context.json({ id }, 201);
  });
}

/** What can be answered, and invoiced: it was sent, and is neither expired nor invoiced. */
function answerable(service: Service, id: string) {
  const estimate = existingEstimate(service, id);
  const { sent } = estimate;
  const status = statusOf(estimate, localDate(service.world.now()));
  if (sent === null || status !== 'sent' || estimate.isOnItsWay) {
    throw invalidOperation('Estimate::NotOpen', 'The estimate is not open.');
  }
  return { estimate, sent };
}

/** The fields of an invoice that an estimate gives. */
function invoiceOf(estimate: Estimate) {
  const { customer_id, tradename_id, net_amounts, introduction, remarks, reference } = estimate;
  const { line_items, discounts } = estimate;
  return {
    ...{ customer_id, tradename_id, net_amounts, introduction, remarks, reference },
    ...{ line_items, discounts },
  };
}
