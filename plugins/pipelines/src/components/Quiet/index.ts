export { Quiet } from './Quiet';
