import { LoadingState } from '#web/ui/LoadingState.tsx';

const PlanPage = () => <LoadingState />;

export default PlanPage;
