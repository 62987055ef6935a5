/** One run of text that was read: what the reader finds in it and settles later. Apart from the reader, which a page loads only when it needs it. */
import type { Mention } from './types.ts';
import type { Candidate } from './weigh.ts';

export type Role = 'heading' | 'text';

/** A run of text that was read: kept while its text stands on the page. */
export interface Run {
  readonly text: string;
  readonly role: Role;
  readonly candidates: readonly Candidate[];
  /** Holds a word such as "Article" before a number. */
  readonly citesProvision: boolean;
  /** Names of the reader's own glossary. */
  readonly own: readonly Mention[];
}

/** Whether the run names nothing, whatever the rest of the page says, and says nothing for the rest of the page. */
export const isEmptyRun = (run: Run): boolean => run.candidates.length === 0 && !run.citesProvision && run.own.length === 0 && run.role === 'text';

/** The run that names nothing. */
export const emptyRun: Run = { text: '', role: 'text', candidates: [], citesProvision: false, own: [] };
