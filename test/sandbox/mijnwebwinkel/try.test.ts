import { it } from 'vitest';
import { TestShop, pushedOrder } from './shop.ts';
it('x', async () => {
  const s = new TestShop({ seeded: true });
  const orders = await s.all('/orders?archived=false');
  console.log(orders.length, (await s.all('/orders?archived=true')).length, (await s.all('/articles')).length);
  for (const o of orders) console.log(o.number, o.status, JSON.stringify(o.price), (o as any).tax_strategy, o.tax_region, o.payment_status, (o as any).orderlines.map((l: any) => l.type + l.quantity + JSON.stringify(l.price)).join(' ').slice(0, 300));
  console.log(JSON.stringify(orders[3], null, 1));
  console.log(JSON.stringify(await s.article('MOK-EM'), null, 1).slice(0, 3000));
  const made = await s.call('POST', '/orders', pushedOrder()); console.log(made.status, made.text);
  console.log((await s.get('/categories?as_tree=true')).text.slice(0, 1500));
  console.log((await s.get('/tax-policy/regions')).text.slice(0, 700));
});
