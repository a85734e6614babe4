import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { IndexOverview } from '#features/index-score/contract.ts';
import { renderPage } from '#web/test/render-page.tsx';
import { ForecastVerdict } from './ForecastVerdict.tsx';

type Read = Pick<IndexOverview, 'forecast' | 'forecastBeyondRules' | 'corrections' | 'openIndicators'>;

const PLAN: Read = {
  forecast: { points: '817.41', place: null },
  forecastBeyondRules: '170.59',
  corrections: null,
  openIndicators: 0,
};
const show = async (index: Read) => {
  const { container } = await renderPage(<ForecastVerdict index={index as IndexOverview} />);
  return container.textContent;
};

describe('the verdict on the forecast', () => {
  it('calls the figures those of the plan while they are', async () => {
    expect(await show(PLAN)).toContain(
      'cao hơn 170,59 điểm so với đầu trên của khoảng tính được từ số liệu của chính kế hoạch',
    );
  });

  it('says how many figures were corrected, leads to them, and keeps what the plan itself gives', async () => {
    const text = await show({
      ...PLAN,
      forecastBeyondRules: '150.59',
      corrections: {
        count: 2,
        documentPoints: { low: '625.64', high: '646.82' },
        documentForecastBeyondRules: '170.59',
      },
    });
    expect(text).toContain(
      'số liệu hiện có, trong đó 2 số liệu đã sửa hoặc bổ sung so với kế hoạch. Kế hoạch dự kiến cao hơn đầu trên của khoảng này 150,59 điểm.',
    );
    expect(text).toContain(
      'số liệu của chính kế hoạch thì được 625,64–646,82 điểm, thấp hơn điểm dự kiến ít nhất 170,59 điểm',
    );
    expect(screen.getByRole('link', { name: /2 số liệu/u }).getAttribute('href')).toBe(
      '/bo-chi-so?so-lieu=da-sua',
    );
  });
});
