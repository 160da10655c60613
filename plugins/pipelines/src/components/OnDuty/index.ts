export { OnDuty } from './OnDuty';
