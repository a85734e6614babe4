import { Accordion, Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import type { OrganizationName, UnmappedName } from '#features/organization/contract.ts';
import { usePermission } from '#web/session/session.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { ChoiceSelect } from '#web/ui/register-table/ChoiceSelect.tsx';
import { itemLink } from '#web/widgets/plan-item/item-address.ts';
import classes from './organization.module.css';
import { unmappedNamesQuery, useNameMatching } from './queries.ts';
import { useWording } from './wording.ts';

type Name = z.infer<typeof UnmappedName>;

interface UnmappedNamesProps {
  readonly count: number;
  readonly organizations: readonly OrganizationName[];
}

/** Names in documents that no organization is known by, with the organizations they may mean. */
export const UnmappedNames = ({ count, organizations }: UnmappedNamesProps) => {
  const { organization, format } = useWording();
  const [opened, setOpened] = useState<string | null>(null);
  const mayMatch = usePermission('organization.write');
  const words = organization.unmapped;
  return (
    <Accordion value={opened} onChange={setOpened} order={2}>
      <Accordion.Item value="names">
        <Accordion.Control>{words.title(format.number(count))}</Accordion.Control>
        <Accordion.Panel>
          <Text c="dimmed" mb="sm">
            {mayMatch ? words.lead : words.leadViewer}
          </Text>
          {opened !== null && <NameList mayMatch={mayMatch} organizations={organizations} />}
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
};

interface NameListProps {
  readonly mayMatch: boolean;
  readonly organizations: readonly OrganizationName[];
}

const NameList = ({ mayMatch, organizations }: NameListProps) => {
  const names = useQuery(unmappedNamesQuery);
  const { item: words, format } = useWording();
  if (names.isError) return <ErrorState error={names.error} onRetry={() => void names.refetch()} />;
  if (!names.data) return <LoadingState lines={4} />;
  return (
    <ul className={classes.unmapped}>
      {names.data.items.map((name) => (
        <li key={name.nameAsWritten}>
          <div>
            <strong>{name.nameAsWritten}</strong>{' '}
            <span className={classes.quiet}>× {format.number(name.count)}</span>
            <ul className={classes.examples}>
              {name.examples.map(({ id, kind, name: itemName }) => (
                <li key={id}>
                  <span className={classes.quiet}>{words.kinds[kind]} </span>
                  <Link {...itemLink(kind, id)}>{itemName}</Link>
                </li>
              ))}
            </ul>
          </div>
          {mayMatch && <MatchForm name={name} organizations={organizations} />}
        </li>
      ))}
    </ul>
  );
};

interface MatchFormProps {
  readonly name: Name;
  readonly organizations: readonly OrganizationName[];
}

const MatchForm = ({ name, organizations }: MatchFormProps) => {
  const { organization, format } = useWording();
  const words = organization.unmapped;
  const [code, setCode] = useState<string | null>(null);
  const matching = useNameMatching();
  const suggested = new Set(name.suggestions.map((suggestion) => suggestion.code));
  const others = organizations.filter((other) => !suggested.has(other.code));
  const choices = [...name.suggestions, ...others].map((choice) => ({
    value: choice.code,
    label: choice.name,
  }));
  const match = (): void => {
    if (code === null) return;
    matching.mutate(
      { code, alias: name.nameAsWritten },
      {
        onSuccess: ({ organization: found, mapped }) => {
          notifications.show({ message: words.matched(found.name, format.number(mapped)) });
        },
      },
    );
  };
  return (
    <div>
      <Group gap="xs" wrap="nowrap">
        <ChoiceSelect
          flex={1}
          aria-label={words.chooseLabel(name.nameAsWritten)}
          placeholder={words.choose}
          choices={choices}
          value={code}
          onChange={setCode}
        />
        <Button
          size="xs"
          variant="default"
          disabled={code === null}
          loading={matching.isPending}
          aria-label={words.matchLabel(name.nameAsWritten)}
          onClick={match}
        >
          {words.match}
        </Button>
      </Group>
      {matching.isError && <ErrorState error={matching.error} />}
    </div>
  );
};
