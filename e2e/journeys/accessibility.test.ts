import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  listAccessibilityViolations,
  listColourViolations,
  startJourney,
  takeScreenshot,
  type Journey,
} from '#e2e/harness.ts';

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
  ['findings', '/mau-thuan'],
  ['measure-links', '/mau-thuan/lien-ket'],
  ['official-documents', '/van-ban-hanh-chinh'],
  ['templates', '/van-ban-hanh-chinh/mau'],
  ['week', '/tuan-cua-co-quan?co-quan=STP'],
  ['areas', '/linh-vuc-phu-trach'],
  ['difficulties', '/kho-khan'],
  ['raise-difficulty', '/kho-khan/moi'],
  ['reminders', '/nhac-viec'],
  ['own-notices', '/thong-bao'],
  ['import', '/nhap-van-ban'],
  ['directive', '/nhap-van-ban/chi-dao'],
] as const;

// Pictures are drawn anew a moment after the page has got another width.
const waitUntilNothingScrollsSideways = async (page: Page): Promise<void> => {
  await page.waitForFunction(
    () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
  );
};

const examine = async (page: Page, complaints: readonly string[], name: string): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(await listAccessibilityViolations(page)).toEqual([]);
  await waitUntilNothingScrollsSideways(page);
  expect(complaints).toEqual([]);
  await takeScreenshot(page, name);
};

// What they are made of, other pages have too: looking at their thousands of words once more would take minutes.
const LONG_PAGES: readonly string[] = [
  'explanation-sheet',
  'what-if',
  'framework',
  'organization',
  'ranking',
  // Rows below the screen take their colours when they come to it.
  'findings',
];

// The dark theme draws the same page in other colours; on a phone much of it is another page.
test.concurrent.each(PAGES)(
  '%s has no barrier of level A or AA on a desktop, in light and in dark',
  async (name, path) => {
    const { page, complaints, close } = await journey.visit(path, { as: 'coordinator' });
    await examine(page, complaints, `${name}-desktop-light`);
    if (!LONG_PAGES.includes(name)) {
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
      expect(await listColourViolations(page)).toEqual([]);
      await takeScreenshot(page, `${name}-desktop-dark`);
    }
    await close();
  },
);

test.concurrent.each(PAGES)(
  '%s has no barrier of level A or AA on a phone and does not scroll sideways',
  async (name, path) => {
    const { page, complaints, close } = await journey.visit(path, { screen: 'phone', as: 'coordinator' });
    await examine(page, complaints, `${name}-phone-light`);
    await close();
  },
);

/** Writes as whoever visits, and answers what came of it. */
const write = async (page: Page, path: string, body: Readonly<Record<string, unknown>>): Promise<string> =>
  page.evaluate(
    async ([address, content]) => {
      const answer = await fetch(`/api/v1${address}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: content,
      });
      return answer.text();
    },
    [path, JSON.stringify({ ...body, writeId: crypto.randomUUID() })] as const,
  );

const idIn = (answer: string): string => /"id":"([^"]+)"/u.exec(answer)?.[1] ?? '';

const SCORE = { framework: 'dti-province-2025', subject: 'DONG_THAP', year: 2025 };

const copyFramework = async (page: Page): Promise<string> => {
  const answer = await write(page, '/frameworks/dti-province-2025/1/clone', {
    ...{ code: 'dti-province-2026', assessmentYear: 2026 },
  });
  return `/bo-chi-so/khung/dti-province-2026/${/"version":(\d+)/u.exec(answer)?.[1] ?? ''}`;
};

// Those that need something to be made before they show what they are for.
const MADE_PAGES = [
  ['improvement-plan', () => Promise.resolve('/bo-chi-so/phuong-an-cai-thien')],
  ['forecast', () => Promise.resolve('/bo-chi-so/du-bao')],
  [
    'snapshot-comparison',
    async (page: Page) => {
      const taken = await write(page, '/index/snapshots', {
        ...{ ...SCORE, kind: 'scenario', name: 'Bản chốt để so sánh', note: null },
        changes: [{ item: '6.4.rate', value: { state: 'value', value: '60', comparator: '=' } }],
      });
      return `/bo-chi-so/ban-chot/so-sanh?truoc=${idIn(taken)}`;
    },
  ],
  [
    'ranking-since',
    async (page: Page) => {
      const taken = await write(page, '/leagues/dti-agency-2026/snapshots', {
        ...{ kind: 'self', name: 'Bản chốt để xếp hạng', note: null },
      });
      return `/xep-hang?bang=dti-agency-2026&chot=${idIn(taken)}`;
    },
  ],
  ['framework-editor', async (page: Page) => `${await copyFramework(page)}/sua?phan=chi-so&ma=6.5`],
  [
    'framework-comparison',
    async (page: Page) => `${await copyFramework(page)}/so-sanh?voi=dti-province-2025@1`,
  ],
] as const;

test.concurrent.each(MADE_PAGES)(
  '%s has no barrier either, and fits the phone as well',
  async (name, make) => {
    const { page, complaints, close } = await journey.visit('/', { as: 'coordinator' });
    await page.goto(await make(page));
    await page.locator('main figure, main table, main form').first().waitFor();
    await examine(page, complaints, `${name}-desktop-light`);
    await page.setViewportSize({ width: 390, height: 844 });
    await waitUntilNothingScrollsSideways(page);
    await takeScreenshot(page, `${name}-phone-light`);
    await close();
  },
  // Plans, forecasts and leagues are computed before they are looked at.
  120_000,
);

const findEntry = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const answer = await fetch('/api/v1/asset-registers/information-systems');
    const { register, entries } = (await answer.json()) as {
      readonly register: { readonly path: string };
      readonly entries: readonly { readonly id: string }[];
    };
    return `/so-dang-ky/${register.path}/${entries[0]?.id ?? ''}`;
  });

// One view of each is enough: what they are made of is examined above.
const PAGES_OF_OTHERS = [
  ['register', 'reporter', () => Promise.resolve('/so-dang-ky/he-thong-thong-tin')],
  ['register-entry', 'reporter', findEntry],
  ['new-round', 'coordinator', () => Promise.resolve('/dot-bao-cao/mo')],
  ['audit-trail', 'administrator', () => Promise.resolve('/quan-tri/nhat-ky')],
] as const;

test.concurrent.each(PAGES_OF_OTHERS)(
  '%s, before whom it is for, has no barrier either, and fits the phone as well',
  async (name, as, find) => {
    const { page, complaints, close } = await journey.visit('/tai-khoan', { as });
    await page.goto(await find(page));
    await examine(page, complaints, `${name}-desktop-light`);
    await page.setViewportSize({ width: 390, height: 844 });
    await waitUntilNothingScrollsSideways(page);
    await close();
  },
);

test('the sign-in page has no barrier either', async () => {
  const { page, close } = await journey.visit('/dang-nhap');
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await listAccessibilityViolations(page)).toEqual([]);
  await close();
});
