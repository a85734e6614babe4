import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AreaPartKind } from '#core/steering-committee/area-part.ts';
import type { AreaPartView, CommitteeChoices } from '#features/steering-committee/contract.ts';
import { FilterWords } from '#web/ui/FilterFold.tsx';
import { ChoiceSelect } from '#web/ui/register-table/ChoiceSelect.tsx';
import { documentShortTitle } from '#web/widgets/plan-item/document-title.ts';
import styles from './committee.module.css';
import { foundTasksQuery, plansQuery } from './queries.ts';
import { useWording } from './use-wording.ts';

const KINDS: readonly AreaPartKind[] = ['section', 'organization', 'task', 'indicator', 'province'];

const NOTHING = {
  ...{ document: null, section: null, organization: null, task: null, indicator: null },
  ...{ isGone: false, heirs: [] },
};

interface ChoosePartProps {
  /** Told of the part that would be added; undefined while nothing is chosen. */
  readonly onChoose: (part: AreaPartView | undefined) => void;
}

const ChooseSection = ({ onChoose }: ChoosePartProps) => {
  const { words, itemWords } = useWording();
  const { data } = useQuery(plansQuery);
  const [planId, setPlanId] = useState<string | null>(null);
  const [section, setSection] = useState<string | null>(null);
  const plan = data?.plans.find(({ document }) => document.id === planId);
  const choose = (id: string | null, wanted: string | null): void => {
    setPlanId(id);
    setSection(wanted);
    const document = data?.plans.find((one) => one.document.id === id)?.document;
    onChoose(document && { ...NOTHING, kind: 'section', document, section: wanted });
  };
  return (
    <>
      <ChoiceSelect
        label={words.form.plan}
        value={planId}
        choices={(data?.plans ?? []).map(({ document }) => ({
          value: document.id,
          label: documentShortTitle(document, itemWords),
        }))}
        onChange={(id) => {
          choose(id, null);
        }}
      />
      {plan && (
        <ChoiceSelect
          label={words.form.section}
          placeholder={words.form.wholePlan}
          value={section}
          choices={plan.areas.map((area) => ({ value: area, label: area }))}
          clearLabel={words.form.wholePlan}
          onChange={(wanted) => {
            choose(planId, wanted);
          }}
        />
      )}
    </>
  );
};

const ChooseTask = ({ onChoose }: ChoosePartProps) => {
  const { words, itemWords } = useWording();
  const [text, setText] = useState('');
  const [id, setId] = useState<string | null>(null);
  const { data } = useQuery(foundTasksQuery(text));
  return (
    <>
      <FilterWords
        label={words.form.taskWords}
        words={text}
        onChange={(wanted) => {
          setText(wanted ?? '');
        }}
      />
      {data && (
        <ChoiceSelect
          label={words.form.task}
          value={id}
          choices={data.items.map((card) => ({
            value: card.id,
            label: `${card.name} · ${documentShortTitle(card.document, itemWords)}`,
          }))}
          onChange={(wanted) => {
            setId(wanted);
            const card = data.items.find((one) => one.id === wanted);
            onChoose(
              card && {
                ...{ ...NOTHING, kind: 'task', document: card.document },
                task: { id: card.id, name: card.name },
              },
            );
          }}
        />
      )}
    </>
  );
};

const ChooseCode = ({
  kind,
  choices,
  onChoose,
}: ChoosePartProps & {
  readonly kind: 'organization' | 'indicator';
  readonly choices: readonly { readonly code: string; readonly name: string }[];
}) => {
  const { words } = useWording();
  const [code, setCode] = useState<string | null>(null);
  return (
    <ChoiceSelect
      label={words.form[kind]}
      value={code}
      choices={choices.map((one) => ({
        value: one.code,
        label: kind === 'indicator' ? `${one.code} ${one.name}` : one.name,
      }))}
      onChange={(wanted) => {
        setCode(wanted);
        const found = choices.find((one) => one.code === wanted);
        const named = found && { code: found.code, name: found.name };
        onChoose(named && { ...NOTHING, kind, [kind]: named });
      }}
    />
  );
};

interface AddPartProps {
  readonly choices: CommitteeChoices | undefined;
  readonly onAdd: (part: AreaPartView) => void;
}

/** Chooses something that is to belong to the area. */
export const AddPart = ({ choices, onAdd }: AddPartProps) => {
  const { words } = useWording();
  const [kind, setKind] = useState<AreaPartKind>('section');
  const [part, setPart] = useState<AreaPartView>();
  // Chosen anew after each addition.
  const [turn, setTurn] = useState(0);
  const choose = (wanted: AreaPartKind): void => {
    setKind(wanted);
    setPart(wanted === 'province' ? { ...NOTHING, kind: wanted } : undefined);
    setTurn((before) => before + 1);
  };
  return (
    <div className={styles.adding}>
      <NativeSelect
        label={words.form.kind}
        value={kind}
        data={KINDS.map((one) => ({ value: one, label: words.form.kinds[one] }))}
        onChange={({ currentTarget: { value } }) => {
          choose(value as AreaPartKind);
        }}
      />
      {kind === 'section' && <ChooseSection key={turn} onChoose={setPart} />}
      {kind === 'task' && <ChooseTask key={turn} onChoose={setPart} />}
      {kind === 'organization' && (
        <ChooseCode key={turn} kind={kind} choices={choices?.organizations ?? []} onChoose={setPart} />
      )}
      {kind === 'indicator' && (
        <ChooseCode key={turn} kind={kind} choices={choices?.indicators ?? []} onChoose={setPart} />
      )}
      <div className={styles.buttons}>
        <Button
          variant="default"
          disabled={!part}
          onClick={() => {
            if (part) onAdd(part);
            choose(kind);
          }}
        >
          {words.form.addPart}
        </Button>
      </div>
    </div>
  );
};
