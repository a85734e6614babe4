import type { ReactNode } from 'react';
import classes from './Facts.module.css';

/** A label with what is known; blank facts are null and left out. */
export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
}

interface FactsProps {
  readonly facts: readonly Fact[];
  /** In two columns where there is room. */
  readonly twoColumns?: boolean;
}

/** Facts as a list of labels and values. */
export const Facts = ({ facts, twoColumns = false }: FactsProps) => (
  <dl className={twoColumns ? classes.twoColumns : classes.facts}>
    {facts
      .filter(({ value }) => value !== null && value !== '')
      .map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
);
