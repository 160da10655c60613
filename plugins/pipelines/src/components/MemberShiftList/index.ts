export { MemberShiftList } from './MemberShiftList';
