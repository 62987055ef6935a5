/**
 * `npm run zip`: the packages for the stores, in `.output/`: Chrome, Edge (the same bytes), Firefox, and the sources that
 * Mozilla's reviewers build from. `npm run zip -- --verify` proves that anybody gets the same bytes: it unpacks the sources
 * package elsewhere, builds there, and compares.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';

const root = join(import.meta.dirname, '..');
const wxt = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');

/** What a reader downloads, in bytes; a zipped package past it fails. */
export const zipBudget = 2_500_000;

export interface Package {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Builds the sources in `dir` and zips them for all stores into its `.output` folder.
 * @throws Error where a package is larger than the budget, or the build fails.
 */
export const zipPackages = async (dir: string = root): Promise<Package[]> => {
  const out = join(dir, '.output');
  await mkdir(out, { recursive: true });
  for (const name of await readdir(out)) if (name.endsWith('.zip')) await rm(join(out, name));
  for (const browser of ['chrome', 'firefox']) execFileSync(process.execPath, [wxt, 'zip', '-b', browser], { cwd: dir, stdio: ['ignore', 'ignore', 'inherit'] });
  const chrome = (await readdir(out)).find((name) => name.endsWith('-chrome.zip'))!;
  // Edge takes what Chrome takes.
  await cp(join(out, chrome), join(out, chrome.replace('-chrome.', '-edge.')));
  const packages: Package[] = [];
  for (const file of (await readdir(out)).filter((name) => name.endsWith('.zip')).sort()) {
    const content = await readFile(join(out, file));
    packages.push({ file, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') });
    if (!file.endsWith('-sources.zip') && content.length > zipBudget) throw new Error(`${file} takes ${content.length} bytes, the budget is ${zipBudget}`);
  }
  return packages;
};

/** Builds again out of the sources package in `.output`, with the dependencies that are installed here: names of packages whose bytes differ. */
export const rebuildFromSources = async (packages: readonly Package[]): Promise<string[]> => {
  const sources = packages.find(({ file }) => file.endsWith('-sources.zip'))!;
  const dir = await mkdtemp(join(tmpdir(), 'ajar-sources-'));
  try {
    for (const [path, content] of Object.entries(unzipSync(await readFile(join(root, '.output', sources.file))))) {
      await mkdir(join(dir, dirname(path)), { recursive: true });
      await writeFile(join(dir, path), content);
    }
    await symlink(join(root, 'node_modules'), join(dir, 'node_modules'), 'junction');
    const again = await zipPackages(dir);
    return packages.filter(({ file, sha256 }) => again.find((other) => other.file === file)?.sha256 !== sha256).map(({ file }) => file);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
};

if (import.meta.main) {
  const packages = await zipPackages();
  for (const { file, bytes, sha256 } of packages) console.log(`${file}  ${bytes} bytes  sha256 ${sha256}`);
  if (process.argv.includes('--verify')) {
    const differing = await rebuildFromSources(packages);
    console.log(differing.length === 0 ? 'built again from the sources package: the same bytes' : `differ when built again: ${differing.join(', ')}`);
    process.exitCode = differing.length === 0 ? 0 : 1;
  }
}
