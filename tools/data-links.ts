/**
 * `npm run data:links [-- FILE ...]`: asks for every address in the data, or in these record files, and lists those that no
 * longer answer. It needs the network, so it is run by hand and is no part of the tests. A site that refuses programs
 * (401, 403, 429) is not called dead. Where none of a few sites answers at all, the fault is taken to be on our side.
 */
import { readFileSync } from 'node:fs';
import { readFiles } from './records.ts';

/** Few at a time: the addresses lie on some hundred sites, and none of them should notice us. */
const concurrency = 6;
const timeoutMs = 20_000;
/** So many sites are asked first: that all of them are down at once means that we are. */
const probes = 6;
const probeTimeoutMs = 10_000;

/** Thrown where no site answers, so that a missing network is not told as thousands of dead links. */
export class NoNetworkError extends Error {
  override name = 'NoNetworkError';
}

/** An address with the files that use it, and why it is taken for dead. */
export interface DeadLink {
  readonly url: string;
  readonly files: readonly string[];
  readonly why: string;
}

/** All addresses of record files, each with the files that name it as a source, a link or a component. */
export const collectUrls = (files: readonly { readonly path: string; readonly file: unknown }[]): Map<string, string[]> => {
  const found = new Map<string, string[]>();
  const visit = (value: unknown, path: string): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, path);
    else if (typeof value === 'object' && value !== null) {
      if ('url' in value && typeof value.url === 'string') {
        const users = found.get(value.url) ?? [];
        if (!users.includes(path)) users.push(path);
        found.set(value.url, users);
      }
      for (const item of Object.values(value)) visit(item, path);
    }
  };
  for (const { path, file } of files) visit(file, path);
  return found;
};

type Ask = (url: string, init: { method: string; redirect: 'follow'; signal: AbortSignal }) => Promise<{ status: number }>;

/** `fetch` wraps what went wrong: "fetch failed" alone tells nobody whether the name or the server is gone. */
const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
};

const whyDead = async (url: string, ask: Ask): Promise<string | null> => {
  let why = 'no answer';
  // Some servers answer HEAD wrongly, so a failure counts only once GET has failed too.
  for (const method of ['HEAD', 'GET']) {
    try {
      const { status } = await ask(url, { method, redirect: 'follow', signal: AbortSignal.timeout(timeoutMs) });
      if (status < 400 || status === 401 || status === 403 || status === 429) return null;
      why = `status ${status}`;
    } catch (error) {
      why = reasonOf(error);
    }
  }
  return why;
};

/** @throws NoNetworkError where none of the first few sites gives any answer, not even an error page */
const requireNetwork = async (urls: readonly string[], ask: Ask): Promise<void> => {
  const oneEachSite = [...new Map(urls.map((url) => [new URL(url).host, url])).values()].slice(0, probes);
  const tries = await Promise.allSettled(
    oneEachSite.map((url) => ask(url, { method: 'HEAD', redirect: 'follow', signal: AbortSignal.timeout(probeTimeoutMs) })),
  );
  const [first] = tries;
  if (tries.length >= probes && first?.status === 'rejected' && tries.every(({ status }) => status === 'rejected')) {
    throw new NoNetworkError(`none of ${tries.length} sites answers (${reasonOf(first.reason)}): is there a network?`);
  }
};

/**
 * The addresses that do not answer, in the order of `urls`.
 * @throws NoNetworkError where no site answers at all
 */
export const findDeadLinks = async (urls: ReadonlyMap<string, readonly string[]>, ask: Ask): Promise<DeadLink[]> => {
  await requireNetwork([...urls.keys()], ask);
  const queue = [...urls];
  const dead = new Map<string, DeadLink>();
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [url, files] = next;
      const why = await whyDead(url, ask);
      if (why !== null) dead.set(url, { url, files, why });
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return [...urls.keys()].flatMap((url) => dead.get(url) ?? []);
};

const parse = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw error instanceof SyntaxError ? new SyntaxError(`${path}: not JSON: ${error.message}`) : error;
  }
};

if (import.meta.main) {
  const paths = process.argv.slice(2);
  try {
    const files = paths.length === 0
      ? (await readFiles()).files
      : paths.map((path) => ({ path, file: parse(path) }));
    const urls = collectUrls(files);
    const dead = await findDeadLinks(urls, fetch);
    for (const { url, files: users, why } of dead) console.log(`${url}\n  ${why}; in ${users.join(', ')}`);
    console.log(`${urls.size} addresses, ${dead.length} dead`);
    if (dead.length > 0) process.exitCode = 1;
  } catch (error) {
    const isExpected = error instanceof NoNetworkError || error instanceof SyntaxError || (error instanceof Error && 'code' in error);
    if (!isExpected) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
