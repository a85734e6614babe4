import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ComponentExplanation, CurrentDataItem } from '#features/index-score/contract.ts';
import { useFormat, useLocale, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { CertaintyMark } from '#web/ui/CertaintyMark.tsx';
import { Section } from '#web/ui/Section.tsx';
import { ScorePlace } from '#web/widgets/index-score/ScorePlace.tsx';
import { describeValue } from '#web/widgets/index-score/value-words.ts';
import styles from './DataSection.module.css';
import { DataValueForm } from './DataValueForm.tsx';
import { indexMessages } from './messages.ts';
import { findUnusedRate, type UnusedRate } from './unused-rate.ts';

/** The data behind the points: value, origin, who and when; to be entered or corrected by whoever is permitted to. */
export const DataSection = ({ component }: { readonly component: ComponentExplanation }) => {
  const { component: words } = useMessages(indexMessages);
  const [openItem, setOpenItem] = useState<string | null>(null);
  const [closedItem, setClosedItem] = useState<string | null>(null);
  const [saved, setSaved] = useState<readonly string[]>([]);
  const mayWrite = component.actions.includes('data-value.write');

  const open = (code: string) => {
    setSaved([]);
    setClosedItem(null);
    setOpenItem(code);
  };
  return (
    <Section title={words.dataTitle} lead={words.dataLead}>
      {saved.length > 0 && <SavedNotice sentences={saved} />}
      <ul className={styles.items}>
        {component.dataItems.map((current) => {
          const { code } = current.item;
          return (
            <li key={code} className={styles.item}>
              <DataItemFacts
                current={current}
                componentCode={component.code}
                unused={findUnusedRate(component.steps, code)}
              />
              {mayWrite && openItem !== code && (
                <EditButton
                  current={current}
                  takesFocus={closedItem === code}
                  onClick={() => {
                    open(code);
                  }}
                />
              )}
              {openItem === code && (
                <DataValueForm
                  current={current}
                  component={component}
                  onClose={() => {
                    setOpenItem(null);
                    setClosedItem(code);
                  }}
                  onSaved={(sentences) => {
                    setOpenItem(null);
                    setSaved(sentences);
                  }}
                />
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
};

/** What a saved value did to the points. It takes the focus from the form that has gone, and so is read out. */
const SavedNotice = ({ sentences }: { readonly sentences: readonly string[] }) => {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    notice.current?.focus();
  }, [sentences]);
  return (
    <div ref={notice} role="status" tabIndex={-1} className={styles.saved}>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
};

interface EditButtonProps {
  readonly current: CurrentDataItem;
  /** Its form has just been closed: the keyboard goes on from here. */
  readonly takesFocus: boolean;
  readonly onClick: () => void;
}

const EditButton = ({ current: { item, value }, takesFocus, onClick }: EditButtonProps) => {
  const { component: words } = useMessages(indexMessages);
  const pick = usePickText();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) button.current?.focus();
  }, [takesFocus]);
  const isBlank = value.state === 'blank';
  const name = pick(item.name);
  return (
    <Button
      ref={button}
      variant="default"
      size="compact-sm"
      className={styles.edit ?? ''}
      aria-label={isBlank ? words.enterNamed(name) : words.correctNamed(name)}
      onClick={onClick}
    >
      {isBlank ? words.enter : words.correct}
    </Button>
  );
};

interface DataItemFactsProps {
  readonly current: CurrentDataItem;
  readonly componentCode: string;
  /** The step that says that the value does not count, if there is one. */
  readonly unused: UnusedRate | undefined;
}

const DataItemFacts = ({ current, componentCode, unused }: DataItemFactsProps) => {
  const { component: words } = useMessages(indexMessages);
  const format = useFormat();
  const pick = usePickText();
  const { locale } = useLocale();
  const { item, value, origin, note, place, changedAt, changedBy, feeds } = current;
  const otherFeeds = feeds.filter((code) => code !== componentCode);
  return (
    <div className={styles.facts}>
      <span className={styles.name}>{pick(item.name)}</span>
      <span className={styles.value} data-state={value.state}>
        {describeValue(item, value, locale)}
      </span>
      <span className={styles.quiet}>
        {unused && <strong>{unused.agrees ? words.notUsed : words.notUsedAndDiffers}</strong>}
        {origin === 'inferred' && <CertaintyMark certainty="inferred" />}
        {origin === 'document' && <CertaintyMark certainty="document" />}
        {origin === 'simulated' && <CertaintyMark certainty="simulated" />}
        {origin === 'entered' && <span>{words.origins.entered}</span>}
        {place && <ScorePlace place={place} />}
        {changedAt !== null && (
          <span>
            {changedBy === null
              ? `${words.loaded}, ${format.instant(changedAt)}`
              : words.changedBy(changedBy, format.instant(changedAt))}
          </span>
        )}
        {otherFeeds.length > 0 && <span>{words.feeds(format.list(otherFeeds))}</span>}
        {note && <span>{pick(note)}</span>}
      </span>
    </div>
  );
};
