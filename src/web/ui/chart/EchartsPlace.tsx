import { useEffect, useRef } from 'react';
import type { BuildDrawing } from './chart-drawing.ts';
import { placeChart, type PlacedChart } from './draw-chart.ts';
import styles from './Chart.module.css';

interface EchartsPlaceProps {
  readonly build: BuildDrawing;
  readonly onSelect?: ((name: string) => void) | undefined;
}

/** The element that holds a chart. It brings the chart library with it: load it lazily. */
const EchartsPlace = ({ build, onSelect }: EchartsPlaceProps) => {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<PlacedChart>(undefined);
  const select = useRef(onSelect);

  useEffect(() => {
    select.current = onSelect;
  }, [onSelect]);

  useEffect(() => {
    if (!place.current) return undefined;
    const placed = placeChart(place.current, (name) => select.current?.(name));
    chart.current = placed;
    return () => {
      placed.remove();
    };
  }, []);

  useEffect(() => {
    chart.current?.show(build);
  }, [build]);

  return (
    <div ref={place} aria-hidden="true" className={styles.place} data-selectable={onSelect !== undefined} />
  );
};

export default EchartsPlace;
