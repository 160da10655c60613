import Grid from '@material-ui/core/Grid';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  column: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(3),
  },
}));

/**
 * Cards in a wide left and a narrow right column; one below the other on a
 * phone. Stretched columns would stretch the cards in them.
 */
export const TwoColumns = (props: { left: ReactNode; right: ReactNode }) => {
  const classes = useStyles();
  return (
    <Grid container spacing={3} alignItems="flex-start">
      <Grid item xs={12} md={8} className={classes.column}>
        {props.left}
      </Grid>
      <Grid item xs={12} md={4} className={classes.column}>
        {props.right}
      </Grid>
    </Grid>
  );
};
