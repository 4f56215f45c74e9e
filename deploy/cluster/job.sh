# Sourced by 'cluster': how the job begins, and how it ends.

# cores TASKMANAGERS: on one core Flink chains more operators, and what a chain of one saves no other can take over.
cores() { echo $(($1 < slots ? slots : $1)); }
all_cores() { cores "$(wanted | grep -c '^taskmanager')"; }

# Which settings the job gets, with their whole path: the JobManager reads them.
take_config() {
  [ -n "$config" ] || config=$(write_example)
  [ -f "$config" ] || fail "--config: there is no file $config; let 'groundswell run --init' write one"
  config=$(cd "$(dirname "$config")" && pwd)/$(basename "$config")
  echo "$config" >"$folder/submitted"
}

# run_jar CORES: submits the job's jar as any operator would.
run_jar() {
  local uploaded answer savepoint=
  uploaded=$(rest /jars/upload -F "jarfile=@$(job_jar);type=application/java-archive" | field filename)
  [ -n "$uploaded" ] || fail "the JobManager takes no jar; see $log/jobmanager.log"
  [ -z "$from" ] || savepoint=", \"savepointPath\": \"$from\""
  answer=$(post "/jars/$(basename "$uploaded")/run" \
    "{\"programArgsList\": [\"run\", \"--config\", \"$(cat "$folder/submitted")\"], \"parallelism\": $1$savepoint}")
  id=$(field jobid <<<"$answer")
  [ -n "$id" ] || fail "the job was not taken: $(reason "$answer")"
  echo "$id" >"$folder/job"
}

# reason JSON: what our own commands say, or else what is at the bottom of it.
reason() {
  local said
  said=$(grep -o 'UsageError: [^\\]*' <<<"$1" | head -n 1)
  echo "${said:-UsageError: $(cause "$1")}" | sed 's/^UsageError: //'
}

# write_application CORES: in application mode the JobManager is told which job is its own, a word a line.
# Flink looks for the jar in its folder of artifacts first; in that of all clusters there may be another one of the same name.
write_application() {
  rm -f "$folder/job"
  {
    printf '%s\n' org.apache.flink.container.entrypoint.StandaloneApplicationClusterEntryPoint --configDir "$conf" \
      -D "parallelism.default=$1" -D "user.artifacts.base-dir=$(dirname "$(job_jar)")" --jars "$(job_jar)" \
      --job-classname io.groundswell.jobs.surge.Groundswell
    [ -z "$from" ] || printf '%s\n' --fromSavepoint "$from"
    printf '%s\n' run --config "$(cat "$folder/submitted")"
  } >"$conf/application"
}

# go_on CORES: the job again, from where 'from' says.
go_on() {
  begin "$1"
  await_job "$1"
}

# begin CORES: the same, without waiting for it, in the cluster's mode.
begin() { if [ -f "$conf/application" ]; then new_jobmanager "$1"; else run_jar "$1"; fi; }

# new_jobmanager CORES: one that knows nothing of the old one's job, and so begins where it is told.
new_jobmanager() {
  halt jobmanager
  forget_job
  write_application "$1"
  launch jobmanager
}

# forget_job: what is kept of it with leadership. ZooKeeper with nothing in it would be younger than what TaskManagers have seen of
# it, and refuse them.
forget_job() {
  rm -rf "$data/ha"
  "$java" -cp "$lib/*" "-Dlog.file=$log/zookeeper-shell.log" "-Dlog4j2.configurationFile=file:$conf/log4j2.properties" \
    org.apache.flink.shaded.zookeeper3.org.apache.zookeeper.ZooKeeperMain -waitforconnection \
    -server "$(address zookeeper):$(port zookeeper)" >>"$log/zookeeper-shell.out" 2>&1 <<'TEXT' || fail "ZooKeeper does not answer; see $log/zookeeper-shell.out"
deleteall /flink/default/jobs
deleteall /flink/default/execution-plans
quit
TEXT
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
sound() { "$java" "${opens[@]}" -cp "$built:$job/flink/*" io.groundswell.jobs.surge.Groundswell state list "$data" --sound; }

# why_down: of a job that does not run as a whole, what it last failed by.
why_down() {
  local failure
  if runs; then return; fi
  failure=$(failure)
  [ -n "$failure" ] || return 0
  echo "it last failed by  $(cause "$failure")"
  if grep -q -i 'restor' <<<"$failure"; then echo "if its state is corrupt: '$name restore' goes back to what is sound"; fi
}

# failure: the stack trace of the job's last one, a line as JSON has it.
failure() { rest "/jobs/$id/exceptions" | grep -oE '"stacktrace":"([^"\\]|\\.)*' | head -n 1 || true; }

# cause FAILURE: what is at its bottom.
cause() { sed -e 's/"stacktrace":"//' -e 's/.*Caused by: //' -e 's/\\[nrt].*//' <<<"$1"; }
