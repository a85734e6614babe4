import type { ReactNode } from 'react';
import classes from './Facts.module.css';

/** A label with what is known; blank facts are null and left out. */
export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
}

/** Facts as a list of labels and values. */
export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl className={classes.facts}>
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
