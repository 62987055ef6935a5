/**
 * The 27 records that the Model Openness Tool tests itself with, cut to what the rules read, and the answer that its own run
 * gives for each. Read 2026-11-23 in https://github.com/lfai/model_openness_tool, Test_Data/*.yml and expected_results.json.
 * `components`: upstream's name of a component, then its licence after a colon where it names one.
 */
export interface MotTestRecord {
  readonly name: string;
  readonly licences: Readonly<Partial<Record<'distribution' | 'code' | 'data' | 'document', string>>>;
  readonly components: readonly string[];
  readonly class: 'I' | 'II' | 'III' | null;
  /** Classes III, II, I. */
  readonly progress: readonly [number, number, number];
}

const none = (name: string, components: readonly string[]): MotTestRecord => ({ name, licences: {}, components, class: null, progress: [0, 0, 0] });

export const motTestRecords: readonly MotTestRecord[] = [
  {
    name: 'OnlyGlobalLicense, 3 components', licences: { distribution: 'CC-BY-SA-4.0', data: 'CC0-1.0' },
    components: ['Datasets', 'Data card', 'Research paper'], class: null, progress: [33.33333333333333, 0, 0],
  },
  {
    name: 'OnlyGlobalLicense, 15 components', licences: { distribution: 'AFL-3.0', code: 'Apache-1.0', document: 'CC-BY-SA-4.0' },
    components: [
      'Model architecture', 'Data preprocessing code', 'Training code', 'Inference code', 'Evaluation code', 'Supporting libraries and tools',
      'Model parameters (Final)', 'Model parameters (Intermediate)', 'Datasets', 'Evaluation data', 'Model metadata', 'Sample model outputs',
      'Model card', 'Data card', 'Technical report',
    ],
    class: null, progress: [83.33333333333334, 0, 0],
  },
  {
    name: 'Class2R', licences: { document: 'CC0-1.0' },
    components: [
      'Model architecture: MIT', 'Training code: AFL-3.0', 'Inference code: NCSA', 'Evaluation code: ECL-1.0',
      'Supporting libraries and tools: Apache-2.0', 'Model parameters (Final): CC-BY-3.0-NL', 'Evaluation data: CC-BY-3.0-US',
      'Model card: CC-BY-SA-3.0', 'Data card: CC-BY-4.0', 'Research paper: CC-BY-SA-3.0', 'Evaluation results: CC-BY-4.0',
    ],
    class: 'II', progress: [100, 100, 76.92307692307693],
  },
  {
    name: 'Random, 15 components', licences: { distribution: 'CDLA-Permissive-2.0', code: 'ECL-2.0', data: 'CC-BY-2.5-AU', document: 'CC-BY-4.0' },
    components: [
      'Model architecture: zlib-acknowledgement', 'Data preprocessing code: AFL-3.0', 'Training code: ECL-2.0', 'Evaluation code: UPL-1.0',
      'Supporting libraries and tools: AFL-1.1', 'Model parameters (Final): ODbL-1.0', 'Model parameters (Intermediate): Xfig',
      'Datasets: CC-BY-2.0', 'Evaluation data: CC-BY-SA-4.0', 'Model metadata: BSD-2-Clause', 'Sample model outputs: CC-BY-4.0',
      'Model card: CC-BY-SA-3.0', 'Data card: SMLNJ', 'Technical report: CC0-1.0', 'Evaluation results: CC-BY-SA-4.0',
    ],
    class: null, progress: [83.33333333333334, 0, 0],
  },
  {
    name: 'Class2T', licences: { data: 'CDLA-Permissive-2.0' },
    components: [
      'Model architecture: Apache-2.0', 'Training code: ECL-1.0', 'Inference code: AFL-1.1', 'Evaluation code: MIT-0',
      'Supporting libraries and tools: UPL-1.0', 'Model parameters (Final): CC-BY-3.0-DE', 'Evaluation data: ODC-By-1.0',
      'Model card: CC0-1.0', 'Data card: CC-BY-SA-4.0', 'Technical report: CC0-1.0', 'Evaluation results: CC-BY-SA-4.0',
    ],
    class: 'II', progress: [100, 100, 71.42857142857143],
  },
  {
    name: 'OnlyComponentLicenses, 9 components', licences: {},
    components: [
      'Data preprocessing code: HPND-sell-MIT-disclaimer-xserver', 'Training code: YPL-1.0', 'Inference code: AGPL-1.0-or-later',
      'Supporting libraries and tools: 0BSD', 'Evaluation data: OGL-UK-1.0', 'Sample model outputs: TTYP0', 'Data card: CC-BY-SA-4.0',
      'Research paper: CC-BY-4.0', 'Evaluation results: CC-BY-SA-4.0',
    ],
    class: null, progress: [50, 0, 0],
  },
  {
    name: 'Random, 3 components', licences: { distribution: 'CC-BY-SA-3.0', code: 'AFL-1.1' },
    components: ['Evaluation code: Motosoto', 'Model metadata: xinetd', 'Research paper: IPL-1.0'], class: null, progress: [16.666666666666664, 0, 0],
  },
  {
    name: 'Random, 6 components', licences: { distribution: 'MIT', document: 'CC-BY-4.0' },
    components: [
      'Data preprocessing code: OGDL-Taiwan-1.0', 'Training code: Sun-PPP-2000', 'Supporting libraries and tools: GFDL-1.3-invariants-or-later',
      'Evaluation data: CC-BY-SA-3.0', 'Model metadata: HPND-UC', 'Research paper: TORQUE-1.1',
    ],
    class: null, progress: [0, 0, 0],
  },
  {
    name: 'Class3T', licences: { data: 'CC-BY-SA-2.0-UK' },
    components: [
      'Model architecture: MIT-0', 'Model parameters (Final): CC-BY-2.0', 'Model card: CC-BY-4.0', 'Data card: CC-BY-SA-4.0',
      'Technical report: CC-BY-4.0', 'Evaluation results: CC0-1.0',
    ],
    class: 'III', progress: [100, 60, 0],
  },
  none('NoLicense, 16 components', [
    'Model architecture', 'Data preprocessing code', 'Training code', 'Inference code', 'Evaluation code', 'Supporting libraries and tools',
    'Model parameters (Final)', 'Model parameters (Intermediate)', 'Datasets', 'Evaluation data', 'Model metadata', 'Sample model outputs',
    'Data card', 'Technical report', 'Research paper', 'Evaluation results',
  ]),
  {
    name: 'Random, 11 components', licences: { code: '0BSD', document: 'CC0-1.0' },
    components: [
      'Model architecture: CC-BY-NC-2.5', 'Data preprocessing code: MIT', 'Evaluation code: NCSA', 'Model parameters (Final): CC-BY-SA-3.0-AT',
      'Model parameters (Intermediate): CC-BY-SA-3.0', 'Evaluation data: CC-PDDC', 'Model metadata: GFDL-1.3', 'Sample model outputs: ADSL',
      'Data card: BSD-4.3TAHOE', 'Technical report: Net-SNMP', 'Evaluation results: Soundex',
    ],
    class: null, progress: [16.666666666666664, 0, 0],
  },
  {
    name: 'OnlyGlobalLicense, 10 components', licences: { code: 'NCSA', data: 'CC-BY-SA-4.0' },
    components: [
      'Model architecture', 'Data preprocessing code', 'Training code', 'Inference code', 'Evaluation code', 'Model parameters (Final)',
      'Model parameters (Intermediate)', 'Sample model outputs', 'Data card', 'Evaluation results',
    ],
    class: null, progress: [33.33333333333333, 0, 0],
  },
  none('NoLicense, 12 components', [
    'Model architecture', 'Training code', 'Inference code', 'Evaluation code', 'Supporting libraries and tools', 'Model parameters (Final)',
    'Evaluation data', 'Sample model outputs', 'Model card', 'Data card', 'Technical report', 'Research paper',
  ]),
  none('Minimal', ['Datasets']),
  {
    name: 'Class3R', licences: { document: 'CC-BY-SA-4.0' },
    components: [
      'Model architecture: Apache-1.0', 'Model parameters (Final): ODbL-1.0', 'Model card: CC-BY-4.0', 'Data card: CC0-1.0',
      'Research paper: CC-BY-4.0', 'Evaluation results: CC0-1.0',
    ],
    class: 'III', progress: [100, 60, 0],
  },
  none('NoLicense, 3 components', ['Data preprocessing code', 'Model card', 'Technical report']),
  {
    name: 'Class1', licences: { distribution: 'Apache-1.0', code: 'UPL-1.0' },
    components: [
      'Model architecture: AFL-1.2', 'Data preprocessing code: AFL-2.1', 'Training code: ISC', 'Inference code: AFL-1.1', 'Evaluation code: AFL-3.0',
      'Supporting libraries and tools: AFL-2.1', 'Model parameters (Final): CC-BY-SA-4.0', 'Model parameters (Intermediate): CC-BY-3.0-US',
      'Datasets: CC-BY-3.0-NL', 'Evaluation data: CC-BY-3.0-NL', 'Sample model outputs: CC0-1.0', 'Model card: CC-BY-SA-3.0', 'Data card: CC0-1.0',
      'Research paper: CC-BY-4.0', 'Evaluation results: CC-BY-4.0',
    ],
    class: 'I', progress: [100, 100, 100],
  },
  {
    name: 'OnlyComponentLicenses, 7 components', licences: {},
    components: [
      'Data preprocessing code: FSFAP', 'Model parameters (Final): OLDAP-1.1', 'Model metadata: CC-BY-4.0', 'Model card: SGP4',
      'Data card: HPND-doc-sell', 'Research paper: NLOD-1.0', 'Evaluation results: ssh-keyscan',
    ],
    class: null, progress: [0, 0, 0],
  },
  none('NoLicense, 6 components', ['Evaluation code', 'Evaluation data', 'Model metadata', 'Model card', 'Research paper', 'Evaluation results']),
  {
    name: 'Full', licences: { distribution: 'AFL-1.2', code: 'AFL-2.1', data: 'CC-BY-2.5', document: 'CC0-1.0' },
    components: [
      'Model architecture: AFL-3.0', 'Data preprocessing code: ECL-1.0', 'Training code: AFL-3.0', 'Inference code: AFL-2.0', 'Evaluation code: MIT',
      'Supporting libraries and tools: AFL-1.2', 'Model parameters (Final): CDLA-Sharing-1.0', 'Model parameters (Intermediate): CC0-1.0',
      'Datasets: ODC-By-1.0', 'Evaluation data: CC-BY-SA-1.0', 'Model metadata: ODbL-1.0', 'Sample model outputs: CC-BY-SA-3.0',
      'Model card: CC0-1.0', 'Data card: CC-BY-4.0', 'Technical report: CC-BY-SA-3.0', 'Research paper: CC-BY-4.0', 'Evaluation results: CC0-1.0',
    ],
    class: 'I', progress: [100, 100, 100],
  },
  {
    name: 'OnlyComponentLicenses, 15 components', licences: {},
    components: [
      'Model architecture: ulem', 'Data preprocessing code: LZMA-SDK-9.11-to-9.20', 'Inference code: Sendmail-8.23', 'Evaluation code: Apache-2.0',
      'Model parameters (Final): StandardML-NJ', 'Model parameters (Intermediate): CDLA-Sharing-1.0', 'Datasets: CC-BY-2.5',
      'Evaluation data: CC-BY-3.0-DE', 'Model metadata: xlock', 'Sample model outputs: MITNFA', 'Model card: CC0-1.0', 'Data card: CC-BY-4.0',
      'Technical report: Sun-PPP', 'Research paper: Community-Spec-1.0', 'Evaluation results: Glulxe',
    ],
    class: null, progress: [50, 0, 0],
  },
  {
    name: 'OnlyComponentLicenses, 11 components', licences: {},
    components: [
      'Model architecture: MIT', 'Data preprocessing code: OPUBL-1.0', 'Model parameters (Intermediate): AFL-2.0', 'Datasets: CC-BY-SA-1.0',
      'Evaluation data: HPND-sell-variant-MIT-disclaimer-rev', 'Model metadata: softSurfer', 'Sample model outputs: Borceux',
      'Model card: SISSL-1.2', 'Data card: CC-BY-ND-3.0', 'Technical report: CC-BY-3.0-AU', 'Evaluation results: libpng-2.0',
    ],
    class: null, progress: [33.33333333333333, 0, 0],
  },
  none('NoLicense, 9 components', [
    'Data preprocessing code', 'Inference code', 'Model parameters (Final)', 'Model parameters (Intermediate)', 'Datasets', 'Model metadata',
    'Sample model outputs', 'Data card', 'Research paper',
  ]),
  {
    name: 'OnlyGlobalLicense, 8 components', licences: { document: 'CC-BY-SA-4.0' },
    components: [
      'Inference code', 'Evaluation code', 'Supporting libraries and tools', 'Model parameters (Final)', 'Evaluation data', 'Model metadata',
      'Sample model outputs', 'Research paper',
    ],
    class: null, progress: [16.666666666666664, 0, 0],
  },
  {
    name: 'OnlyComponentLicenses, 8 components', licences: {},
    components: [
      'Model architecture: MulanPSL-2.0', 'Training code: AML-glslang', 'Inference code: cve-tou',
      'Supporting libraries and tools: CNRI-Python-GPL-Compatible', 'Model parameters (Intermediate): CC-BY-NC-SA-1.0', 'Model card: CC-BY-SA-3.0',
      'Research paper: CNRI-Jython', 'Evaluation results: CC-BY-NC-ND-3.0',
    ],
    class: null, progress: [33.33333333333333, 0, 0],
  },
  {
    name: 'Random, 7 components', licences: { distribution: 'CC-BY-SA-4.0', document: 'CC0-1.0' },
    components: [
      'Model architecture: BSD-3-Clause-Clear', 'Training code: MPL-1.1', 'Evaluation code: softSurfer', 'Model parameters (Final): CC-BY-SA-2.0-UK',
      'Evaluation data: CC-BY-2.0', 'Technical report: BSD-3-Clause-Attribution', 'Research paper: CDLA-Permissive-1.0',
    ],
    class: null, progress: [50, 0, 0],
  },
  {
    name: 'OnlyGlobalLicense, 5 components', licences: { distribution: 'MulanPSL-2.0', code: 'ECL-1.0', data: 'ODC-By-1.0', document: 'CC-BY-SA-3.0' },
    components: ['Data preprocessing code', 'Inference code', 'Datasets', 'Evaluation data', 'Model card'],
    class: null, progress: [16.666666666666664, 0, 0],
  },
];
