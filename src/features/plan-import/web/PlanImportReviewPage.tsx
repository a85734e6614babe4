import { LoadingState } from '#web/ui/LoadingState.tsx';

const PlanImportReviewPage = () => <LoadingState />;

export default PlanImportReviewPage;
