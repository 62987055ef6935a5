/**
 * The notices that the package must carry: the licences of every library that ships in it, and the credits of the data.
 * Written by the compile step, shown under "About" in the settings.
 */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name: string };
  readonly dependencies?: Readonly<Record<string, string>>;
}

const readPackage = async (name: string): Promise<Package> =>
  JSON.parse(await readFile(join(root, 'node_modules', name, 'package.json'), 'utf8')) as Package;

/** What WXT builds into the package; of its own dependencies only the storage's. */
const builtIn = [{ name: '@wxt-dev/storage', deep: true }, { name: '@wxt-dev/browser', deep: false }, { name: 'wxt', deep: false }];

/** Every library whose code may be in the package: our dependencies with theirs, and what WXT adds. */
export const shippedPackages = async (): Promise<Package[]> => {
  const own = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
  const found = new Map<string, Package>();
  const visit = async (name: string, deep: boolean): Promise<void> => {
    if (found.has(name)) return;
    const one = await readPackage(name);
    found.set(name, one);
    if (deep) for (const next of Object.keys(one.dependencies ?? {})) await visit(next, true);
  };
  for (const name of Object.keys(own.dependencies)) await visit(name, true);
  for (const { name, deep } of builtIn) await visit(name, deep);
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name));
};

const licenceText = async ({ name, license, author }: Package): Promise<string> => {
  const dir = join(root, 'node_modules', name);
  const file = (await readdir(dir)).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  if (file !== undefined) return (await readFile(join(dir, file), 'utf8')).trim();
  if (license !== 'MIT') throw new Error(`${name} has no licence text`);
  // It states the licence and leaves its text out: that of the MIT License is the same for all but the holder's name.
  const holder = typeof author === 'string' ? author : author?.name ?? `the authors of ${name}`;
  return (await readFile(join(root, 'LICENSE'), 'utf8')).replace(/^Copyright.*$/m, `Copyright (c) ${holder}`).trim();
};

/** All notices as plain text. */
export const writeNotices = async (): Promise<string> => {
  const parts = ['Ajar\n\nCode: MIT License. Data: CC BY 4.0.', (await readFile(join(root, 'data', 'SOURCES.md'), 'utf8')).replace(/^#+ /gm, '').trim()];
  for (const library of await shippedPackages()) {
    parts.push(`${library.name} ${library.version} (${library.license ?? 'see below'})\n\n${await licenceText(library)}`);
  }
  return `${parts.join(`\n\n${'-'.repeat(60)}\n\n`)}\n`;
};
