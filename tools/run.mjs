/**
 * What `npm start` and `npm test` call: `node tools/run.mjs start|test [arguments]`. On a fresh machine with only Node
 * and npm it installs the locked dependencies (among them a newer Node, which the tools run on) and the browsers, then
 * goes on through npm. Plain JavaScript with built-ins only, because nothing else is there yet.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { needBrowser } from './browsers.mjs';

const root = join(import.meta.dirname, '..');
const stampPath = join(root, 'node_modules', '.ajar-installed');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

const runNpm = (args) => {
  const { status, error } = spawnSync(npm, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (error) throw error;
  return status ?? 1;
};

/** Installs what the lock file says, unless that is there already. */
const install = () => {
  const stamp = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === stamp) return;
  console.log('installing dependencies');
  if (runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']) !== 0) throw new Error('npm ci failed');
  writeFileSync(stampPath, stamp);
};

const [task, ...args] = process.argv.slice(2);
try {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 20)) throw new Error(`Node 20.20 or later is needed, this is ${process.versions.node}`);
  install();
  const engines = task === 'test' ? ['chromium', 'firefox'] : [args.includes('--firefox') ? 'firefox' : 'chromium'];
  for (const engine of engines) needBrowser(engine);
  process.exitCode = runNpm(['run', '--silent', `${task}:here`, '--', ...args]);
} catch (error) {
  console.error(`ajar: ${error.message}`);
  process.exitCode = 1;
}
