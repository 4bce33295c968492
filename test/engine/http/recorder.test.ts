import { expect, test } from 'vitest';
import { Recorder } from '../../../src/engine/http/recorder.ts';

const exchange = { connection: 'books', method: 'GET', path: '/x', status: 200 };

test('keeps what was read and written, in order, with what the flow keeps', () => {
  const recorder = new Recorder();
  recorder.keep('source', { id: '1' });
  recorder.add({ ...exchange, received: { a: 1 } });
  recorder.add({ ...exchange, method: 'POST', status: null, sent: { b: 2 } });
  expect(recorder.payload()).toEqual({
    source: { id: '1' },
    calls: [
      { ...exchange, received: { a: 1 } },
      { ...exchange, method: 'POST', status: null, sent: { b: 2 }, received: undefined },
    ],
  });
});

test('an answer that is long is cut and says so; a short one stays as it is', () => {
  const recorder = new Recorder();
  recorder.add({ ...exchange, received: 'x'.repeat(30_000) });
  recorder.add({ ...exchange, received: { text: 'y'.repeat(30_000) } });
  const [text, object] = recorder.payload().calls;
  expect(String(text?.received)).toHaveLength(20_000 + '… (30000 characters)'.length);
  expect(String(object?.received)).toMatch(/… \(30011 characters\)$/);
});

test('is no larger than a row may be, however much a task calls, sends and keeps', () => {
  const recorder = new Recorder();
  const long = '購入'.repeat(40_000);
  for (const name of ['source', 'target', 'totals']) recorder.keep(name, { long });
  for (let call = 0; call < 45; call++)
    recorder.add({ ...exchange, sent: { call, long }, received: { long } });
  const payload = recorder.payload();
  expect(new TextEncoder().encode(JSON.stringify(payload)).length * (4 / 3)).toBeLessThan(2_000_000);
  expect(payload.calls).toHaveLength(45);
  expect(payload.calls.at(-1)).toMatchObject({ sent: expect.stringMatching(/^{"call":44,"long":"購入/) });
});

test('is no larger than it is asked to be, whatever is long in it, and says what was cut', () => {
  const recorder = new Recorder();
  for (let each = 0; each < 20; each++) recorder.keep(`part ${each}`, '購'.repeat(100_000));
  for (let call = 0; call < 250; call++) recorder.add({ ...exchange, path: `/${'購'.repeat(15_000)}` });
  const payload = recorder.payload(1_300_000);
  expect(new TextEncoder().encode(JSON.stringify(payload)).length).toBeLessThanOrEqual(1_300_000);
  expect(payload.calls).toHaveLength(250);
  expect(JSON.stringify(payload)).toContain('… (100000 characters)');
  expect(recorder.payload(100)).toEqual({ calls: [], cut: '250 calls' });
});

test('lets no more calls be made than it is told', () => {
  const recorder = new Recorder(2);
  recorder.count();
  recorder.count();
  expect(() => recorder.count()).toThrow('too_many_calls');
  expect(recorder.calls).toBe(2);
});

test('has written nothing while it only asked, by whatever method', () => {
  const recorder = new Recorder();
  recorder.add(exchange);
  recorder.add({ ...exchange, method: 'POST', reads: true });
  expect(recorder.wrote).toBe(false);
  recorder.add({ ...exchange, method: 'POST', status: null });
  expect(recorder.wrote).toBe(true);
});

test('knows who answered, whatever they said', () => {
  const recorder = new Recorder();
  recorder.add({ ...exchange, status: 500 });
  recorder.add({ ...exchange, connection: 'shop', status: null });
  expect([...recorder.answered]).toEqual(['books']);
});

test('knows what it was told to keep out, and what was sent', () => {
  const recorder = new Recorder();
  const person = { name: 'Noor de Wit', address: { city: 'Zwolle' } };
  recorder.keepOut(person);
  recorder.add({ ...exchange, method: 'POST', sent: { b: 2 } });
  recorder.keep('source', { id: 'SO-1', note: 'Please ring' });
  expect(recorder.known).toEqual([person, { b: 2 }]);
  expect(recorder.payload()).not.toHaveProperty('keptOut');
});
