import { Button } from '@backstage/ui';
import { useCallback } from 'react';
import { useSaving } from '../../hooks/useSaving';
import { SavingFailure } from '../SavingFailure';
import { saveFile } from './saveFile';

/** Fetches a file for a spreadsheet, and lets the browser save it. */
export function CsvButton(props: {
  fileName: string;
  load: () => Promise<Blob>;
}) {
  const { fileName, load } = props;
  const { isSaving, error, save } = useSaving(
    useCallback(async () => saveFile(await load(), fileName), [load, fileName]),
  );
  return (
    <>
      <Button
        size="small"
        variant="secondary"
        isPending={isSaving}
        onPress={() => save()}
      >
        CSV
      </Button>
      <SavingFailure error={error} title="The file could not be fetched." />
    </>
  );
}
