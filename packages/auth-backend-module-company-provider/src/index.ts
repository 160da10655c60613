/**
 * Development-only sign-in for the demo portal: a visitor picks which person
 * of the company to be.
 *
 * @packageDocumentation
 */

export { authModuleCompanyProvider as default } from './module';
