import { Sidebar, SidebarItem, SidebarPage } from '@backstage/core-components';
import AccountTreeIcon from '@material-ui/icons/AccountTree';
import CategoryIcon from '@material-ui/icons/Category';
import { PropsWithChildren } from 'react';

export const Root = ({ children }: PropsWithChildren<{}>) => (
  <SidebarPage>
    <Sidebar>
      <SidebarItem icon={CategoryIcon} to="catalog" text="Catalog" />
      <SidebarItem icon={AccountTreeIcon} to="pipelines" text="Pipelines" />
    </Sidebar>
    {children}
  </SidebarPage>
);
