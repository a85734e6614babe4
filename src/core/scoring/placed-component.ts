import type { Component, Framework } from './framework.ts';

/** A component with its place in the tree. */
export interface PlacedComponent {
  readonly component: Component;
  /** Null at the top. */
  readonly parentCode: string | null;
  /** 0 for main indicators. */
  readonly depth: number;
}

const place = (
  components: readonly Component[],
  parentCode: string | null,
  depth: number,
): readonly PlacedComponent[] =>
  components.flatMap((component) => [
    { component, parentCode, depth },
    ...(component.kind === 'group' ? place(component.children, component.code, depth + 1) : []),
  ]);

/** All components of a framework, each before its children. */
export const placeComponents = (framework: Framework): readonly PlacedComponent[] =>
  place(framework.components, null, 0);
