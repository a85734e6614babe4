import { useNavigate, useSearch } from '@tanstack/react-router';
import { useLayoutEffect, useRef, useState } from 'react';
import type { FindingKind } from '#core/consistency/finding.ts';
import type { DecidedFinding } from '#contract/finding-decision.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { findingMessages } from '#web/widgets/finding/messages.ts';
import { agencyKey, groupFindings, type FindingGroup } from './finding-filter.ts';
import styles from './FindingGroups.module.css';
import { FindingRow } from './FindingRow.tsx';
import { consistencyMessages } from './messages.ts';

interface OpenPlace {
  /** Null until a row is opened by hand: the first group that has the contradiction of the address shows it. */
  readonly group: string | null;
}

/** The contradictions in groups, each row opened by Enter or a click, walked by arrow keys. */
export const FindingGroups = ({ findings }: { readonly findings: readonly DecidedFinding[] }) => {
  const search = useSearch({ from: '/shell/mau-thuan' });
  const navigate = useNavigate({ from: '/mau-thuan' });
  const by = search.nhom ?? 'loai';
  const groups = groupFindings(findings, by);
  const [place, setPlace] = useState<OpenPlace>({ group: null });
  const openGroup =
    place.group ??
    groups.find((group) => group.findings.some(({ fingerprint }) => fingerprint === search.mo))?.key;
  const list = useRef<HTMLDivElement>(null);
  // A row that was settled leaves the list: the hands go on with the one after it.
  const next = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (next.current === null) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-row="${next.current}"]`);
    if (!row) return;
    next.current = null;
    row.focus();
  }, [findings]);

  const toggle = (group: string, fingerprint: string): void => {
    const isOpen = search.mo === fingerprint && openGroup === group;
    setPlace({ group: isOpen ? null : group });
    void navigate({
      search: { ...search, mo: isOpen ? undefined : fingerprint },
      replace: true,
      resetScroll: false,
    });
  };
  const remember = (): void => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const at = rows.findIndex((row) => row.getAttribute('aria-expanded') === 'true');
    next.current = (rows[at + 1] ?? rows[at - 1])?.dataset.row ?? null;
  };
  return (
    <div ref={list} data-rows>
      {groups.map((group) => (
        <section key={group.key} className={styles.group}>
          <GroupTitle group={group} by={by} />
          <ul className={styles.rows}>
            {group.findings.map((finding) => (
              <FindingRow
                key={finding.fingerprint}
                finding={finding}
                by={by}
                isOpen={openGroup === group.key && search.mo === finding.fingerprint}
                onToggle={() => {
                  toggle(group.key, finding.fingerprint);
                }}
                onDecide={remember}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
};

interface GroupTitleProps {
  readonly group: FindingGroup;
  readonly by: 'loai' | 'co-quan';
}

const GroupTitle = ({ group: { key, findings }, by }: GroupTitleProps) => {
  const words = useMessages(consistencyMessages);
  const { kinds } = useMessages(findingMessages);
  const format = useFormat();
  const lead = findings.flatMap(({ leads }) => leads).find((one) => agencyKey(one) === key);
  // Safe: groups by kind have kinds as their keys.
  const name = by === 'loai' ? kinds[key as FindingKind] : (lead?.name ?? words.noLead);
  return <h2 className={styles.title}>{words.counted(name, format.number(findings.length))}</h2>;
};
