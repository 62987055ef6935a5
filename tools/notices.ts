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
  readonly dependencies?: Readonly<Record<string, string>>;
}

const readPackage = async (name: string): Promise<Package> =>
  JSON.parse(await readFile(join(root, 'node_modules', name, 'package.json'), 'utf8')) as Package;

/** What is built into the package beside our direct dependencies: storage with its lock, out of WXT. */
const builtIn = ['@wxt-dev/storage', '@wxt-dev/browser', 'wxt'];

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
  for (const name of builtIn) await visit(name, false);
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name));
};

const licenceText = async (name: string): Promise<string> => {
  const dir = join(root, 'node_modules', name);
  const file = (await readdir(dir)).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  return file === undefined ? '' : (await readFile(join(dir, file), 'utf8')).trim();
};

/** All notices as plain text. */
export const writeNotices = async (): Promise<string> => {
  const parts = ['Ajar\n\nCode: MIT License. Data: CC BY 4.0.', (await readFile(join(root, 'data', 'SOURCES.md'), 'utf8')).replace(/^#+ /gm, '').trim()];
  for (const { name, version, license } of await shippedPackages()) {
    const text = await licenceText(name);
    parts.push([`${name} ${version} (${license ?? 'see below'})`, ...(text ? [text] : [])].join('\n\n'));
  }
  return `${parts.join(`\n\n${'-'.repeat(60)}\n\n`)}\n`;
};
