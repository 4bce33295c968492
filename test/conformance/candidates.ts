import { z } from 'zod';
import * as ccvShop from '../../sandbox/ccv/settings.ts';
import * as shop from '../../sandbox/ecwid/settings.ts';
import { seededCustomers } from '../../sandbox/jortt/seed.ts';
import { clientId, clientSecret } from '../../sandbox/jortt/tokens.ts';
import * as magentoShop from '../../sandbox/magento/settings.ts';
import { cancelled, sent } from '../../sandbox/mijnwebwinkel/orders/statuses.ts';
import * as mijnwebwinkelShop from '../../sandbox/mijnwebwinkel/settings.ts';
import * as salesforceOrg from '../../sandbox/salesforce/settings.ts';
import { ccv } from '../../src/connectors/ccv/index.ts';
import { path } from '../../src/connectors/contract/path.ts';
import { ecwid } from '../../src/connectors/ecwid/index.ts';
import { jortt } from '../../src/connectors/jortt/index.ts';
import { magento } from '../../src/connectors/magento/index.ts';
import { mijnwebwinkel } from '../../src/connectors/mijnwebwinkel/index.ts';
import { salesforce } from '../../src/connectors/salesforce/index.ts';
import { shopify } from '../../src/connectors/shopify/index.ts';
import type { Candidate } from './played.ts';

const ccvCredentials = {
  address: `https://${ccvShop.shopDomain}`,
  publicKey: ccvShop.publicKey,
  secretKey: ccvShop.secretKey,
};
/** What the shop rounds, and whether its variants keep their numbers, is not known: as its connector reckons. */
const ccvSettings = { limits: false, vatRounded: 'per rate', combinationIds: 'kept' };

/** Sheet 6.5, 6.8. */
const ccvCannot = { date: true, ofVariants: ['weightKg'] } as const;
const salesforceApp = {
  address: `https://${salesforceOrg.myDomain}`,
  clientId: salesforceOrg.consumerKey,
  clientSecret: salesforceOrg.consumerSecret,
  currency: 'EUR',
  country: 'NL',
  entries: 'make',
};

/** Every connector of the registry, with what its stand-in takes for right and wrong. */
export const candidates: readonly Candidate[] = [
  {
    connector: ccv,
    credentials: ccvCredentials,
    wrong: { ...ccvCredentials, secretKey: 'wrong' },
    settings: ccvSettings,
    attribute: 'Herkomst',
    cannot: ccvCannot,
  },
  {
    connector: ccv,
    as: 'CCV SalesPOS',
    credentials: ccvCredentials,
    wrong: { ...ccvCredentials, publicKey: 'wrong' },
    settings: { ...ccvSettings, salespos: true },
    attribute: 'Herkomst',
    cannot: ccvCannot,
  },
  {
    connector: ecwid,
    credentials: { storeId: shop.storeId, token: shop.secretToken, clientSecret: shop.clientSecret },
    wrong: { storeId: shop.storeId, token: 'secret_wrong' },
    settings: { limits: false },
    attribute: 'Herkomst',
  },
  {
    connector: jortt,
    credentials: { clientId, clientSecret },
    wrong: { clientId, clientSecret: 'wrong' },
    settings: { limits: false },
    cannot: { dateOf: ['order'] },
    fill: async (api) => {
      const lines = [
        {
          description: 'Mok',
          quantity: '3',
          amount: { amount: '12.10', currency: 'EUR' },
          vat: { value: '0.21', category: null },
        },
        {
          description: 'Thee',
          quantity: '1',
          amount: { amount: '5.45', currency: 'EUR' },
          vat: { value: '0.09', category: null },
        },
      ];
      for (const net_amounts of [true, false]) {
        const customer_id = seededCustomers.anna;
        const body = {
          customer_id,
          invoice_date: '2026-11-02',
          net_amounts,
          send_method: 'self',
          line_items: lines,
        };
        await api.create(path`/v3/invoices`, body, z.unknown());
      }
    },
  },
  {
    connector: magento,
    credentials: {
      address: 'https://shop.example.com',
      accessToken: magentoShop.accessToken,
      consumerKey: magentoShop.consumerKey,
      consumerSecret: magentoShop.consumerSecret,
      accessTokenSecret: magentoShop.accessTokenSecret,
    },
    wrong: { address: 'https://shop.example.com', accessToken: 'sandboxaccesstoken000000000wrong' },
  },
  {
    connector: mijnwebwinkel,
    credentials: {
      storeToken: mijnwebwinkelShop.storeToken,
      partnerToken: mijnwebwinkelShop.partnerToken,
      sentStatus: String(sent),
      cancelledStatus: String(cancelled),
    },
    wrong: { storeToken: 'wrong', partnerToken: mijnwebwinkelShop.partnerToken },
    settings: { limits: false },
    cannot: { tell: ['paid'], change: ['email'], date: true },
  },
  {
    connector: salesforce,
    credentials: { ...salesforceApp, orderKeyField: 'KoppelKey__c' },
    wrong: { ...salesforceApp, clientSecret: 'wrong' },
    oneByReference: true,
    cannot: { pictures: true, listPrice: true, variants: true },
  },
  {
    connector: salesforce,
    as: 'Salesforce with person accounts, many currencies, countries as texts and orders that give back',
    credentials: salesforceApp,
    wrong: { ...salesforceApp, clientId: 'wrong' },
    settings: {
      personAccounts: true,
      currencies: ['EUR', 'USD'],
      countryPicklists: false,
      reductionOrders: true,
    },
    cannot: { change: ['kind'], pictures: true, listPrice: true, variants: true },
  },
  {
    connector: shopify,
    credentials: { shop: 'demo-winkel', token: 'shpat_sandbox' },
    wrong: { shop: 'demo-winkel', token: 'shpat_wrong' },
    oneByReference: true,
    settings: { limits: false },
    attribute: 'custom.herkomst',
    flat: true,
    cannot: { empty: ['language'] },
  },
];
