import { big, normalise } from '../../records/money.ts';
import type { Texts } from '../../texts/en.ts';
import { type Apart, apartOf, vatApart } from '../storage/in-books.ts';
import type { RegisteredDocument, RegisterRow } from '../storage/register-row.ts';
import type { ApartView } from './insight-views.ts';
import { type OrderPages, type OrderView, showOrder } from './order-views.ts';
import { partOf } from './reconciliation.ts';
import type { Names } from './views.ts';

/** An order that the books do not have, or not as the shop says, with why. Null of one that makes no difference. */
export function showApart(row: RegisterRow, texts: Texts, names: Names, pages: OrderPages): ApartView | null {
  const { sale, document, reason } = row;
  const isKnown = sale !== null && sale.currency !== null;
  const apart = isKnown && document !== null ? apartOf(sale, document) : '';
  const part = partOf({
    ...{ isBooked: document !== null, state: row.state, reason: reason?.code },
    isApart: apart !== '',
  });
  if (part === null) return null;
  const shown = showOrder(row, texts, names, pages);
  const stands = normalise(big(document?.gross ?? '0').minus(document?.credited ?? '0'));
  const due = isKnown ? normalise(big(sale.gross).minus(sale.refunded)) : null;
  return {
    ...shown,
    ...{ part, due, inBooks: stands },
    difference: due === null ? null : part === 'left_out' ? '0' : normalise(big(due).minus(stands)),
    why: told(shown) ?? said(shown, document, apart, texts),
  };
}

/** What the order itself says: what it needs somebody for, is tried again for, or is left out for. */
function told({ problem, reason }: OrderView): string | null {
  return problem?.message ?? reason?.message ?? null;
}

function said(
  { state, currency, gross, vat, refunded }: OrderView,
  document: RegisteredDocument | null,
  apart: Apart,
  texts: Texts,
): string {
  const { reconciliation: words, orderStates } = texts.pages;
  if (document === null) return orderStates[state];
  const money = (amount: string) => texts.figures.money(amount, currency);
  const [sold, back] = [gross ?? '0', refunded ?? '0'];
  const [booked, credited] = [document.gross ?? '0', document.credited ?? '0'];
  const amount = big(booked).eq(sold) ? [] : [words.otherAmount(money(booked), money(sold))];
  const given = big(credited).eq(back) ? [] : [words.otherGivenBack(money(back), money(credited))];
  const off = normalise(big(vatApart({ vat: vat ?? '0' }, document)).abs());
  const tax = apart === 'vat' ? [words.otherVat(money(off))] : [];
  return [...amount, ...given, ...tax].join(' ');
}
