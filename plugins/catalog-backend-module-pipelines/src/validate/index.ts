/**
 * Checks entity files for people who write YAML, without a running catalog.
 *
 * @packageDocumentation
 */

export {
  validateFiles,
  type FileFault,
  type ValidationResult,
} from './validateFiles';
export { runValidate } from './runValidate';
