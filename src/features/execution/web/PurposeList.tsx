import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Purpose } from '#features/execution/purpose-contract.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { documentShortTitle } from '#web/widgets/plan-item/document-title.ts';
import { itemLink } from '#web/widgets/plan-item/item-address.ts';
import { planItemMessages } from '#web/widgets/plan-item/messages.ts';
import styles from './execution.module.css';
import { useTaskWording } from './use-task-wording.ts';

const PurposeLink = ({ purpose: { kind, id, name } }: { readonly purpose: Purpose }) =>
  kind === 'component' ? (
    <Link to="/bo-chi-so/$code" params={{ code: id }}>{`${id} ${name}`}</Link>
  ) : (
    <Link {...itemLink(kind, id)}>{name}</Link>
  );

interface PurposeListProps {
  readonly purposes: readonly Purpose[];
  /** What may be done with each: its words and what it does; none for who only looks. */
  readonly acts: readonly { readonly label: string; readonly take: (purpose: Purpose) => void }[];
  readonly isBusy: boolean;
}

/** What a task serves or can be said to serve, with what may be done about each. */
export const PurposeList = ({ purposes, acts, isBusy }: PurposeListProps) => {
  const { words } = useTaskWording();
  const itemWords = useMessages(planItemMessages);
  return (
    <ul className={styles.purposes}>
      {purposes.map((purpose) => (
        <li key={purpose.id}>
          <span>
            {words.purpose.kinds[purpose.kind]}: <PurposeLink purpose={purpose} />
            {purpose.document && (
              <span className={styles.quiet}> {documentShortTitle(purpose.document, itemWords)}</span>
            )}
          </span>
          {acts.map(({ label, take }) => (
            <Button
              key={label}
              variant="default"
              size="compact-sm"
              disabled={isBusy}
              aria-label={`${label}: ${purpose.name}`}
              onClick={() => {
                take(purpose);
              }}
            >
              {label}
            </Button>
          ))}
        </li>
      ))}
    </ul>
  );
};
