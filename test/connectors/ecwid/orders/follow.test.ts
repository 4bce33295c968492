import { describe, expect, test } from 'vitest';
import type { Aftermath } from '../../../../src/connectors/contract/target.ts';
import { orderTarget } from '../../../../src/connectors/ecwid/orders/target.ts';
import { TestShop } from '../../../sandbox/ecwid/shop.ts';
import { shopOrder } from '../documents.ts';
import { account } from '../fake-api.ts';
import { ShopApi } from '../shop-api.ts';

/** An order in the shop that stands so. */
async function standing(statuses: Record<string, string> = {}) {
  const shop = new TestShop();
  const api = new ShopApi(shop);
  const body = orderTarget.toWire(shopOrder({ paid: false }), account);
  const { id } = await orderTarget.create(api, { ...body, ...statuses });
  api.calls.length = 0;
  return {
    shop,
    api,
    id,
    follow: async (aftermath: Aftermath) => orderTarget.follow?.(api, id, aftermath),
    statuses: async () => {
      const { paymentStatus, fulfillmentStatus } = (await shop.get(`/orders/${id}`)).body;
      return [paymentStatus, fulfillmentStatus].join(' ');
    },
  };
}

const waiting = 'AWAITING_PAYMENT AWAITING_PROCESSING';

describe('what became of a sale', () => {
  test.each([
    [{ paid: true }, waiting, 'PAID AWAITING_PROCESSING'],
    [{ shipped: true }, waiting, 'AWAITING_PAYMENT SHIPPED'],
    [{ paid: true, shipped: true }, waiting, 'PAID SHIPPED'],
    [{ shipped: true }, 'PAID PROCESSING', 'PAID SHIPPED'],
    [{ shipped: true }, 'PAID READY_FOR_PICKUP', 'PAID SHIPPED'],
    [{ cancelled: true }, waiting, 'CANCELLED WILL_NOT_DELIVER'],
    [{ cancelled: true }, 'PAID AWAITING_PROCESSING', 'CANCELLED WILL_NOT_DELIVER'],
    // Somebody is packing it: they see the payment.
    [{ cancelled: true }, 'PAID PROCESSING', 'CANCELLED PROCESSING'],
  ] as const)('%j: of %s makes %s, once', async (aftermath, before, after) => {
    const [paymentStatus = '', fulfillmentStatus = ''] = before.split(' ');
    const { api, follow, statuses } = await standing({ paymentStatus, fulfillmentStatus });
    expect(await follow(aftermath)).toEqual([]);
    expect(await statuses()).toBe(after);
    expect(await follow(aftermath)).toEqual([]);
    expect(await statuses()).toBe(after);
    expect(api.calls.map(({ method }) => method)).toEqual(['GET', 'PUT', 'GET']);
  });

  test.each([
    [{ paid: true }, 'PAID AWAITING_PROCESSING'],
    [{ paid: true }, 'PARTIALLY_REFUNDED SHIPPED'],
    [{ paid: true }, 'REFUNDED RETURNED'],
    [{ shipped: true }, 'PAID SHIPPED'],
    [{ shipped: true }, 'PAID OUT_FOR_DELIVERY'],
    [{ shipped: true }, 'PAID DELIVERED'],
    [{ shipped: true }, 'REFUNDED RETURNED'],
    [{ cancelled: true }, 'CANCELLED PROCESSING'],
    [{ cancelled: true }, 'REFUNDED RETURNED'],
  ] as const)('%j: %s is so, or has gone beyond, and stays', async (aftermath, before) => {
    const [paymentStatus = '', fulfillmentStatus = ''] = before.split(' ');
    const { api, follow, statuses } = await standing({ paymentStatus, fulfillmentStatus });
    expect(await follow(aftermath)).toEqual([]);
    expect(await statuses()).toBe(before);
    expect(api.calls.map(({ method }) => method)).toEqual(['GET']);
  });

  test.each([
    [{ paid: true }, 'CANCELLED AWAITING_PROCESSING'],
    [{ paid: true }, 'CUSTOM_PAYMENT_STATUS_1 PROCESSING'],
    [{ shipped: true }, 'PAID WILL_NOT_DELIVER'],
    [{ shipped: true }, 'PAID CUSTOM_FULFILLMENT_STATUS_2'],
    [{ shipped: true }, 'CANCELLED AWAITING_PROCESSING'],
    [{ cancelled: true }, 'PAID SHIPPED'],
    [{ cancelled: true }, 'PARTIALLY_REFUNDED PROCESSING'],
    [{ cancelled: true }, 'CUSTOM_PAYMENT_STATUS_1 AWAITING_PROCESSING'],
    [{ cancelled: true }, 'PAID CUSTOM_FULFILLMENT_STATUS_2'],
  ] as const)('%j: of %s only a person knows', async (aftermath, before) => {
    const [paymentStatus = '', fulfillmentStatus = ''] = before.split(' ');
    const { follow, statuses } = await standing({ paymentStatus, fulfillmentStatus });
    expect(await follow(aftermath)).toEqual(Object.keys(aftermath));
    expect(await statuses()).toBe(before);
  });

  test('is told as far as it can be', async () => {
    const { follow, statuses } = await standing({
      paymentStatus: 'AWAITING_PAYMENT',
      fulfillmentStatus: 'CUSTOM_FULFILLMENT_STATUS_1',
    });
    expect(await follow({ paid: true, shipped: true })).toEqual(['shipped']);
    expect(await statuses()).toBe('PAID CUSTOM_FULFILLMENT_STATUS_1');
  });

  test('is for a person where the order was deleted in the shop', async () => {
    const { shop, id, follow } = await standing();
    await shop.call('DELETE', `/orders/${id}`);
    expect(await follow({ paid: true })).toEqual(['paid']);
  });
});
