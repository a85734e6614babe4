import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react';

/** An area that takes files dropped on it; `over` while some are held above it. */
export interface FileDrop {
  readonly area: RefObject<HTMLDivElement | null>;
  readonly over: boolean;
}

/** Takes files that are dropped on an area: a short cut for the mouse beside the button that everybody can use. */
export const useFileDrop = (onDrop: (files: readonly File[]) => void): FileDrop => {
  const area = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  const drop = useEffectEvent(onDrop);
  useEffect(() => {
    const element = area.current;
    if (!element) return undefined;
    const listening = new AbortController();
    const listen = (type: 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void): void => {
      element.addEventListener(type, act, { signal: listening.signal });
    };
    listen('dragover', (event) => {
      event.preventDefault();
      setOver(true);
    });
    listen('dragleave', () => {
      setOver(false);
    });
    listen('drop', (event) => {
      event.preventDefault();
      setOver(false);
      drop([...(event.dataTransfer?.files ?? [])]);
    });
    return () => {
      listening.abort();
    };
  }, []);
  return { area, over };
};
