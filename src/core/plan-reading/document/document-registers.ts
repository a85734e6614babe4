import type { Table, TableRow } from '#core/plan-reading/text/blocks.ts';
import { listCitations } from './citations.ts';
import { columnsWith, roleColumns, type RoledColumn } from '#core/plan-reading/tables/column-roles.ts';
import { parseAgencies } from '#core/plan-reading/language/agencies.ts';
import { parsePeriod } from '#core/plan-reading/language/periods.ts';
import { placeWithin, sectionLabel, type Place } from '#core/plan-reading/outline/place.ts';
import type { CitedDocumentReading, Unnumbered } from '#core/plan-reading/reading.ts';
import type { ReadingContext } from '#core/plan-reading/reading-context.ts';

type Reading = Unnumbered<CitedDocumentReading>;

const KIND_BY_LETTERS: readonly (readonly [RegExp, string])[] = [
  [/QĐ/u, 'Quyết định'],
  [/NQ/u, 'Nghị quyết'],
  [/CTr/u, 'Chương trình hành động'],
  [/CT/u, 'Chỉ thị'],
  [/KH/u, 'Kế hoạch'],
  [/BC/u, 'Báo cáo'],
  [/HD/u, 'Hướng dẫn'],
];
const isDocumentKind = (text: string): boolean =>
  KIND_BY_LETTERS.some(([, kind]) => kind.toLowerCase() === text.toLowerCase());

const REGISTER_NUMBER = /^\d+[a-z]?\s?[-/]\s?\p{Lu}[\p{L}\d&/-]*$/u;
const REGISTER_DATE = /^\d{1,2}\/\d{1,2}\/\d{4}$/u;

/** A row of a register of documents. A row that lost a cell still tells number, date and subject by their form. */
const readRegisterRow = (
  row: TableRow,
  issuer: RoledColumn | undefined,
  place: Place,
): readonly Reading[] => {
  const texts = row.cells.map((cell) => cell.text);
  const at = texts.findIndex((text) => REGISTER_NUMBER.test(text));
  const docNumber = texts[at]?.replace(/\s/gu, '');
  if (at < 0 || docNumber === undefined) return [];
  const after = texts.slice(at + 1).filter((text) => text !== '');
  const date = after.find((text) => REGISTER_DATE.test(text)) ?? null;
  const [level, ...localities] = row.sections.map((section) => section.title);
  const own = issuer ? (row.cells[issuer.index]?.text ?? '') : '';
  const kind = texts.slice(0, at).find((text) => isDocumentKind(text));
  const inherited = issuer ? (row.inherited.get(issuer.index)?.text ?? '') : '';
  const issuingAgency = own !== '' && !REGISTER_NUMBER.test(own) ? own : inherited;
  const here = placeWithin(place, row.sections);
  return [
    {
      appendix: here.appendix,
      section: sectionLabel(here),
      order: /^[\d.]+$/u.test(texts[0] ?? '') ? (texts[0] ?? null) : null,
      role: 'register-row',
      docType: kind ?? KIND_BY_LETTERS.find(([letters]) => letters.test(docNumber))?.[1] ?? null,
      docNumber,
      issueDateRaw: date,
      issueDate: date === null ? null : parsePeriod(date).start,
      issuingAgency: issuingAgency === '' ? (localities.at(-1) ?? null) : issuingAgency,
      subject: after.find((text) => text !== date && text !== own) ?? null,
      alsoLines: [],
      level: level ?? null,
      locality: localities.at(-1) ?? null,
      quote: row.quote,
      line: row.lines.start,
    },
  ];
};

/** A list of what was issued, each named in a remark: "Kế hoạch … | Kế hoạch số 59/KH-UBND ngày …". */
const readIssuedRow = (
  row: TableRow,
  name: RoledColumn,
  remark: RoledColumn,
  place: Place,
): readonly Reading[] => {
  const cell = row.cells[remark.index];
  const [citation] = cell ? listCitations(cell) : [];
  if (!citation) return [];
  const here = placeWithin(place, row.sections);
  return [
    {
      appendix: here.appendix,
      section: sectionLabel(here),
      role: 'register-row',
      docType: citation.docType,
      docNumber: citation.docNumber,
      issueDateRaw: citation.issueDateRaw,
      issueDate: citation.issueDate,
      issuingAgency: citation.issuingAgency,
      alsoLines: [],
      order: row.cells[0]?.text ?? null,
      subject: row.cells[name.index]?.text ?? citation.subject,
      quote: row.quote,
      line: row.lines.start,
    },
  ];
};

/** A list of documents still to be issued, with who drafts and who issues them. */
const readPlannedRow = (
  row: TableRow,
  columns: readonly RoledColumn[],
  place: Place,
  context: ReadingContext,
): readonly Reading[] => {
  const text = (role: RoledColumn['role']): string => {
    const column = columnsWith(columns, role)[0];
    return column ? (row.cells[column.index]?.text ?? '') : '';
  };
  const subject = text('name');
  if (subject === '') return [];
  const here = placeWithin(place, row.sections);
  const [issuer, lead] = [text('issuer'), text('lead')];
  return [
    {
      appendix: here.appendix,
      section: sectionLabel(here),
      order: text('order') === '' ? null : text('order'),
      role: 'planned',
      docType:
        /^(?:ban hành\s+)?(Kế hoạch|Đề án|Quy chế|Quy định|Nghị quyết|Quyết định|Chương trình)/iu.exec(
          subject,
        )?.[1] ?? null,
      docNumber: null,
      issueDateRaw: null,
      issueDate: null,
      issuingAgency: issuer === '' ? null : issuer,
      subject,
      alsoLines: [],
      leadRaw: lead === '' ? null : lead,
      leadAgencies: parseAgencies(lead, context.agencies).agencies.map((agency) => agency.name),
      quote: row.quote,
      line: row.lines.start,
    },
  ];
};

/** Reads a table that lists documents: issued, named in remarks, or still to come. Empty for any other table. */
export const readDocumentTable = (
  table: Table,
  place: Place,
  context: ReadingContext,
): readonly Reading[] => {
  const columns = roleColumns(table);
  const one = (role: RoledColumn['role']): RoledColumn | undefined => columnsWith(columns, role)[0];
  const [name, remark, issuer] = [one('name'), one('remark'), one('issuer')];
  if (one('document-number')) return table.rows.flatMap((row) => readRegisterRow(row, issuer, place));
  if (issuer) return table.rows.flatMap((row) => readPlannedRow(row, columns, place, context));
  if (!name || !remark || one('lead') || one('score')) return [];
  return table.rows.flatMap((row) => readIssuedRow(row, name, remark, place));
};
