import { describe, expect, it } from 'vitest';
import { plainDate } from '#core/kernel/plain-date.ts';
import type { Organization } from '#core/organization/organization.ts';
import { findStandingFor } from '#core/organization/successor.ts';
import { findFigure } from './figure-text.ts';
import { issueDocument } from './issue.ts';
import { headOfPaper, letterheadOf } from './letterhead.ts';
import { withDecimalCommas } from './official-wording.ts';

describe('what papers say of figures and agencies', () => {
  it('writes decimals of quoted words with commas, and leaves codes, days and thousands alone', () => {
    expect(withDecimalCommas('đạt 57.6% và 9.84 điểm; chỉ số 6.4, ngày 30.6.2026, 1.234 hồ sơ, 12.5%')).toBe(
      'đạt 57,6% và 9,84 điểm; chỉ số 6.4, ngày 30.6.2026, 1.234 hồ sơ, 12,5%',
    );
  });

  it('reads figures back as numbers, never words, spans or shares of a maximum', () => {
    expect(
      ['05', '1.308,9', '57,6%', '-3', '625,64 - 646,82', '9,84/50,00', '30/6/2026'].map(findFigure),
    ).toEqual([
      { value: '5', form: 'whole' },
      { value: '1308.9', form: 'decimal' },
      { value: '0.576', form: 'percent' },
      { value: '-3', form: 'whole' },
      ...[undefined, undefined, undefined],
    ]);
  });

  it('names whoever has taken over the work of an organization that is no more', () => {
    const organization = (
      code: string,
      validTo: string | null,
      predecessorCodes: readonly string[],
    ): Organization => ({
      ...{ code, name: code, nameEn: null, abbreviation: null, aliases: [], parentCode: null },
      ...{ validFrom: null, validTo: validTo === null ? null : plainDate(validTo), predecessorCodes },
      ...{ kind: 'department', memberKinds: [], place: null },
    });
    const all = [
      organization('STTTT', '2025-02-28', []),
      organization('SKHCN1', '2025-06-30', ['STTTT']),
      organization('SKHCN', null, ['SKHCN1']),
      organization('CU', '2025-02-28', []),
    ];
    const standing = (code: string, day: string) => findStandingFor(all, code, plainDate(day))?.code;
    expect(standing('STTTT', '2025-01-01')).toBe('STTTT');
    expect(standing('STTTT', '2025-04-01')).toBe('SKHCN1');
    expect(standing('STTTT', '2026-01-01')).toBe('SKHCN');
    expect(standing('CU', '2026-01-01')).toBeUndefined();
  });

  it('is signed as it is issued: by a deputy with an office of its own, on its day, with its number', () => {
    const letterhead = letterheadOf(
      { name: 'Sở Tư pháp', kind: 'department', abbreviation: null },
      { name: 'Đồng Tháp' },
    );
    const document = {
      ...{ addressees: [], bases: [], blocks: [], recipients: [], annexes: [], origin: null },
      head: headOfPaper(letterhead, { kind: 'report', typeSymbol: 'BC', subject: 'Kết quả', year: 2026 }),
      signature: letterhead.signature,
    };
    const issued = issueDocument(document, {
      ...{ number: 7, issuedOn: plainDate('2027-01-05') },
      signing: { capacity: 'deputy', office: null, signer: 'Nguyễn Văn Sen' },
    });
    expect(issued.head).toMatchObject({ number: 7, year: 2027 });
    expect(issued.signature).toMatchObject({
      ...{ authority: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'], signer: 'Nguyễn Văn Sen' },
    });
  });
});
