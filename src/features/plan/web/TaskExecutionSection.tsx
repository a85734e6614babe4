import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { usePermission } from '#web/session/session.ts';
import { Facts } from '#web/ui/Facts.tsx';
import { Section } from '#web/ui/Section.tsx';
import { TaskStateBadge } from '#web/widgets/task-state/TaskStateBadge.tsx';
import { taskExecutionQuery } from './queries.ts';
import { useWording } from './wording.ts';

/** How a task stands today, with the way to where it is reported and decided on. */
export const TaskExecutionSection = ({ taskId }: { readonly taskId: string }) => {
  const { plan, format } = useWording();
  const words = plan.item.execution;
  const mayRead = usePermission('execution.read');
  const { data } = useQuery({ ...taskExecutionQuery(taskId), enabled: mayRead });
  const shown = data?.whole ?? data?.lines[0];
  if (!data || !shown) return null;
  return (
    <Section
      title={words.title}
      aside={
        <Link to="/nhiem-vu/$id" params={{ id: taskId }}>
          {words.open}
        </Link>
      }
    >
      <Facts
        facts={[
          { label: words.state, value: <TaskStateBadge state={shown.state} /> },
          {
            label: words.done,
            value: data.whole
              ? words.partsDone(format.number(data.whole.partsDone), format.number(data.whole.parts))
              : null,
          },
        ]}
      />
    </Section>
  );
};
