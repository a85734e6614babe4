import { describe, expect, it } from 'vitest';
import type { IndexOverview } from '#features/index-score/contract.ts';
import { buildFormat } from '#web/i18n/format.ts';
import { vi } from './messages.vi.ts';
import { buildStanding, findUnsupported } from './standing.ts';

const format = buildFormat('vi');

type Read = Pick<IndexOverview, 'year' | 'points' | 'missingToGoal' | 'goal' | 'forecast'>;

const titleOf = (index: Read): string => vi.finding(buildStanding(index as IndexOverview, format));

describe('the title of the first page', () => {
  it('says the range, what is missing to the goal, and the forecast', () => {
    const title = titleOf({
      year: 2025,
      points: { low: '625.64', high: '647.40' },
      missingToGoal: { low: '52.60', high: '74.36' },
      goal: { points: '700', place: null },
      forecast: { points: '817.41', place: null },
    });
    expect(title).toBe(
      'Chấm theo quy tắc, số liệu năm 2025 đạt 625,64–647,40 điểm, còn thiếu 52,60–74,36 điểm để đạt 700; kế hoạch dự kiến 817,41',
    );
  });

  it('says that the goal is reached only when the lowest bound reaches it', () => {
    const index = {
      year: 2025,
      goal: { points: '700', place: null },
      forecast: null,
    };
    expect(
      titleOf({ ...index, points: { low: '705', high: '720' }, missingToGoal: { low: '-20', high: '-5' } }),
    ).toBe('Chấm theo quy tắc, số liệu năm 2025 đạt 705,00–720,00 điểm, đã đạt mục tiêu 700');
    expect(
      titleOf({ ...index, points: { low: '695', high: '720' }, missingToGoal: { low: '-20', high: '5' } }),
    ).toContain('còn thiếu 0,00–5,00 điểm để đạt 700');
  });

  it('leaves out a goal and a forecast that no plan names', () => {
    expect(
      titleOf({
        year: 2025,
        points: { low: '600', high: '600' },
        missingToGoal: null,
        goal: null,
        forecast: null,
      }),
    ).toBe('Chấm theo quy tắc, số liệu năm 2025 đạt 600,00 điểm');
  });
});

describe('an unsupported forecast', () => {
  it('is one above all that the rules can give', () => {
    expect(findUnsupported('170.01')).toBe('170.01');
    expect(findUnsupported('0.00')).toBeNull();
    expect(findUnsupported('-3')).toBeNull();
    expect(findUnsupported(null)).toBeNull();
  });
});
