import {
  Button,
  Checkbox,
  CheckboxGroup,
  DatePicker,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Radio,
  RadioGroup,
  Text,
  TextField,
} from '@backstage/ui';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { DateValue, parseDateTime } from '@internationalized/date';
import {
  Exclusion,
  NewExclusion,
  PipelineEntity,
  zonePlace,
} from '@techflow/backstage-plugin-pipelines-common';
import { DateTime } from 'luxon';
import { useCallback, useState } from 'react';
import { pipelinesApiRef } from '../../api';
import { useNow } from '../../hooks/useNow';
import { MonitorInWords, PromiseInWords } from '../../hooks/usePromises';
import { useSaving } from '../../hooks/useSaving';
import { SavingFailure } from '../SavingFailure';

interface Given {
  pipeline: PipelineEntity;
  promises: PromiseInWords[];
  monitors: MonitorInWords[];
  /** Zone of the SLA, in which the times are meant. */
  timeZone: string;
  onDone: () => void;
  onClose: () => void;
}

/** As many letters as the backend wants of a reason. */
const LEAST = 3;

/** A wall-clock time in the zone of the SLA, as the API wants instants. */
function toInstant(value: DateValue | null, zone: string): string | undefined {
  if (!value) return undefined;
  return (
    DateTime.fromISO(value.toString(), { zone }).toUTC().toISO() ?? undefined
  );
}

/** The coming full hour, where the pickers open. */
function placeholder(now: number, zone: string): DateValue {
  const hour = DateTime.fromMillis(now, { zone })
    .endOf('hour')
    .plus({ seconds: 1 });
  return parseDateTime(hour.toFormat("yyyy-MM-dd'T'HH:mm"));
}

/** Tells promises and monitors apart: their ids may be the same. */
const KEYS = { objectives: 'objective ', monitors: 'monitor ' } as const;

/** Ids of one kind among those chosen; undefined for none, which the API wants. */
function idsOf(
  kind: keyof typeof KEYS,
  chosen: readonly string[],
): string[] | undefined {
  const ids = chosen
    .filter(key => key.startsWith(KEYS[kind]))
    .map(key => key.slice(KEYS[kind].length));
  return ids.length ? ids : undefined;
}

function Targets(props: {
  given: Given;
  chosen: string[];
  onChange: (chosen: string[]) => void;
}) {
  const { given, chosen, onChange } = props;
  return (
    <CheckboxGroup
      label="Which promises and monitors"
      value={chosen}
      onChange={onChange}
    >
      {given.promises.map(({ id, title }) => (
        <Checkbox key={id} value={`${KEYS.objectives}${id}`}>
          {title}
        </Checkbox>
      ))}
      {given.monitors.map(({ id, title }) => (
        <Checkbox key={id} value={`${KEYS.monitors}${id}`}>
          {`${title} (monitor)`}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}

function Form(given: Given) {
  const { pipeline, timeZone, onDone, onClose } = given;
  const pipelineRef = stringifyEntityRef(pipeline);
  const pipelinesApi = useApi(pipelinesApiRef);
  const now = useNow();
  const [type, setType] = useState<Exclusion['type']>('maintenance');
  const [from, setFrom] = useState<DateValue | null>(null);
  const [to, setTo] = useState<DateValue | null>(null);
  const [isForAll, setForAll] = useState(true);
  const [chosen, setChosen] = useState<string[]>([]);
  const [reason, setReason] = useState('');

  const begin = toInstant(from, timeZone);
  const end = toInstant(to, timeZone);
  const said = reason.trim();
  const isBackwards = Boolean(begin && end && begin >= end);
  const exclusion: NewExclusion | undefined =
    begin &&
    end &&
    !isBackwards &&
    said.length >= LEAST &&
    (isForAll || chosen.length > 0)
      ? {
          type,
          reason: said,
          from: begin,
          to: end,
          objectives: isForAll ? undefined : idsOf('objectives', chosen),
          monitors: isForAll ? undefined : idsOf('monitors', chosen),
        }
      : undefined;

  const { isSaving, error, save } = useSaving(
    useCallback(
      async (asked: NewExclusion) => {
        await pipelinesApi.addExclusion({ pipelineRef, exclusion: asked });
        onDone();
      },
      [pipelinesApi, pipelineRef, onDone],
    ),
  );

  const zone = `${zonePlace(timeZone)} time (${timeZone})`;
  const picker = {
    granularity: 'minute',
    hourCycle: 24,
    placeholderValue: placeholder(now, timeZone),
  } as const;
  return (
    <>
      <DialogBody>
        <Flex direction="column" gap="4">
          <RadioGroup
            label="Why"
            orientation="horizontal"
            value={type}
            onChange={value =>
              setType(value === 'pause' ? 'pause' : 'maintenance')
            }
          >
            <Radio value="maintenance">Maintenance that was announced</Radio>
            <Radio value="pause">The pipeline rests</Radio>
          </RadioGroup>
          <Flex gap="4" style={{ flexWrap: 'wrap' }}>
            <DatePicker
              {...picker}
              label="From"
              description={zone}
              isRequired
              value={from}
              onChange={setFrom}
            />
            <DatePicker
              {...picker}
              label="Until"
              description="At most 92 days later"
              isRequired
              isInvalid={isBackwards}
              value={to}
              onChange={setTo}
            />
          </Flex>
          {isBackwards && (
            <Text as="p" color="danger">
              The end must be after the beginning.
            </Text>
          )}
          <RadioGroup
            label="Does not count for"
            value={isForAll ? 'all' : 'chosen'}
            onChange={value => setForAll(value === 'all')}
          >
            <Radio value="all">
              All promises but reviews, and all monitors
            </Radio>
            <Radio value="chosen">Those chosen here</Radio>
          </RadioGroup>
          {!isForAll && (
            <Targets given={given} chosen={chosen} onChange={setChosen} />
          )}
          <TextField
            label="Reason"
            description="At least a few words; it stands beside every score that this touches."
            isRequired
            value={reason}
            onChange={setReason}
            maxLength={1000}
          />
          <Text as="p" variant="body-small" color="secondary">
            Of a month that is closed, this makes a revision with your name.
          </Text>
          <SavingFailure error={error} />
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button
          isDisabled={!exclusion}
          isPending={isSaving}
          onPress={() => exclusion && save(exclusion)}
        >
          Exclude
        </Button>
      </DialogFooter>
    </>
  );
}

/** Says that a time does not count, for all rules of a pipeline or for some. */
export function ExcludeTimeDialog(props: Given & { isOpen: boolean }) {
  const { isOpen, ...given } = props;
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={open => !open && given.onClose()}
      width={600}
    >
      <DialogHeader>Exclude a time</DialogHeader>
      {isOpen && <Form {...given} />}
    </Dialog>
  );
}
