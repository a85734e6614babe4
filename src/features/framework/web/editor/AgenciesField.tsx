import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ComponentIndicator } from '#core/scoring/framework.ts';
import { frameworkMessages } from '#features/framework/web/messages.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { type OrganizationChoice, useFormSurroundings } from './form-context.ts';
import { OrganizationSelect } from './OrganizationSelect.tsx';
import styles from './editor.module.css';

/** An agency as a framework names it. */
export type AgencyReference = ComponentIndicator['leadAgencies'][number];

interface AgenciesFieldProps {
  readonly label: string;
  readonly agencies: readonly AgencyReference[];
  readonly onChange: (agencies: readonly AgencyReference[]) => void;
}

/** What a document wrote stays beside the organization that it means. */
const referTo = ({ code, name }: OrganizationChoice, nameAsWritten: string): AgencyReference => ({
  nameAsWritten: nameAsWritten === '' ? name : nameAsWritten,
  organizationCode: code,
  name,
});

/** Agencies of the register, each chosen by any of its spellings; a name that the register lacks is told. */
export const AgenciesField = ({ label, agencies, onChange }: AgenciesFieldProps) => {
  const { editor: words } = useMessages(frameworkMessages);
  const { organizations } = useFormSurroundings();
  // Counts what was added, so that the field for another begins empty each time.
  const [added, setAdded] = useState(0);
  const isKnown = (code: string | null): code is string => organizations.some((one) => one.code === code);
  return (
    <fieldset className={styles.record}>
      <legend>{label}</legend>
      {agencies.map((agency, place) => {
        const { nameAsWritten, name, organizationCode } = agency;
        const written = nameAsWritten === '' ? name : nameAsWritten;
        const title = words.member(label, String(place + 1));
        return (
          <div key={`${String(place)} ${organizationCode ?? written}`} className={styles.member}>
            <OrganizationSelect
              label={title}
              code={isKnown(organizationCode) ? organizationCode : null}
              {...(organizations.length > 0 && !isKnown(organizationCode) && { unknown: written })}
              onChange={(chosen) => {
                if (chosen) onChange(agencies.with(place, referTo(chosen, nameAsWritten)));
              }}
            />
            {written !== name && <p className={styles.sentence}>{words.asWritten(written)}</p>}
            <div className={styles.memberButtons}>
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={words.removeNamed(title)}
                onClick={() => {
                  onChange(agencies.toSpliced(place, 1));
                }}
              >
                {words.remove}
              </Button>
            </div>
          </div>
        );
      })}
      <OrganizationSelect
        key={added}
        label={words.addNamed(label)}
        code={null}
        onChange={(chosen) => {
          if (!chosen || agencies.some(({ organizationCode }) => organizationCode === chosen.code)) return;
          setAdded(added + 1);
          onChange([...agencies, referTo(chosen, '')]);
        }}
      />
    </fieldset>
  );
};
