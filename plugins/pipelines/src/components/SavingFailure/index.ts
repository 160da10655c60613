export { SavingFailure } from './SavingFailure';
