/**
 * What the three imports share: the shape of what they read from a checkout of an upstream repository, and the error that
 * names every file and line that does not parse. Called by tools/import*.ts. It knows nothing of any one format.
 */
import { execFile } from 'node:child_process';
import { readdir, realpath } from 'node:fs/promises';
import { promisify } from 'node:util';

/** What does not parse: the file as given on the command line, its line from 1, and why. */
export interface UpstreamProblem {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}

/** Thrown where an upstream file does not parse: nothing is imported then. A line a problem: `file:line: reason`. */
export class UpstreamError extends Error {
  readonly problems: readonly UpstreamProblem[];
  constructor(problems: readonly UpstreamProblem[]) {
    super(problems.map(({ file, line, reason }) => `${file}:${line}: ${reason}`).join('\n'));
    this.name = 'UpstreamError';
    this.problems = problems;
  }
}

/** One upstream record: its name there, the file it stands in, and what it says, without how we know it. */
export interface UpstreamRecord<Said> {
  readonly record: string;
  readonly file: string;
  readonly says: Said;
  /** Day that the record speaks for, where it tells one. */
  readonly asOf: string | null;
}

/** Names of the YAML files of a folder, sorted; those that begin with `_` or `.` are upstream's settings, not records. */
export const yamlFiles = async (dir: string): Promise<string[]> => {
  const entries = await readdir(dir, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/i.test(entry.name) && !/^[_.]/.test(entry.name))
    .map((entry) => entry.name)
    .sort();
};

const git = async (dir: string, ...args: string[]): Promise<string> =>
  (await promisify(execFile)('git', ['-C', dir, ...args])).stdout.trim();

/**
 * Tells the day of the last commit that touched a file of `dir`. Where `dir` is not the top of a git checkout the answer
 * is always `null`: the history of a repository around it says nothing of the upstream file.
 */
export const lastCommitDays = async (dir: string): Promise<(file: string) => Promise<string | null>> => {
  try {
    const top = await git(dir, 'rev-parse', '--show-toplevel');
    if ((await realpath(top)) !== (await realpath(dir))) return async () => null;
  } catch {
    return async () => null;
  }
  return async (file) => (await git(dir, 'log', '-1', '--format=%cs', '--', file)) || null;
};
