import {
  DateRangePicker,
  Flex,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import { parseDate } from '@internationalized/date';
import { DayRange, RangeName } from '../../time';

const NAMES: { name: RangeName; label: string }[] = [
  { name: 'this-year', label: 'This year' },
  { name: 'last-90', label: 'Last 90 days' },
  { name: 'next-90', label: 'Next 90 days' },
  { name: 'custom', label: 'Custom' },
];

/** Chooses the days a report is about. */
export function RangePicker(props: {
  name: RangeName;
  range: DayRange;
  onNameChange: (name: RangeName) => void;
  onRangeChange: (range: DayRange) => void;
}) {
  const { name, range, onNameChange, onRangeChange } = props;
  return (
    <Flex gap="3" align="center" style={{ flexWrap: 'wrap' }}>
      <ToggleButtonGroup
        aria-label="Range"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[name]}
        onSelectionChange={keys => {
          const chosen = NAMES.find(entry => keys.has(entry.name));
          if (chosen) onNameChange(chosen.name);
        }}
      >
        {NAMES.map(entry => (
          <ToggleButton key={entry.name} id={entry.name} size="small">
            {entry.label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {name === 'custom' && (
        <DateRangePicker
          aria-label="First and last day"
          value={{ start: parseDate(range.first), end: parseDate(range.last) }}
          onChange={chosen =>
            chosen &&
            onRangeChange({
              first: chosen.start.toString(),
              last: chosen.end.toString(),
            })
          }
        />
      )}
    </Flex>
  );
}
