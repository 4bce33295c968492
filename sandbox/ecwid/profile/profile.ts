import { isObject, type JsonObject } from '../../kit/json.ts';
import { timeZone } from '../../kit/time/local-time.ts';
import { type EcwidSettings, storeId } from '../settings.ts';

const email = 'winkel@theemeester.example.com';

/** The shop that is played: a Dutch merchant of tea and what belongs to it (sheet 8.1). */
export function profile(settings: EcwidSettings, changes: JsonObject): JsonObject {
  const taxes = manualTaxes();
  const shown: JsonObject = {
    generalInfo: {
      storeId: Number(storeId),
      storeUrl: 'https://theemeester.example.com',
      websitePlatform: 'instantsite',
      profileId: 'p1003',
      starterSite: { ecwidSubdomain: 'theemeester', generatedUrl: 'https://theemeester.example.com' },
    },
    account: {
      accountName: 'De Theemeester',
      accountEmail: email,
      whiteLabel: false,
      suspended: settings.suspended,
      availableFeatures: ['API', 'COMBINATIONS', 'CUSTOMER_GROUPS', 'DISCOUNT_COUPONS', 'GIFT_CARDS'],
      registrationDate: '2019-03-04 09:12:00 +0000',
    },
    settings: { closed: false, storeName: 'De Theemeester', storeDescription: '' },
    mailNotifications: { adminNotificationEmails: [email] },
    company: {
      companyName: 'De Theemeester B.V.',
      email,
      street: 'Kade 12',
      city: 'Zwolle',
      countryCode: 'NL',
      postalCode: '8011 AB',
      stateOrProvinceCode: '',
      phone: '+31 38 0000000',
    },
    businessRegistrationID: { name: 'BTW-nummer', value: 'NL987650105B01' },
    formatsAndUnits: {
      currency: 'EUR',
      currencyPrefix: '€',
      currencySuffix: '',
      currencyPrecision: 2,
      currencyGroupSeparator: '.',
      currencyDecimalSeparator: ',',
      currencyTruncateZeroFractional: false,
      currencyRate: 1.0843172,
      weightUnit: 'KILOGRAM',
      dimensionsUnit: 'CM',
      dateFormat: 'dd-MM-yyyy',
      timeFormat: 'HH:mm',
      timezone: timeZone,
      orderNumberPrefix: settings.orderNumberPrefix,
      orderNumberSuffix: settings.orderNumberSuffix,
      addressFormat: { plain: '%NAME%, %COMPANY_NAME%, %STREET%, %POSTAL% %CITY%, %COUNTRY_NAME%' },
    },
    languages: { enabledLanguages: ['nl', 'en', 'de', 'fr'], defaultLanguage: 'nl' },
    shipping: { shippingOptions: shippingOptions() },
    zones: [{ id: 'WORLD', name: 'WORLD', countryCodes: [], stateOrProvinceCodes: [], postCodes: [] }],
    taxes,
    taxSettings: {
      automaticTaxEnabled: false,
      pricesIncludeTax: true,
      taxExemptBusiness: false,
      euIossEnabled: false,
      ukVatRegistered: false,
      taxOnShippingCalculationScheme: 'BASED_ON_PRODUCT_TAXES_PROPORTION_BY_PRICE',
      b2b_b2c: 'b2c',
      taxes,
    },
    payment: { paymentOptions: paymentOptions() },
  };
  return merged(shown, changes);
}

export function shippingOptions(): JsonObject[] {
  const shared = { enabled: true, ratesCalculationType: 'flat', minimumOrderSubtotal: 0, description: '' };
  return [
    {
      ...shared,
      id: '1100-1700000000002',
      title: 'PostNL brievenbus of pakket',
      orderby: 10,
      fulfilmentType: 'shipping',
      flatRate: { rateType: 'ABSOLUTE', rate: 6.95 },
      destinationZone: { id: 'WORLD', name: 'WORLD' },
      deliveryTimeDays: '1-2',
    },
    {
      ...shared,
      id: '1100-1700000000001',
      title: 'Afhalen in de winkel',
      orderby: 20,
      fulfilmentType: 'pickup',
    },
  ];
}

export function paymentOptions(): JsonObject[] {
  return [
    ['iDEAL', 'CUSTOM_PAYMENT_APP-mollie-pg'],
    ['Bancontact', 'CUSTOM_PAYMENT_APP-mollie-pg'],
    ['Creditcard', 'STRIPE'],
    ['Overboeking', 'CUSTOM'],
  ].map(([checkoutTitle = '', paymentProcessorTitle = ''], index) => ({
    id: `55-170000000000${index}`,
    enabled: true,
    configured: true,
    checkoutTitle,
    checkoutDescription: '',
    paymentProcessorId: paymentProcessorTitle.toLowerCase(),
    paymentProcessorTitle,
    orderBy: (index + 1) * 10,
    appClientId: '',
    paymentSurcharges: { type: 'ABSOLUTE', value: 0 },
    instructionsForCustomer: { instructionsTitle: '', instructions: '' },
  }));
}

function manualTaxes(): JsonObject[] {
  return [21, 9, 0].map((percent) => ({
    id: 9100 + percent * 10,
    name: `BTW ${percent}%`,
    enabled: true,
    includeInPrice: true,
    useShippingAddress: true,
    taxShipping: true,
    appliedByDefault: percent === 21,
    defaultTax: percent,
    rules: [],
  }));
}

/** An update changes the fields that it names, section by section. */
export function merged(base: JsonObject, changes: JsonObject): JsonObject {
  const result = { ...base };
  for (const [name, value] of Object.entries(changes)) {
    const before = result[name];
    result[name] = isObject(before) && isObject(value) ? merged(before, value) : value;
  }
  return result;
}
