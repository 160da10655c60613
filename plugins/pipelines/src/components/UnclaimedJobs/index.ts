export { UnclaimedJobs } from './UnclaimedJobs';
