import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { Refusal } from '../http/refusal.ts';
import { jsonBody } from '../lever-body.ts';
import { countryCode, money } from '../shop/sale-fields.ts';

const address = z.strictObject({
  /** With the house number. */
  street: z.string().min(1),
  /** A second line. */
  extra: z.string().min(1).optional(),
  postalCode: z.string(),
  city: z.string(),
  country: countryCode,
});

/** What a system knows of a person or a firm, in words that all systems share. Null: there is none. */
const about = {
  email: z.string(),
  /** Of the person, in full; a firm's is that of its contact. */
  name: z.string(),
  company: z.string().min(1).nullable(),
  vatNumber: z.string().min(1).nullable(),
  phone: z.string().min(1).nullable(),
  /** The main one: for the invoice. */
  address: address.nullable(),
};

const partly = { company: true, vatNumber: true, phone: true, address: true } as const;
const newcomer = z.strictObject(about).partial(partly);
const edit = z.strictObject(about).partial();

const delivery = z
  .strictObject({ name: about.name, company: about.company, phone: about.phone, address })
  .partial({ company: true, phone: true });

const purchase = newcomer.extend({
  /** False: under the address of whoever has it, and not in that account. */
  account: z.boolean().default(false),
  /** With tax, of which 21 % is charged. */
  amount: money.default('24.20'),
  /** `draft`: a checkout that is not finished, or an invoice that is not sent. */
  state: z.enum(['draft', 'open', 'paid']).default('paid'),
  /** Who gets the goods, if somebody else does, or elsewhere. */
  deliverTo: delivery.optional(),
  /** Now, unless it was earlier: an order of last year, which somebody may touch today. */
  placedAt: z.iso.datetime().optional(),
});

export type PersonAddress = z.infer<typeof address>;
export type Newcomer = z.infer<typeof newcomer>;
export type PersonEdit = z.infer<typeof edit>;
export type Purchase = z.infer<typeof purchase>;
export type PersonView = z.infer<z.ZodObject<typeof about>> & { readonly id: string };

/** `note`: somebody writes a line on it for the staff, which is a change and says nothing. */
const deeds = ['place', 'pay', 'ship', 'cancel', 'note'] as const;
export type SaleDeed = (typeof deeds)[number];

/** What people do in a system by hand. Everything throws a `Refusal` where the system would not let them. */
export interface People {
  /** Makes an account, or a record in the books; its id. */
  readonly add: (person: Newcomer) => string;
  readonly view: (id: string) => PersonView;
  /** What is left out stays; null takes away. */
  readonly edit: (id: string, changes: PersonEdit) => void;
  /** One more address, beside the main one. */
  readonly addAddress: (id: string, address: PersonAddress) => void;
  readonly remove: (id: string) => void;
  /** Somebody buys, or is sent an invoice; the id of the order or the invoice. */
  readonly buy: (purchase: Purchase) => string;
  readonly act: (id: string, deed: SaleDeed) => void;
}

/** The levers for what people do, under the same names in every system. */
export function addPeopleLevers(app: Hono, people: People): void {
  app.post('/people', (context) =>
    unlessRefused(context, async () => {
      const id = people.add(newcomer.parse(await jsonBody(context)));
      return context.json({ id }, 201);
    }),
  );
  app.get('/people/:id', (context) =>
    unlessRefused(context, async () => context.json(people.view(context.req.param('id')))),
  );
  app.patch('/people/:id', (context) =>
    unlessRefused(context, async () => {
      const id = context.req.param('id');
      people.edit(id, edit.parse(await jsonBody(context)));
      return context.json(people.view(id));
    }),
  );
  app.post('/people/:id/addresses', (context) =>
    unlessRefused(context, async () => {
      people.addAddress(context.req.param('id'), address.parse(await jsonBody(context)));
      return context.body(null, 204);
    }),
  );
  app.delete('/people/:id', (context) =>
    unlessRefused(context, async () => {
      people.remove(context.req.param('id'));
      return context.body(null, 204);
    }),
  );
  app.post('/purchases', (context) =>
    unlessRefused(context, async () => {
      const id = people.buy(purchase.parse(await jsonBody(context)));
      return context.json({ id }, 201);
    }),
  );
  for (const deed of deeds) {
    app.post(`/sales/:id/${deed}`, (context) =>
      unlessRefused(context, async () => {
        people.act(context.req.param('id'), deed);
        return context.body(null, 204);
      }),
    );
  }
}

/** 404 where there is nobody and nothing, 409 with the system's words where it does not allow it. */
export async function unlessRefused(context: Context, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return context.json({ error: error.message }, error.status === 404 ? 404 : 409);
  }
}

export function timeOf({ placedAt }: Purchase): number | null {
  return placedAt === undefined ? null : Date.parse(placedAt);
}

/** The first word, and the others. */
export function nameParts(name: string): readonly [first: string, last: string] {
  const [first = '', ...others] = name.trim().split(/\s+/);
  return [first, others.join(' ')];
}

/** Where somebody lives who did not say. */
export const somewhere: PersonAddress = {
  street: 'Industrieweg 99',
  postalCode: '1322 AA',
  city: 'Almere',
  country: 'NL',
};
