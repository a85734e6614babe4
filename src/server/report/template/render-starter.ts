import { annexReference, closeLines, dateLine, numberLine, originLine } from '#core/report/head-lines.ts';
import type { OfficialDocument } from '#core/report/official-document.ts';
import { escapeXml } from '#server/report/docx-table.ts';
import { withoutChance } from '#server/report/fixed-package.ts';
import { renderDocx } from '#server/report/render-docx.ts';

/** Lines that the layout writes from parts, with the placeholder that gives the whole line. */
const placeholdersOf = (starter: OfficialDocument): readonly (readonly [string, string])[] => [
  [numberLine(starter.head), '{so_va_ky_hieu}'],
  [dateLine(starter.head), '{dia_danh_ngay_thang}'],
  [annexReference(starter.head), '{kem_theo}'],
  ...closeLines(starter.recipients).map((text) => [`- ${text}`, '{noi_nhan}'] as const),
  ...(starter.origin === null ? [] : [[originLine(starter.origin), '{nguon_goc}'] as const]),
];

/** A document of placeholders as a .docx that an office edits and uploads. The same starter gives the same bytes. */
export const renderStarter = async (starter: OfficialDocument): Promise<Uint8Array> =>
  withoutChance(await renderDocx(starter), (name, xml) =>
    name === 'word/document.xml'
      ? placeholdersOf(starter).reduce(
          (text, [line, placeholder]) => text.replaceAll(`>${escapeXml(line)}<`, `>${placeholder}<`),
          xml,
        )
      : xml,
  );
