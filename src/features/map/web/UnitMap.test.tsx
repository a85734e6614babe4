import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { MappedUnit } from '#features/map/contract.ts';
import type { League, LeagueRow } from '#features/ranking/contract.ts';
import { renderPage } from '#web/test/render-page.tsx';
import { buildShapes } from './build-shapes.ts';
import { shadeLeague } from './league-on-map.ts';
import { MapLegend } from './MapLegend.tsx';
import { UnitMap } from './UnitMap.tsx';

const unit = (code: string, longitude: number): MappedUnit => ({
  ...{ code, name: `Xã ${code}`, longitude, latitude: 10.5, areaKm2: 40 },
});
const units = [unit('A', 105.9), unit('B', 106), unit('C', 106.1)];

const row = (code: string, points: string | null, rank: number): LeagueRow => ({
  subject: { code, name: `Xã ${code}`, abbreviation: null, kind: 'commune' },
  ...{ open: 0, simulated: true, snapshotId: null, interval: { low: rank, high: rank + 1 } },
  places: [
    points === null
      ? null
      : {
          points: { low: points, high: points },
          ...{ maximum: '1000.00', percent: '70.00', rank, label: String(rank), change: null, earlier: null },
        },
  ],
});
const league = {
  chosen: 0,
  rows: [row('A', '812.30', 1), row('B', '540.00', 2), row('C', null, 3)],
} as unknown as League;

const show = (by: 'points' | 'rank') => {
  const shading = shadeLeague(league, by);
  return renderPage(
    <>
      <UnitMap
        title="Bản đồ: tổng điểm"
        drawing={buildShapes(units, null)}
        shading={shading}
        framework="dti-commune-2026"
        component={null}
      />
      <MapLegend shading={shading} />
    </>,
  );
};

describe('the map of communes', () => {
  it('says of each unit its points and rank, and bears the number of its class', async () => {
    await show('points');
    const map = screen.getByRole('group', { name: 'Bản đồ: tổng điểm' });
    const best = within(map).getByRole('link', {
      name: 'Xã A: 812,30 / 1.000 điểm, hạng 1, trong khoảng 1–2',
    });
    expect(best.querySelector('text')?.textContent).toBe('4');
    const without = within(map).getByRole('link', { name: 'Xã C: không có điểm' });
    expect(without.getAttribute('data-class')).toBe('none');
    expect(without.querySelector('text')).toBeNull();
  });

  it('is one stop of the keyboard, walked by arrow keys', async () => {
    await show('points');
    const link = (name: RegExp) => screen.getByRole('link', { name });
    expect(link(/Xã A/u).tabIndex).toBe(0);
    expect(link(/Xã B/u).tabIndex).toBe(-1);
    link(/Xã A/u).focus();
    fireEvent.keyDown(link(/Xã A/u), { key: 'ArrowRight' });
    expect(document.activeElement).toBe(link(/Xã B/u));
    expect(link(/Xã B/u).tabIndex).toBe(0);
    expect(screen.getByText('Xã B: 540,00 / 1.000 điểm, hạng 2, trong khoảng 2–3')).toBeTruthy();
  });

  it('explains its classes with bounds and counts, in points and in ranks', async () => {
    const { unmount } = await show('points');
    const legend = () => within(screen.getByRole('list', { name: 'Chú giải' })).getAllByRole('listitem');
    expect(legend().map(({ textContent }) => textContent)).toEqual([
      '4Bậc 4: 800 đến 900 điểm1 đơn vị',
      '3Bậc 3: 700 đến dưới 800 điểm0 đơn vị',
      '2Bậc 2: 600 đến dưới 700 điểm0 đơn vị',
      '1Bậc 1: 500 đến dưới 600 điểm1 đơn vị',
      'Không có điểm1 đơn vị',
    ]);
    unmount();
    await show('rank');
    expect(legend()[0]!.textContent).toBe('2Bậc 2: hạng 1 đến 11 đơn vị');
  });
});
