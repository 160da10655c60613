import { RELATION_DEPENDENCY_OF } from '@backstage/catalog-model';
import { screen, within } from '@testing-library/react';
import { pipeline, renderOnPage } from '../../__testUtils__';
import { ReadsAndFeedsCard } from './ReadsAndFeedsCard';

describe('<ReadsAndFeedsCard />', () => {
  it('shows sources, what it depends on, and what it makes for whom and when', async () => {
    renderOnPage(<ReadsAndFeedsCard />, {
      entity: pipeline(
        {
          dataSources: ['Revenue from accounts'],
          dependsOn: ['growth', 'resource:ledger'],
          schedules: [
            {
              audience: 'experiments',
              cron: '0 6 * * *',
              timeZone: 'America/New_York',
            },
          ],
          outputs: [
            {
              name: 'Unit-level profit',
              audience: 'experiments',
              formula: 'profit / subscribers',
            },
            { name: 'Aggregate profit', audience: 'investors' },
          ],
        },
        {
          relations: [
            {
              type: RELATION_DEPENDENCY_OF,
              targetRef: 'pipeline:default/executive-dashboard',
            },
          ],
        },
      ),
    });
    const reads = await screen.findByRole('region', { name: 'Reads' });
    expect(reads).toHaveTextContent('Revenue from accounts');
    expect(within(reads).getByRole('link', { name: /growth/ })).toHaveAttribute(
      'href',
      '/catalog/default/pipeline/growth',
    );
    expect(within(reads).getByRole('link', { name: /ledger/ })).toHaveAttribute(
      'href',
      '/catalog/default/resource/ledger',
    );
    const feeds = screen.getByRole('region', { name: 'Feeds' });
    expect(
      within(feeds).getByRole('link', { name: /executive-dashboard/ }),
    ).toBeVisible();
    expect(feeds).toHaveTextContent('Unit-level profit → experiments');
    expect(feeds).toHaveTextContent('at 06:00 every day (New York)');
    expect(feeds).toHaveTextContent('profit / subscribers');
    expect(feeds).toHaveTextContent('Aggregate profit → investors');
  });

  it('says so when nothing is written down', async () => {
    renderOnPage(<ReadsAndFeedsCard />, { entity: pipeline() });
    expect(
      await screen.findByText('No sources are written down.'),
    ).toBeVisible();
    expect(screen.getByText('No outputs are written down.')).toBeVisible();
    expect(
      screen.getByText('Calculates profit and unit-level profit'),
    ).toHaveTextContent('Calculates profit and unit-level profit high');
  });
});
