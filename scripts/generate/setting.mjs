// The setting `specGlossary.rules` in package.json: one property for each rule.

const SETTING = "specGlossary.rules";

/** package.json with the setting. */
export function withSetting(source, rules, severities) {
  const manifest = JSON.parse(source);
  manifest.contributes ??= {};
  manifest.contributes.configuration ??= { title: "Spec Glossary", properties: {} };
  const groups = [manifest.contributes.configuration].flat();
  const group = groups.find(({ properties }) => properties?.[SETTING]) ?? groups[0];
  group.properties ??= {};
  group.properties[SETTING] = setting(rules, ["off", ...severities.toReversed()]);
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

function setting(rules, values) {
  return {
    type: "object",
    scope: "resource",
    default: {},
    additionalProperties: false,
    markdownDescription:
      "How severe a finding of each rule is; `off` switches the rule off. Rules that are not named keep their default.",
    properties: Object.fromEntries(
      rules.map(({ id, summary, severity, off }) => [
        id,
        { type: "string", enum: values, default: off ? "off" : severity, markdownDescription: summary },
      ]),
    ),
  };
}
