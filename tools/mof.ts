/**
 * `npm run -s mof -- FILE.yml ...`: the Model Openness Framework class of records in the Model Openness Tool's own YAML, one
 * JSON line a file: `{"file","class":"I"|"II"|"III"|null,"progress":{"I","II","III"}}`, progress in per cent, not rounded, as
 * upstream's interface gives it. A file that cannot be read is named on stderr with its line; the others are printed, and
 * the exit code is 1.
 */
import { readFileSync } from 'node:fs';
import { judgeMof } from '../openness/judge-mof.ts';
import { MotFileError, readMotFile } from './mot-file.ts';

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('usage: npm run -s mof -- FILE.yml ...');
  process.exitCode = 1;
}
for (const file of files) {
  try {
    const { warnings, ...input } = readMotFile(readFileSync(file, 'utf8'));
    for (const warning of warnings) console.error(`${file}: ${warning}`);
    const { class: mofClass, progress } = judgeMof(input);
    console.log(JSON.stringify({ file, class: mofClass, progress }));
  } catch (error) {
    if (!(error instanceof MotFileError) && !(error instanceof Error && 'code' in error)) throw error;
    console.error(error instanceof MotFileError ? `${file}:${error.line}: ${error.message}` : `${file}:1: ${error.message}`);
    process.exitCode = 1;
  }
}
