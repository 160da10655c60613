export { PictureAndTwin } from './PictureAndTwin';
