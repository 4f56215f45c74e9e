# Sourced by 'cluster': what Flink's REST interface is asked.

rest() {
  local path=$1
  shift
  curl -s --max-time 120 "$@" "http://$(address jobmanager):$(port rest)$path"
}

post() { rest "$1" -X POST -H 'Content-Type: application/json' -d "$2"; }

# field NAME: of the JSON on standard input, the first string or number of that name.
field() { sed -n "s/.*\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/p" | head -n 1; }

# The job that was submitted last, as long as it runs or is about to, and its state; there may be others beside it.
job_line() { rest /jobs/overview | tr '{' '\n' | tr -d ' ' | grep -A1 "\"jid\":\"$(cat "$folder/job" 2>/dev/null)" | grep -A1 -E '"state":"(INITIALIZING|CREATED|RUNNING|RESTARTING|FAILING|SUSPENDED|RECONCILING)"' || true; }
job_id() { job_line | field jid; }

runs() {
  local total
  total=$(job_line | field total)
  [ "${total:-0}" -gt 0 ] && [ "$(job_line | field running)" = "$total" ]
}

registered() { [ "$(rest /overview | field taskmanagers)" = "$1" ]; }

require_job() {
  require_started
  id=$(job_id)
  [ -n "$id" ] || fail "no job runs; submit one with '$name submit'"
}

# triggered PATH BODY: a savepoint's path, once it is there.
triggered() {
  local request answer
  request=$(post "/jobs/$id/$1" "$2" | field request-id)
  [ -n "$request" ] || fail "Flink takes no savepoint now; see $log/jobmanager.log"
  until answer=$(rest "/jobs/$id/savepoints/$request") && grep -q COMPLETED <<<"$answer"; do sleep 0.3; done
  answer=$(field location <<<"$answer")
  [ -n "$answer" ] || fail "the savepoint failed; see $log/jobmanager.log"
  echo "$answer"
}
