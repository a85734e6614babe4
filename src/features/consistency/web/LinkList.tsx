import { Button } from '@mantine/core';
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { LinkAction } from '#core/consistency/measures/measure-link-decision.ts';
import type { MeasureLink } from '#features/consistency/link-contract.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import styles from './LinkList.module.css';
import { linkMessages } from './link-messages.ts';
import { LinkPair } from './LinkPair.tsx';
import { walkRows } from './walk-rows.ts';

// Nobody reads hundreds of pairs at once, and each is a card of its own.
const AT_ONCE = 40;

interface LinkListProps {
  readonly links: readonly MeasureLink[];
  /** All pairs, whatever is shown: the last word can be taken back although its pair has left the list. */
  readonly all: readonly MeasureLink[];
  readonly mayDecide: boolean;
  /** A word is under way: no other is taken. */
  readonly isBusy: boolean;
  readonly onDecide: (link: MeasureLink, decision: LinkAction) => void;
}

// Tells the row of a pair from every other one.
const rowName = ({ one, other }: Pick<MeasureLink, 'one' | 'other'>): string => `${one.key}\n${other.key}`;

const rowsIn = (list: HTMLElement | null): readonly HTMLElement[] => [
  ...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? []),
];

/** Pairs beside each other: Enter confirms, X refuses, Z takes the last word back, arrow keys walk. */
export const LinkList = ({ links, all, mayDecide, isBusy, onDecide }: LinkListProps) => {
  const words = useMessages(linkMessages);
  const [most, setMost] = useState(AT_ONCE);
  const list = useRef<HTMLDivElement>(null);
  const next = useRef<string | null>(null);
  const last = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (next.current === null) return;
    const row = rowsIn(list.current).find(({ dataset }) => dataset.row === next.current);
    if (!row) return;
    next.current = null;
    row.focus();
  }, [links]);

  const decide = (link: MeasureLink, decision: LinkAction): void => {
    if (isBusy) return;
    const name = rowName(link);
    const rows = rowsIn(list.current);
    const at = rows.findIndex(({ dataset }) => dataset.row === name);
    next.current = decision === 'withdrawn' ? name : ((rows[at + 1] ?? rows[at - 1])?.dataset.row ?? null);
    last.current = decision === 'withdrawn' ? null : name;
    onDecide(link, decision);
  };
  const onKeyDown = (link: MeasureLink, event: KeyboardEvent<HTMLButtonElement>): void => {
    walkRows(event);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    const undone = all.find((candidate) => rowName(candidate) === last.current);
    if (key === 'x' && link.state !== 'refused') decide(link, 'refused');
    if (key === 'z' && undone && undone.state !== 'proposed') decide(undone, 'withdrawn');
  };
  return (
    <div ref={list} data-rows>
      <ul className={styles.list}>
        {links.slice(0, most).map((link) => (
          <LinkPair
            key={rowName(link)}
            link={link}
            name={rowName(link)}
            mayDecide={mayDecide}
            onDecide={decide}
            onKeyDown={onKeyDown}
          />
        ))}
      </ul>
      {links.length > most && (
        <Button variant="default" onClick={() => setMost(most + AT_ONCE)}>
          {words.more(links.length - most)}
        </Button>
      )}
    </div>
  );
};
