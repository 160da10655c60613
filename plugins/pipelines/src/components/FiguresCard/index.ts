export { FiguresCard } from './FiguresCard';
