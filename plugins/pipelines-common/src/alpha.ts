/**
 * The kinds as a catalog model layer, for hosts that already use model layers.
 *
 * @packageDocumentation
 */

export { pipelinesEntityModel } from './catalogModel';
