import { useParams } from '@tanstack/react-router';
import { AreaContents } from './AreaContents.tsx';

/** The area of a member of the steering committee. */
const AreaPage = () => {
  const { id } = useParams({ from: '/shell/linh-vuc-phu-trach/$id' });
  return <AreaContents key={id} id={id} />;
};

export default AreaPage;
