import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { DocumentName } from '#contract/plan-item.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { documentShortTitle } from '#web/widgets/plan-item/document-title.ts';
import { planItemMessages } from '#web/widgets/plan-item/messages.ts';
import { hitLink } from './hit-link.ts';
import { searchMessages } from './messages.ts';
import type { RecentHit } from './recent-hits.ts';
import classes from './search.module.css';

interface ShownHit extends RecentHit {
  readonly document?: DocumentName | null;
}

export interface HitGroup {
  readonly title: string;
  readonly hits: readonly ShownHit[];
  /** Number of hits that are not shown. */
  readonly more: number;
}

interface HitListProps {
  readonly id: string;
  readonly label: string;
  readonly groups: readonly HitGroup[];
  /** Index of the chosen hit over all groups. */
  readonly active: number;
  readonly onOpen: (hit: ShownHit) => void;
}

/** What was found, group by group; one of the hits is chosen. */
export const HitList = ({ id, label, groups, active, onOpen }: HitListProps) => {
  const words = useMessages(searchMessages);
  const format = useFormat();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active, groups]);
  const firstOf = (group: number): number =>
    groups.slice(0, group).reduce((total, { hits }) => total + hits.length, 0);
  return (
    <div ref={list} id={id} role="listbox" aria-label={label} className={classes.list}>
      {groups.map(({ title, hits, more }, group) => (
        <div key={title} role="group" aria-label={title}>
          <div className={classes.groupTitle} aria-hidden="true">
            {title}
          </div>
          {hits.map((hit, position) => {
            const index = firstOf(group) + position;
            return (
              <Hit
                key={`${hit.kind} ${hit.key}`}
                id={`${id}-${String(index)}`}
                hit={hit}
                chosen={index === active}
                onOpen={onOpen}
              />
            );
          })}
          {more > 0 && (
            <div className={classes.more} aria-hidden="true">
              {words.more(format.number(more))}
            </div>
          )}
        </div>
      ))}
    </div>
  );
};

interface HitProps {
  readonly id: string;
  readonly hit: ShownHit;
  readonly chosen: boolean;
  readonly onOpen: (hit: ShownHit) => void;
}

const Hit = ({ id, hit, chosen, onOpen }: HitProps) => {
  const words = useMessages(planItemMessages);
  return (
    <Link
      {...hitLink(hit)}
      id={id}
      role="option"
      aria-selected={chosen}
      className={classes.hit}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        onOpen(hit);
      }}
    >
      <span className={classes.hitTitle}>
        {hit.label !== null && <span className={classes.hitLabel}>{hit.label}</span>}
        {hit.title}
      </span>
      {hit.document && <span className={classes.hitSource}>{documentShortTitle(hit.document, words)}</span>}
    </Link>
  );
};
