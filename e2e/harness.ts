import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { findBrowser } from './find-browser.mjs';
import { makeDataDirectory, startSystemProcess, type SystemProcess } from './system.ts';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The two screens that the interface is made for. */
const SCREENS = {
  desktop: { width: 1366, height: 900 },
  phone: { width: 390, height: 844 },
} as const;
type Screen = keyof typeof SCREENS;

const ACCOUNTS = {
  coordinator: { username: 'dieu-phoi', password: 'sen-so-dieu-phoi' },
  viewer: { username: 'nguoi-xem', password: 'sen-so-nguoi-xem' },
  reporter: { username: 'stp-can-bo', password: 'sen-so-stp-can-bo' },
  administrator: { username: 'quan-tri', password: 'sen-so-quan-tri' },
} as const;

type Account = keyof typeof ACCOUNTS;

const signIn = async (address: string, account: Account): Promise<string> => {
  const answer = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(ACCOUNTS[account]),
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
  if (cookie === undefined) throw new Error(`${account} could not sign in: ${String(answer.status)}`);
  return cookie;
};

const asBrowserCookie = (url: string, cookie: string) => {
  const [name = '', ...value] = cookie.split('=');
  return { name, value: value.join('='), url };
};

export interface VisitOptions {
  readonly screen?: Screen;
  /** Whose session the browser has from the start, one for all visits; nobody's when not given. */
  readonly as?: Account;
}

/** The real system with a real browser before it. */
export interface Journey {
  readonly address: string;
  /** Opens a page in a profile of its own. What the page complains about is in `complaints`. */
  readonly visit: (path: string, options?: VisitOptions) => Promise<Visit>;
  /** Signs in with a demonstration account through the form, in a profile of its own. */
  readonly signInAs: (username: string) => Promise<Visit>;
  readonly system: SystemProcess;
  readonly close: () => Promise<void>;
}

export interface Visit {
  readonly page: Page;
  /** Errors on the page's console and requests that failed in the network or on the server. */
  readonly complaints: readonly string[];
  /** How many statements the database was asked for the page as it was opened, all its requests together. */
  readonly countStatements: () => number;
  readonly close: () => Promise<void>;
}

const launch = (): Promise<Browser> => {
  const executablePath = findBrowser();
  if (executablePath === undefined)
    throw new Error('No Chromium or Chrome: "npm test" installs one, or set SENSO_BROWSER');
  return chromium.launch({ executablePath, args: FLAGS });
};

const watch = (page: Page): readonly string[] => {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${String(response.status())} ${response.url()}`);
  });
  return complaints;
};

const countStatements = (page: Page): (() => number) => {
  let statements = 0;
  page.on('response', (response) => {
    const told = /statements;desc="(\d+)"/.exec(response.headers()['server-timing'] ?? '');
    statements += Number(told?.[1] ?? 0);
  });
  return () => statements;
};

/** Starts the built system with a fresh demonstration and a browser. Close it when done. */
export const startJourney = async (): Promise<Journey> => {
  const data = makeDataDirectory();
  const system = await startSystemProcess(data.path);
  const browser = await launch();
  const cookies = new Map<Account, string>();
  const getCookie = async (account: Account): Promise<string> => {
    const cookie = cookies.get(account) ?? (await signIn(system.address, account));
    cookies.set(account, cookie);
    return cookie;
  };
  const visit: Journey['visit'] = async (path, { screen = 'desktop', as } = {}) => {
    const settings: BrowserContextOptions = {
      ...{ viewport: SCREENS[screen], colorScheme: 'light', locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' },
      ...{ baseURL: system.address, hasTouch: screen === 'phone', reducedMotion: 'reduce' },
    };
    const context = await browser.newContext(settings);
    if (as) await context.addCookies([asBrowserCookie(system.address, await getCookie(as))]);
    const page = await context.newPage();
    const complaints = watch(page);
    const counted = countStatements(page);
    await page.goto(path);
    return { page, complaints, countStatements: counted, close: () => context.close() };
  };
  return {
    address: system.address,
    system,
    visit,
    signInAs: async (username) => {
      const visited = await visit('/dang-nhap');
      const { page } = visited;
      await page.getByLabel('Tên đăng nhập').fill(username);
      await page.getByLabel('Mật khẩu', { exact: true }).fill(`sen-so-${username}`);
      await page.getByRole('button', { name: 'Đăng nhập' }).click();
      await page.getByRole('button', { name: /Tài khoản/u }).waitFor();
      return visited;
    },
    close: async () => {
      await browser.close();
      await system.stop();
      data.remove();
    },
  };
};

/** Takes a step that asks whether one means it. */
export const takeStep = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
};

const listViolations = async (axe: AxeBuilder): Promise<readonly string[]> => {
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
};

/** What axe finds against WCAG 2.2 levels A and AA, one line each: rule, place. */
export const listAccessibilityViolations = (page: Page): Promise<readonly string[]> =>
  listViolations(new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']));

/** Those that colours alone can bring: what remains to be asked of a page that another theme draws. */
export const listColourViolations = (page: Page): Promise<readonly string[]> =>
  listViolations(new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']));

/** Keeps a picture of the page under test-results/screenshots/. */
export const takeScreenshot = async (page: Page, name: string): Promise<void> => {
  const directory = join('test-results', 'screenshots');
  mkdirSync(directory, { recursive: true });
  await page.screenshot({ path: join(directory, `${name}.png`), fullPage: true });
};
