const CHECKS: ReadonlySet<string | symbol> = new Set(['parse', 'safeParse', 'parseAsync', 'safeParseAsync']);

const refuseToCheck = (): never => {
  throw new Error(
    'Schemas are checked by the server alone; the browser does not carry the library that runs them.',
  );
};

const standIn: unknown = new Proxy(() => standIn, {
  get: (_, name) => (CHECKS.has(name) ? refuseToCheck : standIn),
});

/**
 * Stands for zod in the browser, where contracts give types, methods and paths but no schema is ever run: the server
 * checks what comes in and what goes out. Whatever is built with it is itself; running it throws.
 */
export const z = standIn;
