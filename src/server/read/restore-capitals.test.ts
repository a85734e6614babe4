import fc from 'fast-check';
import { expect, test } from 'vitest';
import { restoreCapitals } from './restore-capitals.ts';

test.each([
  ['QUYếT ĐịNH', 'QUYẾT ĐỊNH'],
  ['ủY BAN NHÂN DÂN', 'ỦY BAN NHÂN DÂN'],
  ['TỉNH ĐồNG THÁP', 'TỈNH ĐỒNG THÁP'],
  ['<b>Kế HOạCH</b>', '<b>KẾ HOẠCH</b>'],
  ['Đề áN PHÁT TRIểN KINH Tế Số Và XÃ HộI', 'ĐỀ ÁN PHÁT TRIỂN KINH TẾ SỐ VÀ XÃ HỘI'],
])('capitals come back in "%s"', (text, restored) => {
  expect(restoreCapitals(text)).toBe(restored);
});

test.each([
  'Tỷ lệ hồ sơ được nộp trực tuyến',
  'Số: 3256/QĐ-UBND',
  'Sở Y tế, Sở TT&TT và Bộ KH&CN',
  'Độc lập - Tự do - Hạnh phúc',
  'QUYẾT ĐỊNH Về việc ban hành Kế hoạch',
  'đến năm 2030; ở cấp xã',
])('small letters stay in "%s"', (text) => {
  expect(restoreCapitals(text)).toBe(text);
});

test('nothing changes but the case of letters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(restoreCapitals(text.normalize('NFC')).toLowerCase()).toBe(text.normalize('NFC').toLowerCase());
    }),
  );
});
