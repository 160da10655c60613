import { Page, Header, TabbedLayout } from '@backstage/core-components';
import { OnCallPage } from '../OnCallPage';
import { OwnershipMatrix } from '../OwnershipMatrix';
import { ScorecardPage } from '../ScorecardPage';
import { SetupPage } from '../SetupPage';

/** The page of all pipelines and rotations, for apps of the old frontend system. */
export function PipelinesPage() {
  return (
    <Page themeId="tool">
      <Header title="Pipelines" />
      <TabbedLayout>
        <TabbedLayout.Route path="/ownership" title="Ownership">
          <OwnershipMatrix />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/scorecard" title="Scorecard">
          <ScorecardPage />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/on-call" title="On call">
          <OnCallPage />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/setup" title="Setup">
          <SetupPage />
        </TabbedLayout.Route>
      </TabbedLayout>
    </Page>
  );
}
