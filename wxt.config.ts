import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import preact from '@preact/preset-vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { letterRanges } from './tools/letter-ranges.ts';

/** The pages that Ajar reads: everything that a person browses, and nothing else. */
const pages = ['http://*/*', 'https://*/*', 'file:///*'];
const about = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string; bugs?: { url: string } };
const compiled = resolve('.compiled', 'public');

/** Writes scripts in ASCII: an engine then keeps the source of each, in every page that it runs in, at one byte a character in place of two. */
const asciiScripts = (): Plugin => ({
  name: 'ascii-scripts',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === 'chunk') file.code = file.code.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
    }
  },
});

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  vite: () => ({
    plugins: [preact(), letterRanges(), asciiScripts()],
    define: {
      'import.meta.env.VERSION': JSON.stringify(about.version),
      'import.meta.env.ISSUES_URL': JSON.stringify(about.bugs?.url ?? ''),
    },
    build: { target: 'es2023', modulePreload: false, chunkSizeWarningLimit: 800 },
  }),
  hooks: {
    'build:before': () => {
      execFileSync(process.execPath, [join('tools', 'compile.ts')], { stdio: 'inherit' });
    },
    'build:publicAssets': (_wxt, files) => {
      for (const name of readdirSync(join(compiled, 'data'))) {
        files.push({ absoluteSrc: join(compiled, 'data', name), relativeDest: `data/${name}` });
      }
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: ['storage', 'scripting', 'contextMenus', ...(browser === 'firefox' ? [] : ['sidePanel'])],
    host_permissions: pages,
    // Written here, not made by WXT: what that wraps around a content script posts a message to each page, which the page could hear.
    content_scripts: [{ matches: pages, js: ['boot.js'], all_frames: true, match_about_blank: true, match_origin_as_fallback: true, run_at: 'document_end' }],
    action: { default_title: '__MSG_extension_name__' },
    icons: { 16: 'icons/on-16.png', 32: 'icons/on-32.png', 48: 'icons/on-48.png', 128: 'icons/on-128.png' },
    commands: {
      _execute_action: {},
      'toggle-here': { description: '__MSG_command_toggle_here__', suggested_key: { default: 'Alt+Shift+J' } },
      'next-mention': { description: '__MSG_command_next_mention__', suggested_key: { default: 'Alt+Shift+Period' } },
      'previous-mention': { description: '__MSG_command_previous_mention__', suggested_key: { default: 'Alt+Shift+Comma' } },
      'open-card': { description: '__MSG_command_open_card__', suggested_key: { default: 'Alt+Shift+O' } },
    },
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    incognito: 'spanning',
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: '{6f0d6f0c-2f7a-4c58-9d0e-9a1f4f0c6a11}',
              strict_min_version: '146.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '135' }),
  }),
});
