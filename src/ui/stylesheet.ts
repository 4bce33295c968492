import { sha256 } from '@noble/hashes/sha2.js';
import { Hono } from 'hono';
import { base } from './styles/base.ts';
import { colours } from './styles/colours.ts';
import { controls } from './styles/controls.ts';
import { layout } from './styles/layout.ts';
import { records } from './styles/records.ts';

const css = [colours, base, layout, controls, records].join('\n');
const version = [...sha256(new TextEncoder().encode(css)).slice(0, 8)]
  .map((byte) => byte.toString(16).padStart(2, '0'))
  .join('');

/** The version makes it safe to keep for ever: a new stylesheet has a new address. */
export const stylesheetPath = `/assets/koppel.css?v=${version}`;

export const stylesheet = new Hono();

stylesheet.get('/assets/koppel.css', (context) => {
  const current = context.req.query('v') === version;
  return context.body(css, 200, {
    'content-type': 'text/css; charset=utf-8',
    'cache-control': current ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
    etag: `"${version}"`,
  });
});
