import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { OrganizationItem } from '#features/organization/contract.ts';
import { useWording } from './wording.ts';

interface FirstRowsProps {
  readonly items: readonly OrganizationItem[];
  /** How many are shown until somebody asks for all. */
  readonly first: number;
  /** Paper shows all. */
  readonly printing: boolean;
  readonly children: (rows: readonly OrganizationItem[]) => ReactNode;
}

/** The first of many items, with a button that shows them all. */
export const FirstRows = ({ items, first, printing, children }: FirstRowsProps) => {
  const { organization, format } = useWording();
  const [all, setAll] = useState(false);
  const rows = all || printing ? items : items.slice(0, first);
  return (
    <>
      {children(rows)}
      {rows.length < items.length && (
        <Button
          variant="default"
          onClick={() => {
            setAll(true);
          }}
        >
          {organization.one.showAll(format.number(items.length))}
        </Button>
      )}
    </>
  );
};
