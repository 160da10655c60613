export { SignDialog, type Signing } from './SignDialog';
