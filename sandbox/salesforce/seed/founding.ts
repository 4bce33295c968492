/** What every org has from the beginning, seeded or not: itself, its users, record types, the standard price book. */
import type { JsonObject } from '../../kit/json.ts';
import { idOf } from '../ids.ts';
import { integrationUser, type Org, organizationId, staffUser } from '../org.ts';
import { isMultiCurrency } from '../schema/objects/currency.ts';
import { username } from '../settings.ts';
import { stampText } from '../times.ts';

export const standardBookId = idOf('01s', 1);
export const catalogId = idOf('0ZS', 1);

/** Also after settings have changed, of which some of it depends. */
export function found(org: Org): void {
  const { edition, isSandbox, timeZone, personAccounts, currencies, categories } = org.settings();
  for (const object of ['Organization', 'User', 'RecordType', 'CurrencyType']) org.tables.empty(object);
  put(org, 'Organization', organizationId, {
    Name: 'Acme',
    OrganizationType: edition,
    IsSandbox: isSandbox,
    InstanceName: 'EU42',
    TimeZoneSidKey: timeZone,
    LanguageLocaleKey: 'nl_NL',
    DefaultLocaleSidKey: 'nl_NL',
    Country: 'Netherlands',
  });
  const user = { TimeZoneSidKey: timeZone, UserType: 'Standard', IsActive: true };
  put(org, 'User', integrationUser, {
    ...user,
    Name: 'Koppel Integration',
    Username: username,
    Email: username,
  });
  put(org, 'User', staffUser, {
    ...user,
    Name: 'Sam Verkoop',
    Username: 'sam@acme.example.com',
    Email: 'sam@acme.example.com',
  });
  if (personAccounts) {
    const type = { SobjectType: 'Account', IsActive: true };
    put(org, 'RecordType', idOf('012', 1), {
      ...type,
      Name: 'Business Account',
      DeveloperName: 'Business_Account',
      IsPersonType: false,
    });
    put(org, 'RecordType', idOf('012', 2), {
      ...type,
      Name: 'Person Account',
      DeveloperName: 'PersonAccount',
      IsPersonType: true,
    });
  }
  if (isMultiCurrency(org.settings())) {
    for (const [place, IsoCode] of currencies.entries()) {
      const rate = place === 0 ? 1 : 1.1;
      const fields = {
        IsoCode,
        ConversionRate: rate,
        DecimalPlaces: 2,
        IsActive: true,
        IsCorporate: place === 0,
      };
      put(org, 'CurrencyType', idOf('01L', place + 1), fields);
    }
  }
  if (org.tables.get('Pricebook2', standardBookId) === undefined) {
    put(org, 'Pricebook2', standardBookId, {
      Name: 'Standard Price Book',
      IsActive: true,
      IsStandard: true,
      IsArchived: false,
    });
  }
  if (categories && org.tables.get('ProductCatalog', catalogId) === undefined) {
    put(org, 'ProductCatalog', catalogId, { Name: 'Assortiment' });
  }
}

function put(org: Org, object: string, id: string, fields: JsonObject): void {
  const foundedAt = Date.parse(org.settings().foundedAt);
  const stamp = stampText(foundedAt);
  const stamps = { CreatedDate: stamp, LastModifiedDate: stamp, SystemModstamp: stamp };
  const users = { CreatedById: staffUser, LastModifiedById: staffUser };
  const row = { Id: id, IsDeleted: false, ...fields, ...stamps, ...users };
  org.tables.seed({ id, object, fields: row, createdAt: foundedAt, changedAt: foundedAt });
}
