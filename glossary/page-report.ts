/**
 * One page's report out of its frames' mentions: each record once with its count and its mentions in order, how many
 * models of each tier, and the page's claims with our finding. Used by the popup, the side panel and the exports.
 */
import { kinds, type Kind } from '../data/schema/lists.ts';
import { judgeClaim } from '../openness/judge-claim.ts';
import type { LawLike } from '../openness/law-on-day.ts';
import type { ClaimVerdict, LicenceTarget, Tier } from '../openness/types.ts';
import type { GlossaryEntry } from './card.ts';
import type { FrameReport, PageClaim, PageMention } from './report.ts';

/** A frame of the tab with what it reported. */
export interface ReportedFrame {
  readonly frame: number;
  readonly report: FrameReport;
}

export type TabMention = PageMention & { readonly frame: number };
export type TabClaim = PageClaim & { readonly frame: number; readonly verdict: ClaimVerdict };

/** A record that the page names. */
export interface ReportRecord {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  /** Of a model: its tier, `null` for a family whose releases differ. Absent for other kinds. */
  readonly tier?: Tier | null;
  /** Of a licence: what it is open for. */
  readonly opens?: readonly LicenceTarget[];
  /** Of a law or provision: what its state on a day is computed from. */
  readonly law?: LawLike;
  /** Of a provision or release: the law's or family's name. */
  readonly parent?: string;
  readonly mentions: readonly TabMention[];
  readonly claims: readonly TabClaim[];
}

export interface PageReport {
  /** In order of first mention. */
  readonly records: readonly ReportRecord[];
  /** All mentions in document order, frame by frame. */
  readonly mentions: readonly TabMention[];
  readonly claims: readonly TabClaim[];
  /** Models by tier; families without a tier that all releases share are in `mixed`. */
  readonly tiers: Readonly<Partial<Record<Tier, number>>>;
  readonly mixed: number;
  /** Distinct records of each kind. */
  readonly kinds: Readonly<Partial<Record<Kind, number>>>;
  /** Distinct provisions by the law they belong to, most first. */
  readonly provisions: readonly { readonly law: string; readonly count: number }[];
  /** False while some frame is still being read. */
  readonly complete: boolean;
}

/**
 * @param frames the tab's frames, the top one first.
 * @param entryOf what the glossary knows of a record; a record that it no longer holds keeps the page's own words.
 */
export const makePageReport = (frames: readonly ReportedFrame[], entryOf: (id: string) => GlossaryEntry | undefined): PageReport => {
  const tierOf = (id: string, kind: Kind): Tier | null => (kind === 'model' ? entryOf(id)?.tier ?? null : null);
  const mentions = frames.flatMap(({ frame, report }) => report.mentions.map((mention): TabMention => ({ ...mention, frame })));
  const claims = frames.flatMap(({ frame, report }) => report.claims.map((claim): TabClaim => {
    const kind = entryOf(claim.id)?.kind ?? report.mentions.find(({ id }) => id === claim.id)?.kind ?? 'concept';
    return { ...claim, frame, verdict: judgeClaim(claim.claim, tierOf(claim.id, kind)) };
  }));
  const byId = Map.groupBy(mentions, ({ id }) => id);
  const records = [...byId].map(([id, own]): ReportRecord => {
    const first = own[0]!;
    const entry = entryOf(id);
    return {
      id, kind: first.kind, name: entry?.name ?? first.name, mentions: own, claims: claims.filter((claim) => claim.id === id),
      ...(first.kind === 'model' ? { tier: tierOf(id, first.kind) } : {}),
      ...(entry?.opens ? { opens: entry.opens } : {}),
      ...(entry?.law ? { law: entry.law } : {}),
      ...(entry?.parent ? { parent: entry.parent } : {}),
    };
  });
  const tiers: Partial<Record<Tier, number>> = {};
  for (const { tier } of records) if (tier) tiers[tier] = (tiers[tier] ?? 0) + 1;
  const countOf = (kind: Kind): number => records.filter((record) => record.kind === kind).length;
  const provisions = Map.groupBy(records.filter(({ kind }) => kind === 'provision'), ({ parent }) => parent ?? '');
  return {
    records, mentions, claims, tiers,
    mixed: records.filter(({ tier }) => tier === null).length,
    kinds: Object.fromEntries(kinds.map((kind) => [kind, countOf(kind)]).filter(([, count]) => count !== 0)) as PageReport['kinds'],
    provisions: [...provisions].map(([law, own]) => ({ law, count: own.length })).sort((a, b) => b.count - a.count),
    complete: frames.every(({ report }) => report.complete),
  };
};

/** Records by kind, in the order of the dataset's kinds; within one, in order of first mention. */
export const groupByKind = (records: readonly ReportRecord[]): { readonly kind: Kind; readonly records: readonly ReportRecord[] }[] =>
  kinds.map((kind) => ({ kind, records: records.filter((record) => record.kind === kind) })).filter((group) => group.records.length > 0);

/** Claims that differ from the facts: contradicted, or true of the weights alone. */
export const differingClaims = (claims: readonly TabClaim[]): readonly TabClaim[] => claims.filter(({ verdict }) => verdict === 'contradicted' || verdict === 'weights-only');
