import { LoadingState } from '#web/ui/LoadingState.tsx';

const PlanItemPage = () => <LoadingState />;

export default PlanItemPage;
