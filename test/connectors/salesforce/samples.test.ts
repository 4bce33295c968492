/** Recorded answers, which are not part of the repository: VENDOR_SAMPLES names a folder that has them under `salesforce`. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { customerFromWire } from '../../../src/connectors/salesforce/customers/to-record.ts';
import { accountWire } from '../../../src/connectors/salesforce/customers/wire.ts';
import { describe as described } from '../../../src/connectors/salesforce/describe.ts';
import { readError } from '../../../src/connectors/salesforce/errors.ts';
import { failuresIn, rowErrors } from '../../../src/connectors/salesforce/failures.ts';
import { recordId } from '../../../src/connectors/salesforce/ids.ts';
import { rowsOf } from '../../../src/connectors/salesforce/queries.ts';
import { readUse } from '../../../src/connectors/salesforce/usage.ts';
import { customer } from '../../../src/records/customer.ts';
import { recordings, type Sample, samples } from '../vendor-samples.ts';
import { accountWith, FakeOrg } from './fake-org.ts';

const each = (names: RegExp) =>
  samples('salesforce', names).flatMap((sample) =>
    recordings(sample).map((one) => ({ name: sample.name, ...one })),
  );

const withSamples = describe.runIf(samples('salesforce', /./).length > 0);

withSamples('a recorded', () => {
  test.each(samples('salesforce', /^(?!placeorder)/))(
    'answer is a refusal where it says so: $name',
    (sample: Sample) => {
      for (const { status, response, headers: given = {} } of recordings(sample)) {
        const headers = new Headers(given);
        expect(readError({ status, headers, body: response }) !== null).toBe(status >= 300);
        expect(readUse({ headers })?.allowed).toBe(headers.has('sforce-limit-info') ? 15_000 : undefined);
      }
    },
  );

  test('page of rows is read', () => {
    const pages = each(/^(query-records|retrieve-query-more)/);
    for (const { response } of pages) expect(rowsOf(z.unknown()).parse(response).records).not.toEqual([]);
    expect(pages.length).toBeGreaterThan(1);
  });

  test('description tells fields, what must be said, and lists that were cut', async () => {
    for (const { response } of each(/^describe-sobject/)) {
      const found = await described(
        new FakeOrg({ routes: { 'GET .*/describe$': () => response } }),
        'Account',
      );
      expect(found?.required).toEqual(['Name']);
      expect(found?.has('BillingCountryCode')).toBe(true);
      expect(found?.values('BillingStateCode').map(({ value }) => value)).toContain('AC');
    }
  });

  test('account is a company', () => {
    for (const { response } of each(/^get-record/)) {
      const read = accountWire(accountWith({ countryCodes: 'yes' })).parse(response);
      expect(customer.parse(customerFromWire({ account: read, contact: undefined }))).toMatchObject({
        kind: 'company',
        company: 'Edge Communications',
        address: { country: 'US', region: 'TX', city: 'Austin' },
      });
    }
  });

  test('collection tells the rows that were refused', () => {
    const codes = each(/sobject-collection/).flatMap(({ response }) =>
      rowErrors(response).map(({ code }) => code),
    );
    expect(codes).toEqual(expect.arrayContaining(['INVALID_CROSS_REFERENCE_KEY', 'JSON_PARSER_ERROR']));
  });

  test('duplicate is told with the record that it is one of', () => {
    for (const { response, status } of each(/^error-duplicates/)) {
      const parts = {
        compositeResponse: [{ referenceId: 'account', httpStatusCode: status, body: response }],
      };
      const [failure] = failuresIn(parts);
      expect(failure?.code).toBe('DUPLICATES_DETECTED');
      expect(failure?.matches).not.toEqual([]);
    }
  });

  test('id has the suffix that its letters give', () => {
    const ids = new Set(
      JSON.stringify(each(/./)).match(/\b[0-9a-zA-Z]{3}(?:dM0|xx5)[0-9a-zA-Z]{9}[A-Z0-5]{3}\b/g),
    );
    expect(ids.size).toBeGreaterThan(50);
    for (const id of ids) expect(recordId(id.slice(0, 15))).toBe(id);
  });
});
