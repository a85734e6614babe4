import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const isProgram = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Finds Chromium or Chrome: named by SENSO_BROWSER, on the PATH, where systems install it, or Playwright's own download. */
export const findBrowser = () => {
  const named = process.env.SENSO_BROWSER;
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((directory) => NAMES.map((name) => join(directory, name)));
  const candidates = [...(named ? [named] : []), ...onPath, ...APPLICATIONS];
  const downloaded = chromium.executablePath();
  return candidates.find(isProgram) ?? (existsSync(downloaded) ? downloaded : undefined);
};
