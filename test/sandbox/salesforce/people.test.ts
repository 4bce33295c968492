import { describe, expect, it } from 'vitest';
import { objectsIn, textIn } from '../../../sandbox/kit/json.ts';
import { TestOrg } from './org.ts';

const address = {
  street: 'Kade 1',
  extra: 'II-hoog',
  postalCode: '9711 AA',
  city: 'Groningen',
  country: 'NL',
};
const ada = { email: 'ada@example.com', name: 'Ada de Vis', phone: '050 1234567', address };

describe('what people do', () => {
  it.each([{ personAccounts: false }, { personAccounts: true }])(
    'a private person is opened, edited, shown: %o',
    async (settings) => {
      const org = new TestOrg({ settings });
      const id = textIn((await org.control('POST', '/people', ada)).body, 'id');
      const about = { id, ...ada, company: null, vatNumber: null };
      expect((await org.control('GET', `/people/${id}`)).body).toEqual(about);
      const changes = {
        email: 'ada@vis.example',
        name: 'Ada Visser',
        phone: null,
        vatNumber: 'NL1',
        address: null,
      };
      expect((await org.control('PATCH', `/people/${id}`, changes)).body).toEqual({ ...about, ...changes });
      expect(await org.rows("SELECT Id FROM Contact WHERE Email = 'ada@vis.example'")).toHaveLength(1);
      expect((await org.control('DELETE', `/people/${id}`)).status).toBe(204);
      expect((await org.control('GET', `/people/${id}`)).status).toBe(404);
    },
  );

  it('goes by the contact where there is one, as others of the same account do by theirs', async () => {
    for (const settings of [{ personAccounts: false }, { personAccounts: true }]) {
      const org = new TestOrg({ settings });
      const id = textIn(
        (await org.control('POST', '/people', { ...ada, company: 'Visserij B.V.' })).body,
        'id',
      );
      const { AccountId } = await org.row(`SELECT AccountId FROM Contact WHERE Id = '${id}'`);
      const other = { LastName: 'Bas', Email: 'bas@example.com', AccountId: AccountId ?? null };
      const second = textIn((await org.control('POST', '/records/Contact', other)).body, 'id');
      expect((await org.control('GET', `/people/${second}`)).body).toMatchObject({
        id: second,
        name: 'Bas',
        email: 'bas@example.com',
        company: 'Visserij B.V.',
        phone: ada.phone,
      });
      await org.control('PATCH', `/people/${second}`, { email: 'bas@visserij.example' });
      expect((await org.control('GET', `/people/${id}`)).body).toMatchObject({ email: ada.email });
      expect((await org.control('DELETE', `/people/${second}`)).status).toBe(204);
      expect((await org.control('GET', `/people/${id}`)).status).toBe(200);
      expect((await org.control('DELETE', `/people/${id}`)).status).toBe(204);
      expect(await org.rows('SELECT Id FROM Account')).toEqual([]);
    }
  });

  it('a company is an account with a contact; a further address is that of deliveries', async () => {
    const org = new TestOrg({ settings: { personAccounts: true } });
    const company = { ...ada, company: 'Visserij B.V.', vatNumber: 'NL987650117B01' };
    const id = textIn((await org.control('POST', '/people', company)).body, 'id');
    expect((await org.control('GET', `/people/${id}`)).body).toEqual({ id, ...company });
    await org.control('POST', `/people/${id}/addresses`, { ...address, city: 'Haren' });
    expect(
      await org.row('SELECT Name, ShippingCity, (SELECT Name, Email FROM Contacts) FROM Account'),
    ).toMatchObject({
      Name: 'Visserij B.V.',
      ShippingCity: 'Haren',
      Contacts: { records: [{ Name: 'Ada de Vis', Email: 'ada@example.com' }] },
    });
  });

  it.each([
    { email: 'wit@example.com' },
    { name: 'Ada Visser' },
    { company: 'Nieuw BV' },
    { vatNumber: null },
    { phone: '0611111111' },
    { company: null, vatNumber: null },
    { address: { street: 'Dorp 3', postalCode: '8011 AB', city: 'Zwolle', country: 'DE' } },
    { address: null },
  ])('a company is changed in %j, and in nothing else', async (change) => {
    for (const settings of [{ personAccounts: true }, { countryPicklists: false }]) {
      const org = new TestOrg({ settings });
      const firm = { ...ada, company: 'Oud BV', vatNumber: 'NL000099998B57' };
      const id = textIn((await org.control('POST', '/people', firm)).body, 'id');
      const { address: place, ...others } = { id, ...firm, ...change };
      const { body } = await org.control('PATCH', `/people/${id}`, change);
      expect(body).toMatchObject(others);
      expect(body.address).toEqual(place);
    }
  });

  it('a person account becomes no company', async () => {
    const org = new TestOrg({ settings: { personAccounts: true } });
    const id = textIn((await org.control('POST', '/people', ada)).body, 'id');
    expect((await org.control('PATCH', `/people/${id}`, { company: 'Nieuw BV' })).status).toBe(409);
  });

  it('whoever has ordered stays', async () => {
    const org = new TestOrg();
    const id = textIn((await org.control('POST', '/people', ada)).body, 'id');
    await org.control('POST', '/purchases', { ...ada, account: true });
    expect((await org.control('DELETE', `/people/${id}`)).status).toBe(409);
  });

  it('somebody of the staff changed it, at another time than the connection', async () => {
    const org = new TestOrg();
    const id = textIn((await org.control('POST', '/people', ada)).body, 'id');
    const { body } = await org.call('GET', '/services/oauth2/userinfo');
    expect((await org.get(`/sobjects/Contact/${id}`)).body.LastModifiedById).not.toBe(body.user_id);
    await org.call('PATCH', `/sobjects/Contact/${id}`, { Phone: '1' });
    expect((await org.get(`/sobjects/Contact/${id}`)).body.LastModifiedById).toBe(body.user_id);
  });
});

describe('purchases', () => {
  it('are activated orders of their own account, or of the one that has the address', async () => {
    const org = new TestOrg();
    const id = textIn((await org.control('POST', '/people', ada)).body, 'id');
    await org.control('POST', '/purchases', { ...ada, account: true });
    await org.control('POST', '/purchases', {
      ...ada,
      account: false,
      amount: '12.10',
      state: 'draft',
      placedAt: '2025-06-01T10:00:00Z',
    });
    const [old, now] = await org.rows(
      'SELECT BillToContactId, StatusCode, TotalAmount, VatTotal__c, EffectiveDate FROM Order ORDER BY CreatedDate',
    );
    expect(now).toMatchObject({
      BillToContactId: id,
      StatusCode: 'Activated',
      TotalAmount: 20,
      VatTotal__c: 4.2,
      EffectiveDate: '2026-03-10',
    });
    expect(old).toMatchObject({ StatusCode: 'Draft', TotalAmount: 10, EffectiveDate: '2025-06-01' });
    expect(old?.BillToContactId).not.toBe(id);
  });

  it('are activated, noted and cancelled; nobody pays or sends here', async () => {
    const org = new TestOrg();
    const { body } = await org.control('POST', '/purchases', { ...ada, state: 'draft' });
    const act = (deed: string) => org.control('POST', `/sales/${body.id}/${deed}`);
    expect((await act('place')).status).toBe(204);
    expect((await act('place')).status).toBe(409);
    expect([(await act('pay')).status, (await act('ship')).status]).toEqual([409, 409]);
    org.world.pass(60_000);
    expect((await act('note')).status).toBe(204);
    expect(await org.rows('SELECT Id FROM Order WHERE SystemModstamp > 2026-03-10T12:00:30Z')).toHaveLength(
      1,
    );
    expect((await act('cancel')).status).toBe(204);
    expect(await org.rows('SELECT Id FROM Order')).toEqual([]);
    expect((await act('note')).status).toBe(404);
  });

  it('are cancelled by a status where the org has one for it', async () => {
    const orderStatuses = [
      { value: 'Draft', category: 'Draft' },
      { value: 'Activated', category: 'Activated' },
      { value: 'Cancelled', category: 'Draft' },
    ];
    const org = new TestOrg({ settings: { orderStatuses } });
    const { body } = await org.control('POST', '/purchases', ada);
    await org.control('POST', `/sales/${body.id}/cancel`);
    expect(await org.row('SELECT Status, StatusCode FROM Order')).toMatchObject({
      Status: 'Cancelled',
      StatusCode: 'Draft',
    });
  });

  it('are taken back in part and as a whole by reduction orders, where the org has them', async () => {
    const org = new TestOrg({ settings: { reductionOrders: true } });
    const buyer = {
      name: 'Ada Vis',
      email: 'a@example.com',
      street: 'Kade 1',
      postalCode: '1',
      city: 'Grou',
      country: 'NL',
    };
    const lines = [
      { sku: 'KAAS', name: 'Kaas', price: '50.00', quantity: '3' },
      { sku: 'BROOD', name: 'Brood', price: '2.50', quantity: '4', rate: '9' },
    ];
    const { body } = await org.control('POST', '/sales', { buyer, lines });
    const part = await org.control('POST', `/orders/${body.id}/reduce`, { lines: [[0, 1]] });
    expect((await org.get(`/sobjects/Order/${part.body.id}`)).body).toMatchObject({
      IsReductionOrder: true,
      OriginalOrderId: body.id,
      StatusCode: 'Activated',
      TotalAmount: -50,
    });
    expect((await org.control('POST', `/orders/${body.id}/reduce`, { lines: [[0, 3]] })).status).toBe(409);
    const rest = await org.control('POST', `/orders/${body.id}/reduce`);
    expect(
      await org.rows(`SELECT Quantity, VatRate__c FROM OrderItem WHERE OrderId = '${rest.body.id}'`),
    ).toMatchObject([
      { Quantity: -2, VatRate__c: 21 },
      { Quantity: -4, VatRate__c: 9 },
    ]);
    const { sell, refundNewest } = org.standIn.showcase();
    const sold = sell();
    const back = refundNewest();
    expect((await org.get(`/sobjects/Order/${back}`)).body.OriginalOrderId).toBe(sold);
    expect(refundNewest()).toBeNull();
    org.standIn.change({ reductionOrders: false });
    expect((await org.control('POST', `/orders/${sold}/reduce`)).status).toBe(409);
    expect(refundNewest()).toBeNull();
  });

  it('may be any certain sale, also an opportunity, or of another currency', async () => {
    const org = new TestOrg({ settings: { currencies: ['EUR', 'USD'] } });
    const buyer = {
      name: 'Ada Vis',
      email: 'a@example.com',
      street: 'Kade 1',
      postalCode: '9711 AA',
      city: 'Groningen',
      country: 'DE',
    };
    const sale = {
      buyer,
      lines: [{ sku: 'KAAS', name: 'Kaas', price: '50.00', quantity: '3', rate: '19' }],
      currency: 'USD',
    };
    const placed = await org.control('POST', '/sales', sale);
    const { OrderNumber } = await org.row('SELECT OrderNumber FROM Order');
    expect(placed).toMatchObject({
      status: 201,
      body: { number: OrderNumber, gross: '178.50', tax: '28.50', bookable: true },
    });
    expect(await org.row('SELECT CurrencyIsoCode, BillingCountryCode FROM Order')).toMatchObject({
      CurrencyIsoCode: 'USD',
      BillingCountryCode: 'DE',
    });
    await org.control('POST', '/sales', { ...sale, as: 'opportunity' });
    expect(await org.row('SELECT Amount, IsWon FROM Opportunity')).toMatchObject({
      Amount: 150,
      IsWon: true,
    });
    expect((await org.control('POST', '/sales', { ...sale, lines: [] })).status).toBe(400);
    const nobody = { ...sale, buyer: { ...buyer, email: '' } };
    expect((await org.control('POST', '/sales', nobody)).body).toMatchObject({
      bookable: false,
      why: 'no e-mail address: needs a customer to fall back on',
    });
  });
});

describe('any record', () => {
  it('is written by the staff in the fields of the API, and refused in the words of the org', async () => {
    const org = new TestOrg();
    const { body } = await org.control('POST', '/records/Account', { Name: 'A' });
    expect((await org.control('PATCH', `/records/Account/${body.id}`, { Phone: '1' })).body).toMatchObject({
      Phone: '1',
    });
    expect(await org.control('POST', '/records/Account', {})).toMatchObject({
      status: 409,
      body: { error: 'Required fields are missing: [Name]' },
    });
    expect((await org.control('DELETE', `/records/Account/${body.id}`)).status).toBe(204);
    expect((await org.control('POST', '/records/Nonsense', {})).status).toBe(404);
  });
});

describe('the merchant', () => {
  it('edits products, prices, stock, pictures and categories', async () => {
    const org = new TestOrg();
    const tea = textIn((await org.control('POST', '/categories', { name: 'Thee' })).body, 'id');
    const green = textIn(
      (await org.control('POST', '/categories', { name: 'Groen', parent: tea })).body,
      'id',
    );
    const product = { name: 'Sencha', price: '12.80', sku: 'SEN', pieces: 4, categories: [green] };
    const id = textIn((await org.control('POST', '/products', product)).body, 'id');
    const shown = {
      id,
      sku: 'SEN',
      name: 'Sencha',
      price: '12.80',
      active: true,
      categories: [green],
      pieces: 4,
      variants: [],
    };
    expect((await org.control('GET', `/products/${id}`)).body).toMatchObject(shown);
    expect((await org.control('PUT', '/stock/SEN', { pieces: 'unlimited' })).body).toEqual({ changed: 1 });
    await org.control('POST', `/products/${id}/pictures`, { fileName: 'sencha.png' });
    const changes = { price: '13.00', active: false, categories: [tea], sku: 'SEN-2' };
    const edited = await org.control('PATCH', `/products/${id}`, changes);
    expect(edited.body).toMatchObject({
      ...changes,
      pieces: 'unlimited',
      pictures: [expect.stringMatching(/sencha\.png$/)],
    });
    expect((await org.control('PATCH', `/products/${id}`, { listPrice: '20.00' })).status).toBe(409);
    const variant = await org.control('POST', `/products/${id}/variants`, {
      sku: 'SEN-100',
      options: { Inhoud: '100 g' },
      pieces: 2,
    });
    expect(
      await org.row("SELECT Name, ParentCode__c, Options__c FROM Product2 WHERE ProductCode = 'SEN-100'"),
    ).toMatchObject({
      Name: 'Sencha 100 g',
      ParentCode__c: 'SEN-2',
      Options__c: 'Inhoud: 100 g',
    });
    await org.control('DELETE', `/products/${id}/variants/${variant.body.id}`);
    expect((await org.control('GET', '/products?sku=SEN-100')).json).toEqual({ ids: [] });
    await org.control('PATCH', `/categories/${green}`, { parent: null, name: 'Groene thee' });
    expect(objectsIn((await org.control('GET', '/categories')).body.items)).toMatchObject([
      { name: 'Thee' },
      { name: 'Groene thee', parent: null },
    ]);
    expect((await org.control('DELETE', `/categories/${tea}`)).status).toBe(204);
  });

  it('knows products by their SKU, which is not their code', async () => {
    const org = new TestOrg();
    await org.create('Product2', { Name: 'Mok', StockKeepingUnit: 'MOK', IsActive: true, Stock__c: 3 });
    await org.create('Product2', { Name: 'Code', ProductCode: 'KAN', IsActive: true, Stock__c: 3 });
    const ids = (await org.control('GET', '/products?sku=MOK')).body.ids;
    expect(ids).toHaveLength(1);
    expect((await org.control('GET', '/products?sku=KAN')).json).toEqual({ ids: [] });
    expect((await org.control('PUT', '/stock/MOK', { pieces: 9 })).body).toEqual({ changed: 1 });
    const [mug = ''] = (ids as string[]).map(String);
    expect((await org.control('GET', `/products/${mug}`)).body).toMatchObject({ sku: 'MOK', pieces: 9 });
    const buyer = {
      name: 'Ada Vis',
      email: 'a@example.com',
      street: 'K 1',
      postalCode: '1',
      city: 'Grou',
      country: 'NL',
    };
    await org.control('POST', '/sales', { buyer, lines: [{ sku: 'MOK', name: 'Mok', price: '5.00' }] });
    expect(await org.row('SELECT Product2Id FROM OrderItem')).toMatchObject({ Product2Id: mug });
  });

  it('gets a catalogue in the place of what was there, of any size', async () => {
    const org = new TestOrg({ seeded: true });
    await org.control('POST', '/catalogue', { kind: 'generated', products: 500, variants: 0 });
    expect(
      (await org.query("SELECT COUNT() FROM Product2 WHERE ProductCode LIKE 'G-%'")).body.totalSize,
    ).toBe(487);
    const { sell, goods } = org.standIn.showcase();
    expect((await org.get(`/sobjects/Order/${sell()}`)).status).toBe(200);
    expect(goods?.count()).toBe(true);
  });
});
