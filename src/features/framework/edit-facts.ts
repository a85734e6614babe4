import { type ComponentChange, diffFrameworks, type PartChange } from '#core/scoring/diff-frameworks.ts';
import type { Framework } from '#core/scoring/framework.ts';
import type { AuditEvent } from '#server/db/audit.ts';

/** The trail names so many changed members; every definition is whole in the history of edits. */
const MOST_CHANGES = 200;

type Change = readonly [name: string, before: string | null, after: string | null];

const listPartChanges = ({ change, code, name, fields }: PartChange): readonly Change[] => {
  if (change === 'added') return [[code, null, name.vi]];
  if (change === 'removed') return [[code, name.vi, null]];
  return fields.map(({ field, before, after }) => [`${code} ${field}`, before, after]);
};

const listComponentChanges = (component: ComponentChange): readonly Change[] => {
  const { code, change, isMoved, parent } = component;
  const moved: readonly Change[] =
    change === 'changed' && isMoved ? [[`${code} parent`, parent.before, parent.after]] : [];
  return [...listPartChanges(component), ...moved];
};

const factsOf = (changes: readonly Change[], side: 1 | 2): Readonly<Record<string, string>> =>
  Object.fromEntries(
    changes.flatMap((change) => {
      const text = change[side];
      return text === null ? [] : [[change[0], text]];
    }),
  );

/** What an edit of a framework changed, member by member, for the audit trail. */
export const listEditFacts = (
  before: Framework,
  after: Framework,
): Pick<AuditEvent, 'details' | 'before' | 'after'> => {
  const { fields, components, items } = diffFrameworks(before, after);
  const changes: readonly Change[] = [
    ...fields.map((change): Change => [change.field, change.before, change.after]),
    ...components.flatMap(listComponentChanges),
    ...items.flatMap(listPartChanges),
  ];
  const named = changes.slice(0, MOST_CHANGES);
  return {
    details: { changes: changes.length },
    ...{ before: factsOf(named, 1), after: factsOf(named, 2) },
  };
};
