export { FailingQuestions } from './FailingQuestions';
