export {
  ExpandableTable,
  type ExpandableColumn,
  type RowDetails,
} from './ExpandableTable';
