import { Link } from '@tanstack/react-router';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { findNeighbour, isDirection, type MapDrawing, type UnitShape } from './build-shapes.ts';
import type { Shading } from './league-on-map.ts';
import styles from './map.module.css';
import { mapMessages } from './messages.ts';
import { describeUnit } from './unit-words.ts';

interface UnitMapProps {
  readonly title: string;
  readonly drawing: MapDrawing;
  readonly shading: Shading;
  readonly framework: string;
  /** The component whose explanation a unit leads to; null leads to its whole tree. */
  readonly component: string | null;
}

/**
 * The units shaded by class. Each bears the number of its class, is a link to how its points come about, and can be walked
 * with the arrow keys; the one that is pointed at or focused is told in words above.
 */
export const UnitMap = ({ title, drawing, shading, framework, component }: UnitMapProps) => {
  const words = useMessages(mapMessages);
  const format = useFormat();
  const picture = useRef<SVGSVGElement>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const [reached, setReached] = useState(drawing.shapes[0]?.code);
  const { shapes, viewBox } = drawing;
  const sentenceOf = ({ code, name }: UnitShape): string =>
    describeUnit(name, shading.units.get(code), words, format);
  const told = shapes.find(({ code }) => code === pointed);
  const walk = (event: KeyboardEvent, from: UnitShape) => {
    if (!isDirection(event.key)) return;
    event.preventDefault();
    const next = findNeighbour(shapes, from, event.key);
    if (!next) return;
    setReached(next.code);
    picture.current?.querySelector<SVGElement>(`[data-unit="${next.code}"]`)?.focus();
  };
  return (
    <div>
      <p aria-hidden="true" className={styles.told}>
        {told ? sentenceOf(told) : words.chooseUnit}
      </p>
      <svg ref={picture} viewBox={viewBox} role="group" aria-label={title} className={styles.map}>
        <defs>
          <pattern
            id="unit-without"
            width="1.2"
            height="1.2"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="1.2" height="1.2" className={styles.withoutGround} />
            <rect width="0.4" height="1.2" className={styles.withoutLine} />
          </pattern>
        </defs>
        {shapes.map((shape) => {
          const { code, path, x, y } = shape;
          const classIndex = shading.units.get(code)?.classIndex;
          const common = {
            search: { 'don-vi': code, bo: framework },
            'data-unit': code,
            'data-class': classIndex ?? 'none',
            'aria-label': sentenceOf(shape),
            tabIndex: code === reached ? 0 : -1,
            className: styles.unit ?? '',
            onKeyDown: (event: KeyboardEvent) => {
              walk(event, shape);
            },
            onFocus: () => {
              setReached(code);
              setPointed(code);
            },
            onMouseEnter: () => {
              setPointed(code);
            },
          };
          const content = (
            <>
              <path d={path} />
              {classIndex !== undefined && (
                <text x={x} y={y} aria-hidden="true">
                  {classIndex + 1}
                </text>
              )}
            </>
          );
          return component === null ? (
            <Link key={code} to="/bo-chi-so" {...common}>
              {content}
            </Link>
          ) : (
            <Link key={code} to="/bo-chi-so/$code" params={{ code: component }} {...common}>
              {content}
            </Link>
          );
        })}
      </svg>
    </div>
  );
};
