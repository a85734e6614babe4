import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directory } from '#test/reader.ts';
import { parseAgencies } from './agencies.ts';

const read = (text: string) => {
  const { agencies, note } = parseAgencies(text, directory);
  return { codes: agencies.map((agency) => agency.organizationCode ?? agency.name), note };
};

describe('parseAgencies', () => {
  it.each([
    ['Sở Tư pháp; Sở GD&ĐT, Sở Y tế', ['STP', 'SGDDT', 'SYT']],
    ['Sở Văn hóa, Thể thao và Du lịch', ['SVHTTDL']],
    ['Sở VH, TT&DL và Công an tỉnh', ['SVHTTDL', 'CAT']],
    ['Các sở, ban, ngành tỉnh; UBND xã, phường', ['SBN', 'UBND_XA']],
    ['Sở Nội vụ và các sở, ban, ngành, UBND xã, phường', ['SNV', 'SBN', 'UBND_XA']],
    ['Báo, Đài, Cổng TTĐT Tỉnh', ['Báo', 'Đài', 'CONG_TTDT']],
    ['Phường Mỹ Tho, Xã Mỹ Thọ', ['28261', '30076']],
    ['Các cơ quan, đơn vị, doanh nghiệp', ['Các cơ quan, đơn vị, doanh nghiệp']],
    ['Sở Dân tộc và Tôn giáo; Sở Tài chính', ['Sở Dân tộc và Tôn giáo', 'STC']],
    ['Sở Tài chính tỉnh Nghệ An', ['Sở Tài chính tỉnh Nghệ An']],
    ['Sở Nội vụ<br>Sở KH&CN', ['SNV', 'SKHCN']],
    ['Văn phòng HĐND và UBND, Sở Y tế', ['Văn phòng HĐND và UBND', 'SYT']],
    ['Trung tâm Giáo dục thường xuyên, Sở Y tế', ['Trung tâm Giáo dục thường xuyên', 'SYT']],
    ['Ban QLDA đầu tư xây dựng tỉnh; Sở Y tế', ['Ban QLDA đầu tư xây dựng tỉnh', 'SYT']],
    ['', []],
  ])('%s', (text, codes) => {
    expect(read(text).codes).toEqual(codes);
  });

  it.each([
    ['Văn phòng UBND Tỉnh tham mưu, trình Chủ tịch ký', ['VP_UBND'], 'tham mưu, trình Chủ tịch ký'],
    ['UBND xã, phường có quyết định phân công', ['UBND_XA'], 'có quyết định phân công'],
    ['Sở Y tế rà soát, gửi hồ sơ về Công an tỉnh', ['SYT'], 'rà soát, gửi hồ sơ về Công an tỉnh'],
    ['Sở Y tế chủ trì; Sở Nội vụ', ['SYT', 'SNV'], 'chủ trì'],
  ])('cuts off what the agency does: %s', (text, codes, note) => {
    expect(read(text)).toEqual({ codes, note });
  });

  it.each(['chủ trì ', 'UBND ', 'Sở ', 'phối hợp với ', 'Sở Y tế, ', 'và '])(
    'looks up no more of a text without end than its length allows: %s',
    (words) => {
      const lettersLookedUp = (count: number): number => {
        let letters = 0;
        const counting = {
          ...directory,
          find: (name: string) => {
            letters += name.length;
            return directory.find(name);
          },
        };
        parseAgencies(`Sở Y tế ${words.repeat(count)}`, counting);
        return letters;
      };
      const once = lettersLookedUp(500);
      expect(lettersLookedUp(2_000)).toBeLessThanOrEqual(5 * once);
    },
  );

  it('reads a list of known agencies in its order, whatever stands between them', () => {
    const known = ['Sở Tài chính', 'Sở Y tế', 'Công an tỉnh', 'Thuế tỉnh', 'Sở VHTT&DL', 'UBND xã, phường'];
    const names = fc.uniqueArray(fc.constantFrom(...known), { minLength: 1 });
    const separators = fc.constantFrom('; ', ', ', ' và ');
    fc.assert(
      fc.property(names, separators, (list, separator) => {
        const { agencies, note } = parseAgencies(list.join(separator), directory);
        expect(agencies.map((agency) => agency.nameAsWritten)).toEqual(list);
        expect(note).toBeNull();
      }),
    );
  });
});
