#!/bin/sh
# Checks the model of the task channel exhaustively: the sound protocol has to hold, every planted bug has to be found.
# Prints a line for each check; exits 1 when one is not as wanted. Takes about three minutes and 1 GB.
set -eu

for program in spin gcc; do
  command -v "$program" >/dev/null || {
    echo "$program is missing. On Debian: apt-get install -y spin gcc" >&2
    exit 2
  }
done

model=$(cd "$(dirname "$0")" && pwd)/channel.pml
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cp "$model" channel.pml
bad=0

# check <name> <holds|found> <safety|cycles> <switches …>
check() {
  name=$1 wanted=$2 kind=$3
  shift 3
  rm -f pan* ./*.trail
  spin -a "$@" channel.pml >spin.txt 2>&1 || { cat spin.txt; exit 2; }
  if [ "$kind" = safety ]; then how=-DSAFETY run=; else how=-DNP run=-l; fi
  # -w: gcc warns of spin's own code
  gcc -w -O2 "$how" -DCOLLAPSE -DMEMLIM=4000 -o pan pan.c
  ./pan $run -m200000 >out.txt 2>&1 || true
  states=$(awk '/states, stored/ { print $1; exit }' out.txt)
  saw=$(sed -n 's/^pan:1: \(.*\) (at depth.*/\1/p' out.txt | head -1)
  if grep -q 'errors: 0' out.txt && ! grep -q 'Search not completed\|max search depth too small' out.txt; then seen=holds
  elif [ -n "$saw" ]; then seen=found
  else seen=unfinished
  fi
  mark=ok
  [ "$seen" = "$wanted" ] || { mark="NOT OK"; bad=1; }
  printf '%-6s  %-46s  %10s  %-5s  %s\n' "$mark" "$name" "${states:-?}" "$seen" "$saw"
}

printf '%-6s  %-46s  %10s  %-5s  %s\n' '' 'check' 'states' 'saw' 'violation'
check 'sound: wake-ups lost, poll, two cuts'          holds safety -DLOSSY -DRESTORES=0
check 'sound: wake-ups reliable, no poll, two cuts'   holds safety -DNO_POLL -DRESTORES=0
check 'sound: backup and a cut'                       holds safety -DLOSSY -DCUTS=1 -DSWEEPS=0 -DRETRIES=0
check 'sound: backup, zombie and repeated append'     holds safety -DLOSSY -DCUTS=0
check 'sound: no run goes on for ever'                holds cycles -DLOSSY -DCUTS=1 -DRESTORES=0
check 'sound: nor with a backup'                      holds cycles -DLOSSY -DCUTS=0 -DSWEEPS=0 -DRETRIES=0
check 'forgiven by the poll: read before subscribe'   holds safety -DLOSSY -DCUTS=1 -DRESTORES=0 -DBUG_READ_BEFORE_SUBSCRIBE
check 'bug: no fencing'                               found safety -DLOSSY -DCUTS=1 -DBUG_NO_FENCING
check 'bug: a repeated append is not absorbed'        found safety -DLOSSY -DCUTS=1 -DBUG_NO_ABSORPTION
check 'bug: append after the final event'             found safety -DLOSSY -DCUTS=1 -DBUG_NO_FINAL_CHECK
check 'bug: number given outside the lock'            found safety -DLOSSY -DCUTS=1 -DRESTORES=0 -DBUG_NUMBER_OUTSIDE_LOCK
check 'bug: last wake-up dropped, no poll'            found safety -DNO_POLL -DCUTS=1 -DBUG_LAST_WAKEUP_DROPPED
check 'bug: read before subscribe, no poll'           found safety -DNO_POLL -DCUTS=1 -DBUG_READ_BEFORE_SUBSCRIBE
check 'bug: resume off by one'                        found safety -DLOSSY -DCUTS=1 -DRESTORES=0 -DBUG_RESUME_OFF_BY_ONE
check 'bug: epoch forgotten'                          found safety -DLOSSY -DCUTS=1 -DBUG_EPOCH_FORGOTTEN
check 'bug: a reset keeps what was delivered'         found safety -DLOSSY -DCUTS=0 -DBUG_RESET_KEEPS_STATE
check 'bug: no generation check'                      found safety -DLOSSY -DCUTS=1 -DBUG_NO_GENERATION
check 'bug: a close counts as completion'             found safety -DLOSSY -DCUTS=1 -DBUG_DONE_ON_CLOSE
exit $bad
