#!/bin/sh
# A row of the peers' table (shared/peers): node run.mjs --out OUT --work page,split --add 'ours=sh …/bench/as-peer.sh {json} {pdf}'
# Exit 1 is preflight's: the peers' issue has one story on 24 pages. The issue folder is made once, in the round that is not counted; then this is the command line with PDF/X on.
set -e
root=$(dirname "$0")/..
[ -d "$1.issue" ] || node "$root/bench/peer-folder.ts" "$1" "$1.issue"
rm -rf "$2.out"
node "$root/out/main/cli.js" build "$1.issue" --out "$2.out" --preset newsprint-x1a || [ $? = 1 ]
if [ "${2%.pdf}" = "$2" ]; then
  # 24 PDFs: the second argument is their names' beginning.
  for file in "$2.out"/*.pdf; do mv "$file" "$2-${file##*-}"; done
else
  mv "$2.out"/*.pdf "$2"
fi
