import { Link, useNavigate } from '@tanstack/react-router';
import { useMessages } from '#web/i18n/locale.tsx';
import { useSession } from '#web/session/session.ts';
import { Page } from '#web/ui/Page.tsx';
import { DirectiveForm } from './DirectiveForm.tsx';
import { directiveMessages } from './messages.ts';

/** Where directives, conclusions and inspections are entered by hand. */
const DirectivePage = () => {
  const words = useMessages(directiveMessages);
  const { account } = useSession();
  const navigate = useNavigate();
  return (
    <Page title={words.title} eyebrow={<Link to="/nhap-van-ban">{words.back}</Link>} lead={words.lead}>
      <p>
        <Link to="/nhap-van-ban">{words.orFile}</Link>
      </p>
      <DirectiveForm
        username={account.username}
        onEntered={(id) => {
          void navigate({ to: '/van-ban/$id', params: { id } });
        }}
      />
    </Page>
  );
};

export default DirectivePage;
