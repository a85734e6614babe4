import type { SecretBox } from './secret-box.ts';
import type { SingleSignOn } from './single-sign-on.ts';

/** How this installation makes sure who somebody is. */
export interface Authentication {
  /** Whether the roles that touch everybody's figures need a second factor. */
  readonly requiresSecondFactor: boolean;
  readonly secretBox: SecretBox;
  /** The provider of single sign-on, where one is configured. */
  readonly singleSignOn: SingleSignOn | undefined;
}
