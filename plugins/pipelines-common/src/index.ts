/**
 * Entity kinds, types, schemas, permissions and API client of Pipelines for
 * Backstage.
 *
 * @packageDocumentation
 */

export * from './constants';
export * from './relations';
export * from './kinds';
export * from './schema';
export * from './api';
export * from './permissions';
export * from './promises';
