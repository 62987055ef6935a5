/** The borders of the rooms: who may import whom, as the table of docs/architecture.md says. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
/** In the order of the table: a room imports only from rooms before it, and from itself. */
const rooms = ['data', 'openness', 'mentions', 'glossary', 'page', 'browser', 'components', 'tools', 'entrypoints'];
/** Packages that a room may use beside its own code; a room that is not here may use any. */
const packages: Record<string, RegExp | null> = {
  data: /^valibot$/,
  openness: null,
  mentions: null,
  glossary: /^fuse\.js$/,
  page: /^@floating-ui\/dom$/,
  browser: /^(webextension-polyfill|valibot|wxt\/utils\/storage)$/,
  components: /^(preact|preact\/hooks|preact\/jsx-runtime)$/,
};

interface Import {
  readonly file: string;
  readonly from: string;
}

const importsIn = (room: string): Import[] =>
  readdirSync(join(root, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .flatMap((entry) => {
      const file = join(entry.parentPath, entry.name);
      const text = readFileSync(file, 'utf8');
      const found = text.matchAll(/^(?:import|export)\b[^;'"]*?from\s+['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm);
      return [...found].map((match) => ({ file: relative(root, file), from: (match[1] ?? match[2] ?? match[3])! }));
    });

describe.each(rooms)('%s/', (room) => {
  const imports = importsIn(room);
  const gallery = (file: string): boolean => file.startsWith(join('components', 'gallery'));

  it('imports only from rooms above it', () => {
    const wrong = imports.filter(({ file, from }) => {
      if (!from.startsWith('.') || gallery(file)) return false;
      const target = relative(root, resolve(root, dirname(file), from)).split(/[\\/]/)[0]!;
      return rooms.includes(target) && rooms.indexOf(target) > rooms.indexOf(room);
    });
    expect(wrong).toEqual([]);
  });

  it('uses only the packages that it is meant to', () => {
    if (!(room in packages)) return;
    const allowed = packages[room];
    const wrong = imports.filter(({ file, from }) => !from.startsWith('.') && !gallery(file) && !allowed?.test(from));
    expect(wrong).toEqual([]);
  });
});

describe('pure rooms', () => {
  it.each(['openness', 'mentions', 'glossary'])('%s/ names no DOM or browser global', (room) => {
    const wrong = readdirSync(join(root, room), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .filter((entry) => /\b(document\.|window\.|browser\.|chrome\.|HTMLElement|addEventListener)/.test(readFileSync(join(entry.parentPath, entry.name), 'utf8')))
      .map((entry) => entry.name);
    expect(wrong).toEqual([]);
  });
});
