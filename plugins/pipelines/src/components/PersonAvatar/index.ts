export { groundOf, initials, PersonAvatar } from './PersonAvatar';
