import { sha256 } from '@noble/hashes/sha2.js';
import { Hono } from 'hono';
import { base } from './styles/base.ts';
import { colours } from './styles/colours.ts';
import { controls } from './styles/controls.ts';
import { days } from './styles/days.ts';
import { frame } from './styles/frame.ts';
import { layout } from './styles/layout.ts';
import { manual } from './styles/manual.ts';
import { records } from './styles/records.ts';

/** `status` is the part of it that the status page needs: that is looked at from everywhere, now and then over a bad line. */
const sheets = {
  koppel: [colours, base, frame, days, layout, controls, records, manual].join('\n'),
  status: [colours, base, frame, days].join('\n'),
};

export type StylesheetName = keyof typeof sheets;

const versions: Readonly<Record<StylesheetName, string>> = {
  koppel: versionOf(sheets.koppel),
  status: versionOf(sheets.status),
};

/** The version makes it safe to keep for ever: a new stylesheet has a new address. */
export function stylesheetPath(name: StylesheetName): string {
  return `/assets/${name}.css?v=${versions[name]}`;
}

export const stylesheet = new Hono();

for (const name of ['koppel', 'status'] as const) {
  stylesheet.get(`/assets/${name}.css`, (context) => {
    const current = context.req.query('v') === versions[name];
    return context.body(sheets[name], 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': current ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
      etag: `"${versions[name]}"`,
    });
  });
}

function versionOf(css: string): string {
  return [...sha256(new TextEncoder().encode(css)).slice(0, 8)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
