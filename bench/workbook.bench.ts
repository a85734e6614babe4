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
import { againstPeer, type BenchRow, notMeasured } from './row.ts';
import { buildSheet, type IndexSheetOfCells, isNear } from './sheet.ts';

const TIMES = 10;
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
const workbookXml = ({ cells }: IndexSheetOfCells): string => {
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

const runOffice = (folder: string): void => {
  const { status, stderr } = spawnSync(
    COMMAND,
    [
      ...['--headless', `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`],
      // Full precision: 4 is the column of the filter for "as shown", turned off.
      ...['--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false', '--outdir', folder],
      join(folder, 'index.fods'),
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

const readFigures = (folder: string): readonly DataValues[] => {
  const [head = [], ...lines] = parseLines(readFileSync(join(folder, 'values.csv'), 'utf8'));
  return lines.map((line) => {
    const values = new Map<string, DataValue>();
    line.forEach((text, place) => values.set(head[place] ?? '', reported(text)));
    return values;
  });
};

const PLACES = { places: 12, mode: 'half-up' } as const;

/** What the workbook does, by our engine: reads the figures, scores all subjects, ranks them, writes every result. */
export const recalculate = (framework: Framework, folder: string): string => {
  const scores = readFigures(folder).map((values) => computeIndexScore(framework, values));
  const totals = scores.map(({ points }) => publishInterval(points, framework.policies.rounding).low);
  const entries = totals.map((total, place) => ({ code: String(place), score: decimal(total) }));
  const ranks = new Map(rankScores(entries, 'minimum').map(({ code, rank }) => [code, rank]));
  const text = scores
    .map((score, place) => {
      const points = listScored(score)
        .filter(({ component }) => component.kind === 'indicator')
        .map((scored) => publishInterval(scored.points, PLACES));
      const cells = [...points.map(({ low }) => low), ...points.map(({ high }) => high)];
      return [...cells, totals[place], String(ranks.get(String(place)))].join(',');
    })
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
    runOffice(folder);
    expectSame(recalculate(framework, folder), folder, sheet);
    const seconds = await timeBoth(
      () => {
        for (let time = 0; time < TIMES; time += 1) recalculate(framework, folder);
      },
      () => runOffice(folder),
    );
    return [againstPeer(work, { ours: seconds.ours / TIMES, peer: seconds.peer, name: 'LibreOffice' }, 100)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
