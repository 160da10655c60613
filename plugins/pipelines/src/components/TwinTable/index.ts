export { TwinTable } from './TwinTable';
