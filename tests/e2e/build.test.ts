/** What is in the built extension: the rights that it asks for, nothing that loads code from elsewhere, and how large it is. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { builtDir, engines } from '../../tools/drive.ts';
import { zipBudget } from '../../tools/zip.ts';

const root = join(import.meta.dirname, '..', '..');

/** Bytes. The code in a page beside its names is what every page that is marked parses; the boot script runs in every frame. */
const budgets = { pageCode: 60_000, boot: 3_000, card: 150_000 } as const;

const lexicon = ['letters', 'names', 'senses'].map((part) => readFileSync(join(root, '.compiled', `${part}.txt`), 'utf8'));

/** A script without the letters, names and senses that are built into it as strings. */
const withoutNames = (code: string): string => lexicon.reduce((rest, packed) => {
  const start = rest.indexOf(`\`${packed.slice(0, packed.indexOf('\n') + 1)}`);
  if (start < 0) return rest;
  const [literal] = /`(?:[^`\\]|\\.)*`/sy.exec(rest.slice(start))!;
  expect(literal.length).toBeGreaterThanOrEqual(packed.length);
  return rest.slice(0, start) + rest.slice(start + literal.length);
}, code);

interface Manifest {
  readonly permissions: readonly string[];
  readonly host_permissions: readonly string[];
  readonly content_security_policy: { readonly extension_pages: string };
  readonly content_scripts: readonly { readonly js: readonly string[]; readonly css?: readonly string[] }[];
}

describe.each(engines)('build for %s', (engine) => {
  const dir = builtDir(engine);
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const read = (path: string): string => readFileSync(path, 'utf8');
  const manifest = JSON.parse(read(join(dir, 'manifest.json'))) as Manifest & Record<string, unknown>;
  const scripts = files.filter((file) => file.endsWith('.js'));

  it('asks for the documented rights and no others', () => {
    expect([...manifest.permissions].sort()).toEqual(['contextMenus', 'scripting', ...(engine === 'chromium' ? ['sidePanel'] : []), 'storage']);
    expect(manifest.host_permissions).toEqual(['http://*/*', 'https://*/*', 'file:///*']);
    for (const key of ['optional_permissions', 'optional_host_permissions', 'externally_connectable', 'web_accessible_resources']) {
      expect(manifest, key).not.toHaveProperty(key);
    }
    const privacy = read(join(root, 'PRIVACY.md'));
    for (const permission of manifest.permissions) expect(privacy).toMatch(new RegExp(`^\\| \`${permission}\`[^|]*\\| \\S.{15,} \\|$`, 'm'));
    for (const scheme of ['http', 'https', 'file']) expect(privacy).toMatch(new RegExp(`^\\| access to [^|]*\`${scheme}\``, 'm'));
  });

  it('starts one small script in a page', () => {
    expect(manifest.content_scripts).toHaveLength(1);
    expect(manifest.content_scripts[0]!.js).toEqual(['boot.js']);
  });

  it('lets its pages load nothing from elsewhere', () => {
    const policy = new Map(manifest.content_security_policy.extension_pages.split(';').map((part) => part.trim().split(/\s+(.*)/) as [string, string]));
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('script-src')).toBe("'self'");
    for (const sources of policy.values()) for (const source of sources.split(' ')) expect(["'none'", "'self'", 'data:']).toContain(source);
    for (const file of files.filter((path) => /\.(html|css)$/.test(path))) expect(read(file), file).not.toMatch(/(?:src|href|url)\s*[=(]\s*["']?(?:https?:)?\/\//);
  });

  it('has no code that makes code or asks a network', () => {
    expect(scripts.length).toBeGreaterThan(4);
    for (const script of scripts) {
      const code = withoutNames(read(script));
      // The polyfill names the method `eval` of the developer tools, and calls none.
      expect(code.replaceAll(/\beval:\{/g, ''), script).not.toMatch(/\beval\b|\bnew Function\b|\bFunction\(|importScripts|document\.write|insertAdjacentHTML/);
      expect(code, script).not.toMatch(/XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|\bnew Worker\b/);
      for (const [call] of code.matchAll(/\bfetch\([^)]{0,80}/g)) expect(call, script).toContain('runtime.getURL(');
      for (const [, target] of code.matchAll(/\bimport\(\s*([^)]*)\)/g)) expect(target, script).toMatch(/^["'`]\.\.?\//);
    }
  });

  it('puts little code into a page beside its names', () => {
    expect(Buffer.byteLength(withoutNames(read(join(dir, 'page.js'))))).toBeLessThanOrEqual(budgets.pageCode);
  });

  it('is small', () => {
    const size = (path: string): number => readFileSync(join(dir, path)).length;
    expect(size('boot.js')).toBeLessThanOrEqual(budgets.boot);
    expect(size('card.js')).toBeLessThanOrEqual(budgets.card);
    const zipped = zipSync(Object.fromEntries(files.map((file) => [file.slice(dir.length + 1), readFileSync(file)])));
    expect(zipped.length).toBeLessThanOrEqual(zipBudget);
  });

  it('has scripts in ASCII, which an engine keeps at a byte a character', () => {
    expect(scripts.filter((script) => /[^\x00-\x7f]/.test(read(script)))).toEqual([]);
  });

  it('has every file that its manifest names', () => {
    const named = [...JSON.stringify(manifest).matchAll(/"((?:[\w-]+\/)*[\w-]+\.(?:js|html|css|png|svg))"/g)].map((match) => match[1]!);
    expect(named.length).toBeGreaterThan(6);
    for (const path of named) expect(existsSync(join(dir, path)), path).toBe(true);
  });
});
