import type { OfficialDocument } from '#core/report/official-document.ts';
import { tableSheets } from '#core/report/table-sheets.ts';
import { writeXlsx } from '#server/xlsx/write-xlsx.ts';

/** The tables of a document as an .xlsx workbook, each on a sheet of its own. The same document gives the same bytes. */
export const renderTables = (document: OfficialDocument): Uint8Array =>
  writeXlsx(tableSheets(document).map((sheet) => ({ ...sheet, choices: [] })));
