import { describe, expect, it } from 'vitest';
import { type JsonObject, objectsIn, textIn } from '../../../sandbox/kit/json.ts';
import { TestOrg } from './org.ts';

describe('a record', () => {
  it('is created, shown, changed and deleted as in the recordings', async () => {
    const org = new TestOrg();
    const made = await org.call('POST', '/sobjects/Account/', {
      Name: 'Molen',
      BillingCity: 'Utrecht',
      BillingCountry: 'Netherlands',
    });
    const id = textIn(made.body, 'id');
    expect(made).toMatchObject({ status: 201, body: { id, success: true, errors: [] } });
    expect(made.headers.get('Location')).toBe(`/services/data/v66.0/sobjects/Account/${id}`);
    expect(made.headers.get('Sforce-Limit-Info')).toBe('api-usage=1/100000');
    const { body } = await org.get(`/sobjects/Account/${id}`);
    expect(body).toMatchObject({
      attributes: { type: 'Account', url: `/services/data/v66.0/sobjects/Account/${id}` },
      IsDeleted: false,
      BillingCountryCode: 'NL',
      BillingAddress: { city: 'Utrecht', country: 'Netherlands', countryCode: 'NL', street: null },
      CreatedDate: '2026-03-10T12:00:00.000+0000',
    });
    org.world.pass(1500);
    const changed = await org.call('PATCH', `/sobjects/Account/${id}`, { phone: '030', BillingCity: null });
    expect([changed.status, changed.text]).toEqual([204, '']);
    expect(
      (await org.get(`/sobjects/Account/${id.slice(0, 15)}?fields=Phone,BillingCity,SystemModstamp`)).body,
    ).toEqual({
      attributes: body.attributes,
      Id: id,
      Phone: '030',
      BillingCity: null,
      SystemModstamp: '2026-03-10T12:00:01.000+0000',
    });
    expect((await org.call('DELETE', `/sobjects/Account/${id}`)).status).toBe(204);
    expect(await org.refusal(org.get(`/sobjects/Account/${id}`))).toBe('404 ENTITY_IS_DELETED');
    expect(await org.refusal(org.get('/sobjects/Account/001000000000000AAA'))).toBe('404 NOT_FOUND');
  });

  it('is not sent again to whom has it', async () => {
    const org = new TestOrg();
    const id = await org.create('Account', { Name: 'A' });
    const since = { 'If-Modified-Since': new Date(org.world.now()).toUTCString() };
    expect((await org.call('GET', `/sobjects/Account/${id}`, undefined, since)).status).toBe(304);
  });

  it('is refused for its fields, each in its own way', async () => {
    const org = new TestOrg();
    const cases: [JsonObject, string][] = [
      [{ Phone: '1' }, 'REQUIRED_FIELD_MISSING'],
      [{ Name: ' ' }, 'REQUIRED_FIELD_MISSING'],
      [{ Name: 'x'.repeat(256) }, 'STRING_TOO_LONG'],
      [{ Name: 'A', Nonsense: 1 }, 'INVALID_FIELD'],
      [{ Name: 'A', CreatedDate: '2026-01-01T00:00:00Z' }, 'INVALID_FIELD_FOR_INSERT_UPDATE'],
      [{ Name: 'A', BillingAddress: {} }, 'INVALID_FIELD_FOR_INSERT_UPDATE'],
      [{ Name: 'A', LastName: 'B' }, 'INVALID_FIELD'],
      [{ Name: 5 }, 'JSON_PARSER_ERROR'],
      [{ Name: 'A', NumberOfEmployees: 'five' }, 'JSON_PARSER_ERROR'],
      [{ Name: 'A', NumberOfEmployees: 123_456_789 }, 'NUMBER_OUTSIDE_VALID_RANGE'],
      [{ Name: 'A', ParentId: 'x' }, 'MALFORMED_ID'],
      [{ Name: 'A', ParentId: '003000000000001AAA' }, 'MALFORMED_ID'],
      [{ Name: 'A', ParentId: '001000000000001AAA' }, 'INVALID_CROSS_REFERENCE_KEY'],
      [{ Name: 'A', BillingCountry: 'NL' }, 'FIELD_INTEGRITY_EXCEPTION'],
      [{ Name: 'A', BillingCountry: 'Germany', BillingCountryCode: 'NL' }, 'FIELD_INTEGRITY_EXCEPTION'],
      [{ Name: 'A', BillingCountryCode: 'XX' }, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'],
      [{ Name: 'A', BillingState: 'Utrecht', BillingCountry: 'Netherlands' }, 'FIELD_INTEGRITY_EXCEPTION'],
      [{ Name: 'A', BillingState: 'Milano' }, 'FIELD_INTEGRITY_EXCEPTION'],
    ];
    for (const [body, code] of cases) {
      expect(await org.refusal(org.call('POST', '/sobjects/Account', body)), JSON.stringify(body)).toBe(
        `400 ${code}`,
      );
    }
    expect(await org.refusal(org.call('POST', '/sobjects/Contact', { LastName: 'A', Email: 'a@b' }))).toBe(
      '400 INVALID_EMAIL_ADDRESS',
    );
    const { json } = await org.call('POST', '/sobjects/Contact', {});
    expect(json).toEqual([
      {
        message: 'Required fields are missing: [LastName]',
        errorCode: 'REQUIRED_FIELD_MISSING',
        fields: ['LastName'],
      },
    ]);
  });

  it('keeps texts as they are but for outer blanks, and rounds numbers to the field', async () => {
    const org = new TestOrg();
    const Name = '“Thé & <thee>” 北京 🍵\nregel';
    const id = await org.create('Account', {
      Name: ` ${Name} `,
      AnnualRevenue: 12.5,
      BillingState: 'Milano',
      BillingCountryCode: 'IT',
    });
    expect((await org.get(`/sobjects/Account/${id}`)).body).toMatchObject({
      Name,
      AnnualRevenue: 13,
      BillingStateCode: 'MI',
      BillingCountry: 'Italy',
    });
  });

  it('knows countries as free text in an org without the picklists', async () => {
    const org = new TestOrg({ settings: { countryPicklists: false } });
    const id = await org.create('Account', {
      Name: 'A',
      BillingCountry: 'Nederland',
      BillingState: 'Utrecht',
    });
    const { body } = await org.get(`/sobjects/Account/${id}`);
    expect(body.BillingAddress).not.toHaveProperty('countryCode');
    const refused = org.call('POST', '/sobjects/Account', { Name: 'A', BillingCountryCode: 'NL' });
    expect(await org.refusal(refused)).toBe('400 INVALID_FIELD');
  });
});

describe('an upsert', () => {
  const path = '/sobjects/Account/KoppelKey__c/9b%2F1';

  it('creates, then changes; the key stands in the address only', async () => {
    const org = new TestOrg();
    const first = await org.call('PATCH', path, { Name: 'Molen' });
    expect(first).toMatchObject({ status: 201, body: { success: true, errors: [], created: true } });
    const second = await org.call('PATCH', path, { Phone: '1' });
    expect(second).toMatchObject({ status: 200, body: { id: first.body.id, created: false } });
    expect((await org.get(path)).body).toMatchObject({ KoppelKey__c: '9b/1', Phone: '1' });
    expect(await org.refusal(org.call('PATCH', path, { KoppelKey__c: '9b/1' }))).toBe('400 INVALID_FIELD');
    const old = await org.call('PATCH', path.replace('', '/services/data/v45.0'), { Phone: '2' });
    expect(old.status).toBe(204);
  });

  it('is refused by a field that is no key, and without a match where it may only change', async () => {
    const org = new TestOrg();
    expect(await org.refusal(org.call('PATCH', '/sobjects/Account/Phone/1', { Name: 'A' }))).toBe(
      '404 NOT_FOUND',
    );
    expect(await org.refusal(org.call('PATCH', '/sobjects/Account/Nonsense__c/1', { Name: 'A' }))).toBe(
      '404 NOT_FOUND',
    );
    expect(await org.refusal(org.call('PATCH', `${path}?updateOnly=true`, { Name: 'A' }))).toBe(
      '404 NOT_FOUND',
    );
  });

  it('writes nothing where several match', async () => {
    const org = new TestOrg();
    const one = await org.create('Contact', { LastName: 'A', Email: 'a@example.com' });
    const other = await org.create('Contact', { LastName: 'B', Email: 'A@example.com' });
    const { status, json } = await org.call('PATCH', '/sobjects/Contact/Email/a%40example.com', {
      LastName: 'C',
    });
    expect(status).toBe(300);
    expect(json).toEqual([one, other].map((id) => `/services/data/v66.0/sobjects/Contact/${id}`));
    expect((await org.get(`/sobjects/Contact/${one}`)).body.LastName).toBe('A');
  });

  it('of two at the same moment one is refused: the key is taken', async () => {
    const org = new TestOrg({ settings: { upsertRaceMs: 1000 } });
    await org.call('PATCH', path, { Name: 'Molen' });
    const { status, json } = await org.call('PATCH', path, { Name: 'Molen' });
    expect(status).toBe(400);
    expect(json).toEqual([
      {
        message: expect.stringMatching(/duplicates value on record with id: 001\w{15}$/),
        errorCode: 'DUPLICATE_VALUE',
        fields: [],
      },
    ]);
    org.world.pass(1001);
    expect((await org.call('PATCH', path, { Name: 'Molen' })).status).toBe(200);
  });

  it('needs a right where the key is not unique', async () => {
    const customFields = { Account: [{ name: 'Los__c', type: 'text', externalId: true }] };
    const org = new TestOrg({ settings: { customFields, rights: ['ActivateOrders'] } });
    expect(await org.refusal(org.call('PATCH', '/sobjects/Account/Los__c/1', { Name: 'A' }))).toBe(
      '403 INSUFFICIENT_ACCESS_OR_READONLY',
    );
  });

  it('a unique key is taken once; a parent may be named by its key', async () => {
    const org = new TestOrg();
    await org.create('Account', { Name: 'A', KoppelKey__c: 'a1' });
    const twice = org.call('POST', '/sobjects/Account', { Name: 'B', KoppelKey__c: 'A1' });
    expect(await org.refusal(twice)).toBe('400 DUPLICATE_VALUE');
    const id = await org.create('Contact', { LastName: 'X', Account: { KoppelKey__c: 'a1' } });
    expect(await org.row(`SELECT Account.Name FROM Contact WHERE Id = '${id}'`)).toMatchObject({
      Account: { Name: 'A' },
    });
    const nobody = org.call('POST', '/sobjects/Contact', { LastName: 'X', Account: { KoppelKey__c: 'zz' } });
    expect(await org.refusal(nobody)).toBe('400 INVALID_FIELD');
  });
});

describe('rules of the org', () => {
  const duplicateRules = [{ equal: ['AccountNumber'], alike: ['Name'] }];

  it('case F2: a duplicate rule stops a record that is alike, and the header lets it through', async () => {
    const org = new TestOrg({ settings: { duplicateRules } });
    const id = await org.create('Account', { Name: 'Bakkerij De Molen B.V.' });
    const { status, json } = await org.call('POST', '/sobjects/Account', { Name: 'bakkerij de molen' });
    expect(status).toBe(400);
    expect(json).toMatchObject([
      {
        errorCode: 'DUPLICATES_DETECTED',
        duplicateResult: {
          allowSave: true,
          matchResults: [{ size: 1, matchRecords: [{ record: { Id: id } }] }],
        },
      },
    ]);
    const allow = { 'Sforce-Duplicate-Rule-Header': 'allowSave=true; includeRecordDetails=false' };
    expect((await org.call('POST', '/sobjects/Account', { Name: 'Bakkerij de Molen' }, allow)).status).toBe(
      201,
    );
    const old = await org.call('POST', '/services/data/v56.0/sobjects/Account', {
      Name: 'Bakkerij de Molen',
    });
    expect(old.json).toMatchObject([{ duplicateResut: { allowSave: true } }]);
  });

  it('a rule that cannot be overridden stops it whatever the header says', async () => {
    const org = new TestOrg({ settings: { duplicateRules: [{ alike: ['Name'], allowSave: false }] } });
    await org.create('Account', { Name: 'Molen' });
    const allow = { 'Sforce-Duplicate-Rule-Header': 'allowSave=true' };
    expect(await org.refusal(org.call('POST', '/sobjects/Account', { Name: 'Molen' }, allow))).toBe(
      '400 DUPLICATES_DETECTED',
    );
  });

  it('a validation rule answers with the words of the admin', async () => {
    const validationRules = [
      {
        object: 'Account',
        when: 'Phone = null AND VatNumber__c = null',
        message: 'Telefoon of btw-nummer!',
        field: 'Phone',
      },
    ];
    const org = new TestOrg({ settings: { validationRules } });
    expect((await org.call('POST', '/sobjects/Account', { Name: 'A' })).json).toEqual([
      {
        message: 'Telefoon of btw-nummer!',
        errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
        fields: ['Phone'],
      },
    ]);
    await org.create('Account', { Name: 'A', Phone: '1' });
  });

  it('a field of its own may be required, or have a list without our value', async () => {
    const customFields = {
      Account: [
        { name: 'Regio__c', type: 'text', required: true },
        { name: 'Kanaal__c', type: 'picklist', values: ['Winkel'] },
      ],
    };
    const org = new TestOrg({ settings: { customFields } });
    expect(await org.refusal(org.call('POST', '/sobjects/Account', { Name: 'A' }))).toBe(
      '400 REQUIRED_FIELD_MISSING',
    );
    const other = { Name: 'A', Regio__c: 'Noord', Kanaal__c: 'Web' };
    expect(await org.refusal(org.call('POST', '/sobjects/Account', other))).toBe(
      '400 INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    );
    const { body } = await org.get('/sobjects/Account/describe');
    const fields = body.fields as JsonObject[];
    const required = fields.filter(
      (each) => each.nillable === false && each.createable === true && each.defaultedOnCreate === false,
    );
    expect(required.map(({ name }) => name)).toEqual(['Name', 'Regio__c']);
  });

  it('tells which states are of which country', async () => {
    const fields = objectsIn((await new TestOrg().get('/sobjects/Account/describe')).body.fields);
    const field = (name: string) => fields.find((each) => each.name === name) ?? {};
    const countries = objectsIn(field('BillingCountryCode').picklistValues).map(({ value }) => value);
    const validFor = (code: string) => {
      const state = objectsIn(field('BillingStateCode').picklistValues).find(({ value }) => value === code);
      const bytes = Buffer.from(textIn(state ?? {}, 'validFor'), 'base64');
      return countries.filter((_, place) => ((bytes[place >> 3] ?? 0) & (0x80 >> (place & 7))) !== 0);
    };
    expect(field('BillingStateCode')).toMatchObject({
      controllerName: 'BillingCountryCode',
      dependentPicklist: true,
    });
    expect([validFor('TX'), validFor('CA'), validFor('D')]).toEqual([['US'], ['US'], ['IE']]);
    expect(objectsIn(field('BillingCountryCode').picklistValues)[0]).toMatchObject({ validFor: null });
  });

  it('fields may be shown and not written, or not be shown at all', async () => {
    const settings = { readOnlyFields: { Account: ['Phone'] }, hiddenFields: { Account: ['Fax'] } };
    const org = new TestOrg({ settings });
    const phone = org.call('POST', '/sobjects/Account', { Name: 'A', Phone: '1' });
    expect(await org.refusal(phone)).toBe('400 INVALID_FIELD_FOR_INSERT_UPDATE');
    expect(await org.refusal(org.call('POST', '/sobjects/Account', { Name: 'A', Fax: '1' }))).toBe(
      '400 INVALID_FIELD',
    );
    const fields = objectsIn((await org.get('/sobjects/Account/describe')).body.fields);
    expect(fields.find(({ name }) => name === 'Phone')).toMatchObject({
      createable: false,
      updateable: false,
    });
    expect(fields.some(({ name }) => name === 'Fax')).toBe(false);
  });

  it('others may hold the rows: so many writes fail', async () => {
    const org = new TestOrg();
    const AccountId = await org.create('Account', { Name: 'A' });
    await org.control('POST', '/locks', { object: 'Account', times: 2 });
    const contact = () => org.call('POST', '/sobjects/Contact', { LastName: 'B', AccountId });
    expect(await org.refusal(contact())).toBe('400 UNABLE_TO_LOCK_ROW');
    expect(await org.refusal(contact())).toBe('400 UNABLE_TO_LOCK_ROW');
    expect((await contact()).status).toBe(201);
    await org.control('POST', '/locks', { object: 'Account', code: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY' });
    const { status, text } = await contact();
    expect([status, text]).toEqual([400, expect.stringContaining('UNABLE_TO_LOCK_ROW')]);
    await org.control('POST', '/locks', { object: 'Account', code: 'REQUEST_LIMIT_EXCEEDED' });
    const records = [{ attributes: { type: 'Account' }, id: AccountId, Phone: '1' }];
    const list = await org.call('PATCH', '/composite/sobjects', { records });
    expect([list.status, list.text]).toEqual([200, expect.stringContaining('REQUEST_LIMIT_EXCEEDED')]);
  });
});

describe('person accounts', () => {
  async function personType(org: TestOrg): Promise<string> {
    return textIn(
      await org.row("SELECT Id FROM RecordType WHERE SobjectType = 'Account' AND IsPersonType = true"),
      'Id',
    );
  }

  it('case F3: are one account with a hidden contact; Name is not theirs', async () => {
    const org = new TestOrg({ settings: { personAccounts: true } });
    const RecordTypeId = await personType(org);
    const person = {
      RecordTypeId,
      FirstName: 'Ada',
      LastName: 'Vis',
      PersonEmail: 'ada@example.com',
      PersonMailingCity: 'Grou',
    };
    const id = await org.create('Account', person);
    const { body } = await org.get(`/sobjects/Account/${id}`);
    expect(body).toMatchObject({
      Name: 'Ada Vis',
      IsPersonAccount: true,
      PersonContactId: expect.stringMatching(/^003/),
    });
    expect(
      await org.row("SELECT Name, MailingCity, AccountId FROM Contact WHERE Email = 'ada@example.com'"),
    ).toMatchObject({
      Name: 'Ada Vis',
      MailingCity: 'Grou',
      AccountId: id,
    });
    await org.call('PATCH', `/sobjects/Account/${id}`, { LastName: 'Visser' });
    expect(await org.row('SELECT Name, Account.Name FROM Contact')).toMatchObject({
      Name: 'Ada Visser',
      Account: { Name: 'Ada Visser' },
    });
    const named = org.call('POST', '/sobjects/Account', { ...person, Name: 'Ada Vis' });
    expect(await org.refusal(named)).toBe('400 INVALID_FIELD_FOR_INSERT_UPDATE');
    const nameless = org.call('POST', '/sobjects/Account', { RecordTypeId, PersonEmail: 'b@example.com' });
    expect(await org.refusal(nameless)).toBe('400 REQUIRED_FIELD_MISSING');
    const hidden = org.call('PATCH', `/sobjects/Contact/${body.PersonContactId}`, { Phone: '1' });
    expect(await org.refusal(hidden)).toBe('400 INVALID_FIELD_FOR_INSERT_UPDATE');
  });

  it('a company in the same org has no fields of persons', async () => {
    const org = new TestOrg({ settings: { personAccounts: true } });
    const id = await org.create('Account', { Name: 'Molen' });
    expect((await org.get(`/sobjects/Account/${id}`)).body).toMatchObject({ IsPersonAccount: false });
    const mixed = org.call('POST', '/sobjects/Account', { Name: 'Molen', PersonEmail: 'a@example.com' });
    expect(await org.refusal(mixed)).toBe('400 INVALID_FIELD_FOR_INSERT_UPDATE');
  });

  it('of which an org without them knows nothing', async () => {
    const org = new TestOrg();
    expect(await org.refusal(org.query('SELECT IsPersonAccount FROM Account'))).toBe('400 INVALID_FIELD');
    expect(await org.rows('SELECT Id FROM RecordType')).toEqual([]);
  });
});

describe('what changed and what is gone', () => {
  it('is told by ids, within times cut to the minute', async () => {
    const org = new TestOrg();
    const kept = await org.create('Account', { Name: 'A' });
    const gone = await org.create('Account', { Name: 'B' });
    org.world.pass(60_000);
    await org.call('DELETE', `/sobjects/Account/${gone}`);
    org.world.pass(90_000);
    const times = 'start=2026-03-10T11:59:59Z&end=2026-03-10T12:02:30Z';
    const updated = await org.get(`/sobjects/Account/updated/?${times}`);
    expect(updated.body).toEqual({ ids: [kept], latestDateCovered: '2026-03-10T12:02:00.000+0000' });
    expect((await org.get(`/sobjects/Account/deleted/?${times}`)).body).toEqual({
      deletedRecords: [{ id: gone, deletedDate: '2026-03-10T12:01:00.000+0000' }],
      earliestDateAvailable: '2026-02-23T12:02:30.000+0000',
      latestDateCovered: '2026-03-10T12:02:00.000+0000',
    });
    const long = org.get('/sobjects/Account/deleted/?start=2026-01-01T00:00:00Z&end=2026-03-10T12:00:00Z');
    expect(await org.refusal(long)).toBe('400 INVALID_REPLICATION_DATE');
    org.standIn.change({ foundedAt: '2026-03-10T12:00:00Z' });
    expect(await org.refusal(org.get(`/sobjects/Account/deleted/?${times}`))).toBe(
      '400 INVALID_REPLICATION_DATE',
    );
  });

  it('a merged account names its master, on which everything hangs', async () => {
    const org = new TestOrg();
    const master = await org.create('Account', { Name: 'A' });
    const other = await org.create('Account', { Name: 'A bis' });
    const contact = await org.create('Contact', { LastName: 'X', AccountId: other });
    await org.control('POST', `/accounts/${master}/merge`, { other });
    expect((await org.get(`/sobjects/Contact/${contact}`)).body.AccountId).toBe(master);
    const { body } = await org.get(
      `/queryAll?q=${encodeURIComponent(`SELECT IsDeleted, MasterRecordId FROM Account WHERE Id = '${other}'`)}`,
    );
    expect(body.records).toMatchObject([{ IsDeleted: true, MasterRecordId: master }]);
  });
});
