import { stringifyEntityRef } from '@backstage/catalog-model';
import { Flex, Text, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import {
  RotationEntity,
  RotationStatistics,
  zonePlace,
} from '@techflow/backstage-plugin-pipelines-common';
import { useState } from 'react';
import { useNow } from '../../hooks/useNow';
import { useOfRotation } from '../../hooks/useOfRotation';
import {
  dateWords,
  DayRange,
  instantsOf,
  namedRange,
  RangeName,
} from '../../time';
import { FairnessTable } from '../FairnessTable';
import { PeopleSkeleton } from '../PeopleSkeleton';
import { RangePicker } from '../RangePicker';
import { RotationFailure } from '../RotationFailure';

type Part = 'total' | 'past' | 'planned';

const PARTS: { part: Part; label: string }[] = [
  { part: 'total', label: 'All of it' },
  { part: 'past', label: 'Served' },
  { part: 'planned', label: 'Planned' },
];

function spreadWords(hours: number): string {
  const rounded = Math.round(hours);
  return rounded === 0
    ? 'Everyone carries the same number of hours.'
    : `${
        rounded === 1 ? '1 hour lies' : `${rounded} hours lie`
      } between the member with most and the one with least.`;
}

function Load(props: { statistics: RotationStatistics; part: Part }) {
  const { statistics, part } = props;
  const load = statistics[part];
  if (!load.length) {
    return <Text as="p">The rotation has no members in this range.</Text>;
  }
  return (
    <Flex direction="column" gap="3">
      {part === 'total' && (
        <Text as="p">{spreadWords(statistics.spreadHours)}</Text>
      )}
      <FairnessTable label="Load of each member" load={load} />
    </Flex>
  );
}

function Statistics(props: {
  rotation: RotationEntity;
  range: DayRange;
  part: Part;
}) {
  const { rotation, range, part } = props;
  const rotationRef = stringifyEntityRef(rotation);
  const { from, to } = instantsOf(range, rotation.spec.handoff.timeZone);
  const statistics = useOfRotation(
    rotationRef,
    `load ${from} ${to}`,
    pipelinesApi => pipelinesApi.getStatistics({ rotationRef, from, to }),
  );
  switch (statistics.state) {
    case 'loading':
      return <PeopleSkeleton label="the load" count={4} />;
    case 'ready':
      return <Load statistics={statistics.value} part={part} />;
    default:
      return (
        <RotationFailure
          rotation={rotation}
          error={statistics.error}
          what="who carries how much"
          onRetry={statistics.reload}
        />
      );
  }
}

/** Fairness tab on a Rotation's page: who carries how much, past and planned. */
export function RotationFairnessContent() {
  const { entity: rotation } = useEntity<RotationEntity>();
  const { timeZone } = rotation.spec.handoff;
  const [openedAt] = useState(() => Date.now());
  const now = useNow();
  const [name, setName] = useState<RangeName>('this-year');
  const [custom, setCustom] = useState<DayRange>(() =>
    namedRange('last-90', { timeZone, now: openedAt }),
  );
  const [part, setPart] = useState<Part>('total');
  const range =
    name === 'custom' ? custom : namedRange(name, { timeZone, now: openedAt });
  return (
    <EntityInfoCard
      title="Load"
      headerActions={
        <Text variant="body-small" color="secondary">
          {dateWords(range.first, { now })} – {dateWords(range.last, { now })},
          days of {zonePlace(timeZone)}
        </Text>
      }
    >
      <Flex direction="column" gap="4">
        <Flex gap="3" justify="between" style={{ flexWrap: 'wrap' }}>
          <RangePicker
            name={name}
            range={range}
            onNameChange={setName}
            onRangeChange={setCustom}
          />
          <ToggleButtonGroup
            aria-label="Part of the range"
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[part]}
            onSelectionChange={keys => {
              const chosen = PARTS.find(entry => keys.has(entry.part));
              if (chosen) setPart(chosen.part);
            }}
          >
            {PARTS.map(entry => (
              <ToggleButton key={entry.part} id={entry.part} size="small">
                {entry.label}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        </Flex>
        <Statistics rotation={rotation} range={range} part={part} />
        <Text as="p" variant="body-small" color="secondary">
          A shift counts for whose it is after swaps; hours, weekend days and
          holidays for who has duty then. Watching is counted apart.
        </Text>
      </Flex>
    </EntityInfoCard>
  );
}
