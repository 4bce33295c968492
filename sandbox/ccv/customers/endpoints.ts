/**
 * Accounts (sheet 6.10). There is no filter by e-mail address. Taken for strict: a username that exists is 500.40 without
 * regard to case, in a PATCH too; a password has six characters; who is not pending cannot be approved again.
 */
import { together, within } from '../../kit/fields/shape.ts';
import { isObject, type JsonObject, textIn } from '../../kit/json.ts';
import { byNumber, byText } from '../../kit/search/sorting.ts';
import { type Call, idIn, objectIn, on, type Routes } from '../call/call.ts';
import { type FieldKind, flag, int, readBodyFields, text } from '../call/fields.ts';
import { pagedList } from '../call/lists.ts';
import { coded, invalid, notFound } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { changedInfo, partIn, personalInfo } from './personal-info.ts';
import { type User, userOnWire } from './user.ts';

const created = together<FieldKind>(
  text('username password encryption gender product_in_category_discount'),
  int('group_id'),
  flag('status'),
  within({ userinfo: personalInfo }),
);
const changed = together<FieldKind>(created, text('approval_status'));

/** Groups are made in the back office. */
export const userGroups = [
  { id: 1, name: 'Particulieren', discount: 0, isDefault: true },
  { id: 2, name: 'Horeca', discount: 10, isDefault: false },
] as const;

const orders = {
  id: byNumber(({ id }: User) => id),
  first_name: byText(({ info }: User) => textIn(partIn(info, 'billingaddress'), 'first_name')),
  last_name: byText(({ info }: User) => textIn(partIn(info, 'billingaddress'), 'last_name')),
};

export function customerEndpoints(shop: Shop): Routes {
  const list = (call: Call, rows: readonly User[]) => {
    const status = call.query.oneOf('approval_status', ['pending', 'accepted']);
    const found = rows.filter(({ approval }) => status === undefined || approval === status);
    const show = (user: User) => userOnWire(user, call.links);
    return pagedList(call, found, { show, orders, filters: ['approval_status'] });
  };
  const group = (call: Call) => {
    const found = userGroups.find(({ id }) => String(id) === idIn(call));
    if (found === undefined) throw notFound('usergroups');
    return found;
  };
  const showGroup = (each: (typeof userGroups)[number], { links }: Call): JsonObject => ({
    href: links.self('usergroups', each.id),
    id: each.id,
    default: each.isDefault,
    groupname: each.name,
    discount: each.discount,
    product_in_category_discount: 'highest',
    users: links.ref('usergroups', each.id, 'users'),
    disabledpaymethods: links.ref('usergroups', each.id, 'disabledpaymethods'),
  });
  return [
    on('GET', '/users', (call) => list(call, shop.users.indexed())),
    on('POST', '/users', (call) => {
      const sent = readBodyFields(objectIn(call), created, call.settings, ['username', 'password']);
      return userOnWire(shop.saveUser(userFrom(shop, shop.newUser(''), sent)), call.links);
    }),
    on('GET', '/users/{id}', (call) => userOnWire(shop.user(idIn(call)), call.links)),
    on('PATCH', '/users/{id}', (call) => {
      const user = shop.user(idIn(call));
      const sent = readBodyFields(objectIn(call), changed, call.settings);
      const verdict = textIn(sent, 'approval_status');
      if (verdict !== '' && user.approval !== 'pending') throw invalid('The user is not pending');
      // A pending user who is turned down is gone (sheet 6.10).
      if (verdict === 'rejected') shop.users.delete(String(user.id));
      else shop.saveUser(userFrom(shop, verdict === '' ? user : { ...user, approval: 'accepted' }, sent));
      return undefined;
    }),
    on('DELETE', '/users/{id}', (call) => {
      shop.users.delete(String(shop.user(idIn(call)).id));
      return undefined;
    }),
    on('GET', '/usergroups', (call) =>
      pagedList(call, userGroups, {
        show: (each) => showGroup(each, call),
        orders: { id: byNumber(({ id }) => id), groupname: byText(({ name }) => name) },
      }),
    ),
    on('GET', '/usergroups/{id}', (call) => showGroup(group(call), call)),
    on('GET', '/usergroups/{id}/users', (call) => {
      const { id } = group(call);
      return list(
        call,
        shop.users.indexed().filter(({ groupId }) => groupId === id),
      );
    }),
  ];
}

/** The user with what was sent and checked. Throws a `Refusal`. */
export function userFrom(shop: Shop, user: User, sent: JsonObject): User {
  const username = sent.username === undefined ? user.username : textIn(sent, 'username').trim();
  if (username === '') throw invalid('username is required');
  const holder = shop.userNamed(username);
  if (holder !== undefined && holder.id !== user.id) throw coded('500.40', 'username already exists');
  if (sent.password !== undefined && textIn(sent, 'password').length < 6) {
    throw invalid('The password needs six characters');
  }
  const groupId = typeof sent.group_id === 'number' ? sent.group_id : user.groupId;
  if (groupId !== null && !userGroups.some(({ id }) => id === groupId)) throw notFound('usergroups');
  const discount = textIn(sent, 'product_in_category_discount') || user.categoryDiscount;
  if (discount !== 'highest' && discount !== 'lowest') {
    throw invalid('product_in_category_discount is highest or lowest');
  }
  return {
    ...user,
    username,
    groupId,
    status: typeof sent.status === 'boolean' ? sent.status : user.status,
    categoryDiscount: discount,
    info: isObject(sent.userinfo) ? changedInfo(user.info, sent.userinfo) : user.info,
  };
}
