#!/usr/bin/env bash
# Guess: a requirement that validation lets pass is in the specification after the change is archived.
# What happens: of two requirements below “## ADDED Requirements” the first, with a heading a level too deep
#   (“#### Requirement:”), passes `validate --strict` without a word. `archive` writes the specification without it and
#   reports one requirement as added; the text stands in the archived delta alone.
# Tool: @fission-ai/openspec 1.13.2 (npm), tried on 2026-12-01.
# Why it matters here: what validation and archiving agree on is not all that an author wrote, so a delta has to be
#   compared with what archiving makes of it, and headings at another level have to be reported.
set -euo pipefail
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export OPENSPEC_TELEMETRY=0 DO_NOT_TRACK=1 HOME="$home" CI=1
cd "$home"
npm install --silent --no-audit --no-fund --prefix "$home/tool" "@fission-ai/openspec@1.13.2" >/dev/null
openspec="$home/tool/node_modules/.bin/openspec"
change=openspec/changes/add-lamps
mkdir -p "$change/specs/lamps" openspec/specs
cat >openspec/config.yaml <<'YAML'
schema: spec-driven
YAML
printf '## Why\n\nShips need light at the quay when they come in at night, and harbour pilots ask for it.\n\n## What Changes\n\n- Lamps at the quay\n' >"$change/proposal.md"
printf '## 1. Lamps\n\n- [x] 1.1 Put them up\n' >"$change/tasks.md"
cat >"$change/specs/lamps/spec.md" <<'SPEC'
## ADDED Requirements

#### Requirement: Light in fog

The quay SHALL be lit in fog.

#### Scenario: Fog

- **WHEN** fog comes in
- **THEN** the lamps are on

### Requirement: Light at night

The quay SHALL be lit from dusk.

#### Scenario: Dusk

- **WHEN** the sun is down
- **THEN** the lamps are on
SPEC
echo "version: $("$openspec" --version)"
set +e
validated=$("$openspec" validate add-lamps --strict 2>&1)
valid=$?
archived=$("$openspec" archive add-lamps --yes 2>&1)
set -e
echo "validate --strict: exit $valid, $(echo "$validated" | head -1)"
echo "archive: $(echo "$archived" | grep -iE 'added|error|abort' | head -3 | tr '\n' ';')"
main=openspec/specs/lamps/spec.md
kept=$(grep -c 'Requirement:' "$main" || true)
fog=$(grep -ci 'fog' "$main" || true)
echo "in the specification: $kept heading(s) of a requirement, $fog line(s) about fog"
[ "$valid" = 0 ] || { echo "changed: validation rejects it now"; exit 1; }
[ "$kept" = 1 ] && [ "$fog" = 0 ] || { echo "changed: the text of the first one is kept"; exit 1; }
echo "behaviour: the requirement that is a level too deep is no requirement after archiving"
