import { Hono } from 'hono';
import { z } from 'zod';
import { Refusal } from '../kit/http/refusal.ts';
import { jsonBody, objectBody } from '../kit/lever-body.ts';
import { addPeopleLevers } from '../kit/people/levers.ts';
import { readCustomer } from './customers/customer.ts';
import { addCustomer, existingCustomer } from './customers/endpoints.ts';
import { payInvoice, peopleOf } from './customers/people.ts';
import { addEstimateLevers } from './estimates/levers.ts';
import { fieldsOf } from './fields.ts';
import { writeInvoice } from './invoices/bookkeeper.ts';
import { existingInvoice } from './invoices/endpoints.ts';
import { outboxesOf, type Service, sendDue } from './service.ts';
import { invoiceState } from './state.ts';
import type { Tokens } from './tokens.ts';

/** What happens to the administration outside of the API: through its people, its bank and its operator. */
export function jorttControl(service: Service, tokens: Tokens): Hono {
  const { books } = service;
  const app = new Hono();

  app.use(async (_, next) => {
    sendDue(service);
    await next();
  });
  addPeopleLevers(app, peopleOf(service));
  addEstimateLevers(app, service);

  app.post('/revoke-tokens', (context) => {
    tokens.revokeAll();
    return context.body(null, 204);
  });
  app.post('/expire-tokens', (context) => {
    tokens.expireAll();
    return context.body(null, 204);
  });

  /** Sends everything that is on its way now, also while sending is stuck. */
  app.post('/finish-sending', (context) => {
    for (const outbox of outboxesOf(service)) outbox.finish();
    return context.body(null, 204);
  });

  /** Invoices to new customers, written and sent at once by the merchant; their ids. */
  app.post('/invoices', async (context) => {
    const { count } = invoicing.parse(await jsonBody(context));
    return context.json({ ids: Array.from({ length: count }, () => writeInvoice(service)) }, 201);
  });

  /** `{amount?}` in euros. Without it everything that is due is paid; a credit note can only be paid out this way. */
  app.post('/invoices/:id/pay', async (context) => {
    const { amount } = payment.parse(await jsonBody(context));
    const id = context.req.param('id');
    payInvoice(service, id, amount);
    const changed = existingInvoice(service, id);
    return context.json(invoiceState(changed, service));
  });

  /** The merchant adds a customer. The fields are those of the API. */
  app.post('/customers', async (context) => {
    const input = readCustomer(fieldsOf(await objectBody(context)));
    return context.json({ id: addCustomer(service, input).id }, 201);
  });
  /** The merchant changes some fields; `archived` is one of them. */
  app.patch('/customers/:id', async (context) => {
    const customer = existingCustomer(service, context.req.param('id'));
    const changes = fieldsOf({ ...customer, ...(await objectBody(context)) });
    const archived = changes.boolean('archived') ?? false;
    books.customers.put(customer.id, { ...customer, ...readCustomer(changes), archived });
    return context.body(null, 204);
  });
  app.delete('/customers/:id', (context) => {
    const customer = existingCustomer(service, context.req.param('id'));
    books.customers.put(customer.id, { ...customer, deleted: true });
    return context.body(null, 204);
  });

  app.onError((error) => {
    if (error instanceof Refusal) return error.toResponse();
    throw error;
  });
  return app;
}

const invoicing = z.strictObject({ count: z.number().int().positive().max(1000) });

const payment = z.strictObject({
  amount: z
    .string()
    .regex(/^\d{1,12}(\.\d{1,2})?$/)
    .optional(),
});
