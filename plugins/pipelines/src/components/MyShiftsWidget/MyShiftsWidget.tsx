import { useReader } from '../../hooks/useReader';
import { MemberShiftList } from '../MemberShiftList';
import { PeopleSkeleton } from '../PeopleSkeleton';

/** Home page widget: when the reader is on call next. The widget's frame has the title. */
export function MyShiftsWidget() {
  const reader = useReader();
  return reader ? (
    <MemberShiftList key={reader} member={reader} />
  ) : (
    <PeopleSkeleton label="shifts" />
  );
}
