import { test } from 'vitest';
import { TwoCatalogues } from '../catalogue/two-catalogues.ts';
import { writeFileSync } from 'node:fs';
const way = (process.env.WAY ?? 'ecwid,magento').split(',') as ['ecwid','magento'];
test('x', async () => {
  const two = new TwoCatalogues(...way);
  const { played } = two;
  await two.fill();
  const headers = { 'Content-Type': 'application/json' };
  const say = async (system: string, method: string, url: string, body?: unknown, more = {}) => {
    const r = await played.sandbox.handle(system, new Request(url, { method, headers: { ...headers, ...more }, ...(body ? { body: JSON.stringify(body) } : {}) }));
    const text = await r.text();
    if (!r.ok) console.log(method, url, r.status, text);
    return JSON.parse(text);
  };
  const token = await say('magento', 'POST', 'https://shop.example.com/rest/V1/integration/admin/token', { username: 'koppeling', password: 'Sandb0x!geheim' });
  const m = (method: string, path: string, body?: unknown) => say('magento', method, `https://shop.example.com/rest/all/V1${path}`, body, { Authorization: `Bearer ${token}` });
  if (way[1] === 'magento')
    for (const [code, label, input] of [['maat', 'Maat','select'], ['verpakking', 'Verpakking','select'], ['inhoud', 'Inhoud','select'],['ean','EAN','text'],['herkomst','Herkomst','text'],['smaak','Smaak','text'],['levertijd','Levertijd','text']]) {
      await m('POST', '/products/attributes', { attribute: { attribute_code: code, frontend_input: input, scope: input === 'select' ? 'global' : 'store', default_frontend_label: label } });
      await m('POST', '/products/attribute-sets/attributes', { attributeSetId: 4, attributeGroupId: 7, attributeCode: code, sortOrder: 10 });
    }
  const products = way[1] === 'magento' ? { price: { pricesIncludeVat: { target: false } }, vat: { map: { '21': '2', '9': '4', '0': '5' } }, attributes: { map: { Herkomst: 'herkomst' } } }
   : { price: { pricesIncludeVat: { source: false }, vatRate: { map: { '2': '21', '4': '9', '5': '0' } } }, vat: { map: { '2': '9310', '4': '9190', '5': '9100' } }, attributes: { map: { Herkomst: 'Herkomst' } } };
  await two.configure({ products }).catch((e) => { console.log(JSON.stringify(e.issues ?? e)); throw e; });
  const t = Date.now();
  await two.syncAll();
  console.log('took', Date.now() - t, two.writes());
  const tell = () => { const view = played.integration.reports.view();
  console.log(view.problems.map(({ code, count, key, message }) => `${code} ×${count} ${key}: ${message}`));
    const ends = new Map<string, number>();
    for (const { outcome, reason } of played.integration.reports.activity({}, 5000).items) {
      const told = `${outcome} ${reason}`.replace(/"[^"]*"|\d+/g, 'N').slice(0, 160);
      ends.set(told, (ends.get(told) ?? 0) + 1);
    }
    console.log([...ends].sort((a, b) => b[1] - a[1]).slice(0, 30));
    console.log(played.stores.levels.counts(`stock:shop:other`), played.stores.dirty.count('stock:shop:other', 1000));
    console.log(played.logged.filter((line) => line.includes('error')).slice(-5));
  };
  tell();
  await two.syncAll();
  console.log('second took', Date.now() - t, two.writes());
  tell();
  console.log(played.integration.reports.activity({}, 5).items[0]);
  if (way[1] === 'magento') {
    writeFileSync('/tmp/m.json', JSON.stringify({ p: await m('GET', '/products?searchCriteria[pageSize]=900'), one: await m('GET', '/products/MOK-EM'), c: await m('GET', '/categories/list?searchCriteria[pageSize]=100'), a: await m('GET','/products/attributes?searchCriteria[pageSize]=500'), s: await m('GET','/inventory/source-items?searchCriteria[pageSize]=900') }, null, 1));
  } else {
    const settings = await import('../../../sandbox/ecwid/settings.ts');
    const e = (path: string) => say('ecwid', 'GET', `https://app.ecwid.com/api/v3/${settings.storeId}${path}`, undefined, { Authorization: `Bearer ${settings.secretToken}` });
    const pages = [];
    for (const offset of [0, 100, 200]) pages.push(...(await e(`/products?limit=100&offset=${offset}`)).items);
    writeFileSync('/tmp/e.json', JSON.stringify({ p: pages, c: await e('/categories?limit=100&hidden_categories=true') }, null, 1));
  }
}, 600_000);
