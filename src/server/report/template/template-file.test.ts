import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '#core/kernel/refusal.ts';
import { provinceLetterhead } from '#core/report/letterhead.ts';
import { starterDocument } from '#core/report/template/starter.ts';
import { PAPER_KINDS } from '#core/report/writing/write-document.ts';
import { cell, paragraph, run, table } from '#test/docx-file.ts';
import { templateFile } from '#test/template-file.ts';
import { checkTemplateFile } from './check-template-file.ts';
import { fillTemplate } from './fill-template.ts';
import { renderStarter } from './render-starter.ts';

const check = (file: Uint8Array, name = 'mau.docx') => checkTemplateFile(name, file, 'progress-report');

const codeOf = async (file: Uint8Array, name?: string) => {
  const checked = await check(file, name);
  return isRefusal(checked) ? checked.code : checked.problems.map(({ fault }) => fault).join(' ');
};

const wordsOf = (file: Uint8Array): readonly string[] => {
  const xml = strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array());
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([one]) =>
    [...one.matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, words]) => words).join(''),
  );
};

describe('a file that is to be a template', () => {
  it('is filled: values, rows of a table, lists over paragraphs, capitals; equal data give equal bytes', () => {
    const file = templateFile(
      paragraph(`${run('{trich')}${run('_yeu}')}`) +
        paragraph('{TRICH_YEU}') +
        table([cell('{#nhiem_vu}{stt}'), cell('{ten}{/nhiem_vu}')]) +
        paragraph('{#can_cu}') +
        paragraph('- {dong}') +
        paragraph('{/can_cu}'),
    );
    const data = {
      trich_yeu: 'Kết quả <b>{so}</b>\u0001',
      nhiem_vu: [
        { stt: '1', ten: 'một' },
        { stt: '2', ten: 'hai' },
      ],
      can_cu: [{ dong: 'Luật' }],
    };
    const filled = fillTemplate(file, data);
    expect(wordsOf(filled)).toEqual([
      ...[
        'Kết quả &lt;b&gt;{so}&lt;/b&gt;',
        'KẾT QUẢ &lt;B&gt;{SO}&lt;/B&gt;',
        '1',
        'một',
        '2',
        'hai',
        '- Luật',
      ],
    ]);
    expect(Buffer.compare(fillTemplate(file, data), filled)).toBe(0);
  });

  it('is told what is wrong with the row and column of its place', async () => {
    const checked = await check(templateFile(table([cell('a')], [cell('b'), cell('Cột {tne}')])));
    expect(checked).toMatchObject({
      problems: [
        { fault: 'unknown', placeholder: '{tne}', place: { cell: { table: 1, row: 2, column: 2 } } },
      ],
    });
  });

  it.each([
    ['macros', templateFile('', { 'word/vbaProject.bin': 'x' }), 'file.macros'],
    ['no document', new TextEncoder().encode('{trich_yeu}'), 'file.unsupported-kind'],
    ['a PDF', new TextEncoder().encode('%PDF-1.4\n%%EOF\n'), 'file.unsupported-kind'],
    [
      'an old document',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array<number>(600).fill(0)]),
      'file.old-office',
    ],
  ])('of the kinds that files may have is asked for as .docx alone: %s', async (_what, file, code) => {
    expect(await check(file)).toMatchObject({ code, details: { kinds: ['docx'] } });
  });

  const rels = (type: string, target: string) => ({
    'word/_rels/document.xml.rels': `<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`,
  });
  it.each([
    ['an attached template', 'file.macros', templateFile('', rels('attachedTemplate', 'http://x/a.dotm'))],
    [
      'a picture from elsewhere',
      'document-template.reaches-out',
      templateFile('', rels('image', 'http://x/a.png')),
    ],
    [
      'a link to a program',
      'document-template.reaches-out',
      templateFile('', rels('hyperlink', 'file:///c:/a.exe')),
    ],
    ['a link to click on', '', templateFile('', rels('hyperlink', 'https://dongthap.gov.vn'))],
    ['macros', 'file.macros', templateFile('', { 'word/vbaProject.bin': 'x' })],
    ['an embedded file', 'document-template.reaches-out', templateFile('', { 'word/embeddings/a.bin': 'x' })],
    ['another document within', 'document-template.reaches-out', templateFile('<w:altChunk/>')],
    [
      'a field that fetches, cut into runs',
      'document-template.reaches-out',
      templateFile(
        paragraph(
          '<w:r><w:instrText>INCLUDE</w:instrText></w:r><w:r><w:instrText>PICTURE "x"</w:instrText></w:r>',
        ),
      ),
    ],
    [
      'an attached template behind a sign that looks like the end of its element',
      'file.macros',
      templateFile('', rels('attachedTemplate', 'http://x/?>a.dotm')),
    ],
    [
      'a picture from elsewhere whose marks are written as numbers',
      'document-template.reaches-out',
      templateFile('', {
        'word/_rels/document.xml.rels':
          '<Relationships><Relationship Id="r" Type="x/image" Target="http://x/a.png" TargetMode="&#69;xternal"/></Relationships>',
      }),
    ],
    [
      'a field that fetches, under another prefix, in other quotes and with a mark as a number',
      'document-template.reaches-out',
      templateFile(
        `<x:fldSimple xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main" x:instr='INCLUDE&#80;ICTURE "http://x"'/>`,
      ),
    ],
    [
      'another document within, under another prefix',
      'document-template.reaches-out',
      templateFile('<x:altChunk xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'),
    ],
    [
      'a part in an encoding that is not looked through',
      'file.broken',
      templateFile('', { 'word/settings.xml': '\ufeff<\0w\0:\0s\0/\0>\0' }),
    ],
    [
      'a part of a kind that no template needs',
      'document-template.reaches-out',
      templateFile('', { 'word/kopf.dat': '<w:hdr/>' }),
    ],
    ['a document type', 'file.broken', templateFile('', { 'word/document.xml': '<!DOCTYPE a><a/>' })],
    ['broken markup', 'file.broken', templateFile('<w:p>')],
    ['too much inside', 'file.too-complex', templateFile('', { 'word/media/a.png': ' '.repeat(40_000_000) })],
    ['no document at all', 'file.unsupported-kind', new TextEncoder().encode('{trich_yeu}')],
  ])('%s: %s', async (_, code, file) => {
    expect(await codeOf(file)).toBe(code);
  });

  it('is refused under the name of another kind', async () => {
    expect(await codeOf(templateFile(''), 'mau.dotm')).toBe('file.disguised');
  });

  it.each(PAPER_KINDS)('can be the starter of a %s', async (kind) => {
    const starter = starterDocument(kind, provinceLetterhead({ name: 'Đồng Tháp' }));
    const file = await renderStarter(starter);
    expect(await checkTemplateFile('mau.docx', file, kind)).toMatchObject({ problems: [] });
    expect(wordsOf(file)).toEqual(
      expect.arrayContaining(['{so_va_ky_hieu}', '{dia_danh_ngay_thang}', '{nguon_goc}']),
    );
  });
});
