export { JobStub } from './JobStub';
