/**
 * A law on the reader's day: its state in words, what comes next, a line of time, every date and amendment.
 * The state is computed when it is shown, by `lawOn`, so a card that was built in spring is right in autumn.
 */
import { lawOn } from '../../openness/law-on-day.ts';
import type { DateMeaning, Instrument, LawState } from '../../data/schema/lists.ts';
import type { Card, CardDate, CardLink } from '../../glossary/card.ts';
import { sayDate, stop, word, type MessageKey } from '../text.ts';
import { useT } from '../words.tsx';
import { Prose, RecordLink, Refs, Section, Time, useCard } from './parts.tsx';

type Law = NonNullable<Card['law']>;

/** States that last from a day on; the others come about on a day. */
const lasting: readonly LawState[] = ['in-force', 'partly-applicable', 'applicable', 'suspended'];

const over: readonly LawState[] = ['vetoed', 'withdrawn', 'rejected', 'repealed', 'expired'];

/** The tone in which a law's state is told. */
export const toneOfState = (state: LawState | null): 'shut' | 'law' => (state !== null && over.includes(state) ? 'shut' : 'law');

/** Instruments that bind nobody before they are law. */
const bills: readonly Instrument[] = ['bill', 'statute', 'regulation', 'directive'];

/**
 * Whether to say that the next step is still to come: only where its date is known, since many laws apply from the day they
 * are in force, and a guideline or a code of practice never is.
 */
const isWaiting = (state: LawState, law: Law, today: string): boolean => {
  const isToCome = (meanings: readonly DateMeaning[]) => law.dates.some((date) => meanings.includes(date.meaning) && isInText(date, today) && date.date > today);
  if (state === 'proposed') return bills.includes(law.instrument);
  if (state === 'adopted' || state === 'published') return isToCome(['in-force', 'applies']);
  return state === 'in-force' && isToCome(['applies']);
};

/** How many of the parts that apply a glance names: those that came last. */
const mostParts = 2;

/** The law's state on the day, in words; a recital has none. */
export const LawVerdict = ({ law }: { law: Law }) => {
  const t = useT();
  const { today } = useCard();
  const { state, since } = lawOn(today, law);
  const head = state === null ? t('law_state_unknown')
    : since === null ? word(t, 'law_state', state)
      : t(`law_since_${state.replaceAll('-', '_')}${isWaiting(state, law, today) ? '_waiting' : ''}` as MessageKey, sayDate(t, lasting.includes(state) ? 'since' : 'on', since));
  if (state === null && law.provisionType === 'recital') return <p class="summary">{t('recital_means')}</p>;
  return <div class={`verdict tone-${toneOfState(state)}`}><p class="verdict-words">{head}</p></div>;
};

/** What of it applies already, and what comes next. */
export const LawSteps = ({ law, size }: { law: Law; size: 'glance' | 'full' }) => {
  const t = useT();
  const { today } = useCard();
  const { state, next, uncertain, applies } = lawOn(today, law);
  const scoped = applies.filter(({ scope }) => scope !== undefined);
  const shown = size === 'full' ? scoped : scoped.slice(-mostParts).reverse();
  const hasParts = state === 'partly-applicable' && scoped.length > 0;
  if (!hasParts && !next && !uncertain) return null;
  return (
    <div class="steps">
      {hasParts && (
        <ul class="applies">
          {shown.map(({ since: from, scope }) => <li><Prose>{scope ?? ''}</Prose>{stop(t, ':')}{sayDate(t, 'since', from)}</li>)}
          {shown.length < scoped.length && <li>{t('n_more', scoped.length - shown.length)}</li>}
        </ul>
      )}
      {next && (
        <p>
          {t('law_next', [sayDate(t, 'on', next.date), ...(next.inDays === null ? [] : [t('in_days', next.inDays)])].join(', '), word(t, 'date', next.meaning))}
          {next.scope && <> (<Prose>{next.scope}</Prose>)</>}.
        </p>
      )}
      {uncertain && <p class="flag">{t('law_uncertain')}</p>}
    </div>
  );
};

/** A partial date as a point in time: its middle, so that a bare year stands in the year. */
const pointOf = (date: string): number => {
  const [year, month, day] = date.split('-').map(Number) as [number, number?, number?];
  return Date.UTC(year, month === undefined ? 6 : month - 1, day ?? 15);
};

/** A date that an amendment took out of the law's text before `today` no longer counts; one not yet put in does not either. */
const isInText = (date: CardDate, today: string): boolean =>
  (date.until === undefined || date.until.on > today) && (date.from === undefined || date.from.on <= today);

/** Most dates that the picture can name without their words running into each other. */
const mostOnLine = 5;

/**
 * Which dates the picture shows: those around today, past ones from the newest, never two of one day.
 */
const chooseDates = (dates: readonly CardDate[], today: string): CardDate[] => {
  const inText = dates.filter((date) => isInText(date, today)).sort((a, b) => pointOf(a.date) - pointOf(b.date));
  const once = inText.filter((date, index) => inText.findIndex((other) => other.date === date.date) === index);
  const firstNext = once.findIndex(({ date }) => pointOf(date) > pointOf(today));
  const next = firstNext === -1 ? once.length : firstNext;
  const start = Math.max(0, Math.min(next - 3, once.length - mostOnLine));
  return once.slice(start, start + mostOnLine);
};

/** Places in percent, true to time but never closer than `gap`. */
const spread = (points: readonly number[], gap: number): number[] => {
  const first = points[0] ?? 0;
  const span = (points.at(-1) ?? 0) - first || 1;
  const wanted = points.map((point) => ((point - first) / span) * 100);
  const forward: number[] = [];
  wanted.forEach((x, index) => forward.push(index === 0 ? 0 : Math.max(x, (forward[index - 1] ?? 0) + gap)));
  const room = [...forward];
  for (let index = room.length - 1; index >= 0; index--) {
    room[index] = Math.min(room[index] ?? 0, index === room.length - 1 ? 100 : (room[index + 1] ?? 100) - gap);
  }
  return room;
};

/** Percent of the line that two dates keep between them, so that their words stand apart: as many as there is room for. */
const leastGap = (dates: number): number => (dates < mostOnLine ? 24 : 19);

/** How wide a date's words may be: up to the edge, or to where a neighbour's begin. */
const widthAt = (places: readonly number[], index: number, most: number): number => {
  const gaps = [index - 1, index + 1].flatMap((other) => (places[other] === undefined ? [] : [Math.abs((places[other] ?? 0) - (places[index] ?? 0))]));
  return Math.min(most, ...gaps);
};

/** The law's time at a glance: past dates filled, coming ones hollow, and where today stands. */
export const Timeline = ({ law }: { law: Law }) => {
  const t = useT();
  const { today } = useCard();
  const dates = chooseDates(law.dates, today);
  if (dates.length < 2) return null;
  const now = pointOf(today);
  const points = dates.map(({ date }) => pointOf(date));
  const margin = 50 / dates.length;
  const places = spread(points, leastGap(dates.length) / (1 - 1 / dates.length)).map((x) => margin + (x * (100 - 2 * margin)) / 100);
  const after = points.findIndex((point) => point > now);
  const [left, right] = after === -1 ? [places.length - 1, places.length] : [after - 1, after];
  const leftX = places[left] ?? 0;
  const rightX = places[right] ?? 100;
  const leftAt = points[left] ?? now;
  const rightAt = points[right] ?? now;
  const share = left < 0 || right >= places.length || rightAt === leftAt ? 0.5 : (now - leftAt) / (rightAt - leftAt);
  // Today keeps a little apart from both neighbours, so that it can be seen between them.
  const todayX = leftX + (rightX - leftX) * Math.min(0.85, Math.max(0.15, share));
  const at = (x: number) => `${t.dir === 'rtl' ? 100 - x : x}%`;
  return (
    <div class="timeline">
      <svg class="timeline-line" width="100%" height="30" aria-hidden="true" focusable="false">
        <text class="timeline-today" x={at(todayX)} y="9" text-anchor="middle">{t('today')}</text>
        <line class="timeline-future" x1={at(0)} x2={at(100)} y1="21" y2="21" />
        <line class="timeline-past" x1={at(0)} x2={at(todayX)} y1="21" y2="21" />
        <line class="timeline-now" x1={at(todayX)} x2={at(todayX)} y1="12" y2="29" />
        {places.map((x, index) => (
          <circle class={(points[index] ?? 0) <= now ? 'past' : 'future'} cx={at(x)} cy="21" r="5" />
        ))}
      </svg>
      <ol class="timeline-labels">
        {dates.map((date, index) => {
          const width = widthAt(places, index, 2 * margin);
          return (
            <li style={{ insetInlineStart: `${(places[index] ?? 0) - width / 2}%`, inlineSize: `${width}%` }}>
              <span>{word(t, 'date', date.meaning)}</span> <Time date={date.date.slice(0, 7)} month="short" />
            </li>
          );
        })}
      </ol>
    </div>
  );
};

/** An amending act by its name, where the law's own list holds it. */
const actOf = (law: Law, id: string): CardLink =>
  [...law.amendments, ...law.dates].find(({ act }) => act?.id === id)?.act ?? { name: id };

/** Every date of a law with what it means, and what an amendment moved. */
export const LawDates = ({ law }: { law: Law }) => {
  const t = useT();
  const { today } = useCard();
  const dates = [...law.dates].sort((a, b) => pointOf(a.date) - pointOf(b.date));
  return (
    <>
      {dates.length > 0 && (
        <Section title={t('dates_title')}>
          <ul class="dates">
            {dates.map((date) => (
              <li class={isInText(date, today) ? (pointOf(date.date) <= pointOf(today) ? 'past' : 'future') : 'moved'}>
                <span class="when"><Time date={date.date} month="short" /></span>
                <span>
                  {word(t, 'date', date.meaning)}
                  {date.scope && <>{stop(t, ':')}<Prose>{date.scope}</Prose></>}
                  {date.act && !date.from && <> (<RecordLink to={date.act} />)</>}
                  {date.until && <span class="moved-by">, {t('date_until')} <RecordLink to={actOf(law, date.until.act)} /></span>}
                  {date.from && <span class="moved-by">, {t('date_from')} <RecordLink to={actOf(law, date.from.act)} /></span>}
                  <Refs of={[date.how]} />
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('amendments_title')}>
        {law.amendments.length === 0 ? <p class="not-known">{t('amendments_none')}</p> : (
          <ul class="dates">
            {law.amendments.map(({ act, on, what, how }) => (
              <li>
                <span class="when"><Time date={on} month="short" /></span>
                <span><RecordLink to={act} />{stop(t, ':')}<Prose>{what}</Prose><Refs of={[how]} /></span>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
};
