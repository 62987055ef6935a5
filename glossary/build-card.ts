/**
 * Makes the card and the glossary entry of a record: facts in their order of display, every verdict that does not
 * depend on the day, and the sources that they rest on. Called by the compile step, and for the reader's own records.
 */
import type { Fact, Provenance, Source } from '../data/schema/fact.ts';
import { components, componentIds, type Kind } from '../data/schema/lists.ts';
import {
  isFamily, isRelease, type AnyRecord, type FamilyRecord, type LawDate, type ProvisionRecord, type Records,
  type RegulationRecord, type ReleaseRecord,
} from '../data/schema/record.ts';
import { findDisagreements, type Assessed } from '../openness/find-disagreements.ts';
import { judgeExemption } from '../openness/judge-exemption.ts';
import { judgeLicence } from '../openness/judge-licence.ts';
import { judgeMof, mofInputOf, mofInputOfMot } from '../openness/judge-mof.ts';
import { judgeTier, spreadOf } from '../openness/judge-tier.ts';
import { resolveLicence } from '../openness/resolve-licence.ts';
import type { LawLike } from '../openness/law-on-day.ts';
import { licenceTargets, type Condition, type FactRef, type LicenceTarget, type LicenceVerdict, type Tier, type TierVerdict } from '../openness/types.ts';
import {
  proofKey, type Card, type CardAmendment, type CardAssessment, type CardComponent, type CardDate, type CardFact,
  type CardField, type CardLink, type CardProvenance, type CardValue, type GlossaryEntry,
} from './card.ts';

type LicenceRecord = Extract<AnyRecord, { kind: 'licence' }>;
type OrganisationRecord = Extract<AnyRecord, { kind: 'organisation' | 'company' }>;

/** Looks up a licence; the shape that openness/ asks for. */
export const licenceLookup = (records: Records) => (id: string): LicenceRecord | undefined => {
  const record = records.byId.get(id);
  return record?.kind === 'licence' ? record : undefined;
};

/** The tier of a release; the one place that every list and card takes it from. */
export const tierOf = (release: ReleaseRecord, records: Records): TierVerdict => judgeTier(release, licenceLookup(records));

/** Collects the sources of one card, each once, in the order of their first use. */
const collectSources = () => {
  const list: Source[] = [];
  const indexByUrl = new Map<string, number>();
  const indexOf = (source: Source): number => {
    const known = indexByUrl.get(source.url);
    if (known !== undefined) return known;
    indexByUrl.set(source.url, list.length);
    return list.push(source) - 1;
  };
  const from = (record: AnyRecord, { source, asOf, checked, via }: Provenance): CardProvenance => [
    indexOf(record.sources[source]!), asOf, checked, via,
  ];
  return { list, from };
};

/** The fact that a reference names, wherever it stands; `null` where it is not known. */
const factAt = (record: AnyRecord, field: string): Provenance | null => {
  let value: unknown = record;
  for (const key of field.split('.')) value = (value as Record<string, unknown> | null | undefined)?.[key];
  return typeof value === 'object' && value !== null && 'checked' in value ? (value as Provenance) : null;
};

const text = (value: string): CardValue => ({ type: 'text', text: value });
const yesNo = (yes: boolean): CardValue => ({ type: 'yes-no', yes });
const restriction = (value: { applies: boolean; detail?: string | undefined }): CardValue =>
  value.detail === undefined ? yesNo(value.applies) : { type: 'yes-no', yes: value.applies, detail: value.detail };

/** The card of a record. */
export const buildCard = (record: AnyRecord, records: Records): Card => {
  const sources = collectSources();
  const proofs: Record<string, CardProvenance> = {};
  const from = (fact: Provenance): CardProvenance => sources.from(record, fact);

  const linkTo = (id: string, name?: string): CardLink => {
    const target = records.byId.get(id);
    return target ? { name: name ?? target.name, id, kind: target.kind } : { name: name ?? id };
  };
  const linkOf = ({ name, id }: { name: string; id?: string | undefined }): CardLink => (id === undefined ? { name } : linkTo(id, name));
  const prove = (facts: readonly FactRef[]): void => {
    for (const fact of facts) {
      const owner = fact.record === record.id ? record : records.byId.get(fact.record);
      const found = owner && factAt(owner, fact.field);
      if (owner && found) proofs[proofKey(fact)] = sources.from(owner, found);
    }
  };
  const proveAll = (conditions: readonly Condition[]): void => conditions.forEach((condition) => prove(condition.facts));

  const summary = record.summary && { text: record.summary.value, from: from(record.summary) };

  const facts: CardFact[] = [];
  const add = <T>(field: CardField, fact: Fact<T> | null, show: (value: T) => CardValue): void => {
    facts.push({ field, value: fact && show(fact.value), from: fact && from(fact) });
  };
  /** A fact that most records cannot have: listed only where it is known. */
  const addKnown = <T>(field: CardField, fact: Fact<T> | null | undefined, show: (value: T) => CardValue): void => {
    if (fact) add(field, fact, show);
  };
  const addMade = (made: { maker: Fact<{ name: string; id?: string | undefined }> | null; country: Fact<string[]> | null }): void => {
    add('maker', made.maker, (maker) => ({ type: 'link', to: [linkOf(maker)] }));
    addKnown('country', made.country, (codes) => ({ type: 'countries', codes }));
  };
  const licenceLink = (id: string): CardValue => ({ type: 'link', to: [linkTo(id)] });
  const date = (value: string): CardValue => ({ type: 'date', date: value });

  if (isRelease(record)) addReleaseFacts(record);
  else if (record.kind === 'model') addMade(record);
  else if (record.kind === 'licence') addLicenceFacts(record);
  else if (record.kind === 'organisation' || record.kind === 'company') {
    addKnown('type', record.type, (type) => ({ type: 'words', list: 'organisation-type', ids: [type] }));
    add('country', record.country, (codes) => ({ type: 'countries', codes }));
    addKnown('founded', record.founded, date);
  } else if (record.kind === 'regulation' || record.kind === 'provision') addLawFacts(record);
  else if (record.kind === 'product' || record.kind === 'tool' || record.kind === 'framework' || record.kind === 'dataset') {
    addMade(record);
    addKnown('released', record.released, date);
    add('licence', record.licence, licenceLink);
    if (record.kind === 'tool' || record.kind === 'framework') addComponentException(record.licence?.value);
    if (record.kind === 'product') addKnown('models', record.models, (models) => ({ type: 'link', to: models.map((model) => ({ ...linkOf(model), ...tierIn(model.id, records) })) }));
    if (record.kind === 'dataset') {
      addKnown('size', record.size, text);
      addKnown('access', record.access, (access) => ({ type: 'words', list: 'access', ids: [access] }));
    }
  }

  /** Tools and frameworks are components in the sense of AI Act Article 25(4): what it says of those under an open licence. */
  function addComponentException(licenceId: string | undefined): void {
    const licence = licenceId === undefined ? undefined : licenceLookup(records)(licenceId);
    const article = records.byId.get('eu-ai-act/art-25');
    if (!licence || judgeLicence(licence).open.code !== true || article?.kind !== 'provision' || !article.openSource) return;
    facts.push({ field: 'component-exception', value: text(article.openSource.value), from: sources.from(article, article.openSource) });
  }

  function addReleaseFacts(release: ReleaseRecord): void {
    addMade(release);
    add('released', release.released, date);
    add('licence', release.licences.distribution, licenceLink);
    addKnown('licence-code', release.licences.code, licenceLink);
    addKnown('licence-data', release.licences.data, licenceLink);
    addKnown('licence-document', release.licences.document, licenceLink);
    addKnown('sizes', release.sizes, (items) => ({ type: 'list', items }));
    addKnown('variants', release.variants, (items) => ({ type: 'list', items }));
    addKnown('modalities', release.modalities, ({ input, output }) => ({
      type: 'words', list: 'modality', ids: [...new Set([...input, ...output])],
    }));
    addKnown('base-model', release.baseModel, (base) => ({ type: 'link', to: [linkOf(base)] }));
    addKnown('predecessor', release.predecessor, (before) => ({ type: 'link', to: [linkOf(before)] }));
    for (const other of records.byId.values()) {
      if (isRelease(other) && other.predecessor?.value.id === release.id) {
        facts.push({ field: 'successor', value: { type: 'link', to: [linkTo(other.id)] }, from: sources.from(other, other.predecessor) });
      }
    }
    addKnown('gated', release.gated, yesNo);
    add('data-information', release.dataInformation, (extent) => ({ type: 'words', list: 'extent', ids: [extent] }));
    addKnown('usage-information', release.usageInformation, (extent) => ({ type: 'words', list: 'extent', ids: [extent] }));
    addKnown('monetised', release.monetised, yesNo);
    addKnown('general-purpose', release.generalPurpose, yesNo);
    addKnown('systemic-risk', release.systemicRisk, yesNo);
    addKnown('training-compute', release.trainingCompute, ({ flop, bound }) => ({ type: 'flop', flop, bound }));
  }

  function addLicenceFacts(licence: LicenceRecord): void {
    if (licence.spdx !== null) facts.push({ field: 'spdx', value: text(licence.spdx), from: null });
    addKnown('made-for', licence.madeFor, (ids) => ({ type: 'words', list: 'made-for', ids }));
    add('osi-approved', licence.osiApproved, yesNo);
    add('fsf-free', licence.fsfFree, yesNo);
    add('open-definition', licence.openDefinition, yesNo);
    add('commercial-use', licence.commercialUse, yesNo);
    add('derivatives', licence.derivatives, yesNo);
    addKnown('redistribution', licence.redistribution, yesNo);
    add('user-cap', licence.userCap, restriction);
    add('field-of-use', licence.fieldOfUse, restriction);
    add('territory', licence.territory, restriction);
    addKnown('share-alike', licence.shareAlike, yesNo);
  }

  function addLawFacts(law: RegulationRecord | ProvisionRecord): void {
    if (law.kind === 'regulation') {
      addKnown('number', law.number, text);
      addKnown('full-title', law.fullTitle, text);
      addKnown('state', law.state, (state) => ({ type: 'words', list: 'law-state', ids: [state] }));
    } else {
      addKnown('title', law.title, text);
      if (law.chapter !== null) facts.push({ field: 'chapter', value: text(law.chapter), from: null });
    }
    addKnown('open-source', law.openSource, text);
  }

  const cardDates = (dates: readonly LawDate[]): CardDate[] =>
    dates.map(({ date: day, meaning, scope, from: since, until, ...how }) => ({
      date: day,
      meaning,
      ...(scope === undefined ? {} : { scope }),
      ...(since ? { act: linkTo(since.act), from: since } : {}),
      ...(until ? { until } : {}),
      how: from(how),
    }));

  const law = (): Pick<Card, 'law'> => {
    if (record.kind !== 'regulation' && record.kind !== 'provision') return {};
    const regulation = record.kind === 'regulation' ? record : (records.byId.get(record.regulation) as RegulationRecord);
    const amendments = record.amendments.map(({ act, on, what, ...how }): CardAmendment => ({ act: linkTo(act), on, what, how: from(how) }));
    return {
      law: {
        jurisdiction: regulation.jurisdiction,
        instrument: regulation.instrument,
        ...(record.kind === 'provision' ? { provisionType: record.type } : {}),
        state: record.kind === 'regulation' ? (record.state?.value ?? null) : null,
        dates: cardDates(record.dates),
        amendments,
      },
    };
  };

  const model = (): Pick<Card, 'model'> => {
    if (!isRelease(record)) return {};
    const tier = tierOf(record, records);
    prove(tier.facts);
    proveAll(tier.osaid);
    const exemption = judgeExemption(record, licenceLookup(records));
    proveAll(exemption.conditions);
    const mof = judgeMof(mofInputOf(record));
    const disagreements = findDisagreements(
      tier,
      mof,
      assessments().flatMap((one): Assessed[] => (one.by === 'fmti' ? [] : one.by === 'mot' ? [{ ...one, asOf: one.from[1] }] : [one])),
    );
    const licenceId = resolveLicence(record, 'parameters-final')?.id;
    const licence = licenceId === undefined ? undefined : licenceLookup(records)(licenceId);
    const verdict: LicenceVerdict | null = licence ? judgeLicence(licence) : null;
    verdict?.reasons.forEach((reason) => prove(reason.facts));
    return {
      model: {
        tier,
        mof,
        exemption,
        components: cardComponents(record),
        ...(disagreements.length > 0 ? { disagreements } : {}),
        licence: licenceId === undefined ? null : { link: linkTo(licenceId), verdict },
      },
    };
  };

  const cardComponents = (release: ReleaseRecord): CardComponent[] =>
    componentIds.flatMap((id): CardComponent[] => {
      const component = release.components[id];
      if (!component) return components[id].required ? [{ id, state: null, licence: null, url: null, from: null }] : [];
      return [{
        id,
        state: component.value,
        licence: component.licence === null ? null : linkTo(component.licence),
        url: component.url,
        from: from(component),
      }];
    });

  const family = (): Pick<Card, 'family'> => {
    if (!isFamily(record)) return {};
    const releases = releasesOf(record, records);
    const verdicts = releases.map((release) => tierOf(release, records));
    return {
      family: {
        spread: spreadOf(verdicts),
        releases: releases
          .map((release, index) => ({
            id: release.id,
            name: release.name,
            released: release.released?.value ?? null,
            tier: verdicts[index]!.tier,
            licence: release.licences.distribution ? linkTo(release.licences.distribution.value).name : null,
          }))
          .sort((a, b) => (b.released ?? '').localeCompare(a.released ?? '')),
      },
    };
  };

  const licence = (): Pick<Card, 'licence'> => {
    if (record.kind !== 'licence') return {};
    const verdict = judgeLicence(record);
    verdict.reasons.forEach((reason) => prove(reason.facts));
    return { licence: verdict };
  };

  const assessments = (): CardAssessment[] => {
    if (isRelease(record)) {
      return record.assessments.map((assessment): CardAssessment => {
        if (assessment.by === 'mot') return { by: 'mot', record: assessment.record, mof: judgeMof(mofInputOfMot(assessment)), from: from(assessment) };
        if (assessment.by === 'osi') return { by: 'osi', draft: assessment.draft, outcome: assessment.outcome, from: from(assessment) };
        return { by: 'osai', record: assessment.record, score: assessment.score, dimensions: assessment.dimensions, from: from(assessment) };
      });
    }
    if (record.kind !== 'organisation' && record.kind !== 'company') return [];
    return (record as OrganisationRecord).assessments.map((assessment): CardAssessment => ({
      by: 'fmti', edition: assessment.edition, total: assessment.total, model: assessment.model, domains: assessment.domains, from: from(assessment),
    }));
  };

  return {
    id: record.id,
    kind: record.kind,
    name: record.name,
    ...parentOf(record, linkTo),
    also: alsoCalled(record),
    summary,
    statements: (record.statements ?? []).map(({ value, ...how }) => ({ text: value, from: from(how) })),
    facts,
    links: record.links ?? [],
    see: (record.see ?? []).map((id) => linkTo(id)),
    ...model(),
    ...family(),
    ...licence(),
    ...law(),
    assessments: assessments(),
    proofs,
    sources: sources.list,
    dataDate: records.date,
  };
};

const parentOf = (record: AnyRecord, linkTo: (id: string) => CardLink): Pick<Card, 'parent'> => {
  if (isRelease(record)) return { parent: linkTo(record.family) };
  return record.kind === 'provision' ? { parent: linkTo(record.regulation) } : {};
};

const releasesOf = (family: FamilyRecord, records: Records): ReleaseRecord[] =>
  family.releaseIds.map((id) => records.byId.get(id) as ReleaseRecord);

/** Other names in print, in the record's order, without mere variants of case, hyphen and space. */
const alsoCalled = (record: AnyRecord): string[] => {
  const fold = (name: string): string => name.toLowerCase().replace(/[\s\p{Pd}]+/gu, '');
  const seen = new Set([fold(record.name)]);
  return record.names.flatMap(({ text: name }) => (seen.has(fold(name)) ? [] : (seen.add(fold(name)), [name])));
};

const makerOf = (record: AnyRecord): string | undefined => ('maker' in record ? record.maker?.value.name : undefined);

/** A release's tier, or that of a family whose releases agree; nothing where there is none. */
const tierIn = (id: string | undefined, records: Records): { tier?: Tier } => {
  const record = id === undefined ? undefined : records.byId.get(id);
  if (record === undefined) return {};
  const tier = isRelease(record) ? tierOf(record, records).tier
    : isFamily(record) ? spreadOf(releasesOf(record, records).map((release) => tierOf(release, records))).common : null;
  return tier === null ? {} : { tier };
};

/** What a licence is open for; nothing where that is not known of any use. */
const opensIn = (record: AnyRecord): { opens?: LicenceTarget[] } => {
  if (record.kind !== 'licence') return {};
  const { open } = judgeLicence(record);
  return licenceTargets.every((target) => open[target] === null) ? {} : { opens: licenceTargets.filter((target) => open[target] === true) };
};

/** A law's state and dates, without the words of their scopes: that there is one tells that a part is meant. */
const lawIn = (record: AnyRecord): { law?: LawLike } => {
  if (record.kind !== 'regulation' && record.kind !== 'provision') return {};
  const dates = record.dates.map(({ date, meaning, scope, from, until }) => ({
    date, meaning, ...(scope === undefined ? {} : { scope: '' }), ...(from ? { from: { on: from.on } } : {}), ...(until ? { until: { on: until.on } } : {}),
  }));
  return { law: { state: record.kind === 'regulation' ? record.state?.value ?? null : null, dates } };
};

/** What search and lists know of a record. */
export const buildEntry = (record: AnyRecord, records: Records): GlossaryEntry => {
  const maker = makerOf(record);
  const parent = isRelease(record) ? record.family : record.kind === 'provision' ? record.regulation : undefined;
  const released = 'released' in record ? record.released?.value : undefined;
  return {
    id: record.id,
    kind: record.kind satisfies Kind,
    name: record.name,
    also: alsoCalled(record),
    ...(maker === undefined ? {} : { maker }),
    ...(parent === undefined ? {} : { parent: records.byId.get(parent)!.name }),
    ...tierIn(record.id, records),
    ...opensIn(record),
    ...lawIn(record),
    ...(released === undefined ? {} : { released }),
  };
};
