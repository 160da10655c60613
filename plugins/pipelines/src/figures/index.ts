export { figureDomain } from './figureDomain';
export {
  figurePoints,
  hasDot,
  withGaps,
  type FigurePoint,
} from './figurePoints';
export {
  FIGURE_RANGES,
  figureRange,
  type FigureRange,
  type FigureRangeName,
} from './figureRange';
export {
  axisWords,
  countWords,
  dimensionWords,
  figureFormat,
  figureWords,
  numberWords,
  type FigureFormat,
} from './figureWords';
