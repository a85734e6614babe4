import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import type { LinkAction } from '#core/consistency/measures/measure-link-decision.ts';
import type { MeasurableView, MeasureLink, YearValueView } from '#features/consistency/link-contract.ts';
import type { Format } from '#web/i18n/format.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { SourcePlace } from '#web/ui/SourcePlace.tsx';
import { documentShortTitle } from '#web/widgets/plan-item/document-title.ts';
import { itemLink } from '#web/widgets/plan-item/item-address.ts';
import { findFullMeasure } from '#web/widgets/plan-item/measure.ts';
import { planItemMessages, type PlanItemWords } from '#web/widgets/plan-item/messages.ts';
import styles from './LinkList.module.css';
import { linkMessages, type LinkWords } from './link-messages.ts';

interface LinkPairProps {
  readonly link: MeasureLink;
  readonly name: string;
  readonly mayDecide: boolean;
  readonly onDecide: (link: MeasureLink, decision: LinkAction) => void;
  /** Keys pressed on the first button of the pair. */
  readonly onKeyDown: (link: MeasureLink, event: KeyboardEvent<HTMLButtonElement>) => void;
}

const ACTIONS = {
  proposed: ['confirmed', 'refused'],
  confirmed: ['withdrawn', 'refused'],
  refused: ['withdrawn', 'confirmed'],
} as const satisfies Record<MeasureLink['state'], readonly LinkAction[]>;

/** Two measurable things beside each other, why they seem to be one, and what to say of them. */
export const LinkPair = ({ link, name, mayDecide, onDecide, onKeyDown }: LinkPairProps) => {
  const words = useMessages(linkMessages);
  const format = useFormat();
  const { one, other, score, reasons, state, decidedAt, decidedBy } = link;
  return (
    <li className={styles.pair}>
      <div className={styles.sides}>
        <Side of={one} />
        <Side of={other} />
      </div>
      <p className={styles.reasons}>
        {score !== null && <strong>{words.score(format.number(String(Math.round(score * 100))))}</strong>}{' '}
        {reasons.map((reason) => words.reasons[reason]).join(' · ')}
        {decidedAt !== null && state !== 'proposed' && (
          <span> {words.decided(words.states[state], format.instant(decidedAt), decidedBy ?? '')}</span>
        )}
      </p>
      {mayDecide && (
        <Group gap="xs">
          {ACTIONS[state].map((decision, index) => (
            <Button
              key={decision}
              size="xs"
              variant={decision === 'confirmed' ? 'filled' : 'default'}
              aria-label={words.actOn(words.act[decision], one.name, other.name)}
              {...(index === 0 && {
                'data-row': name,
                onKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => {
                  onKeyDown(link, event);
                },
              })}
              onClick={() => {
                onDecide(link, decision);
              }}
            >
              {words.act[decision]}
            </Button>
          ))}
        </Group>
      )}
    </li>
  );
};

const describeValue = (
  { role, fromYear, toYear, ...measure }: YearValueView,
  format: Format,
  words: LinkWords,
  itemWords: PlanItemWords,
): string => {
  const years = fromYear === toYear ? String(toYear) : `${String(fromYear)}–${String(toYear)}`;
  const value = findFullMeasure({ ...measure, values: null }, format, itemWords) ?? '';
  return words.valueOf(words.roles[role], years, value);
};

const Side = ({ of }: { readonly of: MeasurableView }) => {
  const words = useMessages(linkMessages);
  const itemWords = useMessages(planItemMessages);
  const format = useFormat();
  const { kind, code, itemId, name, document, line, leads, values } = of;
  return (
    <div className={styles.side}>
      <p className={styles.quiet}>{code === null ? words.kinds[kind] : `${words.kinds[kind]} ${code}`}</p>
      <p className={styles.name}>
        {itemId !== null && <Link {...itemLink('target', itemId)}>{name}</Link>}
        {kind === 'component' && code !== null && (
          <Link to="/bo-chi-so/$code" params={{ code }}>
            {name}
          </Link>
        )}
        {kind === 'data-item' && name}
      </p>
      {values.length > 0 && (
        <ul className={styles.values}>
          {values.map((value, index) => (
            <li key={index}>{describeValue(value, format, words, itemWords)}</li>
          ))}
        </ul>
      )}
      {document && (
        <p className={styles.quiet}>
          <SourcePlace
            documentId={document.id}
            documentTitle={documentShortTitle(document, itemWords)}
            line={line}
          />
        </p>
      )}
      {leads.length > 0 && <p className={styles.quiet}>{words.leads(format.list(leads))}</p>}
    </div>
  );
};
