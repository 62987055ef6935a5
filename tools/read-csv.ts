/**
 * Reads comma-separated values as RFC 4180 has them: quoted cells may hold commas, quotes and line breaks. Called by the
 * import of the transparency index. Each row comes with the line it begins on, so that an error can name it.
 */

export interface CsvRow {
  /** From 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Thrown where a quote is not closed, or where a quoted cell goes on after its quote. */
export class CsvError extends Error {
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.name = 'CsvError';
    this.line = line;
  }
}

/** Rows of a text, empty lines left out. A byte order mark at the start does not count. */
export const readCsv = (text: string): CsvRow[] => {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let line = 1;
  let rowLine = 1;
  let quoteLine: number | null = null;
  let isQuoted = false;
  const endCell = (): void => {
    cells.push(cell);
    cell = '';
    isQuoted = false;
  };
  const endRow = (): void => {
    endCell();
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: rowLine, cells });
    cells = [];
    rowLine = line + 1;
  };
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  for (let at = 0; at < source.length; at++) {
    const char = source[at]!;
    if (quoteLine !== null) {
      if (char === '"' && source[at + 1] === '"') {
        cell += '"';
        at++;
      } else if (char === '"') quoteLine = null;
      else cell += char;
    } else if (char === ',') endCell();
    else if (char === '\n') endRow();
    else if (char === '"' && cell === '' && !isQuoted) {
      quoteLine = line;
      isQuoted = true;
    } else if (isQuoted) throw new CsvError('text after a closing quote', line);
    else cell += char;
    if (char === '\n') line++;
  }
  if (quoteLine !== null) throw new CsvError('a quote is not closed', quoteLine);
  endRow();
  return rows;
};
