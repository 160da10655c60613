import { render, screen } from '@testing-library/react';
import { MissingReference } from './MissingReference';

describe('<MissingReference />', () => {
  it('says what, and which field names it', () => {
    render(
      <MissingReference
        what="runbook"
        entityRef="runbook:default/profit"
        field="spec.runbook"
      />,
    );
    expect(screen.getByText('The runbook was not found.')).toBeVisible();
    expect(screen.getByText(/Check spec\.runbook/)).toBeVisible();
  });
});
