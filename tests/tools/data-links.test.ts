import { describe, expect, it } from 'vitest';
import { NoNetworkError, collectUrls, findDeadLinks } from '../../tools/data-links.ts';

const answer = (statuses: Record<string, number | Error>, asked: string[] = []) =>
  async (url: string, { method }: { method: string }): Promise<{ status: number }> => {
    asked.push(`${method} ${url}`);
    const status = statuses[`${method} ${url}`] ?? statuses[url] ?? 200;
    if (status instanceof Error) throw status;
    return { status };
  };
const urls = (...list: string[]): Map<string, string[]> => new Map(list.map((url) => [url, ['f.json']]));

describe('findDeadLinks', () => {
  it('names what is gone or does not answer, in order, with the files that use it', async () => {
    const found = await findDeadLinks(urls('https://a.example/', 'https://b.example/', 'https://c.example/'), answer({ 'https://a.example/': 404, 'https://c.example/': new Error('no such host') }));
    expect(found).toEqual([
      { url: 'https://a.example/', files: ['f.json'], why: 'status 404' },
      { url: 'https://c.example/', files: ['f.json'], why: 'no such host' },
    ]);
  });

  it('believes a page over a server that answers HEAD wrongly', async () => {
    expect(await findDeadLinks(urls('https://a.example/'), answer({ 'HEAD https://a.example/': 405 }))).toEqual([]);
  });

  it.each([401, 403, 429])('does not call a site dead that answers %i', async (status) => {
    expect(await findDeadLinks(urls('https://a.example/'), answer({ 'https://a.example/': status }))).toEqual([]);
  });
});

describe('findDeadLinks without a network', () => {
  const sites = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((site) => `https://${site}.example/page`);

  it('says so after a few sites, in the place of calling each address dead', async () => {
    const asked: string[] = [];
    const ask = answer(Object.fromEntries(sites.map((url) => [url, new Error('no such host')])), asked);
    await expect(findDeadLinks(urls(...sites), ask)).rejects.toThrow(NoNetworkError);
    expect(asked.length).toBeLessThan(sites.length);
  });

  it('goes on where one of them answers, be it with an error', async () => {
    const found = await findDeadLinks(urls(...sites), answer({ ...Object.fromEntries(sites.map((url) => [url, new Error('no such host')])), [sites[1]!]: 500 }));
    expect(found).toHaveLength(sites.length);
  });
});

describe('collectUrls', () => {
  it('finds each address once, with every file that uses it', () => {
    const source = { sources: { s: { url: 'https://a.example/', title: 'A' } } };
    const found = collectUrls([
      { path: 'x.json', file: { ...source, links: [{ role: 'home', url: 'https://b.example/' }, { role: 'text', url: 'https://a.example/' }] } },
      { path: 'y.json', file: source },
    ]);
    expect([...found]).toEqual([['https://a.example/', ['x.json', 'y.json']], ['https://b.example/', ['x.json']]]);
  });
});
