/**
 * `npm test`: everything that must hold, cheapest first: types, data, pure code, both builds, the add-on linter, page/ in
 * real browsers, then the built extension end to end. `npm test -- unit` (or types, data, lint, browser, e2e) runs a part.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'ajar-test-'));
const counts = { passed: 0, failed: 0 };

const run = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;

/** Runs a Vitest project and adds up its tests. */
const vitest = (project: string): boolean => {
  const report = join(scratch, `${project}.json`);
  const passed = run('npx', 'vitest', 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`);
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number };
  counts.passed += numPassedTests;
  counts.failed += numFailedTests;
  return passed;
};

/** A check without tests of its own counts as one. */
const check = (passed: boolean): boolean => {
  if (passed) counts.passed += 1;
  else counts.failed += 1;
  return passed;
};

const builds = (): boolean => check(run('npx', 'wxt', 'build')) && check(run('npx', 'wxt', 'build', '-b', 'firefox'));

const parts: Record<string, () => boolean> = {
  data: () => check(run('node', 'tools/data-check.ts')),
  build: builds,
  types: () => check(run('npx', 'tsc', '--noEmit')),
  unit: () => vitest('unit'),
  lint: () => check(run('npx', 'web-ext', 'lint', '--source-dir', join('.output', 'firefox-mv3'), '--no-config-discovery')),
  browser: () => vitest('browser'),
  e2e: () => check(run('npx', 'wxt', 'build', '--mode', 'e2e')) && vitest('e2e'),
};

const asked = process.argv.slice(2).filter((name) => name in parts);
const started = Date.now();
const failed: string[] = [];
for (const name of asked.length > 0 ? asked : Object.keys(parts)) {
  console.log(`\n== ${name}`);
  if (!parts[name]!()) failed.push(name);
}
rmSync(scratch, { recursive: true, force: true });
console.log(`\n${failed.length === 0 ? 'all parts passed' : `failed: ${failed.join(', ')}`} in ${Math.round((Date.now() - started) / 1000)} s`);
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
