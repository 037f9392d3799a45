#!/usr/bin/env bash
# A hearsay that is unlucky once: flaky.sh MARKER STEP COMMAND… runs COMMAND with the arguments that follow the word --, but the first
# process of STEP (as "match claims") ends by SIGKILL after it has read some of its lines.
marker=$1
step=$2
shift 2
command=()
while [ "$1" != -- ]; do
  command+=("$1")
  shift
done
shift
if [ "$1 $2" = "$step" ] && mkdir "$marker" 2> /dev/null; then
  head -c 2000 > /dev/null
  kill -9 $$
fi
exec "${command[@]}" "$@"
