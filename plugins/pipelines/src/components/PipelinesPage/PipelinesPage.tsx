import { Content, Header, Page } from '@backstage/core-components';
import { OwnershipMatrix } from '../OwnershipMatrix';

/** The page of all pipelines, for apps of the old frontend system. */
export function PipelinesPage() {
  return (
    <Page themeId="tool">
      <Header title="Pipelines" />
      <Content>
        <OwnershipMatrix />
      </Content>
    </Page>
  );
}
