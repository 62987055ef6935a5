/**
 * Walks the facts of a record or a file, for the tools that report on the data. A fact is an object that names a
 * source and a day on which it was checked; `path` says where it stands, such as `releases[2].licences.distribution`.
 */
import type { Provenance } from '../data/schema/fact.ts';

/** A fact's provenance with what it states, where the fact is of the form `{ value, … }`. */
export type FoundFact = Provenance & { readonly value?: unknown };

/** Calls `visit` with every fact in `value`, in the order of the file. */
export const visitFacts = (value: unknown, visit: (fact: FoundFact, path: string) => void, path = ''): void => {
  if (Array.isArray(value)) {
    value.forEach((item, index) => visitFacts(item, visit, `${path}[${index}]`));
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if ('source' in value && 'checked' in value) visit(value as FoundFact, path);
  for (const [key, item] of Object.entries(value)) {
    if (key !== 'sources') visitFacts(item, visit, path === '' ? key : `${path}.${key}`);
  }
};
