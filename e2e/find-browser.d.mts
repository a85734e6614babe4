/** Finds Chromium or Chrome: named by SENSO_BROWSER, on the PATH, where systems install it, or Playwright's own download. */
export declare const findBrowser: () => string | undefined;
