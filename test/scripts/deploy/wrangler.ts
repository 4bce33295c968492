#!/usr/bin/env node
/** The played wrangler as a program on the PATH: what is at Cloudflare stands in the file PLAYED_CLOUDFLARE. */
import { readFileSync, writeFileSync } from 'node:fs';
import { type Cloud, wrangler } from './played-wrangler.ts';

const file = process.env.PLAYED_CLOUDFLARE ?? '';
const cloud = JSON.parse(readFileSync(file, 'utf8')) as Cloud;
const { code, out, errors } = wrangler(cloud, process.argv.slice(2), process.env);
writeFileSync(file, JSON.stringify(cloud));
process.stdout.write(out);
process.stderr.write(errors);
process.exitCode = code;
