import { LoadingState } from '#web/ui/LoadingState.tsx';

const SignInPage = () => <LoadingState />;

export default SignInPage;
