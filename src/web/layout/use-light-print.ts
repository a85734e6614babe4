import { useEffect } from 'react';

const SCHEME = 'data-mantine-color-scheme';

/** Prints in light colours whatever theme is chosen: paper is white, and office printers leave out dark grounds. */
export const useLightPrint = (): void => {
  useEffect(() => {
    const root = document.documentElement;
    let chosen: string | null = null;
    const lighten = (): void => {
      chosen = root.getAttribute(SCHEME);
      root.setAttribute(SCHEME, 'light');
    };
    const restore = (): void => {
      if (chosen !== null) root.setAttribute(SCHEME, chosen);
    };
    window.addEventListener('beforeprint', lighten);
    window.addEventListener('afterprint', restore);
    return () => {
      window.removeEventListener('beforeprint', lighten);
      window.removeEventListener('afterprint', restore);
    };
  }, []);
};
