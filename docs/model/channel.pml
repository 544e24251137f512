/*
 * The task channel as a model: append under a lease, wake-up, replay and live sending, resume and reset.
 *
 * Two workers, leases that run out, a person who may cancel, a database that may come back from a backup, two nodes, a pump for
 * each of two connections (the present one and an earlier one that lives on half-open), and one client. The log is bounded.
 *
 * Shown over all interleavings: nothing asserted fails, and no run ends before the client has the final event (only the
 * client's loop is no valid end: a run that stops earlier is an invalid end state). A second pass shows that no run goes
 * on for ever. Both together: everything is delivered in the end.
 *
 * Rules in brackets are those of packages/protocol/SPEC.md. Switches:
 *   LOSSY      wake-ups may be lost (they may always come late and in any order; one that tells nothing new changes nothing)
 *   NO_POLL    no node looks for heads by itself
 *   BUG_…      plants a bug
 */

#ifndef SWEEPS
#define SWEEPS 1          /* leases that run out while their worker lives on */
#endif
#ifndef CUTS
#define CUTS 2            /* connections lost, on either side */
#endif
#ifndef RESTORES
#define RESTORES 1        /* 0 or 1 */
#endif
#ifndef RETRIES
#define RETRIES 1         /* appends whose answer is lost, so that the worker repeats them */
#endif
#ifndef IN_FLIGHT
#define IN_FLIGHT 2       /* messages under way on a connection */
#endif
#define UNITS 2           /* events of an attempt; the last one is final */
#define LONGEST 6         /* no log is longer */
#define NOWHERE 2         /* the epoch of a client that has none yet */

#define CANCELLED 31
#define VALUE(token, unit) ((token) * 4 + (unit))
#define IS_FINAL(value) ((value) == CANCELLED || ((value) & 3) == UNITS)
#define AT(era, seq) ((era) * 8 + (seq))

/* The database. */
byte epoch, head, old_head, lease, tokens, appended;
bool final;
byte log[16];             /* by epoch and number; what the restore lost stays, to compare with */

/* The nodes. */
byte wakeups[2];          /* heads told and not yet heard, as bits */
byte known[2];            /* the head a node knows of */

/* The connections: the client's present one, and the one before. */
mtype = { closed, asked, watching, read_only, serving };
mtype stage[2] = closed;
bool subscribed[2];
byte at_node[2], cursor[2], asked_after[2], asked_epoch[2];
mtype = { connected, reset, event };
chan wire0 = [IN_FLIGHT] of { mtype, byte, byte };
chan wire1 = [IN_FLIGHT] of { mtype, byte, byte };

byte cuts, sweeps, retries;
byte present = 1;         /* the client's connection */
bool excused = true;      /* whether the client has a reason to dial */
bool over;                /* the client has the final event */

#define SUBSCRIBED(n) ((subscribed[0] && at_node[0] == n) || (subscribed[1] && at_node[1] == n))
#define LENGTH(era) ((era) == epoch -> head : old_head)
#define UP_TO(number) ((2 << (number)) - 1)

/* To a node that watches nothing it need not be sent: whoever subscribes while it is under way reads that head anyway. */
inline tell(n) {
  if
#ifdef BUG_LAST_WAKEUP_DROPPED
  :: SUBSCRIBED(n) && !final -> wakeups[n] = wakeups[n] | (1 << head)
#else
  :: SUBSCRIBED(n) -> wakeups[n] = wakeups[n] | (1 << head)
#endif
#ifdef LOSSY
  :: skip
#endif
  :: else
  fi
}

inline learn(n, number) {
  known[n] = (number > known[n] -> number : known[n]);
  wakeups[n] = wakeups[n] & ~UP_TO(known[n])
}

/* One commit: number, event, status and wake-up [LG1 LG2 LG6]. */
inline commit(value) {
  assert(!final);
  head++;
  assert(head <= LONGEST);
  log[AT(epoch, head)] = value;
  final = IS_FINAL(value);
  tell(0);
  tell(1)
}

#ifdef BUG_NO_FENCING
#define MAY_APPEND(token) (!final)
#else
#ifdef BUG_NO_FINAL_CHECK
#define MAY_APPEND(token) (lease == (token))
#else
#define MAY_APPEND(token) (lease == (token) && !final)
#endif
#endif

proctype Worker() {
  byte token, unit;
end_idle:
  do
  :: atomic {
       lease == 0 && !final && !over ->
       tokens++; lease = tokens; token = tokens; appended = 0; unit = 1
     };
end_busy:
     do
     :: atomic {
          MAY_APPEND(token) && unit <= UNITS && !over ->
          assert(token == lease);           /* a zombie changes nothing [LG3] */
          if
#ifndef BUG_NO_ABSORPTION
          :: unit <= appended               /* a repeated append is absorbed [LG3] */
#endif
          :: else ->
             assert(unit > appended);
             commit(VALUE(token, unit));
             appended = unit
          fi;
          if
          :: unit++
          :: retries < RETRIES -> retries++ /* it was committed, and its worker does not know */
          fi
        }
     :: atomic { !(MAY_APPEND(token) && unit <= UNITS) -> token = 0; unit = 0; break }
     od
  od
}

/* A lease runs out although its worker lives on: a zombie. */
proctype Clock() {
end:
  do
  :: atomic { sweeps < SWEEPS && lease != 0 && !final && !over -> sweeps++; lease = 0 }
  od
}

/* A person may cancel at any time, or never [LG8]. */
proctype Person() {
  byte number;
end:
#ifdef BUG_NUMBER_OUTSIDE_LOCK
  atomic { !final && !over -> head++; number = head };
  atomic { log[AT(epoch, number)] = CANCELLED; final = true; tell(0); tell(1) }
#else
  atomic { !final && !over -> commit(CANCELLED) }
#endif
}

inline lose(slot) {
  stage[slot] = closed; subscribed[slot] = false;
  cursor[slot] = 0; asked_after[slot] = 0; asked_epoch[slot] = 0;
  excused = excused || slot == present
}

/* The database comes back from a backup: another epoch, an earlier head, all processes new [LG4]. */
proctype Backup() {
  byte seq;
end:
#if RESTORES
  atomic {
    !over ->
    old_head = head;
    do
    :: seq < head -> seq++; log[AT(1, seq)] = log[AT(0, seq)]
    :: break
    od;
    final = final && seq == head;
    epoch = 1; head = seq; lease = 0;
    wakeups[0] = 0; wakeups[1] = 0; known[0] = 0; known[1] = 0;
    lose(0);
    lose(1);
    seq = 0
  }
#else
  false
#endif
}

/* Hears wake-ups in any order, and polls [LG7]. A log that nobody watches there is not followed. */
proctype Node(byte me) {
  byte told;
end:
  do
  :: atomic {
       wakeups[me] != 0 && !over ->
       if
       :: wakeups[me] & 2 -> told = 1
       :: wakeups[me] & 4 -> told = 2
       :: wakeups[me] & 8 -> told = 3
       :: wakeups[me] & 16 -> told = 4
       :: wakeups[me] & 32 -> told = 5
       :: wakeups[me] & 64 -> told = 6
       fi;
       if
       :: SUBSCRIBED(me) -> learn(me, told)
       :: else -> wakeups[me] = wakeups[me] & ~(1 << told)
       fi;
       told = 0
     }
#ifndef NO_POLL
  :: atomic { SUBSCRIBED(me) && known[me] < head && !over -> learn(me, head) }
#endif
  od
}

#ifdef BUG_EPOCH_FORGOTTEN
#define SAME_LOG(s) true
#else
#define SAME_LOG(s) (asked_epoch[s] == NOWHERE || asked_epoch[s] == epoch)
#endif

/* Reads the head, decides where to begin [HS7] and says so [MS1]. */
inline begin(s, wire) {
  if
  :: SAME_LOG(s) && asked_after[s] <= head ->
#ifdef BUG_RESUME_OFF_BY_ONE
     cursor[s] = (asked_after[s] == 0 -> 1 : asked_after[s] + 2);
#else
     cursor[s] = asked_after[s] + 1;
#endif
     wire!connected(cursor[s], epoch)
  :: else -> cursor[s] = 1; wire!reset(1, epoch)
  fi;
  asked_after[s] = 0; asked_epoch[s] = 0;
  learn(at_node[s], head)
}

/* Subscribe, read the head, replay, go live: one path, a cursor and no queue [SD1 SD2]. */
proctype Pump(byte s; chan wire) {
end:
  do
#ifdef BUG_READ_BEFORE_SUBSCRIBE
  :: atomic { stage[s] == asked && !over -> begin(s, wire); stage[s] = read_only }
  :: atomic { stage[s] == read_only && !over -> subscribed[s] = true; stage[s] = serving }
#else
  :: atomic { stage[s] == asked && !over -> subscribed[s] = true; stage[s] = watching }
  :: atomic { stage[s] == watching && !over -> begin(s, wire); stage[s] = serving }
#endif
  :: atomic {
       stage[s] == serving && cursor[s] <= known[at_node[s]] && nfull(wire) && !over ->
       if
       :: log[AT(epoch, cursor[s])] != 0 -> wire!event(cursor[s], log[AT(epoch, cursor[s])])
       :: else                              /* not committed yet: the table does not show it */
       fi;
       cursor[s]++
     }
  :: atomic { stage[s] != closed && cuts < CUTS && !over -> cuts++; lose(s) }  /* the network, or the node */
  od
}

/* Everything delivered so far is the beginning of the log that the client believes to follow. */
inline same_so_far() {
  i = 1;
  do
  :: i <= last -> assert(delivered[i] == log[AT(era, i)]); i++
  :: else -> break
  od;
  i = 0
}

inline start_over() {
#ifdef BUG_RESET_KEEPS_STATE
  skip
#else
  do
  :: last > 0 -> delivered[last] = 0; last--
  :: else -> break
  od
#endif
}

/* One message [CL2]. What is not expected at this moment is dropped. */
inline hear() {
  if
  :: kind == event && in_touch && seq == last + 1 ->
     last = seq;
     delivered[seq] = value;
     assert(value == log[AT(era, seq)]);    /* what it delivered is the log, in order and without a hole */
     if
     :: IS_FINAL(value) -> assert(last == LENGTH(era)); over = true
     :: else
     fi
  :: kind == event && in_touch && seq > last + 1 -> gap = true
  :: kind == connected && !in_touch -> in_touch = true; era = value; same_so_far()
  :: kind == reset && !in_touch -> in_touch = true; era = value; start_over(); same_so_far()
  :: else
  fi
}

#ifdef BUG_NO_GENERATION
#define HAS_A_SAY(slot) true
#else
#define HAS_A_SAY(slot) (slot == present)   /* an earlier connection has none [CL2] */
#endif

inline take(slot) {
  if
  :: HAS_A_SAY(slot) -> hear()
  :: else
  fi;
  kind = 0; seq = 0; value = 0
}

inline empty_wire(wire) {
  do
  :: wire?_, _, _
  :: empty(wire) -> break
  od
}

/* From `last`, in its epoch, at either node [HS1]. The connection before lives on as long as nobody ends it. */
inline dial() {
  assert(excused);                          /* never a dial without a lost connection [CL4 CL6] */
  excused = false;
  present = 1 - present;
  in_touch = false;
  gap = false;
  if
  :: present == 0 -> empty_wire(wire0)
  :: else -> empty_wire(wire1)
  fi;
  subscribed[present] = false;
  cursor[present] = 0;
  asked_after[present] = last;
  asked_epoch[present] = era;
  if
  :: at_node[present] = 0
  :: at_node[present] = 1
  fi;
  stage[present] = asked
}

proctype Client() {
  byte last, era = NOWHERE, i, seq, value;
  byte delivered[LONGEST + 1];
  bool in_touch, gap;
  mtype kind;
  atomic { dial() };
  do
  :: over -> break
  :: atomic { !over && nempty(wire0) -> wire0?kind, seq, value; take(0) }
  :: atomic { !over && nempty(wire1) -> wire1?kind, seq, value; take(1) }
  :: atomic { !over && (gap || stage[present] == closed) -> dial() }
  :: atomic { !over && cuts < CUTS -> cuts++; excused = true; dial() }  /* lost on its side only */
#ifdef BUG_DONE_ON_CLOSE
  :: atomic { !over && stage[present] == closed -> assert(era != NOWHERE && last == LENGTH(era) && final); over = true }
#endif
  od
}

init {
  atomic {
    run Worker();
    run Worker();
    run Clock();
    run Person();
    run Backup();
    run Node(0);
    run Node(1);
    run Pump(0, wire0);
    run Pump(1, wire1);
    run Client()
  }
}
