import { Flex, Select, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { useEntityNames } from '../../hooks/useEntityNames';
import { OwnershipFilter, OwnershipView } from '../../hooks/useOwnershipFilter';
import { useSystemsOfPipelines } from '../../hooks/useSystemsOfPipelines';

const VIEWS: { view: OwnershipView; label: string }[] = [
  { view: 'all', label: 'All' },
  { view: 'mine', label: 'Mine' },
  { view: 'without-secondary-owner', label: 'Without secondary owner' },
];

const EVERY_SYSTEM = 'every-system';

/** Chooses which pipelines the ownership matrix shows. */
export function OwnershipFilters(props: {
  filter: OwnershipFilter;
  onChange: (filter: OwnershipFilter) => void;
}) {
  const { filter, onChange } = props;
  const systems = useSystemsOfPipelines();
  const nameOf = useEntityNames(systems);
  return (
    <Flex gap="3" align="center" style={{ flexWrap: 'wrap' }}>
      <ToggleButtonGroup
        aria-label="Show pipelines"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[filter.view]}
        onSelectionChange={keys => {
          const chosen = VIEWS.find(({ view }) => keys.has(view));
          if (chosen) onChange({ ...filter, view: chosen.view });
        }}
      >
        {VIEWS.map(({ view, label }) => (
          <ToggleButton key={view} id={view} size="small">
            {label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {systems.length > 0 && (
        <Select
          aria-label="System"
          size="small"
          style={{ flex: '0 1 220px' }}
          options={[
            { value: EVERY_SYSTEM, label: 'Every system' },
            ...systems.map(ref => ({ value: ref, label: nameOf(ref) })),
          ]}
          selectedKey={filter.system ?? EVERY_SYSTEM}
          onSelectionChange={key =>
            onChange({
              ...filter,
              system: key === EVERY_SYSTEM ? undefined : String(key),
            })
          }
        />
      )}
    </Flex>
  );
}
