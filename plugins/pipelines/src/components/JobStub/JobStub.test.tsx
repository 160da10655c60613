import { screen, waitFor } from '@testing-library/react';
import { renderOnPage } from '../../__testUtils__';
import { claimStub, pipelineStub } from '../../setup';
import { JobStub } from './JobStub';

const job = { namespace: 'airflow', name: 'Churn Monthly' };
const flat = (text?: string | null) => text?.replace(/\s+/g, ' ').trim();

describe('<JobStub />', () => {
  it('has both ways to claim the job, each to copy', async () => {
    renderOnPage(<JobStub job={job} />);
    const linesOf = (name: string) =>
      flat(screen.getByRole('region', { name }).textContent);
    await waitFor(() =>
      expect(screen.getAllByRole('button', { name: /copy/i })).toHaveLength(2),
    );
    expect(linesOf('Claim it for a pipeline that there is')).toContain(
      flat(claimStub(job)),
    );
    expect(linesOf('Claim it for a new pipeline')).toContain(
      flat(pipelineStub(job)),
    );
  });
});
