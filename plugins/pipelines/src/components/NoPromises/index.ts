export { NoPromises } from './NoPromises';
