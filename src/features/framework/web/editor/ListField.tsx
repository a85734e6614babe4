import { Button } from '@mantine/core';
import { useState } from 'react';
import { blankThing } from '#core/scoring/definition/blank-thing.ts';
import type { ListShape } from '#core/scoring/definition/field-shape.ts';
import { frameworkMessages } from '#features/framework/web/messages.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { isThing, type MembersForm } from './fields-form-props.ts';
import styles from './editor.module.css';

interface ListFieldProps {
  readonly label: string;
  readonly shape: ListShape;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly Members: MembersForm;
}

/** Keys that stay with the members while they move; members themselves have none. */
const useMemberKeys = (count: number) => {
  const [keys, setKeys] = useState<readonly number[]>(() =>
    Array.from({ length: count }, (_, place) => place),
  );
  const next = Math.max(-1, ...keys) + 1;
  // A step back or forth brings or takes members from outside: each of them is a member of its own.
  if (keys.length !== count) setKeys(Array.from({ length: count }, (_, place) => next + place));
  return { keys, setKeys, next };
};

/** Several things of one form: each can be changed, shifted and removed; a new one comes last. */
export const ListField = ({ label, shape, value, onChange, Members }: ListFieldProps) => {
  const { editor: words } = useMessages(frameworkMessages);
  const members: readonly unknown[] = Array.isArray(value) ? value : [];
  const { keys, setKeys, next } = useMemberKeys(members.length);
  const give = (changed: readonly unknown[], changedKeys: readonly number[]): void => {
    setKeys(changedKeys);
    onChange(changed.length === 0 && shape.blank === 'absent' ? undefined : changed);
  };
  const shift = <Member,>(list: readonly Member[], place: number): readonly Member[] => {
    const [one, other] = [list[place - 1], list[place]];
    return one === undefined || other === undefined ? list : list.with(place - 1, other).with(place, one);
  };
  return (
    <fieldset className={styles.record}>
      <legend>{label}</legend>
      {members.map((member, place) => {
        const name = words.member(label, String(place + 1));
        return (
          <div key={keys[place] ?? place} role="group" aria-label={name} className={styles.member}>
            {isThing(member) ? (
              <Members
                fields={shape.fields}
                thing={member}
                onChange={(changed) => {
                  onChange(members.with(place, changed));
                }}
              />
            ) : (
              <p className={styles.sentence}>{words.none}</p>
            )}
            <div className={styles.memberButtons}>
              <Button
                variant="subtle"
                size="compact-sm"
                disabled={place === 0}
                aria-label={`${words.up}: ${name}`}
                onClick={() => {
                  give(shift(members, place), shift(keys, place));
                }}
              >
                {words.up}
              </Button>
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={words.removeNamed(name)}
                onClick={() => {
                  give(members.toSpliced(place, 1), keys.toSpliced(place, 1));
                }}
              >
                {words.remove}
              </Button>
            </div>
          </div>
        );
      })}
      <Button
        variant="default"
        size="compact-sm"
        className={styles.add ?? ''}
        aria-label={words.addNamed(label)}
        onClick={() => {
          give([...members, blankThing(shape.fields)], [...keys, next]);
        }}
      >
        {words.add}
      </Button>
    </fieldset>
  );
};
