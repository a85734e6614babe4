import { LoadingState } from '#web/ui/LoadingState.tsx';

const IndexPage = () => <LoadingState />;

export default IndexPage;
