import iconv from 'iconv-lite';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRefusal } from '#core/kernel/refusal.ts';
import { isHtml, readHtmlFile } from './read-html-file.ts';

const readBytes = (bytes: Uint8Array): readonly string[] | string => {
  const written = readHtmlFile(bytes);
  return isRefusal(written) ? written.code : written.text.split('\n').filter((line) => line !== '');
};
const read = (body: string) => readBytes(Buffer.from(`<html><body>${body}</body></html>`, 'utf8'));

test('words, headings, lists with their numbers, lines; no programs, styles, navigation, hidden words', () => {
  expect(
    read(`<nav>Trang chủ</nav><header>Cổng thông tin</header><script>alert(1)</script><style>p{}</style>
      <h2>KẾ HOẠCH</h2><p>Trồng sen<br>năm 2026</p><p hidden>ẩn</p><p style="display:none">ẩn</p>
      <p><b>1. Mục tiêu</b></p><ul><li>85% ao<ul><li>hồ</li></ul></li></ul>
      <ol type="a" start="2"><li>Hai</li><li value="5">Năm</li></ol><p>rộng 5 km<sup>2</sup> theo kế hoạch<sup>1</sup></p>
      <div>Trong <span>khung</span><p>Đoạn</p>sau</div><footer>Bản quyền</footer>`),
  ).toEqual([
    ...['## KẾ HOẠCH', 'Trồng sen', 'năm 2026', '**1. Mục tiêu**', '- 85% ao', '- hồ', 'b. Hai', 'e. Năm'],
    ...['rộng 5 km² theo kế hoạch<sup>1</sup>', 'Trong khung', 'Đoạn', 'sau'],
  ]);
});

test('cells over several rows and columns keep their columns; a table around tables is none', () => {
  expect(
    read(`<table><tr><td><table>
      <tr><th rowspan="2">STT</th><th rowspan="2">Nhiệm vụ</th><th colspan="2">Thực hiện</th></tr>
      <tr><th>Chủ trì</th><th>Phối hợp</th></tr>
      <tr><td>I</td><td colspan="3"><strong>Hạt sen</strong></td></tr>
      <tr><td>1</td><td><p>Ươm</p><p>hạt</p></td><td rowspan="2">Sở Nông</td><td>Sở Y</td></tr>
      <tr><td>2</td><td>Gặt</td><td>Sở X</td></tr></table></td></tr></table>`),
  ).toEqual([
    ...['| STT | Nhiệm vụ | Thực hiện | |', '| | | Chủ trì | Phối hợp |', '|---|---|---|---|'],
    ...['| I | **Hạt sen** | | |', '| 1 | Ươm<br>hạt | Sở Nông | Sở Y |', '| 2 | Gặt | ^^ | Sở X |'],
  ]);
});

test('notes of a page that Word saved stand on lines of their own', () => {
  expect(
    read(`<p>giai đoạn 2027<a href="#_ftn1"><sup>[1]</sup></a></p>
      <div><p><a href="#_ftnref1">[1]</a> Quyết định số 5/QĐ-UBND</p></div>`),
  ).toEqual(['giai đoạn 2027<sup>1</sup>', '<sup>1</sup> Quyết định số 5/QĐ-UBND']);
});

test('items hold paragraphs, notes stand behind their marks, bold cells hold paragraphs, struck words are gone', () => {
  expect(
    read(`<ol type="I"><li><p><b>MỤC TIÊU</b></p><ul><li><p>80% <del>ao</del>hồ<sup>1</sup>.</p></li></ul></li></ol>
      <table><tr><td>STT</td><td>Nhiệm vụ</td><td>Chủ trì</td></tr>
      <tr><td><p><b>1</b></p></td><td colspan="2"><p><b>Hạt sen</b></p></td></tr>
      <tr><td><ol start="2"><li><p></p></li></ol></td><td>Ươm<sup>2</sup></td><td>Sở Y</td></tr></table><p>Hết.</p>
      <p><a href="#sdfootnote1anc">1</a>Theo xã.</p><ol><li id="fn2"><p>Năm 2026.<a href="#fnref2">↩︎</a></p></li></ol>`),
  ).toEqual([
    ...['**I. MỤC TIÊU**', '- 80% hồ<sup>1</sup>.', '<sup>1</sup> Theo xã.'],
    ...['| STT | Nhiệm vụ | Chủ trì |', '|---|---|---|', '| **1** | **Hạt sen** | |'],
    ...['| 2. | Ươm<sup>2</sup> | Sở Y |', '<sup>2</sup> Năm 2026.', 'Hết.'],
  ]);
});

test('encodings are told by the words; the page is asked when they say nothing', () => {
  const tcvn3 = '<html><p>Uû ban nh©n d©n tØnh ban hµnh KÕ ho¹ch chuyÓn ®æi sè n¨m 2026.</p></html>';
  expect(readBytes(iconv.encode(tcvn3, 'windows-1252'))).toEqual([
    'Uỷ ban nhân dân tỉnh ban hành Kế hoạch chuyển đổi số năm 2026.',
  ]);
  const japanese = '<html><meta charset="shift_jis"><p>電子政府の推進</p></html>';
  expect(readBytes(iconv.encode(japanese, 'shift_jis'))).toEqual(['電子政府の推進']);
});

test('a page is told by its words or its name', () => {
  const bytes = (text: string) => Buffer.from(text, 'utf8');
  expect(isHtml('a.txt', bytes('<!DOCTYPE html><p>x'))).toBe(true);
  expect(isHtml('a.htm', bytes('<table><tr><td>x'))).toBe(true);
  expect(isHtml('a.md', bytes('# Kế hoạch\n<table>'))).toBe(false);
});

test('elements nested without end are refused, any other page is read', () => {
  expect(read('<div>'.repeat(20_000))).toBe('file.too-complex');
  const piece = fc.constantFrom(
    '<table>',
    '<tr>',
    '<td rowspan=9>',
    '</td>',
    '</table>',
    '<li>',
    '<ol>',
    '<p>',
    '<br>',
    'sen',
    '<sup>',
    '<!--',
    '&amp;',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      expect(typeof read(pieces.join(''))).toBe('object');
    }),
  );
});
