import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { EditorPlace } from './draft-history.ts';

/** The parts of a framework, as addresses name them. */
export const PARTS = ['chung', 'chi-so', 'so-lieu'] as const satisfies readonly EditorPlace['part'][];

/** Which part of the framework the address shows, and how to go to another. */
export const useEditorAddress = () => {
  const search = useSearch({ from: '/shell/bo-chi-so/khung/$code/$version/sua' });
  const params = useParams({ from: '/shell/bo-chi-so/khung/$code/$version/sua' });
  const navigate = useNavigate();
  const part = PARTS.find((one) => one === search.phan) ?? 'chi-so';
  const choose = (shown: EditorPlace['part'], code: string | null): void => {
    void navigate({
      to: '/bo-chi-so/khung/$code/$version/sua',
      params,
      search: { phan: shown, ...(code !== null && { ma: code }) },
      resetScroll: false,
    });
  };
  return { part, code: search.ma, params, choose };
};
