import { describe, expect, test } from 'vitest';
import { magento } from '../../../src/connectors/magento/index.ts';
import { completeCredentials } from '../../../src/engine/configuration/credentials.ts';

const kept = {
  address: 'https://shop.example.com',
  storeCode: 'default',
  accessToken: 'token',
  consumerKey: 'key',
  consumerSecret: 'consumer',
  accessTokenSecret: 'signing',
};
const open = { address: 'https://shop.example.com', storeCode: 'default', consumerKey: 'key' };

describe('credentials that a document leaves out', () => {
  test('stay as they are where they are secret', () => {
    expect(completeCredentials(magento, open, kept)).toEqual({ credentials: kept, misplaced: [] });
  });

  test('stay as they are where a connection cannot be without them, else they are gone', () => {
    const { credentials } = completeCredentials(magento, { consumerKey: 'key' }, kept);
    expect(credentials.address).toBe('https://shop.example.com');
    expect(credentials).not.toHaveProperty('storeCode');
  });

  test('are gone where they are given as empty', () => {
    const none = { consumerSecret: '', accessTokenSecret: '' };
    const { address, storeCode, accessToken } = kept;
    const { consumerKey: _, ...given } = open;
    expect(completeCredentials(magento, { ...given, ...none }, kept)).toEqual({
      credentials: { address, storeCode, accessToken },
      misplaced: [],
    });
  });

  test.each([
    'https://shop.example.com.evil.example',
    'https://shop.example.com:8443',
    'http://shop.example.com',
  ])('go to no other address: %s', (address) => {
    const { misplaced } = completeCredentials(magento, { ...open, address }, kept);
    expect(misplaced).toEqual(['accessToken', 'consumerSecret', 'accessTokenSecret']);
  });

  test('may go to another folder of the same shop', () => {
    const given = { ...open, address: 'https://shop.example.com/winkel' };
    expect(completeCredentials(magento, given, kept).misplaced).toEqual([]);
  });

  test('are not missed at another address when all of them are given anew', () => {
    const given = { ...kept, address: 'https://new.example.com' };
    expect(completeCredentials(magento, given, kept)).toEqual({ credentials: given, misplaced: [] });
  });
});
