import { LoadingState } from '#web/ui/LoadingState.tsx';

const PlanImportPage = () => <LoadingState />;

export default PlanImportPage;
