import { LoadingState } from '#web/ui/LoadingState.tsx';

const ComponentPage = () => <LoadingState />;

export default ComponentPage;
