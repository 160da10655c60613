import { Button, ButtonIcon, Flex } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { RiArrowLeftSLine, RiArrowRightSLine } from '@remixicon/react';
import { DateTime } from 'luxon';

const useStyles = makeStyles(
  {
    month: { fontSize: 15, fontWeight: 700, margin: 0, minWidth: '9.5em' },
  },
  { name: 'PipelinesMonthNav' },
);

/** Goes from month to month, and back to today. */
export function MonthNav(props: {
  /** A date (`yyyy-MM-dd`) in the month that is shown. */
  date: string;
  today: string;
  onChange: (date: string) => void;
  /** Months after that of today have nothing to show. */
  endsToday?: boolean;
  /** Word on the button that leads back. */
  todayLabel?: string;
}) {
  const { date, today, onChange, endsToday, todayLabel = 'Today' } = props;
  const classes = useStyles();
  const month = DateTime.fromISO(date).setLocale('en-US');
  const turn = (months: number) =>
    onChange(month.plus({ months }).toFormat('yyyy-MM-dd'));
  return (
    <Flex align="center" gap="1">
      <ButtonIcon
        aria-label="Previous month"
        icon={<RiArrowLeftSLine />}
        size="small"
        variant="tertiary"
        onPress={() => turn(-1)}
      />
      <h4 className={classes.month} aria-live="polite">
        {month.toFormat('LLLL yyyy')}
      </h4>
      <ButtonIcon
        aria-label="Next month"
        icon={<RiArrowRightSLine />}
        size="small"
        variant="tertiary"
        isDisabled={endsToday && date.slice(0, 7) >= today.slice(0, 7)}
        onPress={() => turn(1)}
      />
      <Button
        size="small"
        variant="tertiary"
        isDisabled={date === today}
        onPress={() => onChange(today)}
      >
        {todayLabel}
      </Button>
    </Flex>
  );
}
