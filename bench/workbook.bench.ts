import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { decimal } from '#core/kernel/decimal.ts';
import { type DataValue, type DataValues, reported } from '#core/scoring/data-value.ts';
import { computeIndexScore, listScored, publishInterval } from '#core/scoring/evaluate.ts';
import type { Framework } from '#core/scoring/framework.ts';
import { rankScores } from '#core/scoring/rank.ts';
import { getProvinceFramework, makeLeague, SUBJECTS } from './league.ts';
import { timeBoth } from './rounds.ts';
import { againstPeer, type BenchRow, notMeasured, percentile, timeRuns } from './row.ts';
import { buildSheet, type IndexSheetOfCells, isNear } from './sheet.ts';

const TIMES = 20;
/** Both read figures from a file and write every point, total and rank to another. We know the rules already, as the system does. */
const WORK = `whole workbook ${SUBJECTS} × 47: read, recalculate, rank, write`;
const COMMAND = 'soffice';

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const cellXml = (content: string | number): string => {
  if (typeof content === 'number') {
    return `<table:table-cell office:value-type="float" office:value="${String(content)}"/>`;
  }
  // Cells are named in brackets here, and parameters parted by semicolons.
  const formula = content
    .slice(1)
    .replace(/\$?[A-Z]+\$?\d+(:\$?[A-Z]+\$?\d+)?/gu, (name) => `[.${name.replace(':', ':.')}]`)
    .replaceAll(', ', ';');
  return `<table:table-cell table:formula="of:=${escapeText(formula)}"/>`;
};

/** A workbook without results: whoever opens it must calculate all of it. */
const workbookXml = ({ cells }: Pick<IndexSheetOfCells, 'cells'>): string => {
  const lines = cells.map((line) => `<table:table-row>${line.map(cellXml).join('')}</table:table-row>`);
  const names = ['office', 'table'].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  );
  return (
    `<?xml version="1.0" encoding="UTF-8"?><office:document ${names.join(' ')} office:version="1.3" ` +
    'xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" ' +
    'office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>' +
    `<table:table table:name="index">${lines.join('')}</table:table></office:spreadsheet></office:body></office:document>`
  );
};

const runOffice = (folder: string, workbook: string): void => {
  const { status, stderr } = spawnSync(
    COMMAND,
    [
      ...['--headless', `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`],
      // Full precision: 4 is the column of the filter for "as shown", turned off.
      ...['--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false', '--outdir', folder],
      join(folder, workbook),
    ],
    { encoding: 'utf8', timeout: 180_000 },
  );
  if (status !== 0) throw new Error(`LibreOffice: ${stderr}`);
};

const parseLines = (text: string): readonly (readonly string[])[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split(','));

const PLACES = { places: 12, mode: 'half-up' } as const;

/** The results of one line: the lowest points of every indicator, then the highest, and the published total. */
const scoreLine = (framework: Framework, values: DataValues) => {
  const score = computeIndexScore(framework, values);
  const lows: string[] = [];
  const highs: string[] = [];
  for (const { component, points } of listScored(score)) {
    if (component.kind !== 'indicator') continue;
    const { low, high } = publishInterval(points, PLACES);
    lows.push(low);
    highs.push(high);
  }
  return {
    points: `${lows.join(',')},${highs.join(',')}`,
    total: publishInterval(score.points, framework.policies.rounding).low,
  };
};

/** What the workbook does, by our engine: reads the figures, scores all subjects, ranks them, writes every result. */
const recalculate = (framework: Framework, folder: string): string => {
  const [head = [], ...lines] = parseLines(readFileSync(join(folder, 'values.csv'), 'utf8'));
  const results = lines.map((line) => {
    const values = new Map<string, DataValue>();
    line.forEach((text, place) => values.set(head[place] ?? '', reported(text)));
    return scoreLine(framework, values);
  });
  const entries = results.map(({ total }, place) => ({ code: String(place), score: decimal(total) }));
  const ranks = new Map(rankScores(entries, 'minimum').map(({ code, rank }) => [code, rank]));
  const text = results
    .map(({ points, total }, place) => `${points},${total},${String(ranks.get(String(place)))}`)
    .join('\n');
  writeFileSync(join(folder, 'results.csv'), text);
  return text;
};

const expectSame = (ours: string, folder: string, sheet: IndexSheetOfCells): void => {
  const theirs = parseLines(readFileSync(join(folder, 'index.csv'), 'utf8'));
  parseLines(ours).forEach((line, row) => {
    const other = theirs[row] ?? [];
    const columns = [...sheet.lowColumns, ...sheet.highColumns, sheet.totalColumn, sheet.rankColumn];
    columns.forEach((column, place) => {
      if (!isNear(line[place] ?? '', Number(other[column] ?? 'NaN'))) {
        throw new Error(`LibreOffice differs in line ${row + 1}: ${line[place]} and ${other[column]}`);
      }
    });
  });
};

/** The whole index as an office keeps it, in a spreadsheet program: opened, calculated, written. */
export const measureWorkbook = async (): Promise<readonly BenchRow[]> => {
  const work = `${WORK}, LibreOffice`;
  const goal = '≥ 100 × as fast';
  if (spawnSync(COMMAND, ['--version']).status !== 0) {
    return [notMeasured(work, goal, 'LibreOffice is not installed')];
  }
  const framework = getProvinceFramework();
  const league = makeLeague(framework);
  const sheet = buildSheet(framework, league);
  const folder = mkdtempSync(join(tmpdir(), 'senso-workbook-'));
  try {
    const items = [...([...league.values()][0]?.keys() ?? [])];
    const lines = [...league.values()].map((values) =>
      items.map((item) => {
        const value = values.get(item);
        return value?.state === 'value' ? value.value : '';
      }),
    );
    writeFileSync(join(folder, 'values.csv'), [items, ...lines].map((line) => line.join(',')).join('\n'));
    writeFileSync(join(folder, 'index.fods'), workbookXml(sheet));
    writeFileSync(join(folder, 'empty.fods'), workbookXml({ cells: [] }));
    runOffice(folder, 'index.fods');
    expectSame(recalculate(framework, folder), folder, sheet);
    const seconds = await timeBoth(
      () => {
        for (let time = 0; time < TIMES; time += 1) recalculate(framework, folder);
      },
      () => runOffice(folder, 'index.fods'),
    );
    // It starts for each workbook, as it does in an office: how much of its time that is, an empty one tells.
    const starts = await timeRuns(3, () => runOffice(folder, 'empty.fods'));
    const row = againstPeer(
      work,
      { ours: seconds.ours / TIMES, peer: seconds.peer, name: 'LibreOffice' },
      100,
    );
    const start = percentile(starts, 0.5) / 1000;
    return [{ ...row, peer: `${row.peer}, ${start.toPrecision(3)} s of it to start and open an empty one` }];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
