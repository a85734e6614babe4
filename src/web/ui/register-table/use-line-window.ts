import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useState, type RefObject } from 'react';

// Below this a page stays whole, so that the browser's own search finds every row.
const MOST_LINES_SHOWN_WHOLE = 120;
const LINES_AROUND = 12;

/** The lines to render now, and the room that those before and after them take, in CSS pixels. */
export interface LineWindow {
  readonly first: number;
  /** Index after the last line rendered. */
  readonly end: number;
  readonly before: number;
  readonly after: number;
  /** Measures a rendered line; it carries its index as `data-index`. */
  readonly measure: ((line: Element | null) => void) | undefined;
  readonly show: (line: number) => void;
}

interface LineWindowOptions {
  readonly count: number;
  readonly estimate: number;
  /** What holds the lines: its top is where the first line begins. */
  readonly holder: RefObject<HTMLElement | null>;
  /** On paper every line is rendered. */
  readonly whole: boolean;
}

/** Renders only the lines near the window when there are many. */
export const useLineWindow = ({ count, estimate, holder, whole }: LineWindowOptions): LineWindow => {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    // Whatever grows or shrinks above the lines changes the height of the page.
    const observer = new ResizeObserver(() => {
      const box = holder.current?.getBoundingClientRect();
      if (box) setTop(Math.round(box.top + window.scrollY));
    });
    observer.observe(document.body);
    return () => {
      observer.disconnect();
    };
  }, [holder]);

  const partial = !whole && count > MOST_LINES_SHOWN_WHOLE;
  const virtualizer = useWindowVirtualizer({
    count,
    enabled: partial,
    estimateSize: () => estimate,
    overscan: LINES_AROUND,
    scrollMargin: top,
  });
  if (!partial) {
    return { first: 0, end: count, before: 0, after: 0, measure: undefined, show: () => undefined };
  }
  const items = virtualizer.getVirtualItems();
  const [first, last] = [items[0], items[items.length - 1]];
  return {
    first: first?.index ?? 0,
    end: last === undefined ? 0 : last.index + 1,
    before: first === undefined ? 0 : first.start - top,
    after: last === undefined ? 0 : virtualizer.getTotalSize() - (last.end - top),
    measure: virtualizer.measureElement,
    show: (line) => {
      virtualizer.scrollToIndex(line, { align: 'auto' });
    },
  };
};
