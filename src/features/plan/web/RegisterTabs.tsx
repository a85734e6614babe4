import { Link } from '@tanstack/react-router';
import type { DocumentRow } from '#features/plan/contract.ts';
import classes from './plan.module.css';
import { KIND_OF_TAB, TABS, type Tab } from './tabs.ts';
import { useWording } from './wording.ts';

interface RegisterTabsProps {
  readonly current: Tab;
  readonly documents: readonly DocumentRow[] | undefined;
}

// What means the same in every register goes along; order, groups and the other filters belong to one.
const keepShared = (previous: Readonly<Record<string, unknown>>): Record<string, string | undefined> => {
  const shared = ['van-ban', 'co-quan', 'nam'].map((name) => [name, previous[name]] as const);
  return Object.fromEntries(
    shared.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
};

/** The registers as links, each with its number of rows. */
export const RegisterTabs = ({ current, documents }: RegisterTabsProps) => {
  const { plan, format } = useWording();
  const countOf = (tab: Tab): number | undefined => {
    const kind = KIND_OF_TAB[tab];
    if (!documents || kind === null) return documents?.length;
    return documents.reduce((total, { counts }) => total + counts[kind], 0);
  };
  return (
    <nav aria-label={plan.tabsLabel}>
      <ul className={classes.tabs}>
        {TABS.map((tab) => {
          const count = countOf(tab);
          return (
            <li key={tab}>
              <Link
                to="/ke-hoach"
                search={(previous) => ({ ...keepShared(previous), tab })}
                className={classes.tab}
                aria-current={tab === current ? 'page' : undefined}
                activeProps={{}}
              >
                {plan.tabs[tab]}
                {count !== undefined && <span className={classes.tabCount}>{format.number(count)}</span>}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
};
