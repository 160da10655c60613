import { Entity } from '@backstage/catalog-model';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  escalationPolicy,
  pipeline,
  rotation,
  runbook,
} from '../__testUtils__';
import { renderApp } from '../__testUtils__/renderApp';

const all = [pipeline(), rotation(), runbook(), escalationPolicy()];
const patient = { timeout: 10_000 };
jest.setTimeout(30_000);

function pageOf({ kind, metadata }: Entity, tab = '') {
  return `/catalog/default/${kind.toLowerCase()}/${metadata.name}${tab}`;
}

describe('the plugin in an app of the new frontend system', () => {
  it('gives a Pipeline its tabs, in order and none of them in a menu', async () => {
    renderApp({ at: pageOf(pipeline()), entities: all });
    await screen.findByText('On call', {}, patient);
    const titles = ['Overview', 'Ownership', 'SLA', 'Runs', 'Runbook'];
    const tabs = screen
      .getAllByRole('link')
      .map(link => link.textContent)
      .filter(text => titles.includes(text ?? ''));
    expect(tabs).toEqual(titles);
  });

  it.each([
    ['/ownership', 'Ownership matrix'],
    ['/sla', 'Monitors'],
    ['/runs', 'No figures were measured yet.'],
    ['/runbook', 'Revenue Mismatch'],
  ])('has the tab %s of a Pipeline', async (tab, text) => {
    renderApp({ at: pageOf(pipeline(), tab), entities: all });
    expect(await screen.findByText(text, {}, patient)).toBeVisible();
  });

  it.each<[Entity, string[]]>([
    [
      rotation(),
      [
        'Now',
        'Waiting for an answer',
        'Holidays ahead',
        'Absences',
        'Schedule',
        'Pipelines covered',
      ],
    ],
    [runbook(), ['Known troubles', 'Review', 'Used by']],
    [escalationPolicy(), ['Who is told, level by level', 'Used by']],
  ])('has cards for other kinds: %j', async (entity, titles) => {
    renderApp({ at: pageOf(entity), entities: all });
    await screen.findByText(titles[0], {}, patient);
    await waitFor(() => {
      const shown = screen
        .getAllByRole('heading', { level: 3 })
        .map(({ textContent }) => textContent);
      expect(shown).toEqual(expect.arrayContaining(titles));
    });
    expect(screen.queryByText('Reads and feeds')).not.toBeInTheDocument();
  });

  it("keeps off somebody else's kind called Pipeline", async () => {
    const foreign = { ...pipeline(), apiVersion: 'example.org/v1' };
    renderApp({ at: pageOf(foreign), entities: [foreign] });
    await screen.findByText("A stranger's graph", {}, patient);
    expect(screen.queryByText('On call')).not.toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: 'Ownership' }),
    ).not.toBeInTheDocument();
  });

  it('has a page of all pipelines, in the navigation', async () => {
    renderApp({ at: '/pipelines', entities: all });
    const table = await screen.findByRole(
      'grid',
      { name: 'Ownership matrix' },
      patient,
    );
    const link = await within(table).findByRole('link', {
      name: 'Profit Calculation Pipeline',
    });
    await userEvent.click(link);
    expect(
      await screen.findByText('Reads and feeds', {}, patient),
    ).toBeVisible();
  });

  it('leads from a pipeline without runs to what tools send', async () => {
    renderApp({ at: pageOf(pipeline(), '/runs'), entities: all });
    await userEvent.click(
      await screen.findByRole('link', { name: 'Setup' }, patient),
    );
    expect(
      await screen.findByText('Jobs that no pipeline claims', {}, patient),
    ).toBeVisible();
  });

  it('gives a Rotation its tabs, in order', async () => {
    renderApp({ at: pageOf(rotation()), entities: all });
    await screen.findByText('Schedule', {}, patient);
    const titles = ['Overview', 'Fairness', 'Handoffs', 'Feeds'];
    const tabs = screen
      .getAllByRole('link')
      .map(link => link.textContent)
      .filter(text => titles.includes(text ?? ''));
    expect(tabs).toEqual(titles);
  });

  it('has a page of how all promises are kept', async () => {
    renderApp({ at: '/pipelines/scorecard', entities: all });
    expect(
      await screen.findByText(
        'No pipeline promises anything yet.',
        {},
        patient,
      ),
    ).toBeVisible();
  });

  it('has a page of who is on call everywhere', async () => {
    renderApp({ at: '/pipelines/on-call', entities: all });
    const table = await screen.findByRole(
      'grid',
      { name: 'Who is on call' },
      patient,
    );
    expect(
      await within(table).findByRole('link', {
        name: 'Data Engineering on-call',
      }),
    ).toBeVisible();
  });
});
