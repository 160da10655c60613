import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  root: {
    width: sidebarConfig.drawerWidthClosed,
    height: 3 * sidebarConfig.logoHeight,
    display: 'flex',
    alignItems: 'center',
  },
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: 14,
    marginLeft: 22,
    color: '#fff',
    fontSize: 18,
    fontWeight: 700,
    whiteSpace: 'nowrap',
  },
});

/** Two sources that flow into one: the picture of favicon.svg. */
const Mark = () => (
  <svg width="28" height="28" viewBox="3 3 26 26" aria-hidden="true">
    <g fill="none" stroke="#7df3e1" strokeWidth="2.5">
      <path d="M9 9c7 0 4 7 11 7M9 23c7 0 4-7 11-7" />
      <circle cx="7.5" cy="9" r="2.5" />
      <circle cx="7.5" cy="23" r="2.5" />
      <circle cx="23" cy="16" r="4" fill="#7df3e1" stroke="none" />
    </g>
  </svg>
);

export const SidebarLogo = () => {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();

  return (
    <div className={classes.root}>
      <Link to="/" underline="none" className={classes.link} aria-label="Home">
        <Mark />
        {isOpen && 'TechFlow'}
      </Link>
    </div>
  );
};
