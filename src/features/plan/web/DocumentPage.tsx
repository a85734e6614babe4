import { LoadingState } from '#web/ui/LoadingState.tsx';

const DocumentPage = () => <LoadingState />;

export default DocumentPage;
