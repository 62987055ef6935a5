/** Records for the tests of openness/: a release and licences with only the facts that a test names. */
import { componentIds, type ComponentId, type ContentType } from '../../data/schema/lists.ts';
import type { Component, Release } from '../../data/schema/record.ts';
import type { LicenceFacts } from '../../openness/judge-licence.ts';

export const how = { source: 'test', asOf: null, checked: '2026-11-23', via: 'original' } as const;

/** A fact with this value. */
export const known = <T>(value: T): { value: T } & typeof how => ({ value, ...how });

type KnownComponent = NonNullable<Component>;

export const released = (licence: string | null = null): KnownComponent => ({ value: 'released', licence, url: null, ...how });
export const withheld: KnownComponent = { value: 'not-released', licence: null, url: null, ...how };

type Facts = Partial<Pick<
  Release,
  'released' | 'modalities' | 'gated' | 'dataInformation' | 'usageInformation' | 'monetised' | 'generalPurpose' | 'systemicRisk' | 'trainingCompute'
>> & {
  readonly components?: Partial<Record<ComponentId, Component>>;
  readonly licences?: Partial<Record<'distribution' | ContentType, string>>;
};

/** A release of which nothing is known but these facts. */
export const releaseOf = ({ components = {}, licences = {}, ...facts }: Facts): Release => ({
  id: 'model-1', name: 'Model 1', names: [], summary: null, maker: null, country: null, released: null, modalities: null,
  sizes: null, variants: null, baseModel: null, predecessor: null, gated: null, dataInformation: null, usageInformation: null,
  monetised: null, generalPurpose: null, systemicRisk: null, trainingCompute: null, assessments: [],
  licences: {
    distribution: null, code: null, data: null, document: null,
    ...Object.fromEntries(Object.entries(licences).map(([level, id]) => [level, known(id)])),
  },
  components: Object.fromEntries(componentIds.map((id) => [id, components[id] ?? null])) as Release['components'],
  ...facts,
});

/** A licence of which nothing is known but these facts. */
export const licenceOf = (facts: Partial<LicenceFacts> & { id: string }): LicenceFacts => ({
  name: facts.id, spdx: null, madeFor: null, osiApproved: null, fsfFree: null, openDefinition: null, commercialUse: null, derivatives: null,
  redistribution: null, userCap: null, fieldOfUse: null, territory: null, ...facts,
});

const licences: readonly LicenceFacts[] = [
  licenceOf({ id: 'apache-2.0', name: 'Apache License 2.0', osiApproved: known(true), fsfFree: known(true) }),
  licenceOf({ id: 'cc-by-4.0', name: 'CC BY 4.0', osiApproved: known(false), fsfFree: known(true), openDefinition: known(true), madeFor: known(['data', 'document']) }),
  licenceOf({ id: 'cc-by-nc-4.0', name: 'CC BY-NC 4.0', osiApproved: known(false), commercialUse: known(false) }),
  licenceOf({
    id: 'llama-3.1-community', name: 'Llama 3.1 Community License', osiApproved: known(false), commercialUse: known(true), derivatives: known(true),
    userCap: known({ applies: true, detail: '700 million' }), fieldOfUse: known({ applies: true }), territory: known({ applies: false }),
  }),
  licenceOf({ id: 'rail', name: 'RAIL', fieldOfUse: known({ applies: true }) }),
  licenceOf({ id: 'unread', name: 'Unread Licence' }),
  licenceOf({ id: 'odd', name: 'Odd Licence', osiApproved: known(true), commercialUse: known(false) }),
  licenceOf({
    id: 'rights', name: 'Rights Licence', osiApproved: known(false), commercialUse: known(true), derivatives: known(true), redistribution: known(true),
    userCap: known({ applies: false }), fieldOfUse: known({ applies: false }), territory: known({ applies: false }),
  }),
];

/** The licences above by id; `undefined` for any other. */
export const findLicence = (id: string): LicenceFacts | undefined => licences.find((licence) => licence.id === id);
