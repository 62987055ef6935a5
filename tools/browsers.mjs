/**
 * Finds an installed Chromium or Firefox, and on Debian as root installs what is missing. Plain JavaScript with
 * built-ins only: it runs before anything is installed, under any Node from 20.20.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @typedef {'chromium' | 'firefox'} Engine */

const places = {
  chromium: {
    variable: 'AJAR_CHROMIUM',
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
    paths: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
    package: 'chromium',
  },
  firefox: {
    variable: 'AJAR_FIREFOX',
    commands: ['firefox', 'firefox-esr'],
    paths: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
    package: 'firefox-esr',
  },
};

/**
 * Path of an installed browser, or `undefined`.
 * @param {Engine} engine
 * @returns {string | undefined}
 */
export const findBrowser = (engine) => {
  const { variable, commands, paths } = places[engine];
  const named = process.env[variable];
  if (named) return named;
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((dir) => commands.map((name) => join(dir, name)));
  return [...onPath, ...paths].find((path) => existsSync(path));
};

const canInstall = () => process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;

/**
 * Path of a browser, installed first where that is possible.
 * @param {Engine} engine
 * @returns {string}
 * @throws {Error} in one line, where it is not there and cannot be installed
 */
export const needBrowser = (engine) => {
  const found = findBrowser(engine);
  if (found) return found;
  const { package: name, variable } = places[engine];
  if (canInstall()) {
    console.log(`installing ${name}`);
    const options = { stdio: /** @type {const} */ ('inherit'), env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    execFileSync('apt-get', ['-qq', 'update'], options);
    execFileSync('apt-get', ['-qq', '-y', '--no-install-recommends', 'install', name, 'fonts-liberation'], options);
    const installed = findBrowser(engine);
    if (installed) return installed;
  }
  throw new Error(`no ${engine} found: install ${engine === 'chromium' ? 'Chromium or Google Chrome' : 'Firefox 146 or later'}, or set ${variable} to its path`);
};
