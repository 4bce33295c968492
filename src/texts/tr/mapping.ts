/** What is wrong with a choice or an expression of the mapping. */
import { isIssueCode } from '../en/issues.ts';
import type { mapping as en } from '../en/mapping.ts';
import { issues } from './issues.ts';

/** Why an expression failed, where its code is a frequent one. Others are told by JSONata's code, which its documentation explains. */
const failures: Readonly<Record<string, string>> = {
  too_long: 'sonucu bir alana sığmayacak kadar uzun',
  too_many_steps: 'bir ifadeye izin verilenden çok adım gerektiriyor',
  no_value: 'sonucu bir değer değil, bir işlev',
  D3030: 'bir metin sayı değil',
  D3137: '$error ile kendini durdurdu',
  D3141: 'içindeki bir $assert sağlanmadı',
  T0410: 'bir işleve kabul etmediği bir değer veriliyor',
  T1006: 'işlev olmayan bir şeyi çağırıyor',
  T2001: 'bir işlecin sol tarafı sayı değil',
  T2002: 'bir işlecin sağ tarafı sayı değil',
  U1001: 'kendini çok derin çağırıyor',
  error: 'JSONata ifadeyi değerlendiremiyor',
};

/** Why a value does not fit its field, by zod's code; `expected` where there is one. */
const misfits: Readonly<Record<string, (expected: string) => string>> = {
  no_such_field: () => 'hedef sistemde böyle bir alan yok',
  invalid_type: (expected) => `türü ${expected} olmalı`,
  invalid_value: (expected) => `değeri ${expected} olmalı`,
  invalid_format: (expected) => `${expected} biçiminde değil`,
  too_small: () => 'çok küçük veya çok kısa',
  too_big: () => 'çok büyük veya çok uzun',
  not_multiple_of: () => 'çok fazla basamağı var',
};

function misfit(issue: string, expected: string): string {
  return misfits[issue]?.(expected) ?? (isIssueCode(issue) ? issues[issue] : issues.not_as_expected);
}

function failure(reason: string, position: number | undefined): string {
  const where = position === undefined ? '' : ` (konum ${position})`;
  return `${failures[reason] ?? `JSONata hata kodu ${reason}`}${where}`;
}

export const mapping = {
  fields_missing: ({ system, object, fields }) => ({
    message: `${system} sistemi yeni kaydı (${object}) şu alanlar olmadan kabul etmiyor: ${fields.join(', ')}. Bunları dolduran bir şey yok.`,
    action: `${fields.length === 1 ? 'Alanı' : 'Alanları'} "custom" eşlemesiyle doldurun (docs/connectors/${system.toLowerCase()}.md) ya da orada ${fields.length === 1 ? 'bir varsayılan değer' : 'varsayılan değerler'} verin, hesap bağlantısını kontrol edin ve yeniden deneyin.`,
  }),
  choice_missing: ({ setting, value }) => ({
    message: `"${setting}" ayarında "${value}" için bir karşılık yok.`,
    action: `"${setting}" ayarına "${value}" değerini ekleyin veya ayara bir varsayılan verin; sonra yeniden deneyin.`,
  }),
  setting_unchecked: ({ field, system, why }) => ({
    message: `"${field}" ${system} sisteminde kontrol edilemedi: ${why}`,
    action: 'Hesaba ulaşılabildiğinde ayarları bir kez daha kaydedin.',
  }),
  choice_invalid: ({ setting, value }) => ({
    message: `"${setting}" ayarından çıkan "${value}" değeri bir gün sayısı değil.`,
    action: `"${setting}" ayarına tam gün sayısı yazıp yeniden deneyin.`,
  }),
  mapping_failed: ({ field, reason = 'error', position, issue, expected = '' }) => ({
    message:
      issue === undefined
        ? `"${field}" ifadesi başarısız oldu: ${failure(reason, position)}.`
        : `"${field}" eşlemesi alana uymayan bir değer veriyor: ${misfit(issue, expected)}.`,
    action: `"${field}" eşlemesini düzeltip yeniden deneyin.`,
  }),
} satisfies typeof en;
