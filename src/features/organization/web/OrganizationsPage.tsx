import { LoadingState } from '#web/ui/LoadingState.tsx';

const OrganizationsPage = () => <LoadingState />;

export default OrganizationsPage;
