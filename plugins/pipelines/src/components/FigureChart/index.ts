export { FigureChart } from './FigureChart';
