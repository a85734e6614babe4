import type { DocumentAnnex, DocumentTable } from '#core/report/official-document.ts';

/** An annex across the page that is one table. */
export const tableAnnex = (
  title: string,
  {
    columns,
    rows,
    note = null,
    source = null,
  }: Pick<DocumentTable, 'columns' | 'rows'> & Partial<DocumentTable>,
): DocumentAnnex => ({
  title,
  orientation: 'landscape',
  blocks: [{ kind: 'table', caption: null, columns, rows, note, source }],
});
