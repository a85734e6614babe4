import { LoadingState } from '#web/ui/LoadingState.tsx';

const OrganizationPage = () => <LoadingState />;

export default OrganizationPage;
