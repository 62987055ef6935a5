/**
 * The card: all that is shown of a record, in two sizes. The verdict comes first and in words, then facts, other
 * people's assessments, sources. It is shown in the popover on a page, in the popup and in the side panel.
 *
 * It gets plain data and callbacks and knows no extension API. What depends on the day is computed from `today`.
 */
import { useId, useState } from 'preact/hooks';
import { proofKey, type Card as CardData, type CardFact, type CardField } from '../glossary/card.ts';
import { dataAge } from '../openness/age.ts';
import { Actions, type CardActions } from './card/Actions.tsx';
import { Assessments } from './card/Assessments.tsx';
import { ClaimNotes, claimNamesLicence, type JudgedClaim } from './card/Claims.tsx';
import { ComponentGlance, ComponentList } from './card/Components.tsx';
import { FamilySpread, Releases } from './card/Family.tsx';
import { LawDates, Timeline } from './card/Law.tsx';
import { LicencePart, LicenceReasons } from './card/Licence.tsx';
import { Filled, Fold, Joined, Name, Out, Prose, RecordLink, Refs, Scope, Section, Shown, hostOf, useCard } from './card/parts.tsx';
import { Sources } from './card/Sources.tsx';
import { FactRow, Value } from './card/Value.tsx';
import { Verdict, useTone } from './card/Verdict.tsx';
import { ExemptionPart, WhyTier, countConditions, countExemption, mofLine } from './card/Why.tsx';
import { Icon, signOf } from './icons.tsx';
import { dot, formatCountry, formatDate, formatNumber, word } from './text.ts';
import { useT } from './words.tsx';

export type { JudgedClaim } from './card/Claims.tsx';
export type { CardActions } from './card/Actions.tsx';

export interface CardProps {
  readonly card: CardData;
  /** `glance` for a look, `full` for everything. */
  readonly size: 'glance' | 'full';
  /** The reader's own day, `YYYY-MM-DD`. */
  readonly today: string;
  /** What the page says of this record, judged. */
  readonly claims?: readonly JudgedClaim[];
  /** Of a provision: the part that the page names, such as `53(1)(d)`. */
  readonly pinpoint?: string;
  /** A version that the page names and the data does not hold. */
  readonly unknownVersion?: string;
  readonly actions?: CardActions;
  /** Shows another record. */
  readonly onOpen?: (id: string) => void;
  /** Asks for the full size; the glance then offers it. */
  readonly onMore?: () => void;
  /** `dialog` in a popover, where the card stands apart from the document's reading order. */
  readonly role?: 'dialog' | 'article';
}

const headFields = ['maker', 'country', 'released'] as const satisfies readonly CardField[];

/** Facts that a glance shows, by what a reader asks first of each kind; a model's are its own rows. */
const glanceFields: readonly CardField[] = [
  'licence', 'access', 'size', 'models', 'type', 'founded', 'made-for', 'commercial-use', 'derivatives', 'user-cap',
  'field-of-use', 'territory', 'open-source', 'component-exception',
];

/** Whose law it is: a country or the Union by its name, with a state's code; a body as it is called. */
const Jurisdiction = ({ code }: { code: string }) => {
  const t = useT();
  const [, country, part] = /^([A-Z]{2})(?:-([A-Z0-9]{1,3}))?$/.exec(code) ?? [];
  return country ? <>{formatCountry(t, country)}{part && <> <Name>{`(${part})`}</Name></>}</> : <Name>{code}</Name>;
};

const Head = ({ id, pinpoint }: { id: string; pinpoint: string | undefined }) => {
  const t = useT();
  const { card } = useCard();
  const tone = useTone();
  const common = card.family?.spread.common ?? undefined;
  const tier = card.model?.tier.tier ?? common;
  const sign = card.family && !common ? 'mixed' : signOf(card.kind, tier);
  const facts = headFields.flatMap((field) => card.facts.filter((fact) => fact.field === field && fact.value !== null));
  const type = card.law?.provisionType ? word(t, 'provision_type', card.law.provisionType)
    : card.law ? word(t, 'instrument', card.law.instrument)
      : card.family ? t('model_family') : word(t, 'kind', card.kind);
  return (
    <div class="head">
      <span class={`door tone-${tone}`}><Icon name={sign} tone={tone} size={44} /></span>
      <div>
        <h2 id={id}><Name>{card.name}</Name></h2>
        <p class="what">
          <Joined by={dot} items={[
            card.parent && card.model ? <Filled text={([family = '']) => t('model_of_family', family)} parts={[<RecordLink to={card.parent} />]} /> : type,
            ...(card.parent && !card.model ? [<RecordLink to={card.parent} />] : []),
            ...(card.law && !card.parent ? [<Jurisdiction code={card.law.jurisdiction} />] : []),
            ...facts.map(({ value }) => <Value value={value} />),
          ]} />
          <Refs of={facts.map(({ from }) => from)} />
        </p>
        {pinpoint && <p class="what">{t('pinpoint', pinpoint)}</p>}
        {card.own && <p class="own">{t('own_record')}</p>}
      </div>
    </div>
  );
};

/** A model's verdicts by others' measures, one line each, with the sources that they rest on. */
const ModelRows = () => {
  const t = useT();
  const { card } = useCard();
  if (!card.model) return null;
  const { tier, mof, exemption, licence } = card.model;
  const osai = card.assessments.find((assessment) => assessment.by === 'osai');
  const licenceFact = card.facts.find(({ field, value }) => field === 'licence' && value !== null);
  const refsOf = (facts: readonly { readonly record: string; readonly field: string }[]) =>
    <Refs of={facts.map((ref) => card.proofs[proofKey(ref)] ?? null)} />;
  return (
    <>
      <div class="row">
        <dt>{word(t, 'field', 'licence')}</dt>
        <dd>
          {licence ? <RecordLink to={licence.link} /> : licenceFact ? <Value value={licenceFact.value} /> : <span class="not-known">{t('not_known')}</span>}
          {licence?.verdict?.reasons[0] && tier.because !== 'weights-restricted' && <>{dot}{word(t, 'licence_reason', licence.verdict.reasons[0].reason)}</>}
          <Refs of={[licenceFact?.from ?? null]} />
        </dd>
      </div>
      <div class="row"><dt>{t('row_osaid')}</dt><dd>{countConditions(t, tier.osaid)}{refsOf(tier.osaid.flatMap(({ facts }) => facts))}</dd></div>
      <div class="row"><dt><abbr title={t('mof_name')}>{t('row_mof')}</abbr></dt><dd>{mofLine(t, mof)}<Refs of={card.model.components.map(({ from }) => from)} /></dd></div>
      {osai && (
        <div class="row">
          <dt>{t('row_osai')}</dt>
          <dd>{t('osai_score', formatNumber(t, osai.score))}{osai.from[1] && <>{dot}{formatDate(t, osai.from[1], 'short')}</>}<Refs of={[osai.from]} /></dd>
        </div>
      )}
      <div class="row">
        <dt>{t('row_ai_act')}</dt>
        <dd>
          {countExemption(t, exemption)}
          {refsOf(exemption.conditions.flatMap(({ facts }) => facts))}
        </dd>
      </div>
    </>
  );
};

/** Known facts as rows; what is not known in one row at the end. */
const Facts = ({ size }: { size: 'glance' | 'full' }) => {
  const t = useT();
  const { card } = useCard();
  if (size === 'glance') {
    // That a company is of the type company says its kind already.
    const isSaid = ({ field, value }: CardFact): boolean => field === 'type' && value?.type === 'words' && value.ids.every((id) => id === card.kind);
    const rows = card.facts.filter((fact) => glanceFields.includes(fact.field) && fact.value !== null && !isSaid(fact));
    const shown = card.model ? [] : rows.slice(0, 5);
    return (card.model || shown.length > 0) ? <dl class="facts"><ModelRows />{shown.map((fact) => <FactRow fact={fact} />)}</dl> : null;
  }
  const known = card.facts.filter(({ value }) => value !== null);
  const unknown = card.facts.filter(({ value }) => value === null);
  if (card.facts.length === 0) return null;
  return (
    <Section title={t('facts_title')}>
      <dl class="facts">
        {known.map((fact) => <FactRow fact={fact} />)}
        {unknown.length > 0 && (
          <div class="row not-known">
            <dt>{t('not_known_title')}</dt>
            <dd>{unknown.map(({ field }) => word(t, 'field', field)).join(', ')}</dd>
          </div>
        )}
      </dl>
    </Section>
  );
};

/** A law has dozens of names in print, in all its languages: the first ones tell, the rest can be asked for. */
const mostNames = 8;
const AlsoCalled = ({ names }: { names: readonly string[] }) => {
  const t = useT();
  const list = (some: readonly string[]) => <Joined items={some.map((name) => <Name>{name}</Name>)} />;
  return (
    <>
      <p>{list(names.slice(0, mostNames))}</p>
      {names.length > mostNames && <details class="more-names"><summary>{t('n_more', names.length - mostNames)}</summary><p>{list(names.slice(mostNames))}</p></details>}
    </>
  );
};

/** The site that a link leads to; with the path, where another link of the same role leads to that site. */
const whereTo = ({ role, url }: CardData['links'][number], all: CardData['links']): string => {
  const host = hostOf(url);
  const isAlone = all.filter((other) => other.role === role && hostOf(other.url) === host).length === 1;
  const { pathname, hash } = new URL(url);
  return isAlone ? host : `${host}${pathname.replace(/\/$/, '')}${hash}`;
};

const Foot = () => {
  const t = useT();
  const { card, today } = useCard();
  const age = dataAge(card.dataDate, today);
  // The reader's own record is theirs to date.
  if (card.own) return <p class="data-of">{card.sources.length > 0 && t('n_sources', card.sources.length)}</p>;
  return (
    <p class={`data-of ${age}`}>
      {t('n_sources', card.sources.length)}{dot}{t('data_of', formatDate(t, card.dataDate, 'short'))}
      {age !== 'fresh' && <strong> {t(age === 'old' ? 'data_old' : 'data_ageing')}</strong>}
    </p>
  );
};

const Full = () => {
  const t = useT();
  const { card } = useCard();
  return (
    <>
      {card.family && <Releases family={card.family} all />}
      {card.model && <WhyTier verdict={card.model.tier} />}
      {card.model && <ComponentList list={card.model.components} />}
      {card.model?.licence?.verdict && (
        <Fold title={t('licence_title')} outcome={<Name>{card.model.licence.link.name}</Name>}>
          <p><RecordLink to={card.model.licence.link} /></p>
          <LicenceReasons verdict={card.model.licence.verdict} />
        </Fold>
      )}
      {card.licence && <LicencePart verdict={card.licence} />}
      {card.model && (
        <Fold title={t('mof_name')} outcome={card.model.mof.class ? t('mof_class', card.model.mof.class) : t('mof_none')}>
          <p>{mofLine(t, card.model.mof, 6)}</p>
          <p class="note">{t('mof_note')}</p>
        </Fold>
      )}
      {card.assessments.length > 0 && <Assessments list={card.assessments} disagreements={card.model?.disagreements} />}
      {card.model && <ExemptionPart verdict={card.model.exemption} />}
      {card.law && <LawDates law={card.law} />}
      <Facts size="full" />
      {card.statements.length > 0 && (
        <Section title={t('statements_title')}>
          <ul class="statements">{card.statements.map(({ text, from }) => <li><Prose>{text}</Prose><Refs of={[from]} /></li>)}</ul>
        </Section>
      )}
      {card.also.length > 0 && <Section title={t('also_title')}><AlsoCalled names={card.also} /></Section>}
      {card.see.length > 0 && <Section title={t('see_title')}><ul class="see">{card.see.map((to) => <li><RecordLink to={to} /></li>)}</ul></Section>}
      {card.links.length > 0 && (
        <Section title={t('links_title')}>
          <ul class="links">{card.links.map((link) => <li><Out href={link.url}>{word(t, 'link', link.role)}</Out> <span class="host"><Name>{whereTo(link, card.links)}</Name></span></li>)}</ul>
        </Section>
      )}
      <Sources />
    </>
  );
};

export const Card = ({ card, size, today, claims = [], pinpoint, unknownVersion, actions = {}, onOpen, onMore, role = 'article' }: CardProps) => {
  const t = useT();
  const nameId = useId();
  const tone = card.model || card.family ? '' : ` kind-${card.kind}`;
  const [why, setWhy] = useState(false);
  const text = card.links.find(({ role: of }) => of === 'text');
  // An article may not be a dialog; both take the same attributes.
  const Root = (role === 'dialog' ? 'div' : 'article') as 'div';
  return (
    <Scope.Provider value={{ card, today, onOpen }}>
      <Root class={`card ${size}${tone}`} {...(role === 'dialog' ? { role } : {})} aria-labelledby={nameId} lang={t.locale} dir={t.dir}>
        <Head id={nameId} pinpoint={pinpoint} />
        {unknownVersion && <p class="flag version">{t('unknown_version', unknownVersion)}</p>}
        <Verdict size={size} isReasonTold={claimNamesLicence(card, claims)} />
        <ClaimNotes claims={claims} />
        {size === 'full' && card.model && card.summary && <p class="summary"><Prose>{card.summary.text}</Prose><Refs of={[card.summary.from]} /></p>}
        {card.family && <FamilySpread spread={card.family.spread} />}
        {card.model && size === 'glance' && <ComponentGlance list={card.model.components} />}
        {card.law && <Timeline law={card.law} />}
        {size === 'glance' && card.family && <Releases family={card.family} all={false} />}
        {size === 'glance' && <Facts size="glance" />}
        {size === 'glance' && why && card.model && <Shown><WhyTier verdict={card.model.tier} /></Shown>}
        {size === 'full' && <Full />}
        <div class="foot-area">
          <div class="foot">
            <Foot />
            <span class="foot-links">
              {size === 'glance' && text && <Out href={text.url}>{word(t, 'link', 'text')}</Out>}
              {onMore && size === 'glance' && <button type="button" class="button more" onClick={onMore}>{t('more')}</button>}
            </span>
          </div>
          <Actions actions={actions} {...(card.model && size === 'glance' ? { why: { open: why, onToggle: () => setWhy(!why) } } : {})} />
        </div>
      </Root>
    </Scope.Provider>
  );
};

/** While a card is fetched, when it cannot be, and when there is no such record any more. */
export const CardState = ({ state, name, onRetry }: { state: 'loading' | 'failed' | 'not-found'; name: string; onRetry?: () => void }) => {
  const t = useT();
  return (
    <article class="card state" lang={t.locale} dir={t.dir} aria-busy={state === 'loading'}>
      <h2><Name>{name}</Name></h2>
      <p role={state === 'failed' ? 'alert' : 'status'}>{t(state === 'loading' ? 'card_loading' : state === 'failed' ? 'card_failed' : 'card_not_found')}</p>
      {state === 'failed' && onRetry && <button type="button" class="button" onClick={onRetry}>{t('retry')}</button>}
    </article>
  );
};
