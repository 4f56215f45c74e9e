# Sourced by 'cluster': ports, and what its processes are told.

port() { sed -n "s/^$1=//p" "$folder/ports"; }

# listens ADDRESS PORT: whether anybody does.
listens() { (: <"/dev/tcp/$1/$2") 2>/dev/null; }

# free PORT: the first from there on that nobody listens at.
free() {
  local candidate=$1
  while ! apart && listens 127.0.0.1 "$candidate"; do candidate=$((candidate + 1)); done
  echo "$candidate"
}

# The ports of a folder stay: its settings and its topics name them.
write_ports() {
  if [ ! -f "$folder/ports" ]; then
    printf 'rest=%s\nkafka=%s\nzookeeper=%s\n' "$(free 8081)" "$(free 9092)" "$(free 2181)" >"$folder/ports"
  fi
  local one
  for one in rest kafka zookeeper; do
    if ! apart && listens 127.0.0.1 "$(port $one)"; then fail "port $(port $one) is taken; stop what listens there, or delete $folder"; fi
  done
}

write_settings() {
  cat >"$conf/zoo.cfg" <<TEXT
tickTime=1000
dataDir=$data/zookeeper
clientPort=$(port zookeeper)
clientPortAddress=$(address zookeeper)
admin.enableServer=false
server.1=$(address zookeeper)
TEXT
  cat >"$conf/log4j2.properties" <<'TEXT'
rootLogger.level = INFO
rootLogger.appenderRef.file.ref = file
appender.file.name = file
appender.file.type = File
appender.file.fileName = ${sys:log.file}
appender.file.layout.type = PatternLayout
appender.file.layout.pattern = %d{ISO8601}{UTC} %-5p %c{1} %m%n
TEXT
  cat >"$conf/config.yaml" <<TEXT
# Written by 'cluster start'. Heartbeats: what is dead is noticed within 8 s.
heartbeat.interval: 2 s
heartbeat.timeout: 8 s
jobmanager.bind-host: $(address jobmanager)
jobmanager.rpc.address: $(address jobmanager)
rest.address: $(address jobmanager)
rest.bind-address: $(address jobmanager)
rest.port: $(port rest)
rest.bind-port: $(port rest)
high-availability.type: zookeeper
high-availability.zookeeper.quorum: $(address zookeeper):$(port zookeeper)
high-availability.zookeeper.client.session-timeout: 8 s
high-availability.zookeeper.client.tolerate-suspended-connections: true
high-availability.storageDir: file://$data/ha
execution.checkpointing.dir: file://$data/checkpoints
execution.checkpointing.savepoint-dir: file://$data/savepoints
execution.checkpointing.num-retained: 3
execution.checkpointing.externalized-checkpoint-retention: RETAIN_ON_CANCELLATION
execution.checkpointing.incremental: true
state.backend.type: rocksdb
state.backend.rocksdb.log.max-file-size: 1 mb
state.backend.rocksdb.log.file-num: 2
execution.shutdown-on-application-finish: false
restart-strategy.type: exponential-delay
restart-strategy.exponential-delay.max-backoff: 10 s
metrics.fetcher.update-interval: 2 s
# So long Flink waits for a process that was killed to answer, and fetches no metric of any other meanwhile.
web.timeout: 30 s
taskmanager.numberOfTaskSlots: $slots
taskmanager.load-balance.mode: SLOTS
taskmanager.memory.process.size: 1600m
io.tmp.dirs: $data/tmp
web.upload.dir: $data/uploaded
TEXT
  write_memory
}

# A TaskManager wants to be told the whole division of its memory; Flink's own scripts ask this class, too.
write_memory() {
  local answer
  answer=$("$java" -cp "$lib/*" "-Dlog.file=$log/memory.log" "-Dlog4j2.configurationFile=file:$conf/log4j2.properties" \
    org.apache.flink.runtime.util.bash.BashJavaUtils GET_TM_RESOURCE_PARAMS --configDir "$conf" |
    sed -n 's/^BASH_JAVA_UTILS_EXEC_RESULT://p')
  sed -n 1p <<<"$answer" >"$conf/taskmanager.jvm"
  sed -n 2p <<<"$answer" >"$conf/taskmanager.dynamic"
  [ -s "$conf/taskmanager.dynamic" ] || fail "Flink refuses $conf/config.yaml; see $log/memory.log"
}

# An invented company, to begin with.
write_example() {
  local settings=$folder/groundswell.yaml
  if [ ! -f "$settings" ]; then
    (cd "$folder" && "$java" -cp "$built:$job/flink/*" io.groundswell.jobs.surge.Groundswell run --init >/dev/null)
    sed -i.bak -e "s/brokers: localhost:9092/brokers: $(address broker):$(port kafka)/" -e 's/^start: latest/start: earliest/' "$settings"
    rm -f "$settings.bak"
  fi
  echo "$settings"
}
