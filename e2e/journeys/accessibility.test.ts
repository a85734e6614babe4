import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listAccessibilityViolations, startJourney, takeScreenshot, type Journey } from '#e2e/harness.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney();
});
afterAll(() => journey.close());

const PAGES = [
  ['overview', '/'],
  ['index', '/bo-chi-so'],
  ['component', '/bo-chi-so/6.5'],
  ['snapshots', '/bo-chi-so/ban-chot'],
  ['explanation-sheet', '/bo-chi-so/ban-giai-trinh'],
  ['commune', '/bo-chi-so?don-vi=28261&bo=dti-commune-2026'],
  ['what-if', '/bo-chi-so/neu-thi?doi=6.4.rate_60*2.3.issued_no'],
  ['ranking', '/xep-hang?bang=dti-commune-2026'],
  ['ranking-audit', '/xep-hang/kiem-dinh?bang=dti-agency-2026'],
  ['map', '/ban-do'],
  ['frameworks', '/bo-chi-so/khung'],
  ['framework', '/bo-chi-so/khung/dti-province-2025/1'],
  ['documents', '/ke-hoach'],
  ['targets', '/ke-hoach?tab=chi-tieu'],
  ['tasks', '/ke-hoach?tab=nhiem-vu'],
  ['organizations', '/co-quan'],
  ['organization', '/co-quan/SKHCN'],
  ['import', '/nhap-van-ban'],
] as const;

const VIEWS = [
  { screen: 'desktop', colorScheme: 'light' },
  { screen: 'desktop', colorScheme: 'dark' },
  { screen: 'phone', colorScheme: 'light' },
] as const;

describe.each(VIEWS)('$screen, $colorScheme', ({ screen, colorScheme }) => {
  test.concurrent.each(PAGES)(
    '%s has no barrier of level A or AA and does not scroll sideways',
    async (name, path) => {
      const { page, complaints, close } = await journey.visit(path, {
        screen,
        colorScheme,
        as: 'coordinator',
      });
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      expect(await listAccessibilityViolations(page)).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
      expect(complaints).toEqual([]);
      await takeScreenshot(page, `${name}-${screen}-${colorScheme}`);
      await close();
    },
  );
});

test('the sign-in page has no barrier either', async () => {
  const { page, close } = await journey.visit('/dang-nhap');
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await listAccessibilityViolations(page)).toEqual([]);
  await close();
});
