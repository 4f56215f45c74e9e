# Sourced by 'cluster': how the job begins, and how it ends.

# cores TASKMANAGERS: on one core Flink chains more operators, and what a chain of one saves no other can take over.
cores() { echo $(($1 < slots ? slots : $1)); }

# Which settings the job gets, with their whole path: the JobManager reads them.
take_config() {
  [ -n "$config" ] || config=$(write_example)
  [ -f "$config" ] || fail "--config: there is no file $config; let 'groundswell run --init' write one"
  config=$(cd "$(dirname "$config")" && pwd)/$(basename "$config")
  echo "$config" >"$folder/submitted"
}

# run_jar CORES: submits the job's jar as any operator would, and waits until its tasks run.
run_jar() {
  local uploaded answer savepoint=
  uploaded=$(rest /jars/upload -F "jarfile=@$jar;type=application/java-archive" | field filename)
  [ -n "$uploaded" ] || fail "the JobManager takes no jar; see $log/jobmanager.log"
  [ -z "$from" ] || savepoint=", \"savepointPath\": \"$from\""
  answer=$(post "/jars/$(basename "$uploaded")/run" \
    "{\"programArgsList\": [\"run\", \"--config\", \"$(cat "$folder/submitted")\"], \"parallelism\": $1$savepoint}")
  id=$(field jobid <<<"$answer")
  [ -n "$id" ] || fail "the job was not taken: $(reason "$answer")"
  echo "$id" >"$folder/job"
  await_job "$1"
}

# reason JSON: what our own commands say, or else all of it.
reason() {
  local said
  said=$(grep -o 'UsageError: [^\\]*' <<<"$1" | head -n 1)
  echo "${said:-UsageError: $1}" | sed 's/^UsageError: //'
}

# write_application CORES: in application mode the JobManager is told which job is its own, a word a line.
write_application() {
  rm -f "$folder/job"
  {
    printf '%s\n' org.apache.flink.container.entrypoint.StandaloneApplicationClusterEntryPoint --configDir "$conf" \
      -D "parallelism.default=$1" --jars "$jar" --job-classname io.groundswell.jobs.surge.Groundswell
    [ -z "$from" ] || printf '%s\n' --fromSavepoint "$from"
    printf '%s\n' run --config "$(cat "$folder/submitted")"
  } >"$conf/application"
}

# go_on CORES: the job again, from where 'from' says, in the cluster's mode.
go_on() {
  if [ -f "$conf/application" ]; then new_jobmanager "$1"; else run_jar "$1"; fi
}

# new_jobmanager CORES: one that knows nothing of the old one's job, and so begins where it is told.
new_jobmanager() {
  halt jobmanager zookeeper
  rm -rf "$data/ha" "$data/zookeeper"
  mkdir "$data/zookeeper"
  write_application "$1"
  launch zookeeper
  launch jobmanager
  await_job "$1"
}

# await_job CORES: until its tasks run.
await_job() {
  await 120 runs || fail "the job does not run; see http://$(address jobmanager):$(port rest), or $log/jobmanager.log"
  echo "The job runs on $1 cores, with the settings in $(cat "$folder/submitted")."
}

cancel() {
  rest "/jobs/$id?mode=cancel" -X PATCH >/dev/null
  await 60 ended || fail "the job does not end; see $log/jobmanager.log"
}

ended() { [ -z "$(job_id)" ]; }

# sound: the newest that is; what is newer and is not, and why, is said on standard error.
sound() { "$java" "${opens[@]}" -cp "$jar:$job/flink/*" io.groundswell.jobs.surge.Groundswell state list "$data" --sound; }

# why_down: of a job that does not run as a whole, what it last failed by.
why_down() {
  local failure cause
  if runs; then return; fi
  failure=$(rest "/jobs/$id/exceptions" | grep -oE '"stacktrace":"([^"\\]|\\.)*' | head -n 1 || true)
  [ -n "$failure" ] || return 0
  cause=$(sed -e 's/"stacktrace":"//' -e 's/.*Caused by: //' -e 's/\\[nrt].*//' <<<"$failure")
  echo "it last failed by  $cause"
  if grep -q -i 'restor' <<<"$failure"; then echo "if its state is corrupt: '$name restore' goes back to what is sound"; fi
}
