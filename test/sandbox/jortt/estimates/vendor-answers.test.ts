/**
 * Answers about estimates, held against the vendor's own description, where VENDOR_SPECS names its folder. `EstimateOffice`
 * does so with every call of every test.
 */
import { describe, expect, it } from 'vitest';
import { EstimateOffice } from './estimate-office.ts';
import { answerFaults, folder } from './vendor-answers.ts';

describe.skipIf(!folder)('by the description of the vendor', () => {
  it('an answer that is wrong is found out', async () => {
    const office = await EstimateOffice.open();
    const path = `/v2/estimates/${await office.sentEstimate()}`;
    const { status, body } = await office.get(path);
    const faults = (changes: object) =>
      answerFaults('GET', path, {
        status,
        text: JSON.stringify({ ...body, data: { ...(body.data as object), ...changes } }),
      });
    expect(faults({})).toEqual([]);
    for (const wrong of [
      { estimate_number: 7 },
      { total: '1.00' },
      { language: 'it' },
      { customer_in_eu: true },
    ]) {
      expect(faults(wrong).length, JSON.stringify(wrong)).toBeGreaterThan(0);
    }
    expect(faults({ reference: undefined }).length).toBeGreaterThan(0);
  });

  it('so is one that is missing, or of a call that is not described', () => {
    expect(answerFaults('GET', '/v2/estimates', { status: 200, text: '' })).toEqual(['the answer is empty']);
    expect(answerFaults('PUT', '/v2/estimates/1', { status: 200, text: '{}' })).toHaveLength(1);
    expect(answerFaults('GET', '/v3/estimates', { status: 200, text: '{}' })).toHaveLength(1);
  });
});
