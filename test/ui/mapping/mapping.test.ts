import { beforeEach, describe, expect, test } from 'vitest';
import { type Subject, startIntegration } from '../../durable-objects/support/harness.ts';
import { outside } from '../../durable-objects/support/outside.ts';
import { buyerNumber, invoices, merchant, sahin, sell } from '../../durable-objects/support/shop.ts';
import { type Browser, loggedIn, readable } from '../browser.ts';
import { fieldsIn, filledIn } from '../form-fields.ts';
import { faultsOf } from '../page-outline.ts';

const flow = 'orders:shop:books';

interface Opened {
  readonly subject: Subject;
  readonly browser: Browser;
  /** The page of all fields. */
  readonly base: string;
  /** From the oldest on: plain, of a company, from abroad, given back, without e-mail. */
  readonly numbers: readonly string[];
}

/** A link whose shop has sold five times: nothing of it is booked yet. */
async function opened(): Promise<Opened> {
  const subject = await startIntegration({ settings: {}, name: 'Teapots' });
  const company = { ...buyerNumber(1), companyName: 'Thee BV', vatNumber: 'NL001234567B01' };
  const abroad = { ...buyerNumber(2), country: 'BE', city: 'Gent' };
  const sales = [
    await sell({ comments: 'Please ring twice at the blue door' }),
    await sell({ buyer: company, payment: { method: 'PayPal', module: 'PAYPAL' } }),
    await sell({ buyer: abroad }),
    await sell({ buyer: sahin }),
    await sell({ buyer: { ...buyerNumber(3), email: '', account: false } }),
  ];
  await merchant(sales[3]?.id ?? '', { refund: { amount: '1.00' } });
  const base = `/integrations/${subject.id}/settings/${flow}/mapping`;
  return { subject, browser: await loggedIn(), base, numbers: sales.map(({ id }) => id) };
}

/** The form as the page has it, with some of it filled in otherwise, and one of its buttons pressed. */
async function pressed(html: string, button: string, typed: Record<string, string> = {}) {
  return [...filledIn(await fieldsWithin(html), typed), ['do', button] as [string, string]];
}

/** Of radio buttons a browser sends the one that is chosen. */
async function fieldsWithin(html: string): Promise<[string, string][]> {
  const chosen = /<input type="radio" name="mode" value="(\w+)" checked/.exec(html)?.[1] ?? 'usual';
  const fields = await fieldsIn(html);
  const isReview = !html.includes('type="radio"');
  return isReview ? fields : [...fields.filter(([name]) => name !== 'mode'), ['mode', chosen]];
}

async function mappingOf(subject: Subject): Promise<Record<string, string> | undefined> {
  return (await subject.view()).flows[0]?.mapping;
}

let open: Opened;

beforeEach(async () => {
  open = await opened();
});

/** Chooses a mode, fills it in, looks at what changes, and saves: as a person does, page by page. */
async function fillIn(field: string, mode: string, typed: Record<string, string>) {
  const { browser, base } = open;
  const address = `${base}/${field}`;
  const first = await browser.get(address);
  expect(first.status).toBe(200);
  const chosen = await browser.post(address, await pressed(first.html, 'show', { mode }));
  expect(await faultsOf(chosen.html)).toEqual([]);
  const tried = await browser.post(address, await pressed(chosen.html, 'try', typed));
  expect([tried.status, await faultsOf(tried.html)]).toEqual([200, []]);
  const review = await browser.post(address, await pressed(tried.html, 'review'));
  expect([review.status, await faultsOf(review.html)]).toEqual([200, []]);
  return {
    chosen: chosen.html,
    tried: readable(tried.html),
    review: readable(review.html),
    save: async () => browser.post(address, await pressed(review.html, 'save')),
  };
}

describe('the page of all fields', () => {
  test('is led to from the settings, and shows groups, what fills them in, and the result on a record', async () => {
    const { browser, base, numbers } = open;
    const settings = await browser.get(base.replace(/\/mapping$/, ''));
    expect(settings.html).toContain(`href="${base}"`);
    const { html, status } = await browser.get(base);
    expect([status, await faultsOf(html)]).toEqual([200, []]);
    const text = readable(html);
    const rows = ['Remarks As usual', 'Days to pay As usual'];
    for (const words of ['Document', 'Customer', 'Lines', ...rows]) expect(text).toContain(words);
    // The last one, which has no e-mail address.
    expect(text).toContain(`Reference As usual ${numbers[4]}`);
    expect(text).toMatch(/A company\s+\S*/);
    // It is the one without an e-mail address as well: one of the two is marked.
    const navs = html.split('class="sub-nav"').map((part) => part.split('</nav>')[0] ?? '');
    expect(navs.find((nav) => nav.includes('?sample='))?.match(/aria-current/g)).toHaveLength(1);
    const other = readable((await browser.get(`${base}?sample=company`)).html);
    expect(other).toContain(`Reference As usual ${numbers[1]}`);
    expect(other).toContain('Name As usual Thee BV');
  });

  test('reads the shop once for several looks, and nothing in the books but their account', async () => {
    const { browser, base } = open;
    outside.clear();
    await browser.get(base);
    const { length } = outside.calls;
    expect(length).toBeGreaterThan(4);
    expect(length).toBeLessThanOrEqual(50);
    await browser.get(`${base}/remarks`);
    expect(outside.calls.length).toBe(length);
    const written = outside.calls.filter(({ method, path }) => method !== 'GET' && !path.includes('token'));
    expect(written).toEqual([]);
  });

  test('is there without results where the shop cannot be asked', async () => {
    const { browser, base } = open;
    outside.intercept = async ({ system }, answer) => (system === 'ecwid' ? Response.error() : answer());
    const { html, status } = await browser.get(base);
    expect(status).toBe(200);
    expect(readable(html)).toContain('Not all records could be read now');
    expect(readable(html)).toContain('Remarks As usual');
  });
});

describe('without JSONata being written', () => {
  test('a fixed text with two fields', async () => {
    const { subject, numbers } = open;
    const { tried, review, save } = await fillIn('remarks', 'text', { text: 'Order {number}, {currency}' });
    expect(tried).toContain(`The last one: ${numbers[4]} Order ${numbers[4]}, EUR`);
    expect(tried).toContain(`With a refund: ${numbers[3]} Order ${numbers[3]}, EUR`);
    expect(tried).toContain(`A company: ${numbers[1]} Order ${numbers[1]}, EUR`);
    expect(tried).toContain(`From abroad: ${numbers[2]} Order ${numbers[2]}, EUR`);
    expect(tried).toContain(`Without e-mail: ${numbers[4]} Order ${numbers[4]}, EUR`);
    expect(review).toContain('Of the last 5 records 5 would be filled in otherwise.');
    for (const number of numbers) expect(review).toContain(`${number} as usual Order ${number}, EUR`);
    expect(await mappingOf(subject)).toEqual({});
    const saved = await save();
    expect([saved.status, saved.headers.get('location')]).toEqual([303, `${open.base}?said=saved`]);
    expect(await mappingOf(subject)).toEqual({ remarks: '"Order " & order.number & ", " & order.currency' });
    await subject.sync(numbers[0] ?? '');
    await subject.settle();
    expect(invoices().map(({ remarks }) => remarks)).toEqual([`Order ${numbers[0]}, EUR`]);
  });

  test('a table with a default, whose rows are the values of lately', async () => {
    const { subject, browser, base, numbers } = open;
    const address = `${base}/introduction`;
    const chosen = await browser.post(
      address,
      await pressed((await browser.get(address)).html, 'show', { mode: 'table', by: 'order.paymentMethod' }),
    );
    const text = readable(chosen.html);
    expect(text).toContain('iDEAL lately 4 times');
    expect(text).toContain('PayPal lately 1 time');
    const offered = (await fieldsIn(chosen.html)).find(([, value]) => value === 'PayPal')?.[0] ?? '';
    const typed = { [offered.replace('.when', '.becomes')]: 'By PayPal', default: 'Otherwise' };
    const review = await browser.post(address, await pressed(chosen.html, 'review', typed));
    expect([review.status, await faultsOf(review.html)]).toEqual([200, []]);
    expect(readable(review.html)).toContain(`${numbers[1]} as usual By PayPal`);
    expect(readable(review.html)).toContain(`${numbers[0]} as usual Otherwise`);
    expect((await browser.post(address, await pressed(review.html, 'save'))).status).toBe(303);
    expect(await mappingOf(subject)).toEqual({
      introduction: 'order.paymentMethod = "PayPal" ? "By PayPal" : "Otherwise"',
    });
    await subject.sync(numbers[0] ?? '', numbers[1] ?? '');
    await subject.settle();
    expect(invoices().map(({ reference, introduction }) => [reference, introduction])).toEqual([
      [numbers[0], 'Otherwise'],
      [numbers[1], 'By PayPal'],
    ]);
    const again = new Map(await fieldsIn((await browser.get(address)).html));
    expect([again.get('by'), again.get('rows.0.when'), again.get('default')]).toEqual([
      'order.paymentMethod',
      'PayPal',
      'Otherwise',
    ]);
  });

  test('a cut to 20 characters', async () => {
    const { subject, numbers } = open;
    const { review, save } = await fillIn('remarks', 'text', { text: '{note}', most: '20' });
    // The others have no note: they are filled in as usual, as before.
    expect(review).toContain('Of the last 5 records 1 would be filled in otherwise.');
    expect(review).toContain(`${numbers[0]} as usual Please ring twice at`);
    expect((await save()).status).toBe(303);
    await subject.sync(numbers[0] ?? '');
    await subject.settle();
    expect(invoices()[0]?.remarks).toBe('Please ring twice at');
  });

  test('a field, a fixed value that is picked, a line, and none again', async () => {
    const { subject, browser, base, numbers } = open;
    const { chosen, save } = await fillIn('customer.reference', 'field', { path: 'order.number' });
    expect(readable(chosen)).toContain(`Number: ${numbers[4]}`);
    await save();
    const ofLines = await fillIn('line.description', 'text', { text: '{name} ({order.number})' });
    expect(ofLines.tried).toMatch(new RegExp(`\\(${numbers[4]}\\)`));
    await ofLines.save();
    const picked = await fillIn('send_method', 'fixed', { fixed: 'self' });
    await picked.save();
    expect(await mappingOf(subject)).toEqual({
      'customer.reference': 'order.number',
      'line.description': 'line.name & " (" & order.number & ")"',
      send_method: '"self"',
    });
    const overview = readable((await browser.get(base)).html);
    expect(overview).toContain('Way of sending Fixed value not sent by Jortt not sent by Jortt');
    const address = `${base}/send_method`;
    const back = await browser.post(
      address,
      await pressed((await browser.get(address)).html, 'save', { mode: 'usual' }),
    );
    expect(back.status).toBe(303);
    expect(Object.keys((await mappingOf(subject)) ?? {})).toEqual(['customer.reference', 'line.description']);
  });
});

describe('what cannot be saved', () => {
  test.each([
    ['formula', { expression: 'order.nummer' }, 'expression', 'the nearest is "order.number"'],
    ['formula', { expression: '$upercase(order.number)' }, 'expression', 'the nearest is "$uppercase"'],
    ['formula', { expression: 'order.number &' }, 'expression', 'is not a JSONata expression'],
    ['text', { text: 'Order {nummer}' }, 'text', 'the nearest is "order.number"'],
    ['text', { text: 'Order {number' }, 'text', 'is no field'],
    ['text', { text: '{number}', most: 'few' }, 'most', 'must be a number'],
    ['field', { path: '' }, 'path', 'is missing'],
    ['table', { by: 'order.status' }, 'rows.0.when', 'is missing'],
    ['fixed', { fixed: ' ' }, 'fixed', 'is missing'],
  ] as [string, Record<string, string>, string, string][])(
    'is told at its control, with what was typed: %s %j',
    async (mode, typed, control, words) => {
      const { subject, browser, base } = open;
      const address = `${base}/remarks`;
      const chosen = await browser.post(
        address,
        await pressed((await browser.get(address)).html, 'show', { mode }),
      );
      for (const button of ['try', 'review', 'save']) {
        const { html, status } = await browser.post(address, await pressed(chosen.html, button, typed));
        expect([button, status]).toEqual([button, 400]);
        expect(html).toMatch(/<title>Error: Remarks/);
        expect(html).toContain(`href="#${control}"`);
        expect(html).toContain(`id="${control}:error"`);
        expect(readable(html)).toContain(words);
        const fields = new Map(await fieldsIn(html));
        for (const [name, value] of Object.entries(typed)) expect(fields.get(name)).toBe(value);
        expect(await faultsOf(html)).toEqual([]);
      }
      expect(await mappingOf(subject)).toEqual({});
    },
  );

  test('keeps what was typed for another choice', async () => {
    const { browser, base } = open;
    const address = `${base}/remarks`;
    const text = await browser.post(
      address,
      await pressed((await browser.get(address)).html, 'show', { mode: 'text' }),
    );
    const fixed = await browser.post(
      address,
      await pressed(text.html, 'show', { mode: 'fixed', text: 'Order {number}' }),
    );
    const back = await browser.post(address, await pressed(fixed.html, 'show', { mode: 'text' }));
    expect(new Map(await fieldsIn(back.html)).get('text')).toBe('Order {number}');
  });

  test('that somebody else overtook keeps what was typed, and shows both', async () => {
    const { subject, browser, base } = open;
    const address = `${base}/remarks`;
    const chosen = await browser.post(
      address,
      await pressed((await browser.get(address)).html, 'show', { mode: 'fixed' }),
    );
    const mine = await pressed(chosen.html, 'save', { fixed: 'Mine' });
    await subject.configure({ mapping: { remarks: "'Theirs'" }, settings: {}, name: 'Teapots' });
    const { html, status } = await browser.post(address, mine);
    expect(status).toBe(409);
    expect(readable(html)).toContain('Somebody else saved meanwhile');
    expect(await mappingOf(subject)).toEqual({ remarks: "'Theirs'" });
    expect((await browser.post(address, await pressed(html, 'save'))).status).toBe(303);
    expect(await mappingOf(subject)).toEqual({ remarks: '"Mine"' });
  });

  test('is of a field or flow that there is', async () => {
    const { browser, base } = open;
    expect((await browser.get(`${base}/remark`)).status).toBe(404);
    expect((await browser.get(base.replace('orders', 'stock'))).status).toBe(404);
  });
});

test('what stays as it is keeps its own spelling', async () => {
  const { browser, subject, base } = open;
  await subject.configure({ mapping: { remarks: "'Order '&order.number" }, settings: {}, name: 'Teapots' });
  const address = `${base}/remarks`;
  const review = await browser.post(address, await pressed((await browser.get(address)).html, 'review'));
  expect(readable(review.html)).toContain('Nothing is changed.');
  expect(readable(review.html)).toContain('None of the last 5 records would be filled in otherwise.');
  expect(await mappingOf(subject)).toEqual({ remarks: "'Order '&order.number" });
});

describe('over the API', () => {
  test('the same is read and tried', async () => {
    const { subject, numbers } = open;
    const read = await subject.api('GET', '/mapping?flow=orders');
    expect(read.status).toBe(200);
    expect(read.body).toMatchObject({ shown: numbers[4], problem: null });
    const fields = read.body.fields as { field: string; results: object[] }[];
    expect(fields.find(({ field }) => field === 'reference')).toMatchObject({
      ...{ group: 'document', kind: 'text', expression: null, rule: null },
      results: [{ by: 'usual', value: numbers[4], problem: null }],
    });
    const tried = await subject.api('POST', '/mapping/try', {
      flow,
      mapping: {
        remarks: { mode: 'text', text: 'Order {number}', most: 20 },
        payment_term: '$number(order.number)',
      },
      sample: 'company',
    });
    expect(tried.status).toBe(200);
    expect(tried.body).toMatchObject({
      mapping: { remarks: '$substring("Order " & order.number, 0, 20)' },
      shown: numbers[1],
    });
    const records = tried.body.records as { name: string; changes: string[]; becomes: object }[];
    expect(records.map(({ name }) => name)).toEqual([...numbers].reverse());
    expect(records[0]).toMatchObject({
      changes: ['remarks', 'payment_term'],
      becomes: {
        remarks: [{ by: 'mapping', value: `Order ${numbers[4]}` }],
        payment_term: [{ by: 'problem', problem: { code: 'mapping_failed' } }],
      },
    });
    expect(await mappingOf(subject)).toEqual({});
  });

  test('a reference is shown as the document gets it: the number in the place of a blank one', async () => {
    const { subject, numbers } = open;
    const asked = { flow, mapping: { reference: '" "' } };
    const { status, body } = await subject.api('POST', '/mapping/try', asked);
    expect(status).toBe(200);
    const records = body.records as { changes: string[]; becomes: object }[];
    expect(records.map(({ becomes }) => becomes)).toEqual(
      [...numbers].reverse().map((value) => ({ reference: [{ by: 'mapping', value, problem: null }] })),
    );
    expect(records.flatMap(({ changes }) => changes)).toEqual([]);
  });

  test('what cannot be saved is refused with its field and the nearest name', async () => {
    const { subject } = open;
    const { status, body } = await subject.api('POST', '/mapping/try', {
      flow,
      mapping: { remarks: 'order.nummer', remark: '"x"', introduction: { mode: 'text', text: '{' } },
    });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      code: 'configuration_invalid',
      issues: [{ field: 'mapping.introduction' }],
    });
    const other = await subject.api('POST', '/mapping/try', {
      flow,
      mapping: { remarks: 'order.nummer', remark: '"x"' },
    });
    expect(other.body.issues).toEqual([
      { field: 'mapping.remark', message: expect.stringContaining('the nearest is "remarks"') },
      { field: 'mapping.remarks', message: expect.stringContaining('the nearest is "order.number"') },
    ]);
    expect((await subject.api('POST', '/mapping/try', { flow, mapping: {} })).status).toBe(400);
    const nowhere = { flow: 'stock', mapping: { a: null } };
    expect((await subject.api('POST', '/mapping/try', nowhere)).status).toBe(404);
  });
});
