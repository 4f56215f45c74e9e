# Sourced by 'cluster': its processes. run/NAME says that NAME is wanted, run/NAME.pid which process it is.

# ours NAME: whether the process that was written down lives, and is not another one with its number.
ours() {
  [ -f "$run/$1.pid" ] && ps -p "$(cat "$run/$1.pid" 2>/dev/null)" -o args= 2>/dev/null | grep -qF -- "$folder"
}

# keep NAME: starts what is wanted again and again, until it is wanted no more.
keep() {
  local status
  while [ -e "$run/$1" ]; do
    java_of "$1"
    within "$1"
    "${prefix[@]}" "${process[@]}" >>"$log/$1.out" 2>&1 &
    echo $! >"$run/$1.pid"
    status=0
    { wait $! || status=$?; } 2>/dev/null # Bash would say that it was killed.
    [ -e "$run/$1" ] || break
    echo "$(date -u +%FT%T.%3NZ) $1 ended ($status); starting it again" >>"$log/keeper.log"
    sleep 0.5
  done
  rm -f "$run/$1.pid" "$run/$1.keeper.pid"
}

# java_of NAME: the command of a process, in the array 'process'.
java_of() {
  local logging=("-Dlog.file=$log/$1.log" "-Dlog4j2.configurationFile=file:$conf/log4j2.properties" "-Dgroundswell.cluster=$folder")
  local flink=("$java" "${opens[@]}" "${logging[@]}" -cp "$lib/*")
  case $1 in
    zookeeper)
      # ZooKeeper removes empty containers once a minute. If that is the folder of leaders just when a JobManager's session has
      # ended, Curator before 5.8, which Flink 2.2 has inside, never elects a leader again (CURATOR-724): once in three weeks will do.
      process=("${flink[@]}" -Xmx128m -Dznode.container.checkIntervalMs=2000000000 org.apache.flink.runtime.zookeeper.FlinkZooKeeperQuorumPeer
        --zkConfigFile "$conf/zoo.cfg" --peerId 1) ;;
    broker)
      process=("$java" "${logging[@]}" -Xmx384m -cp "$built:$job/flink/*" io.groundswell.jobs.surge.connector.kafka.LocalBroker
        "$data/kafka" "$(address broker):$(port kafka)" posts) ;;
    jobmanager)
      process=("${flink[@]}" -Xmx768m)
      if [ -f "$conf/application" ]; then mapfile -t -O "${#process[@]}" process <"$conf/application"; else
        process+=(org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint --configDir "$conf"); fi ;;
    taskmanager-*)
      process=("${flink[@]}" $(cat "$conf/taskmanager.jvm") org.apache.flink.runtime.taskexecutor.TaskManagerRunner
        --configDir "$conf" -D "taskmanager.resource-id=$1" -D "taskmanager.host=$(address "$1")"
        -D "taskmanager.bind-host=$(address "$1")" $(cat "$conf/taskmanager.dynamic")) ;;
  esac
}

launch() {
  wire "$1"
  touch "$run/$1"
  setsid nohup "$self" keep "$1" --folder "$folder" </dev/null >/dev/null 2>>"$log/keeper.log" &
  echo $! >"$run/$1.keeper.pid"
}

# halt NAME…: ends them, gently first.
halt() {
  local one
  for one in "$@"; do
    rm -f "$run/$one"
    if ours "$one"; then kill "$(cat "$run/$one.pid")" 2>/dev/null || true; fi
  done
  for one in "$@"; do
    await 15 gone "$one" || { kill -9 "$(cat "$run/$one.pid")" 2>/dev/null || true; await 5 gone "$one" || say "$one does not end"; }
  done
}

gone() { ! ours "$1" && ! ours "$1.keeper"; }

# wanted: names of all that is to run, the last started first.
wanted() {
  local one
  for one in "$run"/taskmanager-* "$run"/jobmanager "$run"/broker "$run"/zookeeper; do
    case $one in *.pid) ;; *) [ ! -e "$one" ] || basename "$one" ;; esac
  done
}

# await SECONDS COMMAND…: until it succeeds.
await() {
  local tries=$(($1 * 5))
  shift
  until "$@"; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || return 1
    sleep 0.2
  done
}

require_started() {
  [ -n "$(wanted 2>/dev/null)" ] || fail "no cluster runs in $folder; start one with '$name start'"
}

# task_managers N: so many, no more and no fewer.
task_managers() {
  local number one
  for number in $(seq 1 "$1"); do
    [ -e "$run/taskmanager-$number" ] || launch "taskmanager-$number"
  done
  for one in $(wanted); do
    case $one in taskmanager-*) [ "${one#taskmanager-}" -le "$1" ] || halt "$one" ;; esac
  done
}
