import type { Clock } from '#core/kernel/clock.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { SheetCell } from '#core/kernel/sheet.ts';
import { type Framework, listIndicators } from '#core/scoring/framework.ts';
import { isPlanIndicator, shownCode } from '#core/task-progress/task-codes.ts';
import type { FileAnswer } from '#contract/schemas.ts';
import type { Db } from '#server/db/database.ts';
import { openPathRegister, safeName } from '#server/files/archive-name.ts';
import type { EvidenceFiles } from '#server/files/evidence-files.ts';
import { streamZip, ZIP_LIMIT, type ZipEntry } from '#server/files/zip-stream.ts';
import { writeXlsx } from '#server/xlsx/write-xlsx.ts';
import { findAskedFramework } from '#features/collection/round/asked-framework.ts';
import { listRoundEvidence, type RoundEvidenceRow } from './evidence-reads.ts';
import { findRound, type StoredRound } from '#features/collection/round/round-store.ts';

interface PlacedRow extends RoundEvidenceRow {
  /** Where its file is in the archive; null when it is none. */
  readonly path: string | null;
}

const text = (words: string): SheetCell => ({ kind: 'text', text: words });

const COLUMNS = [
  ...['Mã cơ quan', 'Cơ quan', 'Chỉ số', 'Đối tượng', 'Mã số liệu', 'Số liệu', 'Minh chứng', 'Loại'],
  ...[
    'Tệp trong gói',
    'Địa chỉ hoặc số văn bản',
    'Dung lượng (byte)',
    'SHA-256',
    'Người gửi',
    'Gửi lúc (UTC)',
  ],
];
const WIDTHS = [10, 30, 8, 12, 16, 40, 40, 10, 50, 40, 14, 66, 24, 24];
const KINDS: Readonly<Record<RoundEvidenceRow['kind'], string>> = {
  file: 'Tệp',
  document: 'Văn bản trong sổ',
  link: 'Liên kết',
};

type Names = ReadonlyMap<string, string>;

const namesOfIndicators = (framework: Framework | undefined): Names =>
  new Map(framework && listIndicators(framework).map(({ code, name }) => [code, name.vi]));

// A plan has no code that says anything to people.
const indicatorOf = ({ indicatorCode: code }: RoundEvidenceRow, names: Names): string =>
  isPlanIndicator(code) ? (names.get(code) ?? '') : code;

const folderOf = (row: RoundEvidenceRow, names: Names): string =>
  `${safeName(`${row.organizationCode} ${row.organizationName}`)}/${safeName(indicatorOf(row, names))}`;

/** One upload proves many figures: its file stands once for each organization, where it is named first. */
const placeFiles = (rows: readonly RoundEvidenceRow[], names: Names): readonly PlacedRow[] => {
  const register = openPathRegister();
  const placed = new Map<string, string>();
  return rows.map((row) => {
    if (row.sha256 === null) return { ...row, path: null };
    const key = `${row.organizationCode} ${row.sha256}`;
    const path = placed.get(key) ?? register(folderOf(row, names), safeName(row.title));
    placed.set(key, path);
    return { ...row, path };
  });
};

const indexOf = (rows: readonly PlacedRow[], framework: Framework | undefined): Uint8Array => {
  const indicators = namesOfIndicators(framework);
  const names = new Map(framework?.dataItems.map(({ code, name }) => [code, name.vi]));
  const cells = rows.map((row): readonly SheetCell[] => [
    ...[
      row.organizationCode,
      row.organizationName,
      indicatorOf(row, indicators),
      row.subjectCode,
      shownCode(row.itemCode),
    ].map(text),
    ...[names.get(row.itemCode) ?? '', row.title, KINDS[row.kind], row.path ?? '', row.url ?? ''].map(text),
    row.size === null ? text('') : { kind: 'number', number: String(row.size) },
    ...[row.sha256 ?? '', row.addedBy ?? '', row.addedAt].map(text),
  ]);
  const sheet = { name: 'Mục lục', rows: [COLUMNS.map(text), ...cells] };
  return writeXlsx([{ ...sheet, widths: WIDTHS, headRows: 1, choices: [] }]);
};

/** The files of an archive, each once. Throws when one that is registered is not in the store. */
function* listEntries(
  rows: readonly PlacedRow[],
  index: Uint8Array,
  { files, now }: { readonly files: EvidenceFiles; readonly now: string },
): Generator<ZipEntry> {
  yield { path: 'muc-luc.xlsx', at: now, open: () => Promise.resolve(index) };
  const done = new Set<string>();
  for (const { path, sha256, addedAt } of rows) {
    if (path === null || sha256 === null || done.has(path)) continue;
    done.add(path);
    yield {
      ...{ path, at: addedAt },
      open: async () => {
        const content = await files.read(sha256);
        if (!content) throw new Error(`A registered file is not in the store: ${sha256}`);
        return content;
      },
    };
  }
}

const nameOf = ({ title, period }: StoredRound, organization: string | undefined): string =>
  `${safeName(['Minh chứng', title, period, organization ?? ''].join(' ').trim())}.zip`;

/** The evidence of a round as a zip archive that is written while it is sent: an index, and files by organization and indicator. */
export const buildEvidenceArchive = async (
  { db, files, clock }: { readonly db: Db; readonly files: EvidenceFiles; readonly clock: Clock },
  roundId: string,
  organizationCode: string | undefined,
): Promise<FileAnswer | Refusal> => {
  const round = await findRound(db, roundId);
  if (!round) return refuse('record.not-found', { kind: 'reporting-round', code: roundId });
  const framework = await findAskedFramework(db, round);
  const rows = placeFiles(
    await listRoundEvidence(db, roundId, organizationCode),
    namesOfIndicators(framework),
  );
  const sizes = new Map(rows.map(({ path, size }) => [path, size ?? 0]));
  const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  if (bytes > ZIP_LIMIT.bytes || sizes.size > ZIP_LIMIT.entries) {
    return refuse('evidence.archive-too-large', { bytes, limitBytes: ZIP_LIMIT.bytes });
  }
  const entries = listEntries(rows, indexOf(rows, framework), { files, now: clock.now() });
  return { name: nameOf(round, organizationCode), mediaType: 'application/zip', content: streamZip(entries) };
};
