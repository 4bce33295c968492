/** The sandbox's systems: where they are, and the keys to them. */
import * as ccv from '../../sandbox/ccv/settings.ts';
import * as ecwid from '../../sandbox/ecwid/settings.ts';
import { clientId, clientSecret } from '../../sandbox/jortt/tokens.ts';
import * as magento from '../../sandbox/magento/settings.ts';
import * as mijnwebwinkel from '../../sandbox/mijnwebwinkel/settings.ts';
import * as salesforce from '../../sandbox/salesforce/settings.ts';
import * as shopify from '../../sandbox/shopify/settings.ts';

export const hosts = {
  [ccv.shopDomain]: 'ccv',
  'app.ecwid.com': 'ecwid',
  'api.jortt.nl': 'jortt',
  'app.jortt.nl': 'jortt',
  'shop.example.com': 'magento',
  'api.myonlinestore.com': 'mijnwebwinkel',
  [salesforce.myDomain]: 'salesforce',
  [shopify.shopDomain]: 'shopify',
};

export const credentials = {
  ccv: {
    address: `https://${ccv.shopDomain}`,
    publicKey: ccv.publicKey,
    secretKey: ccv.secretKey,
    webhooks: 'on',
  },
  ecwid: { storeId: ecwid.storeId, token: ecwid.secretToken, clientSecret: ecwid.clientSecret },
  jortt: { clientId, clientSecret },
  magento: {
    address: 'https://shop.example.com',
    accessToken: magento.accessToken,
    accessTokenSecret: magento.accessTokenSecret,
    consumerKey: magento.consumerKey,
    consumerSecret: magento.consumerSecret,
  },
  mijnwebwinkel: { storeToken: mijnwebwinkel.storeToken, partnerToken: mijnwebwinkel.partnerToken },
  salesforce: {
    address: `https://${salesforce.myDomain}`,
    clientId: salesforce.consumerKey,
    clientSecret: salesforce.consumerSecret,
    currency: 'EUR',
    country: 'NL',
    orderKeyField: 'KoppelKey__c',
    entries: 'make',
  },
  shopify: {
    shop: shopify.shopDomain,
    token: shopify.accessToken,
    clientId: shopify.clientId,
    clientSecret: shopify.clientSecret,
  },
};
