import { Button } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Bell } from 'lucide-react';
import { listNotices, type Notice } from '#features/collection/notice-contract.ts';
import { listOwnReminders, type OwnReminder } from '#features/reminder/own/own-contract.ts';
import { call } from '#web/api/call.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import { usePermission } from '#web/session/session.ts';
import styles from './NoticeBell.module.css';
import { useBarPanel } from './use-bar-panel.ts';

// Asked when the page opens and when somebody comes back to it: nothing asks by itself. Steps taken in reports renew it.
const noticesQuery = queryOptions({
  queryKey: ['collection', 'notices'],
  queryFn: ({ signal }) => call(listNotices, { signal }),
  staleTime: 60_000,
});

const FEW = 2;

const fewRemindersQuery = queryOptions({
  queryKey: ['own-reminders', 'few'],
  queryFn: ({ signal }) => call(listOwnReminders, { query: { limit: FEW }, signal }),
  staleTime: 60_000,
});

interface Reminded {
  readonly items: readonly OwnReminder[];
  readonly total: number;
  readonly late: number;
}

/** What the person is reminded of, counted, with the first by the last day. */
const RemindedRow = ({ items, total, late, onLeave }: Reminded & { readonly onLeave: () => void }) => {
  const { notices } = useMessages(sharedMessages);
  const format = useFormat();
  return (
    <li>
      <Link to="/thong-bao" onClick={onLeave} className={styles.link}>
        <strong>{notices.due(format.number(total), format.number(late))}</strong>
        {items.map(({ id, organization, name, period, lastDay }) => (
          <span key={`${id} ${organization.code} ${period} ${lastDay}`} className={styles.clamped}>
            {notices.dueFirst(name, format.day(lastDay))}
          </span>
        ))}
      </Link>
    </li>
  );
};

const addressOf = ({ kind, id, organization }: Notice['place']) => {
  switch (kind) {
    case 'submission':
      return { to: '/bao-cao/$id', params: { id } } as const;
    case 'difficulty':
      return { to: '/kho-khan/$id', params: { id } } as const;
    case 'task':
      return {
        ...{ to: '/nhiem-vu/$id', params: { id } },
        ...(organization !== null && { search: { 'co-quan': organization } }),
      } as const;
  }
};

const NoticeRow = ({ notice, onLeave }: { readonly notice: Notice; readonly onLeave: () => void }) => {
  const { notices } = useMessages(sharedMessages);
  const format = useFormat();
  const { kind, place, title, organization, at, reason, isLate, isNew } = notice;
  return (
    <li>
      <Link {...addressOf(place)} onClick={onLeave} className={styles.link}>
        <strong>{notices.kinds[kind](organization.name)}</strong>
        <span className={styles.title}>{title}</span>
      </Link>
      {reason !== null && <span className={styles.reason}>{reason}</span>}
      <span className={styles.quiet}>
        {[format.instant(at), ...(isLate ? [notices.late] : []), ...(isNew ? [] : [notices.read])].join(
          ' · ',
        )}
      </span>
    </li>
  );
};

const NoticePanel = ({
  id,
  items,
  reminded,
  mayReport,
  onLeave,
}: {
  readonly id: string;
  readonly items: readonly Notice[];
  readonly reminded: Reminded;
  readonly mayReport: boolean;
  readonly onLeave: () => void;
}) => {
  const { notices } = useMessages(sharedMessages);
  return (
    <div id={id} className={styles.panel}>
      {items.length === 0 && reminded.total === 0 ? (
        <p className={styles.quiet}>{notices.none}</p>
      ) : (
        <ul className={styles.list}>
          {reminded.total > 0 && <RemindedRow {...reminded} onLeave={onLeave} />}
          {items.map((notice) => (
            <NoticeRow
              key={`${notice.kind} ${notice.place.id} ${notice.organization.code}`}
              notice={notice}
              onLeave={onLeave}
            />
          ))}
        </ul>
      )}
      {mayReport && (
        <Link to="/viec-cua-toi" onClick={onLeave}>
          {notices.toWork}
        </Link>
      )}{' '}
      <Link to="/thong-bao" onClick={onLeave}>
        {notices.toNotices}
      </Link>
    </div>
  );
};

const NOBODY: Reminded = { items: [], total: 0, late: 0 };
const MOST_COUNTED = 99;

const OwnBell = () => {
  const { notices } = useMessages(sharedMessages);
  const format = useFormat();
  const mayReport = usePermission('submission.write');
  const mayRule = usePermission('difficulty.rule');
  const { data } = useQuery({ ...noticesQuery, enabled: mayReport || mayRule });
  const { data: reminded } = useQuery(fewRemindersQuery);
  const { box, isOpen, panelId, close, buttonProps } = useBarPanel();
  const fresh = (data?.fresh ?? 0) + (reminded?.fresh ?? 0);
  const shown = fresh > MOST_COUNTED ? `${String(MOST_COUNTED)}+` : format.number(fresh);
  return (
    <div ref={box} className={styles.bell}>
      <Button
        {...buttonProps}
        variant="subtle"
        color="gray"
        className={styles.button ?? ''}
        aria-label={notices.label(format.number(fresh))}
      >
        <Bell size={18} aria-hidden="true" />
        {fresh > 0 && <span className={styles.count}>{shown}</span>}
      </Button>
      {isOpen && (
        <NoticePanel
          id={panelId}
          items={data?.items ?? []}
          reminded={reminded ?? NOBODY}
          mayReport={mayReport}
          onLeave={close}
        />
      )}
    </div>
  );
};

/**
 * What waits for a person who has a part in tasks, fills in reports or answers difficulties, with its count, on every page.
 * Esc closes and gives the focus back.
 */
export const NoticeBell = () => {
  const mayReport = usePermission('submission.write');
  const mayRead = usePermission('execution.read');
  const mayRule = usePermission('difficulty.rule');
  return mayReport || mayRead || mayRule ? <OwnBell /> : null;
};
