export { failureKind, LoadFailure, type FailureKind } from './LoadFailure';
