/** The reader's own glossary and the back-up of everything that they chose: kept in `storage.local`, nowhere else. */
import { storage } from 'wxt/utils/storage';
import type { Card } from '../glossary/card.ts';
import { backUpBytes, fileProblem, ownCard, ownLimits, parseOwnGlossary, writeOwnGlossary, type OwnProblem, type OwnRecord } from '../glossary/own-records.ts';
import type { OwnNames } from '../mentions/own-names.ts';
import { today } from '../openness/law-on-day.ts';
import { readCard } from './cards.ts';
import { changeSettings, parseSettings, readSettings, type Settings } from './settings.ts';

/** Stored as the text of a file, and read by the same strict reader: storage is no more trusted than a file. */
const item = storage.defineItem<string>('local:own', { fallback: '', version: 1 });

const parseStored = (text: string): readonly OwnRecord[] => {
  const parsed = text === '' ? { records: [] } : parseOwnGlossary(text);
  return 'records' in parsed ? parsed.records : [];
};

export const readOwn = async (): Promise<readonly OwnRecord[]> => parseStored(await item.getValue());
/** @throws what the browser says where it cannot store; what was stored before then still holds. */
export const writeOwn = (records: readonly OwnRecord[]): Promise<void> => item.setValue(writeOwnGlossary(records));
export const watchOwn = (onChange: (records: readonly OwnRecord[]) => void): (() => void) =>
  item.watch((text) => onChange(parseStored(text ?? '')));

/** What a page needs of them. */
export const ownNamesOf = (records: readonly OwnRecord[]): OwnNames[] =>
  records.map(({ id, kind, name, names }) => ({
    id, kind, name, forms: names.map(({ text, cues }) => (cues === undefined ? { text } : { text, cues })),
  }));

/** The card of any record, the reader's own or ours; `null` where there is none. @throws where the package cannot be read. */
export const readAnyCard = async (id: string): Promise<Card | null> => {
  if (!id.startsWith('own-')) return readCard(id);
  const record = (await readOwn()).find((own) => own.id === id);
  return record === undefined ? null : ownCard(record, today());
};

/** What came of a file. */
export type FileOutcome =
  | { readonly ok: true; readonly count: number }
  | { readonly ok: false; readonly reason: 'too-big' | 'not-json' | 'invalid' | 'quota' | 'failed'; readonly problems?: readonly OwnProblem[] };

const store = async (count: number, write: () => Promise<unknown>): Promise<FileOutcome> => {
  try {
    await write();
    return { ok: true, count };
  } catch (error) {
    return { ok: false, reason: /quota/i.test((error as Error).message) ? 'quota' : 'failed' };
  }
};

/** Takes the records of a file beside those there; one of the same name is replaced. Either all are taken or none. */
export const importOwn = async (file: File): Promise<FileOutcome> => {
  if (file.size > ownLimits.bytes) return { ok: false, reason: 'too-big' };
  const parsed = parseOwnGlossary(await file.text());
  if ('problems' in parsed) return { ok: false, reason: 'invalid', problems: parsed.problems };
  const taken = new Map([...(await readOwn()), ...parsed.records].map((record) => [record.id, record]));
  if (taken.size > ownLimits.records) {
    return { ok: false, reason: 'invalid', problems: [fileProblem('too-many-together', ownLimits.records)] };
  }
  return store(parsed.records.length, () => writeOwn([...taken.values()]));
};

/** Everything that the reader chose, as a file. */
export const writeBackUp = async (): Promise<string> =>
  `${JSON.stringify({ ajar: 'back-up', version: 1, settings: await readSettings(), own: JSON.parse(writeOwnGlossary(await readOwn())) as unknown }, null, 2)}\n`;

/** Puts a back-up in the place of what is there. A file that is damaged in any part changes nothing. */
export const restoreBackUp = async (file: File): Promise<FileOutcome> => {
  if (file.size > backUpBytes) return { ok: false, reason: 'too-big' };
  let back: { ajar?: unknown; settings?: unknown; own?: unknown } | null;
  try {
    back = JSON.parse(await file.text()) as typeof back;
  } catch {
    return { ok: false, reason: 'not-json' };
  }
  if (back?.ajar !== 'back-up') return { ok: false, reason: 'invalid', problems: [fileProblem('not-back-up')] };
  const { settings, whole } = parseSettings(back.settings);
  const own = parseOwnGlossary(JSON.stringify(back.own ?? null));
  if (!whole) return { ok: false, reason: 'invalid', problems: [fileProblem('bad-settings')] };
  if ('problems' in own) return { ok: false, reason: 'invalid', problems: own.problems.map((problem) => ({ ...problem, line: null })) };
  const before: { settings: Settings; own: readonly OwnRecord[] } = { settings: await readSettings(), own: await readOwn() };
  const outcome = await store(own.records.length, async () => {
    await writeOwn(own.records);
    await changeSettings(settings);
  });
  if (!outcome.ok) await writeOwn(before.own).catch(() => undefined);
  return outcome;
};
