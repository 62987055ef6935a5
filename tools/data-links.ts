/**
 * `npm run data:links`: asks for every address in the data and lists those that no longer answer. It needs the network,
 * so it is run by hand and is no part of the tests. A site that refuses programs (401, 403, 429) is not called dead.
 */
import { readFiles } from './records.ts';

/** Few at a time: the addresses lie on some hundred sites, and none of them should notice us. */
const concurrency = 6;
const timeoutMs = 20_000;

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

const whyDead = async (url: string, ask: Ask): Promise<string | null> => {
  let why = 'no answer';
  // Some servers answer HEAD wrongly, so a failure counts only once GET has failed too.
  for (const method of ['HEAD', 'GET']) {
    try {
      const { status } = await ask(url, { method, redirect: 'follow', signal: AbortSignal.timeout(timeoutMs) });
      if (status < 400 || status === 401 || status === 403 || status === 429) return null;
      why = `status ${status}`;
    } catch (error) {
      why = error instanceof Error ? error.message : String(error);
    }
  }
  return why;
};

/** The addresses that do not answer, in the order of `urls`. */
export const findDeadLinks = async (urls: ReadonlyMap<string, readonly string[]>, ask: Ask): Promise<DeadLink[]> => {
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

if (import.meta.main) {
  const { files } = await readFiles();
  const urls = collectUrls(files);
  const dead = await findDeadLinks(urls, fetch);
  for (const { url, files: users, why } of dead) console.log(`${url}\n  ${why}; in ${users.join(', ')}`);
  console.log(`${urls.size} addresses, ${dead.length} dead`);
}
