import { useEffect, useRef, type RefObject } from 'react';

const PROPERTY = '--senso-decision-bar';

/** Tells style sheets how high the bar at the foot of the page is: what else stays in sight stands above it. */
export const useBarHeight = (): RefObject<HTMLDivElement | null> => {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = bar;
    if (!current) return undefined;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => {
      style.setProperty(PROPERTY, `${String(Math.ceil(current.getBoundingClientRect().height))}px`);
    });
    observer.observe(current);
    return () => {
      observer.disconnect();
      style.removeProperty(PROPERTY);
    };
  }, []);
  return bar;
};
