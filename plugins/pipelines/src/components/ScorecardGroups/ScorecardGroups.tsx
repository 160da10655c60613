import { Flex, Text, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import {
  CheckCounts,
  Scorecard,
  ScorecardGroup,
} from '@techflow/backstage-plugin-pipelines-common';
import { useAddressChoice } from '../../hooks/useAddressChoice';
import { checksState, checksWords } from '../../verdicts';
import { DataColumn, DataTable } from '../DataTable';
import { EntityNames } from '../EntityNames';
import { LevelTag } from '../LevelTag';
import { Quiet } from '../Quiet';
import { StateChip } from '../StateChip';

type By = 'owner' | 'system' | 'criticality';

const BY: readonly { by: By; label: string }[] = [
  { by: 'owner', label: 'By owner' },
  { by: 'system', label: 'By system' },
  { by: 'criticality', label: 'By critical level' },
];

const NAMES = BY.map(({ by }) => by);

type Row = ScorecardGroup & { id: string };

function groupsOf(scorecard: Scorecard, by: By): Row[] {
  const groups = {
    owner: scorecard.owners,
    system: scorecard.systems,
    criticality: scorecard.criticalities,
  }[by];
  return groups.map(group => ({ ...group, id: group.key }));
}

function Kept({ checks }: { checks: CheckCounts }) {
  const { score, counts } = checksWords(checks);
  const state = checksState(checks);
  return (
    <>
      {state === 'missed' ? (
        <StateChip state="missed">{score}</StateChip>
      ) : (
        <Text weight="bold">{score}</Text>
      )}
      <Quiet>{counts}</Quiet>
    </>
  );
}

function columnsOf(by: By): DataColumn<Row>[] {
  return [
    {
      id: 'name',
      label: {
        owner: 'Owner',
        system: 'System',
        criticality: 'Critical level',
      }[by],
      isRowHeader: true,
      cell: ({ key }) =>
        by === 'criticality' ? (
          <LevelTag level={key} />
        ) : (
          <EntityNames refs={[key]} />
        ),
    },
    {
      id: 'pipelines',
      label: 'Pipelines',
      cell: ({ pipelines }) => pipelines,
    },
    {
      id: 'kept',
      label: 'Promises kept',
      cell: ({ checks }) => <Kept checks={checks} />,
    },
    {
      id: 'measured',
      label: 'Measured',
      cell: ({ checks }) =>
        checksWords(checks).coverage.replace('measured ', ''),
    },
    {
      id: 'worst',
      label: 'Lowest pipeline',
      cell: ({ worst, pipelines }) =>
        worst && pipelines > 1 ? (
          <>
            <EntityNames refs={[worst.pipelineRef]} />
            <Quiet>
              {checksWords(worst.checks).score},{' '}
              {checksWords(worst.checks).counts}
            </Quiet>
          </>
        ) : (
          '–'
        ),
    },
  ];
}

/** Card with the pipelines of a team, system or level together, worst first. */
export function ScorecardGroups({ scorecard }: { scorecard: Scorecard }) {
  const [by, setBy] = useAddressChoice('by', NAMES);
  const rows = groupsOf(scorecard, by);
  return (
    <EntityInfoCard title="Together">
      <Flex direction="column" gap="3">
        <ToggleButtonGroup
          aria-label="Put together"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[by]}
          onSelectionChange={keys => {
            const chosen = NAMES.find(name => keys.has(name));
            if (chosen) setBy(chosen);
          }}
        >
          {BY.map(({ by: each, label }) => (
            <ToggleButton key={each} id={each} size="small">
              {label}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        {rows.length ? (
          <DataTable
            key={by}
            label={BY.find(each => each.by === by)?.label ?? ''}
            columns={columnsOf(by)}
            rows={rows}
          />
        ) : (
          <Text as="p" color="secondary">
            No pipeline here names a {by}.
          </Text>
        )}
        <Text as="p" variant="body-small" color="secondary">
          Checks are added up over all pipelines; shares are never averaged.
        </Text>
      </Flex>
    </EntityInfoCard>
  );
}
