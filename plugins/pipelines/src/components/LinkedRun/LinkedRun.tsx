import { useApi } from '@backstage/core-plugin-api';
import { Button } from '@backstage/ui';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { PipelineEntity } from '@techflow/backstage-plugin-pipelines-common';
import { useSearchParams } from 'react-router-dom';
import { pipelinesApiRef } from '../../api';
import { scheduleZone } from '../../entities';
import { useLoaded } from '../../hooks/useLoaded';
import { useNow } from '../../hooks/useNow';
import { runTitle } from '../../runs';
import { LinesSkeleton } from '../LinesSkeleton';
import { LoadFailure } from '../LoadFailure';
import { RunDetails } from '../RunDetails';

function Named(props: {
  pipeline: PipelineEntity;
  id: string;
  onClose: () => void;
}) {
  const { pipeline, id, onClose } = props;
  const pipelinesApi = useApi(pipelinesApiRef);
  const now = useNow();
  const loaded = useLoaded(id, () => pipelinesApi.getRun({ id }));
  const run = loaded.state === 'ready' ? loaded.value.run : undefined;
  const title = run ? runTitle(run, now) : 'run';
  return (
    <EntityInfoCard
      title={title.replace(/^./, letter => letter.toLocaleUpperCase('en-US'))}
      headerActions={
        <Button size="small" variant="secondary" onPress={onClose}>
          Close
        </Button>
      }
    >
      {loaded.state === 'loading' && <LinesSkeleton label="the run" />}
      {loaded.state === 'failed' && (
        <LoadFailure
          error={loaded.error}
          what="how this run went"
          whenNotAllowed="Ask the owner of the pipeline for the permission pipelines.pipeline.read."
          whenNotFound={{
            title: 'This run is not kept any more.',
            description:
              'Runs are kept for some time only; what was judged by them stays.',
          }}
          onRetry={loaded.reload}
        />
      )}
      {run && (
        <RunDetails run={run} timeZone={scheduleZone(pipeline)} now={now} />
      )}
    </EntityInfoCard>
  );
}

/** The run that the address names (`?run=…`), as links from evidence do. */
export function LinkedRun({ pipeline }: { pipeline: PipelineEntity }) {
  const [params, setParams] = useSearchParams();
  const id = params.get('run');
  if (!id) return null;
  return (
    <Named
      key={id}
      pipeline={pipeline}
      id={id}
      onClose={() =>
        setParams(
          before => {
            const after = new URLSearchParams(before);
            after.delete('run');
            return after;
          },
          { replace: true },
        )
      }
    />
  );
}
