import type { Clock } from '#core/kernel/clock.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { SheetCell } from '#core/kernel/sheet.ts';
import type { Framework } from '#core/scoring/framework.ts';
import type { FileAnswer } from '#contract/schemas.ts';
import type { Db } from '#server/db/database.ts';
import { openPathRegister, safeName } from '#server/files/archive-name.ts';
import type { EvidenceFiles } from '#server/files/evidence-files.ts';
import { streamZip, ZIP_LIMIT, type ZipEntry } from '#server/files/zip-stream.ts';
import { findFrameworkVersion } from '#server/scoring/load-index.ts';
import { writeXlsx } from '#server/xlsx/write-xlsx.ts';
import { listRoundEvidence, type RoundEvidenceRow } from './evidence-reads.ts';
import { findRound, type StoredRound } from './round-store.ts';

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

const folderOf = ({ organizationCode, organizationName, indicatorCode }: RoundEvidenceRow): string =>
  `${safeName(`${organizationCode} ${organizationName}`)}/${safeName(indicatorCode)}`;

/** One upload proves many figures: its file stands once for each organization, where it is named first. */
const placeFiles = (rows: readonly RoundEvidenceRow[]): readonly PlacedRow[] => {
  const register = openPathRegister();
  const placed = new Map<string, string>();
  return rows.map((row) => {
    if (row.sha256 === null) return { ...row, path: null };
    const key = `${row.organizationCode} ${row.sha256}`;
    const path = placed.get(key) ?? register(folderOf(row), safeName(row.title));
    placed.set(key, path);
    return { ...row, path };
  });
};

const indexOf = (rows: readonly PlacedRow[], framework: Framework | undefined): Uint8Array => {
  const names = new Map(framework?.dataItems.map(({ code, name }) => [code, name.vi]));
  const cells = rows.map((row): readonly SheetCell[] => [
    ...[row.organizationCode, row.organizationName, row.indicatorCode, row.subjectCode, row.itemCode].map(
      text,
    ),
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
  const rows = placeFiles(await listRoundEvidence(db, roundId, organizationCode));
  const sizes = new Map(rows.map(({ path, size }) => [path, size ?? 0]));
  const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  if (bytes > ZIP_LIMIT.bytes || sizes.size > ZIP_LIMIT.entries) {
    return refuse('evidence.archive-too-large', { bytes, limitBytes: ZIP_LIMIT.bytes });
  }
  const framework = await findFrameworkVersion(db, round.framework, round.frameworkVersion);
  const entries = listEntries(rows, indexOf(rows, framework), { files, now: clock.now() });
  return { name: nameOf(round, organizationCode), mediaType: 'application/zip', content: streamZip(entries) };
};
