import { render, screen } from '@testing-library/react';
import { MonitorList } from './MonitorList';

describe('<MonitorList />', () => {
  it('shows title, severity, sentence and description', () => {
    render(
      <MonitorList
        monitors={[
          {
            id: 'drop',
            title: 'Revenue',
            severity: 'critical',
            sentence: 'Warns of a drop',
            description: 'Board rule 7',
          },
        ]}
      />,
    );
    for (const text of [
      'Revenue',
      'critical',
      'Warns of a drop',
      'Board rule 7',
    ]) {
      expect(screen.getByText(text)).toBeVisible();
    }
  });
});
