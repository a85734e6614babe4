import { describe, expect, it } from 'vitest';
import type { ImprovementAim, ImprovementSettings, PlanStepView } from '#contract/improvement-plan.ts';
import { buildFormat } from '#web/i18n/format.ts';
import { improvementMessages } from './messages.ts';
import { aimAddress, readAim, readSettings, settingsAddress } from './plan-address.ts';
import { planCsv } from './plan-csv.ts';
import { draftOfSettings, understandSettings } from './settings-draft.ts';

const SETTINGS: ImprovementSettings = {
  perUnit: [{ option: '3.5/3.5.a', effort: '12.5' }],
  ceilings: [{ option: '8.3', value: '55' }],
  indicatorLimits: [{ component: '8.1', effort: '0' }],
  agencyLimits: [{ agency: 'Cơ quan A', effort: '20' }],
};

describe('the address of a plan', () => {
  it.each<ImprovementAim>([
    { kind: 'points', component: null, points: '700' },
    { kind: 'points', component: '6', points: '120.5' },
    { kind: 'rank', rank: 12 },
    { kind: 'most-points', component: null, effort: null },
    { kind: 'most-points', component: '8', effort: '40' },
  ])('says %j and is read as it was', (aim) => {
    expect(readAim(aimAddress(aim), '650')).toEqual(aim);
  });

  it('takes the stated goal when it says nothing, or as many points as possible', () => {
    expect(readAim({}, '700')).toEqual({ kind: 'points', component: null, points: '700' });
    expect(readAim({}, null)).toEqual({ kind: 'most-points', component: null, effort: null });
  });

  it('carries efforts and limits, and leaves out what is no amount', () => {
    expect(readSettings(settingsAddress(SETTINGS))).toEqual(SETTINGS);
    expect(readSettings({ 'gioi-han': '8.1=NaN;=3;8.2=-1;8.3=4' }).indicatorLimits).toEqual([
      { component: '8.3', effort: '4' },
    ]);
  });
});

describe('typed efforts and limits', () => {
  it('are read in the reader’s form; blank ones say nothing', () => {
    const draft = new Map([...draftOfSettings(SETTINGS, 'vi'), ['perUnit 4.2', '  ']]);
    expect(draft.get('perUnit 3.5/3.5.a')).toBe('12,5');
    expect(understandSettings(draft, 'vi')).toEqual({ settings: SETTINGS });
  });

  it('are refused where they are no amount, each by name', () => {
    const draft = new Map([
      ['perUnit 4.2', 'nhiều'],
      ['ceilings 8.3', '-5'],
      ['agencyLimits A', '3'],
    ]);
    expect(understandSettings(draft, 'vi')).toEqual({ wrong: new Set(['perUnit 4.2', 'ceilings 8.3']) });
  });
});

it('the targets as CSV open in a spreadsheet: letters, decimals, and no formula from a name', () => {
  const step: PlanStepView = {
    ...{ option: '6.4', componentCode: '6.4', item: '6.4.rate', leverKind: 'number', startIsBound: false },
    ...{
      from: { value: '57.6', name: null },
      to: { value: '60', name: null },
      gain: '20.00',
      effort: '4.16',
    },
    componentName: { vi: 'Tỷ lệ; toàn trình', en: '' },
    itemName: { vi: '=HYPERLINK("x")', en: '' },
    unit: { vi: '%', en: '%' },
    allOrNothing: true,
    leadAgencies: [{ nameAsWritten: 'A', organizationCode: null, name: 'Các sở' }],
  };
  const wording = {
    words: improvementMessages.vi,
    format: buildFormat('vi'),
    pick: ({ vi }: { vi: string }) => vi,
  };
  const [head, row] = planCsv([step], wording).split('\r\n');
  expect(head).toBe(
    '\ufeffMã;Chỉ số;Số liệu;Đơn vị tính;Hiện trạng;Phấn đấu;Điểm tăng;Công sức;Cơ quan chủ trì',
  );
  expect(row).toBe(`6.4;"Tỷ lệ; toàn trình";"'=HYPERLINK(""x"")";%;"57,6";60;"20,00";"4,16";Các sở`);
});
