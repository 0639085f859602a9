#!/usr/bin/env bash
# Guess: the number in “- [ ] #9 Nine” names the criterion, so `backlog task edit 1 --check-ac 9` ticks it.
# What happens: the number is not read. A criterion is the n-th box between the markers; the list is shown with its
#   places as numbers, and ticking any of them writes these over what stood in all of them.
# Tool: backlog.md 1.52.0 (npm), tried on 2026-11-30.
# Why it matters here: “#9” in a commit or another document may mean another criterion tomorrow. A reader of such files
#   has to count places, as with the numbers of Kiro, and must not take the written number for an id.
set -euo pipefail
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
cd "$home"
npm install --silent --no-audit --no-fund --prefix "$home/tool" "backlog.md@1.52.0" >/dev/null
backlog="$home/tool/node_modules/.bin/backlog"
mkdir shop && cd shop
git init -q
"$backlog" init Shop --defaults --integration-mode none >/dev/null 2>&1
"$backlog" task create "Keep the cart" --ac "One" --ac "Two" >/dev/null 2>&1
file=$(ls backlog/tasks/*.md)
sed -i.before 's/- \[ \] #2 Two/- [ ] #9 Nine/' "$file" && rm "$file.before"
echo "version: $("$backlog" --version)"
echo "written: $(grep '^- \[' "$file" | tr '\n' ';')"
shown=$("$backlog" task 1 --plain 2>/dev/null | grep '^- \[' | tr '\n' ';')
echo "shown: $shown"
"$backlog" task edit 1 --check-ac 1 >/dev/null 2>&1
after=$(grep '^- \[' "$file" | tr '\n' ';')
echo "after the first was ticked: $after"
[ "$shown" = "- [ ] #1 One;- [ ] #2 Nine;" ] || { echo "changed: the number is read now"; exit 1; }
[ "$after" = "- [x] #1 One;- [ ] #2 Nine;" ] || { echo "changed: the number stays now"; exit 1; }
echo "behaviour: numbers are places, and are written anew"
