import { makeStyles } from '@material-ui/core/styles';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';

/** Grounds on which white letters have a contrast of at least 4.5 to 1. */
const GROUNDS = [
  '#3a6ea5',
  '#87549b',
  '#3a7a5a',
  '#9c5a24',
  '#1f7386',
  '#a8476b',
  '#5d6a2c',
];

const useStyles = makeStyles(
  {
    root: {
      display: 'inline-grid',
      placeItems: 'center',
      flex: 'none',
      width: 34,
      height: 34,
      borderRadius: '50%',
      color: '#fff',
      fontSize: 13,
      fontWeight: 700,
      textTransform: 'uppercase',
    },
    small: { width: 24, height: 24, fontSize: 10 },
  },
  { name: 'PipelinesPersonAvatar' },
);

/** First letters of the first and last word: "Data Engineer A" → "DA". */
export function initials(name: string): string {
  const words = name.split(/[\s._-]+/).filter(Boolean);
  const [first] = words;
  const last = words.length > 1 ? words[words.length - 1] : '';
  return (first ?? '?').charAt(0) + last.charAt(0);
}

/** References that follow each other (…-a, …-b) take colours that follow each other. */
export function groundOf(ref: string): string {
  let sum = 0;
  for (const letter of ref) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521;
  return GROUNDS[sum % GROUNDS.length];
}

/** A disc with initials. Always stands beside the name, so it says nothing aloud. */
export function PersonAvatar(props: { entityRef: string; small?: boolean }) {
  const classes = useStyles();
  const { primaryTitle } = useEntityPresentation(props.entityRef);
  return (
    <span
      aria-hidden="true"
      className={`${classes.root} ${props.small ? classes.small : ''}`}
      style={{ backgroundColor: groundOf(props.entityRef) }}
    >
      {initials(primaryTitle)}
    </span>
  );
}
