import { LoadingState } from '#web/ui/LoadingState.tsx';

const OverviewPage = () => <LoadingState />;

export default OverviewPage;
