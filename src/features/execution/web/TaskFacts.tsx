import { Link } from '@tanstack/react-router';
import type { TaskCard } from '#features/execution/contract.ts';
import styles from './execution.module.css';
import { useWording, type Wording } from './use-wording.ts';

/** When a task is due or was done, in words. */
export const describeDay = ({ doneOn, lastDay, due }: TaskCard, { words, format }: Wording): string => {
  if (doneOn !== null) return words.doneOn(format.day(doneOn));
  if (lastDay !== null) return words.due(format.day(lastDay));
  return due ?? words.noDay;
};

/** Who leads a task, by abbreviations; whose part it is, where it is a part. */
export const describeAgency = ({ organization, agencies }: TaskCard): string =>
  organization === null
    ? agencies
        .filter(({ role }) => role === 'lead')
        .map(({ abbreviation, name }) => abbreviation ?? name)
        .join('; ')
    : organization.name;

/** How far it is: the percentage of one part, or how many organizations are done. */
export const describeProgress = (
  { organization, percent, parts, partsDone }: TaskCard,
  { words, format }: Wording,
): string => {
  if (percent !== null) return words.percent(format.number(percent));
  if (organization !== null || parts < 2) return '';
  return words.partsDone(format.number(partsDone), format.number(parts));
};

/** A task by its name, which opens where it stands. */
export const TaskLink = ({ card }: { readonly card: TaskCard }) => (
  <Link
    to="/nhiem-vu/$id"
    params={{ id: card.id }}
    {...(card.organization !== null && { search: { 'co-quan': card.organization.code } })}
    className={styles.taskLink}
  >
    {card.name}
  </Link>
);

/** What a task waits for, in words. */
export const Waits = ({ card }: { readonly card: TaskCard }) => {
  const { words } = useWording();
  return card.waits.length === 0 ? null : (
    <span className={styles.waits}>{card.waits.map((wait) => words.waitKinds[wait]).join(', ')}</span>
  );
};
