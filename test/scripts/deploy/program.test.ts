import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mugs } from './played-cloudflare.ts';
import type { Cloud } from './played-wrangler.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'koppel-program-'));
  symlinkSync(resolve('test/scripts/deploy/wrangler.ts'), join(folder, 'wrangler'));
  const accounts = { [mugs]: { name: 'Mugs', workers: {}, queues: {}, namespaces: [] } };
  const failures = [{ of: 'deploy .', times: 1, words: 'Queues are unavailable', code: 100129 }];
  writeFileSync(
    join(folder, 'cloud.json'),
    JSON.stringify({ loggedIn: true, next: 1, accounts, failures, calls: [] }),
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** As `npm run deploy` starts it, where a program called wrangler is on the PATH. */
function run(...args: string[]) {
  const PATH = [folder, dirname(process.execPath), process.env.PATH].join(delimiter);
  const env = { PATH, HOME: folder, PLAYED_CLOUDFLARE: join(folder, 'cloud.json') };
  return spawnSync(process.execPath, ['scripts/deploy.ts', ...args], { encoding: 'utf8', env });
}

function cloud(): Cloud {
  return JSON.parse(readFileSync(join(folder, 'cloud.json'), 'utf8')) as Cloud;
}

describe('npm run deploy', () => {
  test('is what the script of that name starts', () => {
    expect(JSON.parse(readFileSync('package.json', 'utf8')).scripts.deploy).toBe('node scripts/deploy.ts');
  });

  test('with --dry-run ends well, and calls nobody', () => {
    const { status, stdout, stderr } = run('--dry-run');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Nothing was done: this is a dry run.');
    expect(cloud().calls).toEqual([]);
  });

  test('works with the program wrangler, and ends with 1 where that fails', () => {
    const { status, stdout } = run('--new');
    expect(status).toBe(1);
    expect(stdout).toContain('plan has no Queues');
    expect(stdout).toContain('✓ KV namespace koppel-skus made');
    const key = /ENCRYPTION_KEY=(\S+)/.exec(stdout)?.[1] ?? '';
    expect(Buffer.from(key, 'base64')).toHaveLength(32);
    const { calls, accounts } = cloud();
    expect(JSON.stringify(calls)).not.toContain(key);
    expect(accounts[mugs]?.queues).toEqual({ 'koppel-wake': null, 'koppel-batches': null });
    expect(calls.filter(({ account }) => account !== mugs).map(({ args }) => args[0])).toEqual(['whoami']);
  });

  test('says what it does not understand, and how to find out', () => {
    const { status, stderr } = run('--frce');
    expect(status).toBe(1);
    expect(stderr).toBe("Unknown option '--frce'. `npm run deploy -- --help` lists what there is.\n");
    expect(run('--help').stdout).toContain('--secrets-file');
  });
});
