export { MemberShiftsCard } from './MemberShiftsCard';
