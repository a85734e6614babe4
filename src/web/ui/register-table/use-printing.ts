import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Whether the page is being laid out for paper. It turns true before the paper is laid out, not after. */
export const usePrinting = (): boolean => {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const paper = window.matchMedia('print');
    const turn = (next: boolean): void => {
      flushSync(() => {
        setPrinting(next);
      });
    };
    const begin = (): void => {
      turn(true);
    };
    const end = (): void => {
      turn(false);
    };
    const change = (event: MediaQueryListEvent): void => {
      turn(event.matches);
    };
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    paper.addEventListener('change', change);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
      paper.removeEventListener('change', change);
    };
  }, []);
  return printing;
};
