import { useEffect, useMemo, useRef, type ReactNode, type RefObject } from 'react';
import { useMessages } from '#web/i18n/locale.tsx';
import type { QuoteSpan } from './find-quote.ts';
import { sourceTextMessages } from './messages.ts';
import classes from './source-text.module.css';

interface SourceTextProps {
  readonly label?: string;
  readonly lines: readonly string[];
  /** Number of the first line. */
  readonly firstLine?: number;
  /** Characters to highlight; their `line` is an index into `lines`. */
  readonly spans?: readonly QuoteSpan[];
  /** Line numbers that carry something. */
  readonly markedLines?: ReadonlySet<number>;
  /** Line numbers that are looked at now: highlighted, and the first of them brought into view. */
  readonly shownLines?: readonly number[];
  /** What stands in the margin of a line, such as links to the items on it. */
  readonly margin?: (line: number) => ReactNode;
  /** The text has a window of its own in which it scrolls; otherwise it scrolls with the page. */
  readonly scrolls?: boolean;
}

/** Lines of a source document with their numbers; each can be addressed as `#dong-375`. */
export const SourceText = ({
  label,
  lines,
  firstLine = 1,
  spans = NO_SPANS,
  markedLines,
  shownLines = NO_LINES,
  margin,
  scrolls = false,
}: SourceTextProps) => {
  const messages = useMessages(sourceTextMessages);
  const holder = useRef<HTMLDivElement>(null);
  const spansByLine = useMemo(() => new Map(spans.map((span) => [span.line, span])), [spans]);
  const shown = useMemo(() => new Set(shownLines), [shownLines]);
  useBroughtIntoView(holder, shownLines[0], scrolls);

  return (
    <div
      ref={holder}
      className={scrolls ? classes.window : classes.text}
      {...(scrolls && { tabIndex: 0, role: 'region', 'aria-label': label ?? messages.label })}
    >
      <ol className={classes.lines} aria-label={label ?? messages.label}>
        {lines.map((text, index) => {
          const line = firstLine + index;
          return (
            <li
              key={line}
              id={`dong-${String(line)}`}
              className={classes.line}
              data-marked={markedLines?.has(line) === true || undefined}
              data-shown={shown.has(line) || undefined}
            >
              <span className={classes.number} aria-label={messages.line(String(line))}>
                {line}
              </span>
              <span className={classes.words}>
                <Words text={text} span={spansByLine.get(index)} />
              </span>
              {margin && <span className={classes.margin}>{margin(line)}</span>}
            </li>
          );
        })}
      </ol>
    </div>
  );
};

const NO_SPANS: readonly QuoteSpan[] = [];
const NO_LINES: readonly number[] = [];

const Words = ({ text, span }: { readonly text: string; readonly span: QuoteSpan | undefined }) => {
  if (!span) return text === '' ? '\u00a0' : text;
  return (
    <>
      {text.slice(0, span.start)}
      <mark className={classes.quote}>{text.slice(span.start, span.end)}</mark>
      {text.slice(span.end)}
    </>
  );
};

/** Scrolls the wanted line into view, inside the text's own window when it has one. */
const useBroughtIntoView = (
  holder: RefObject<HTMLDivElement | null>,
  line: number | undefined,
  scrolls: boolean,
): void => {
  useEffect(() => {
    const target = line === undefined ? null : holder.current?.querySelector(`#dong-${String(line)}`);
    if (!target || !holder.current) return;
    if (!scrolls) {
      target.scrollIntoView({ block: 'center' });
      return;
    }
    const room = holder.current.getBoundingClientRect();
    const offset = target.getBoundingClientRect().top - room.top;
    holder.current.scrollBy({ top: offset - room.height / 3 });
  }, [holder, line, scrolls]);
};
