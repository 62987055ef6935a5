/**
 * Reads a file of the Model Openness Tool in its upstream YAML: the model's name, and what the MOF rules need of it. Called
 * by `npm run mof` and by the import. It reads as upstream's ModelUpdater.php and ModelEvaluator.php do, the older form of
 * the files with `license_name` included; it does not judge, and knows no file system.
 */
import { LineCounter, parseDocument, isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import { components, componentIds, contentTypes, type ComponentId, type ContentType } from '../data/schema/lists.ts';
import type { MofInput } from '../openness/types.ts';

export interface MotFile {
  readonly name: string;
  /** `licence`: as printed; `null` where none is named, which lets the wider licences hold; an empty text does not. */
  readonly components: Readonly<Partial<Record<ComponentId, { readonly licence: string | null }>>>;
  readonly licences: MofInput['licences'];
  /** Things that were left out of account, each with its line. */
  readonly warnings: readonly string[];
}

/** A file that cannot be read as a record of the tool. `line` counts from 1. */
export class MotFileError extends Error {
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.name = 'MotFileError';
    this.line = line;
  }
}

const idOf: ReadonlyMap<string, ComponentId> = new Map(componentIds.map((id) => [components[id].upstream, id]));

/** In files of 2024 every component is listed, and one that is not released has this in the place of its licence. */
const isNotIncluded = (licence: string | null): boolean => licence !== null && /^component not includ/i.test(licence);

/**
 * Reads the text of a file. A component listed twice counts as its last entry says, as upstream; a component that the
 * framework does not have, and a licence for all that is no mapping with a `name`, count for nothing and are warned of.
 * Throws `MotFileError` where the text is no YAML or no record of a release with a list of named components.
 */
export const readMotFile = (text: string): MotFile => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineOf = (node: Node | null | undefined): number => (node?.range == null ? 1 : lines.linePos(node.range[0]).line);
  const fail = (message: string, node?: Node | null): never => { throw new MotFileError(message, lineOf(node)); };
  const [error] = document.errors;
  if (error !== undefined) throw new MotFileError(error.message.split(' at line ')[0]!, error.linePos?.[0].line ?? 1);

  const warnings: string[] = [];
  const warn = (message: string, node: Node | null | undefined): void => { warnings.push(`line ${lineOf(node)}: ${message}`); };
  /** A plain value as text; `null` where the key is absent or its value null. */
  const textAt = (map: YAMLMap, key: string): string | null => {
    const node = map.get(key, true) as Node | undefined;
    if (isMap(node)) return textAt(node, 'name');
    return isScalar(node) && node.value !== null ? String(node.value) : null;
  };

  const root = document.contents;
  if (!isMap(root)) return fail('not a mapping', root);
  const release = root.get('release', true);
  if (!isMap(release)) return fail('no "release"', root);
  const name = textAt(release, 'name');
  if (name === null || name === '') return fail('the release has no name', release);

  const licences: Partial<Record<'distribution' | ContentType, string>> = {};
  const given = release.get('license', true) as Node | undefined;
  if (isMap(given)) {
    for (const level of ['distribution', ...contentTypes] as const) {
      const node = given.get(level, true) as Node | undefined;
      if (node === undefined || (isScalar(node) && node.value === null)) continue;
      const licence = isMap(node) ? textAt(node, 'name') : null;
      if (licence === null) warn(`the ${level} licence has no "name"`, node);
      else if (licence !== '') licences[level] = licence;
    }
  } else if (given !== undefined && !(isScalar(given) && given.value === null) && !(isSeq(given) && given.items.length === 0)) {
    warn('"license" is not a mapping', given);
  }

  const listed: Partial<Record<ComponentId, { licence: string | null }>> = {};
  const list = release.get('components', true) as Node | undefined;
  const isAbsent = list === undefined || (isScalar(list) && list.value === null);
  if (!isAbsent && !isSeq(list)) return fail('"components" is not a list', list);
  for (const item of isSeq(list) ? list.items : []) {
    if (!isMap(item)) return fail('a component is not a mapping', item as Node);
    const label = textAt(item, 'name');
    if (label === null) return fail('a component has no name', item);
    const id = idOf.get(label);
    if (id === undefined) {
      warn(`the framework has no component "${label}"`, item);
      continue;
    }
    const licence = item.has('license') ? textAt(item, 'license') : textAt(item, 'license_name');
    if (id in listed) warn(`"${label}" is listed again; this entry counts`, item);
    if (isNotIncluded(licence)) delete listed[id];
    else listed[id] = { licence };
  }
  return { name, components: listed, licences, warnings };
};
