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
