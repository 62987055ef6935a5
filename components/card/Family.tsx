/** A family's releases: how many of each tier as a bar, and the list, newest first. Never an average. */
import { tiers, type Tier, type TierSpread } from '../../openness/types.ts';
import type { Card } from '../../glossary/card.ts';
import { Icon, doorOf } from '../icons.tsx';
import { dot, word } from '../text.ts';
import { useT } from '../words.tsx';
import { Name, RecordLink, Section, Time } from './parts.tsx';

/** A bar of tiers with its legend in words; `mixed` counts families without a tier that all releases share. */
export const TierBar = ({ counts, mixed = 0 }: { counts: Readonly<Partial<Record<Tier, number>>>; mixed?: number }) => {
  const t = useT();
  const present = tiers.filter((tier) => (counts[tier] ?? 0) > 0);
  return (
    <div class="spread">
      <div class="bar" aria-hidden="true">
        {present.map((tier) => <span class={`tone-${doorOf(tier)}`} style={{ flexGrow: counts[tier] }} />)}
        {mixed > 0 && <span class="mixed" style={{ flexGrow: mixed }} />}
      </div>
      <ul class="legend">
        {present.map((tier) => (
          <li class={`tone-${doorOf(tier)}`}><Icon name={doorOf(tier)} tone={doorOf(tier)} size={15} />{' '}{t('count_of', counts[tier] ?? 0, word(t, 'tier', tier))}</li>
        ))}
        {mixed > 0 && <li><Icon name="mixed" tone="plain" size={15} />{' '}{t('sum_mixed', mixed)}</li>}
      </ul>
    </div>
  );
};

export const FamilySpread = ({ spread }: { spread: TierSpread }) => (
  Object.values(spread.counts).some((count) => count > 0) ? <TierBar counts={spread.counts} /> : null
);

/** How many releases a glance shows. */
const mostAtAGlance = 4;

export const Releases = ({ family, all }: { family: NonNullable<Card['family']>; all: boolean }) => {
  const t = useT();
  const shown = all ? family.releases : family.releases.slice(0, mostAtAGlance);
  if (shown.length === 0) return null;
  return (
    <Section title={t('releases_title')}>
      <ul class="releases">
        {shown.map(({ id, name, released, tier, licence }) => (
          <li>
            <Icon name={doorOf(tier)} tone={doorOf(tier)} size={18} />
            <span class="release-name"><RecordLink to={{ id, name, kind: 'model' }} /></span>
            <span class={`release-tier tone-${doorOf(tier)}`}>{word(t, 'tier', tier)}</span>
            <span class="release-more">
              {released ? <Time date={released} month="short" /> : <span class="not-known">{t('not_known')}</span>}
              {licence && <>{dot}<Name>{licence}</Name></>}
            </span>
          </li>
        ))}
      </ul>
      {shown.length < family.releases.length && <p class="note">{t('n_more', family.releases.length - shown.length)}</p>}
    </Section>
  );
};
