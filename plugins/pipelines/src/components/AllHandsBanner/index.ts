export { AllHandsBanner } from './AllHandsBanner';
