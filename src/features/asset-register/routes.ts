import { plainDate } from '#core/kernel/plain-date.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { AssetRegister } from '#core/asset-register/asset-register.ts';
import { handle, type HandledRoute, type RequestContext } from '#server/http/handler.ts';
import { findAssetRegister } from '#server/reference/asset-registers.ts';
import { exportRegister, importRegister } from './asset-file.ts';
import * as contract from './contract.ts';
import { putEntry, type RegisterWriter, retireEntry } from './service.ts';
import { viewEntry, viewIndicatorFigures, viewRegister, viewRegisters } from './view.ts';

/** The register with a code, or that there is none. */
export const getRegister = (code: string): AssetRegister | Refusal =>
  findAssetRegister(code) ?? refuse('record.not-found', { kind: 'asset-register', code });

/** The HTTP layer has refused whoever is not signed in. */
export const writerOf = ({ db, clock, actor, caller }: RequestContext): RegisterWriter => {
  if (!actor) throw new Error('A write without an actor');
  return { db, clock, actor, caller };
};

/** Registers that feed indicators. */
export const assetRegisterRoutes: readonly HandledRoute[] = [
  handle(contract.listAssetRegisters, (_input, context) => viewRegisters(context)),
  handle(contract.listIndicatorFigures, ({ query }, context) => viewIndicatorFigures(context, query)),
  handle(contract.getAssetRegister, async ({ params, query }, context) => {
    const register = getRegister(params.register);
    if (isRefusal(register)) return register;
    const day = query.day === undefined ? context.clock.today() : plainDate(query.day);
    return viewRegister(context, register, day);
  }),
  handle(contract.getAssetEntry, async ({ params }, context) => {
    const register = getRegister(params.register);
    return isRefusal(register) ? register : viewEntry(context, register, params.id);
  }),
  handle(contract.putAssetEntry, async ({ params, body }, context) => {
    const register = getRegister(params.register);
    if (isRefusal(register)) return register;
    const no = await putEntry(writerOf(context), register, params.id, body);
    return no ?? viewEntry(context, register, params.id);
  }),
  handle(contract.retireAssetEntry, async ({ params, body }, context) => {
    const register = getRegister(params.register);
    if (isRefusal(register)) return register;
    const retiredOn = body.retiredOn === null ? null : plainDate(body.retiredOn);
    const no = await retireEntry(writerOf(context), register, params.id, { ...body, retiredOn });
    return no ?? viewEntry(context, register, params.id);
  }),
  handle(contract.exportAssetRegister, async ({ params }, context) => {
    const register = getRegister(params.register);
    return isRefusal(register) ? register : exportRegister(context, register);
  }),
  handle(contract.importAssetRegister, async ({ params, query, file }, context) => {
    const register = getRegister(params.register);
    if (isRefusal(register)) return register;
    if (!file) return refuse('file.missing');
    const isDryRun = query.dryRun === 'yes';
    const taken = await importRegister(writerOf(context), register, file.content, isDryRun);
    if (isRefusal(taken)) return taken;
    return { ...taken, added: [...taken.added], changed: [...taken.changed], isSaved: !isDryRun };
  }),
];
