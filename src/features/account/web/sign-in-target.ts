const KEY = 'senso-sign-in-target';

/** Remembers in this tab where to go after a journey to the provider of single sign-on. */
export const keepSignInTarget = (target: string): void => {
  window.sessionStorage.setItem(KEY, target);
};

/** Where to go, only within this site; the first page when nothing was remembered. */
export const takeSignInTarget = (): string => {
  const target = window.sessionStorage.getItem(KEY) ?? '/';
  window.sessionStorage.removeItem(KEY);
  return /^\/(?![/\\])/.test(target) ? target : '/';
};
