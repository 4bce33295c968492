import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Connector } from '../../src/connectors/contract/connector.ts';
import { path } from '../../src/connectors/contract/path.ts';
import { connectors } from '../../src/connectors/registry.ts';
import { salesforce } from '../../src/connectors/salesforce/index.ts';
import { showProblem } from '../../src/engine/reporting/views.ts';
import type { Problem } from '../../src/records/problem.ts';
import { en } from '../../src/texts/en.ts';
import { FakeConnection } from '../support/fake-connection.ts';
import { writings } from '../support/writings.ts';

const buyer = {
  name: "Zoë D'Aguilar-Groß",
  email: 'zoe.daguilar@mail.example',
  street: 'Große Bleiche 14',
  phone: '+31 6 87654321',
  postal_code: '6512 KV',
};

/** Three letters of a name, or four digits, in whatever form. */
const ofBuyer = /zoe|zo%c3|daguilar|aguil|gro(ß|ss|%c3|u00df)|bleiche|bleic|8765|6512/i;

/** Every form of an error that there is, with a text wherever a system may put one. */
const bodies: Readonly<Record<string, (text: string) => unknown>> = {
  Ecwid: (text) => ({ errorMessage: `Field ${text} is absent`, errorCode: text, args: { [text]: text } }),
  'Ecwid, older': (text) => ({ error_message: text }),
  text: (text) => `Refused: ${text}`,
  Jortt: (text) => ({
    error: {
      key: text,
      message: text,
      details: [{ key: text, param: text, message: text }, { param: ['customer', text] }],
    },
  }),
  OAuth: (text) => ({ error: text, error_description: text }),
  Magento: (text) => ({
    message: '%fieldName of %1',
    parameters: { fieldName: text, fieldValue: text, 1: text },
    errors: [{ message: text, parameters: [text] }],
  }),
  CCV: (text) => ({ code: text, developermessage: text }),
  MijnWebwinkel: (text) => ({ title: text, detail: text, errors: { [text]: [text] }, description: text }),
  Salesforce: (text) => [{ message: text, errorCode: text, fields: [text] }],
  Shopify: (text) => ({ errors: [{ message: text, path: [text], extensions: { code: text } }] }),
  'Shopify, of the user': (text) => ({
    data: { customerSet: { userErrors: [{ field: ['input', text], message: text, code: text }] } },
  }),
};

/** Everything that is stored or shown of a problem outside of the sealed activity. */
function told(problem: Problem): string {
  return JSON.stringify([problem.toData(), showProblem(problem.toData(), en), problem.message]);
}

async function refused(
  connector: Connector,
  status: number,
  body: unknown,
): Promise<FakeConnection & { problem: Problem }> {
  const api = new FakeConnection();
  api.always(status, body);
  const problem = await api.problemOf(
    api.client(connector).create(path`/x`, { customer: buyer }, z.object({ id: z.string() })),
  );
  return Object.assign(api, { problem });
}

describe.each([...connectors, salesforce])('a refusal of $name', (connector) => {
  test.each(Object.keys(writings))('that repeats the buyer %s tells nothing of them', async (how) => {
    const write = writings[how] ?? String;
    for (const [form, bodyOf] of Object.entries(bodies)) {
      for (const value of Object.values(buyer)) {
        for (const status of [200, 400, 401, 422, 500]) {
          const { problem } = await refused(connector, status, bodyOf(write(value)));
          expect(told(problem), `${form} ${status} ${write(value)}`).not.toMatch(ofBuyer);
        }
      }
    }
  });
});

test('the words are in the record of the call, as they were', async () => {
  for (const connector of connectors) {
    const { recorder } = await refused(connector, 422, `${buyer.name} is blocked`);
    expect(JSON.stringify(recorder.payload()), connector.name).toContain(`${buyer.name} is blocked`);
  }
});
