/** As vitest.config.mts and the stand-ins have them. */
export const adminToken = 'test-admin-token';

export const credentials = {
  shop: { storeId: '1003', token: 'secret_sandbox', clientSecret: 'sandbox-client-secret' },
  books: { clientId: 'sandbox-client', clientSecret: 'sandbox-secret' },
};
