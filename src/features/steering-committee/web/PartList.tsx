import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AreaPartView } from '#features/steering-committee/contract.ts';
import { documentShortTitle } from '#web/widgets/plan-item/document-title.ts';
import styles from './committee.module.css';
import { useWording, type Wording } from './use-wording.ts';

/** A part of an area in words. */
export const describePart = (part: AreaPartView, { words, itemWords }: Wording): string => {
  const { kind, document, section, organization, task, indicator } = part;
  const of = document === null ? words.part.unknownDocument : documentShortTitle(document, itemWords);
  switch (kind) {
    case 'province':
      return words.part.province;
    case 'section':
      return section === null ? words.part.wholeDocument(of) : words.part.section(section, of);
    case 'organization':
      return organization?.name ?? '';
    case 'task':
      return task === null ? words.part.unknownTask : words.part.task(task.name);
    case 'indicator':
      return words.part.indicator(indicator?.code ?? '', indicator?.name ?? '').trim();
  }
};

/** What is wrong with a part that means nothing of its own any more, and what to do. */
export const describeFault = (part: AreaPartView, { words, format }: Wording): string | null => {
  if (!part.isGone) return null;
  const what = words.part.gone[part.kind];
  const heirs = part.heirs.map(({ name }) => name);
  return heirs.length > 0
    ? `${what}; ${words.part.heirs(format.list(heirs))}`
    : `${what}; ${words.part.mend}`;
};

const sourceOf = (part: AreaPartView, name: string): ReactNode => {
  const { kind, document, section, organization, task, indicator } = part;
  if (kind === 'section' && document !== null && !part.isGone) {
    const search = { 'ke-hoach': document.id, 'linh-vuc': section ?? undefined };
    return (
      <Link to="/nhiem-vu" search={search}>
        {name}
      </Link>
    );
  }
  if (kind === 'organization' && organization !== null) {
    return (
      <Link to="/co-quan/$code" params={{ code: organization.code }}>
        {name}
      </Link>
    );
  }
  if (kind === 'task' && task !== null && !part.isGone) {
    return (
      <Link to="/nhiem-vu/$id" params={{ id: task.id }}>
        {name}
      </Link>
    );
  }
  if (kind === 'indicator' && indicator !== null && !part.isGone) {
    return (
      <Link to="/bo-chi-so/$code" params={{ code: indicator.code }}>
        {name}
      </Link>
    );
  }
  return name;
};

interface PartListProps {
  readonly parts: readonly AreaPartView[];
  /** What can be done with a part; its name leads nowhere then. */
  readonly actOf?: (part: AreaPartView, name: string) => ReactNode;
}

/** What belongs to an area, each part with the way to it or with what can be done; what means nothing any more is said. */
export const PartList = ({ parts, actOf }: PartListProps) => {
  const wording = useWording();
  return (
    <ul className={styles.parts}>
      {parts.map((part, index) => {
        const name = describePart(part, wording);
        const fault = describeFault(part, wording);
        return (
          <li key={`${String(index)} ${name}`}>
            <span>
              {actOf ? name : sourceOf(part, name)}
              {fault !== null && <span className={styles.gone}>{fault}</span>}
            </span>
            {actOf?.(part, name)}
          </li>
        );
      })}
    </ul>
  );
};
