import iconv from 'iconv-lite';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '#core/kernel/refusal.ts';
import { LARGEST_FILE, readTextFile } from './read-text-file.ts';

const SENTENCES = [
  'Ủy ban nhân dân tỉnh ban hành Kế hoạch chuyển đổi số năm 2026, với các chỉ tiêu sau đây:',
  '- Tỷ lệ hồ sơ được nộp trực tuyến đạt tối thiểu 80%; người dân hài lòng trên 95%.',
  'Sở Khoa học và Công nghệ chủ trì, phối hợp với các sở, ban, ngành, địa phương thực hiện.',
  'Nghiên cứu, xây dựng quỹ đất, khuyến khích doanh nghiệp ứng dụng trí tuệ nhân tạo.',
].join('\n');

const read = (bytes: Uint8Array, fileName = 'ke-hoach.txt') => readTextFile({ fileName, bytes });

// windows-1258 writes circumflex, breve and horn with the letter and the five tones behind it.
const toWindows1258 = (text: string): Buffer =>
  iconv.encode(
    Array.from(text.normalize('NFC'), (letter) => {
      const tones = letter.normalize('NFD').replace(/[^\u0300\u0301\u0303\u0309\u0323]/gu, '');
      const base = letter.normalize('NFD').replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, '');
      return base.normalize('NFC') + tones;
    }).join(''),
    'windows-1258',
  );

// "Uû ban nh©n d©n": what the ABC keyboards of the nineties left in files, byte for byte.
const TCVN3_SAMPLE = iconv.encode(
  'Uû ban nh©n d©n tØnh ban hµnh KÕ ho¹ch chuyÓn ®æi sè n¨m 2026.',
  'windows-1252',
);

const VNI_SAMPLE = iconv.encode(
  'Uûy ban nhaân daân tænh ban haønh Keá hoaïch chuyeån ñoåi soá naêm 2026, ngöôøi daân haøi loøng treân 95%.',
  'windows-1252',
);

describe('a file in any encoding of an office', () => {
  test.each([
    ['utf-8', Buffer.from(SENTENCES, 'utf8'), 'utf-8'],
    ['utf-8 with a byte order mark', Buffer.from(`\ufeff${SENTENCES}`, 'utf8'), 'utf-8'],
    ['decomposed utf-8', Buffer.from(SENTENCES.normalize('NFD'), 'utf8'), 'utf-8'],
    ['utf-16 little endian with a mark', Buffer.from(`\ufeff${SENTENCES}`, 'utf16le'), 'utf-16le'],
    ['utf-16 little endian without a mark', Buffer.from(SENTENCES, 'utf16le'), 'utf-16le'],
    ['utf-16 big endian', Buffer.from(`\ufeff${SENTENCES}`, 'utf16le').swap16(), 'utf-16be'],
    ['windows-1258', toWindows1258(SENTENCES), 'windows-1258'],
    ['viscii', iconv.encode(SENTENCES, 'viscii'), 'viscii'],
  ])('%s gives the same text', (_, bytes, encoding) => {
    expect(read(bytes)).toEqual({ text: SENTENCES.normalize('NFC'), encoding });
  });

  test('TCVN3 bytes become Vietnamese', () => {
    expect(read(TCVN3_SAMPLE)).toEqual({
      text: 'Uỷ ban nhân dân tỉnh ban hành Kế hoạch chuyển đổi số năm 2026.',
      encoding: 'tcvn3',
    });
  });

  test('VNI bytes become Vietnamese', () => {
    expect(read(VNI_SAMPLE)).toEqual({
      text: 'Ủy ban nhân dân tỉnh ban hành Kế hoạch chuyển đổi số năm 2026, người dân hài lòng trên 95%.',
      encoding: 'vni',
    });
  });

  test('TCVN3 and VNI letters that were saved as Unicode become Vietnamese', () => {
    const disguised = iconv.decode(TCVN3_SAMPLE, 'windows-1252');
    expect(read(Buffer.from(disguised, 'utf8'))).toMatchObject({ encoding: 'tcvn3-in-utf-8' });
    const vni = iconv.decode(VNI_SAMPLE, 'windows-1252');
    expect(read(Buffer.from(vni, 'utf8'))).toMatchObject({ encoding: 'vni-in-utf-8' });
  });

  test('line ends of all systems become line feeds', () => {
    expect(read(Buffer.from('Kế hoạch\r\nnăm 2026\rquý I'))).toMatchObject({
      text: 'Kế hoạch\nnăm 2026\nquý I',
    });
  });
});

describe('stray control characters in a text that can be read', () => {
  test.each([
    ['a zero character', 'Kế hoạch\u0000 năm 2026', 'Kế hoạch năm 2026'],
    ['a bell and an escape', 'Kế\u0007 hoạch\u001b năm 2026', 'Kế hoạch năm 2026'],
    ['a delete and a control of the second set', 'Kế\u007f hoạch\u0090 năm 2026', 'Kế hoạch năm 2026'],
    ['the line break inside a paragraph of Word', 'Kế hoạch\u000bnăm 2026', 'Kế hoạch\nnăm 2026'],
    ['the line ends of other systems', 'Kế hoạch\u0085năm\u20282026', 'Kế hoạch\nnăm\n2026'],
    ["Word's hyphen that never breaks", 'Kế hoạch 12\u001eKH', 'Kế hoạch 12-KH'],
    ['marks of the writing direction', 'Kế\u200f hoạch\u202e năm\u2066 2026', 'Kế hoạch năm 2026'],
    ['characters of no width', 'Kế\u200b hoạch\ufeff năm\u00ad 2026', 'Kế hoạch năm 2026'],
  ])('%s', (_, stray, text) => {
    const rest = `\n${SENTENCES}`.repeat(4).normalize('NFC');
    expect(read(Buffer.from(stray + rest, 'utf8'))).toMatchObject({ text: text + rest });
  });

  test('none is left of any of them, whatever the encoding', () => {
    const controls = fc.array(fc.integer({ min: 0, max: 0x1f }), { maxLength: 2 });
    fc.assert(
      fc.property(controls, fc.constantFrom('utf8' as const, 'utf16le' as const), (codes, encoding) => {
        const stray = codes.map((code) => String.fromCharCode(code)).join('');
        const bytes = Buffer.from(`\ufeff${SENTENCES.repeat(4)}${stray}${SENTENCES}`, encoding);
        const result = read(bytes);

        expect(isRefusal(result) || !/[\u0000-\u0008\u000b\u000e-\u001f]/u.test(result.text)).toBe(true);
        expect(isRefusal(result)).toBe(false);
      }),
    );
  });
});

describe('a file that cannot be read is refused by name', () => {
  test.each([
    ['no bytes', Buffer.alloc(0), 'a.txt', 'file.empty'],
    ['only white space', Buffer.from('\ufeff \n\t'), 'a.txt', 'file.empty'],
    ['too many bytes', Buffer.alloc(LARGEST_FILE + 1, 0x41), 'a.txt', 'file.too-large'],
    ['a PDF under another name', Buffer.from('%PDF-1.7 \u0000'), 'a.txt', 'file.unsupported-kind'],
    ['a Word file', Buffer.from('PK\u0003\u0004'), 'a.docx', 'file.unsupported-kind'],
    [
      'a program',
      Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0xff, 0xfe, 0x80]),
      'a.txt',
      'file.binary',
    ],
    ['control characters', Buffer.from('\u0001\u0002\u0003\u0004abc'), 'a.txt', 'file.binary'],
    [
      'Japanese in Shift JIS',
      iconv.encode('日本語の計画書を読む。電子政府の推進', 'shift_jis'),
      'a.txt',
      'file.unknown-encoding',
    ],
  ])('%s', (_, bytes, fileName, code) => {
    expect(read(bytes, fileName)).toMatchObject({ refused: true, code, details: { fileName } });
  });

  test('any bytes give a text or a refusal, never an exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const result = read(bytes);
        expect(isRefusal(result) || typeof result.text === 'string').toBe(true);
      }),
    );
  });

  test('any Vietnamese text in UTF-8 comes back as it is', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(SENTENCES.split(/\s+/u), { minLength: 1 }), (words) => {
        const text = words.join(' ');
        expect(read(Buffer.from(text, 'utf8'))).toMatchObject({
          text: text.normalize('NFC'),
          encoding: 'utf-8',
        });
      }),
    );
  });
});
