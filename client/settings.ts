/** The settings that the server is told of: those that somebody has made, so that the repository's configuration counts where nobody has. */
import { type ConfigurationScope, Uri, workspace } from "vscode";
import type { Middleware } from "vscode-languageclient";

const SECTION = "specGlossary";

/** Answers the server's questions for settings. */
export const settingsMiddleware: Middleware = {
  workspace: {
    configuration: async (params, token, next) => {
      const answer = await next(params, token);
      if (!Array.isArray(answer)) return answer;
      return params.items.map(({ section, scopeUri }, i) =>
        section === SECTION ? madeSettings(scopeUri ? Uri.parse(scopeUri) : undefined) : answer[i],
      );
    },
  },
};

function madeSettings(scope: ConfigurationScope | undefined): Record<string, unknown> {
  const settings = workspace.getConfiguration(SECTION, scope);
  const isMade = (key: string) => {
    const { defaultValue: _, key: __, languageIds: ___, ...made } = settings.inspect(key) ?? { key };
    return Object.values(made).some((value) => value !== undefined);
  };
  const keys = Object.keys(settings).filter((key) => typeof settings[key] !== "function");
  return Object.fromEntries(keys.filter(isMade).map((key) => [key, settings.get(key)]));
}
