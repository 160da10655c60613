import { Content, Header, Page } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const useStyles = makeStyles({
  column: { maxWidth: 960, margin: '0 auto', width: '100%' },
});

/** What stands around everything a visitor sees before they are signed in. */
export const SignInFrame = ({ children }: { children: ReactNode }) => {
  const classes = useStyles();
  const title =
    useApi(configApiRef).getOptionalString('app.title') ?? 'Backstage';

  return (
    <Page themeId="home">
      <Header title={title} />
      <Content>
        <div className={classes.column}>{children}</div>
      </Content>
    </Page>
  );
};
