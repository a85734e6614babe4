import { useLayoutEffect, useRef, type RefObject } from 'react';

/** Publishes the height of an element as a CSS variable of the page, so that what sticks below it knows where. */
export const usePublishedHeight = (variable: `--senso-${string}`): RefObject<HTMLElement | null> => {
  const element = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (!element.current) return undefined;
    const page = document.documentElement;
    const observer = new ResizeObserver(([entry]) => {
      page.style.setProperty(variable, `${String(entry?.borderBoxSize[0]?.blockSize ?? 0)}px`);
    });
    observer.observe(element.current);
    return () => {
      observer.disconnect();
      page.style.removeProperty(variable);
    };
  }, [variable]);
  return element;
};
