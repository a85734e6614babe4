import { Button, Checkbox } from '@mantine/core';
import type { z } from 'zod';
import { groupBy } from '#core/kernel/group-by.ts';
import type { previewRound } from '#features/collection/contract.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { Section } from '#web/ui/Section.tsx';
import { roundMessages } from './messages.ts';
import { kindGroupOf } from './round-words.ts';
import styles from './rounds.module.css';

export type RoundPreview = z.output<(typeof previewRound)['response']>;

interface Choice {
  readonly code: string;
  readonly label: string;
}

interface ChoiceGroupProps {
  readonly title: string;
  readonly choices: readonly Choice[];
  readonly without: readonly string[];
  readonly onChange: (without: readonly string[]) => void;
}

const ChoiceGroup = ({ title, choices, without, onChange }: ChoiceGroupProps) => {
  const { form: words } = useMessages(roundMessages);
  const format = useFormat();
  const codes = choices.map(({ code }) => code);
  const others = without.filter((code) => !codes.includes(code));
  const count = codes.filter((code) => !without.includes(code)).length;
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>
        {words.selectOf(title, format.number(count), format.number(choices.length))}
      </legend>
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={`${count === 0 ? words.selectAll : words.selectNone}: ${title}`}
        onClick={() => {
          onChange(count === 0 ? others : [...others, ...codes]);
        }}
      >
        {count === 0 ? words.selectAll : words.selectNone}
      </Button>
      <div className={styles.choices}>
        {choices.map(({ code, label }) => (
          <Checkbox
            key={code}
            size="sm"
            label={label}
            checked={!without.includes(code)}
            onChange={(event) => {
              onChange(
                event.currentTarget.checked ? without.filter((other) => other !== code) : [...without, code],
              );
            }}
          />
        ))}
      </div>
    </fieldset>
  );
};

interface PreviewChoicesProps {
  readonly preview: RoundPreview;
  readonly plans: readonly string[];
  readonly onPlans: (plans: readonly string[]) => void;
  readonly withoutOrganizations: readonly string[];
  readonly withoutItems: readonly string[];
  readonly onOrganizations: (without: readonly string[]) => void;
  readonly onItems: (without: readonly string[]) => void;
}

const ItemChoices = ({ preview, withoutItems, onItems }: PreviewChoicesProps) => {
  const pick = usePickText();
  const groups = groupBy(preview.items, ({ indicator }) => indicator.split('.')[0] ?? indicator);
  return [...groups].map(([group, items]) => (
    <ChoiceGroup
      key={group}
      title={group}
      choices={items.map(({ code, name, indicator }) => ({ code, label: `${indicator} ${pick(name)}` }))}
      without={withoutItems}
      onChange={onItems}
    />
  ));
};

/** Documents for whose open tasks the round may ask as well. */
const PlanChoices = ({ preview, plans, onPlans }: PreviewChoicesProps) => {
  const { form: words } = useMessages(roundMessages);
  const format = useFormat();
  const ids = preview.plans.map(({ id }) => id);
  return (
    <ChoiceGroup
      title={words.plans}
      choices={preview.plans.map(({ id, name, tasks }) => ({
        code: id,
        label: `${name} (${words.tasksOpen(format.number(tasks))})`,
      }))}
      without={ids.filter((id) => !plans.includes(id))}
      onChange={(without) => {
        onPlans(ids.filter((id) => !without.includes(id)));
      }}
    />
  );
};

interface AskedOrganization {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly items: number;
  readonly tasks: number;
}

const listAsked = (preview: RoundPreview, plans: readonly string[]): readonly AskedOrganization[] => {
  const byTasks = preview.plans.filter(({ id }) => plans.includes(id)).flatMap((plan) => plan.organizations);
  const tasksOf = (code: string): number =>
    byTasks.reduce((total, one) => total + (one.code === code ? one.tasks : 0), 0);
  const known = new Map([...preview.organizations, ...byTasks].map((one) => [one.code, one] as const));
  return [...known.values()].map(({ code, name, kind }) => ({
    ...{ code, name, kind, tasks: tasksOf(code) },
    items: preview.organizations.find((one) => one.code === code)?.items ?? 0,
  }));
};

/** Whom a round asks for which figures, as the framework assigns it, to be left out one by one or in groups. */
export const PreviewChoices = (props: PreviewChoicesProps) => {
  const { form: words, kinds } = useMessages(roundMessages);
  const format = useFormat();
  const { preview, plans, withoutOrganizations, onOrganizations } = props;
  const groups = groupBy(listAsked(preview, plans), ({ kind }) => kindGroupOf(kind));
  return (
    <>
      {preview.plans.length > 0 && (
        <Section title={words.tasks} lead={words.tasksLead}>
          <PlanChoices {...props} />
        </Section>
      )}
      <Section title={words.who} lead={words.whoLead}>
        {[...groups].map(([group, organizations]) => (
          <ChoiceGroup
            key={group}
            title={kinds[group]}
            choices={organizations.map(({ code, name, items, tasks }) => ({
              code,
              label: `${name} (${[
                ...(items > 0 ? [words.itemsAsked(format.number(items))] : []),
                ...(tasks > 0 ? [words.tasksAsked(format.number(tasks))] : []),
              ].join(', ')})`,
            }))}
            without={withoutOrganizations}
            onChange={onOrganizations}
          />
        ))}
      </Section>
      <Section title={words.items} lead={words.itemsLead}>
        <ItemChoices {...props} />
      </Section>
    </>
  );
};
