import { Accordion } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { PlanImportPreview } from '#features/plan-import/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { isRegisterKind, itemLink } from '#web/widgets/plan-item/item-address.ts';
import { planItemMessages } from '#web/widgets/plan-item/messages.ts';
import { planImportMessages } from './messages.ts';
import classes from './plan-import.module.css';
import { AgencyMapping, MappedAgencies } from './review/AgencyMapping.tsx';
import { reviewMessages } from './review/messages.ts';

interface AttentionProps {
  readonly preview: PlanImportPreview;
  readonly onShowLine: (line: number) => void;
}

/** What a person should look at before accepting: unknown agencies, warnings, registered items that the file lacks. */
export const Attention = ({ preview, onShowLine }: AttentionProps) => {
  const { unknownAgencies, mappedAgencies, warnings, missing } = preview;
  const words = useMessages(planImportMessages).review;
  const reviewWords = useMessages(reviewMessages);
  const format = useFormat();
  if (unknownAgencies.length + mappedAgencies.length + warnings.length + missing.length === 0) return null;
  return (
    <Accordion multiple order={2}>
      {unknownAgencies.length > 0 && (
        <Accordion.Item value="agencies">
          <Accordion.Control>
            {reviewWords.agencies.title(format.number(unknownAgencies.length))}
          </Accordion.Control>
          <Accordion.Panel>
            <AgencyMapping agencies={unknownAgencies} />
          </Accordion.Panel>
        </Accordion.Item>
      )}
      {mappedAgencies.length > 0 && (
        <Accordion.Item value="mapped">
          <Accordion.Control>
            {reviewWords.agencies.mappedTitle(format.number(mappedAgencies.length))}
          </Accordion.Control>
          <Accordion.Panel>
            <MappedAgencies agencies={mappedAgencies} />
          </Accordion.Panel>
        </Accordion.Item>
      )}
      {warnings.length > 0 && (
        <Accordion.Item value="warnings">
          <Accordion.Control>{words.warnings(format.number(warnings.length))}</Accordion.Control>
          <Accordion.Panel>
            <Warnings warnings={warnings} onShowLine={onShowLine} />
          </Accordion.Panel>
        </Accordion.Item>
      )}
      {missing.length > 0 && (
        <Accordion.Item value="missing">
          <Accordion.Control>{words.missing(format.number(missing.length))}</Accordion.Control>
          <Accordion.Panel>
            <p className={classes.quiet}>{words.missingHelp}</p>
            <Missing missing={missing} />
          </Accordion.Panel>
        </Accordion.Item>
      )}
    </Accordion>
  );
};

interface WarningsProps {
  readonly warnings: PlanImportPreview['warnings'];
  readonly onShowLine: (line: number) => void;
}

const Warnings = ({ warnings, onShowLine }: WarningsProps) => {
  const words = useMessages(planImportMessages).review;
  return (
    <ul className={classes.plainList}>
      {warnings.map(({ code, line, quote }, index) => (
        <li key={index}>
          {line !== null && (
            <button
              type="button"
              className={classes.lineButton}
              onClick={() => {
                onShowLine(line);
              }}
            >
              {words.toLine(String(line))}
            </button>
          )}{' '}
          {words.warningWords.codes[code] ?? words.warningWords.other}
          {quote !== null && <span className={classes.quiet}>: {quote}</span>}
        </li>
      ))}
    </ul>
  );
};

const Missing = ({ missing }: { readonly missing: PlanImportPreview['missing'] }) => {
  const { kinds } = useMessages(planItemMessages);
  return (
    <ul className={classes.plainList}>
      {missing.map(({ itemId, kind, name }) => (
        <li key={itemId}>
          <span className={classes.quiet}>{kinds[kind]} </span>
          {isRegisterKind(kind) ? <Link {...itemLink(kind, itemId)}>{name}</Link> : name}
        </li>
      ))}
    </ul>
  );
};
