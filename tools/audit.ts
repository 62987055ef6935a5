/**
 * `npm run audit`: known security holes in what the package ships. A step of CI and no part of `npm test`, since it asks the
 * registry. A mirror that keeps no advisories answers with an error: that is said, and is no failure.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const { status, stdout, stderr } = spawnSync('npm', ['audit', '--omit=dev', '--audit-level=high', '--json'], {
  cwd: join(import.meta.dirname, '..'), encoding: 'utf8', shell: process.platform === 'win32',
});

interface Audit {
  readonly error?: unknown;
  readonly message?: string;
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string }>>;
}

const read = (): Audit => {
  try {
    return JSON.parse(stdout) as Audit;
  } catch {
    return { error: stderr };
  }
};

const audit = read();
if (audit.vulnerabilities === undefined) {
  console.log(`this registry keeps no advisories, so nothing was checked: ${audit.message ?? String(audit.error).trim()}`);
} else {
  const found = Object.entries(audit.vulnerabilities).map(([name, { severity }]) => `${name}: ${severity}`);
  console.log(found.length === 0 ? 'no known holes in what is shipped' : found.join('\n'));
  process.exitCode = status ?? 1;
}
