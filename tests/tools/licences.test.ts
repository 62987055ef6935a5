/** What may be built into the package, and what may be installed to build it: by the licence that each library states. */
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shippedPackages, writeNotices } from '../../tools/notices.ts';

const root = join(import.meta.dirname, '..', '..');

/** A package of MIT code may carry these. MPL-2.0 is a copyleft of single files, which we ship as they are. */
const shippable = new Set(['MIT', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', '0BSD', 'MPL-2.0']);
/** Beside them, what tools may be under: nothing of theirs is shipped. */
const usable = new Set([...shippable, 'BlueOak-1.0.0', 'CC0-1.0', 'CC-BY-4.0', 'Python-2.0', 'Zlib', 'Unlicense', 'BSD']);

/** Whether an SPDX expression can be met with these licences: of an "OR" one side, of an "AND" both. */
const isAllowed = (expression: string, allowed: ReadonlySet<string>): boolean => {
  const bare = expression.replace(/^\((.*)\)$/, '$1');
  if (bare.includes(' OR ')) return bare.split(' OR ').some((part) => isAllowed(part, allowed));
  return bare.split(' AND ').every((part) => allowed.has(part));
};

interface Installed {
  readonly name: string;
  readonly license: string;
}

/** Older packages state their licence in other ways, and a few only in their text. */
const readLicence = (manifest: { license?: string | { type: string }; licenses?: { type: string }[] }): string => {
  const { license, licenses } = manifest;
  return typeof license === 'string' ? license : license?.type ?? licenses?.map(({ type }) => type).join(' OR ') ?? 'none stated';
};

const installedPackages = async (dir = join(root, 'node_modules')): Promise<Installed[]> => {
  const found: Installed[] = [];
  for (const entry of await readdir(dir, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name.startsWith('.')) continue;
    const path = join(dir, entry.name);
    if (entry.name.startsWith('@')) {
      found.push(...await installedPackages(path));
      continue;
    }
    const inside = await readdir(path);
    if (!inside.includes('package.json')) continue;
    const manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as { name: string } & Parameters<typeof readLicence>[0];
    found.push({ name: manifest.name, license: readLicence(manifest) });
    if (inside.includes('node_modules')) found.push(...await installedPackages(join(path, 'node_modules')));
  }
  return found;
};

describe('licences', () => {
  it('lets only libraries into the package that it may carry', async () => {
    const shipped = await shippedPackages();
    expect(shipped.map(({ name }) => name)).toEqual(expect.arrayContaining(['preact', 'fuse.js', 'superlock']));
    expect(shipped.filter(({ license }) => !isAllowed(license ?? 'none stated', shippable))).toEqual([]);
  });

  it('prints the text of every shipped licence', async () => {
    const notices = await writeNotices();
    for (const { name, version } of await shippedPackages()) {
      const notice = notices.split(/^-{60}$/m).find((part) => part.includes(`${name} ${version} (`));
      expect(notice, name).toMatch(/permission|licen[cs]e/i);
      expect(notice!.length, `${name} has a text`).toBeGreaterThan(500);
    }
  });

  it('installs nothing of an unknown licence', async () => {
    const installed = await installedPackages();
    expect(installed.length).toBeGreaterThan(300);
    expect(installed.filter(({ license }) => !isAllowed(license, usable))).toEqual([]);
  });

  it.each([['(MIT OR GPL-3.0-or-later)', true], ['(MIT AND Zlib)', false], ['GPL-3.0', false], ['none stated', false]])('reads %s', (expression, wanted) => {
    expect(isAllowed(expression, shippable)).toBe(wanted);
  });
});
