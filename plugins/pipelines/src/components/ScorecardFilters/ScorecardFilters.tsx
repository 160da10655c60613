import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import { Select } from '@backstage/ui';
import { ScorecardFilter } from '@techflow/backstage-plugin-pipelines-common';
import { useEntityNames } from '../../hooks/useEntityNames';
import { usePipelineFacet } from '../../hooks/usePipelineFacet';
import { CRITICALITIES } from '../../hooks/useScorecardFilter';
import { useSystemsOfPipelines } from '../../hooks/useSystemsOfPipelines';

const ALL = 'all';

function Choice(props: {
  label: string;
  /** What stands for no choice, such as "Every owner". */
  all: string;
  options: { value: string; label: string }[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  const { label, all, options, value, onChange } = props;
  return (
    <Select
      aria-label={label}
      size="small"
      style={{ flex: '0 1 170px', minWidth: 130 }}
      options={[{ value: ALL, label: all }, ...options]}
      selectedKey={value ?? ALL}
      onSelectionChange={key =>
        onChange(key === ALL || key === null ? undefined : String(key))
      }
    />
  );
}

/** Chooses which pipelines the scorecard shows; to stand in a row with others. */
export function ScorecardFilters(props: {
  filter: ScorecardFilter;
  onChange: (filter: ScorecardFilter) => void;
}) {
  const { filter, onChange } = props;
  // What the address names is a choice too, known to the catalog or not.
  const withOwn = (refs: string[], own: string | undefined) =>
    own && !refs.includes(own) ? [...refs, own] : refs;
  const owners = withOwn(usePipelineFacet(RELATION_OWNED_BY), filter.owner);
  const systems = withOwn(useSystemsOfPipelines(), filter.system);
  const nameOf = useEntityNames([...owners, ...systems]);
  const named = (refs: string[]) =>
    refs.map(ref => ({ value: ref, label: nameOf(ref) }));
  return (
    <>
      <Choice
        label="Owner"
        all="Every owner"
        options={named(owners)}
        value={filter.owner}
        onChange={owner => onChange({ ...filter, owner })}
      />
      <Choice
        label="System"
        all="Every system"
        options={named(systems)}
        value={filter.system}
        onChange={system => onChange({ ...filter, system })}
      />
      <Choice
        label="Critical level"
        all="Every level"
        options={CRITICALITIES.map(value => ({ value, label: value }))}
        value={filter.criticality}
        onChange={value =>
          onChange({
            ...filter,
            criticality: CRITICALITIES.find(each => each === value),
          })
        }
      />
    </>
  );
}
