# Sourced by 'cluster': another version of the job in the place of the one that runs, and back again. The folder's 'jar' names
# the copy that the job is started from, 'before' that of the version before it, and the savepoint that it left.

# job_jar: what the job is started from; of a folder from before there were copies, what was built.
job_jar() { cat "$folder/jar" 2>/dev/null || echo "$built"; }

# keep_jar: the folder's, unless another one is named, or it has none.
keep_jar() { [ -z "$jar" ] && [ -f "$folder/jar" ] || take_jar "${jar:-$built}"; }

# take_jar FILE: from now on the job is started from a copy of it, since what was built may be built again.
take_jar() {
  local copy
  require_jar "$1"
  copy=$folder/jars/$(sha256sum "$1" | cut -c 1-12)/$(basename "$1")
  if [ ! -f "$copy" ]; then
    mkdir -p "$(dirname "$copy")"
    cp "$1" "$copy.part"
    mv "$copy.part" "$copy"
  fi
  echo "$copy" >"$folder/jar"
}

require_jar() { [ -f "$1" ] || fail "--jar: there is no file $1; it is the job's jar, such as $built"; }

# upgrade: the new version goes on where the old one stops, or else the old one does.
upgrade() {
  local old checked status=0
  [ -z "$back" ] || { go_back; return; }
  require_job
  jar=$(realpath "${jar:-$built}")
  require_jar "$jar"
  old=$(job_jar)
  checked=$(savepoint)
  judge "$checked" || status=$?
  from=$(triggered stop '{"drain": false, "formatType": "CANONICAL"}')
  printf '%s\n' "$old" "$from" >"$folder/before"
  say "the job is stopped, its savepoint is $from"
  [ "$status" = 0 ] || migrate || roll_back "its savepoint could not be migrated"
  take_jar "$jar"
  try_out
  forget_jars
  echo "The job is $(basename "$(job_jar)") now, and has completed a checkpoint; '$name upgrade --back' returns to $(basename "$old")."
}

# judge SAVEPOINT: whether the new jar goes on from it; 3 where it has to be migrated before. The job runs on meanwhile.
judge() {
  local status=0
  "$(tools)" state check "${1#file:}" --against "$jar" >&2 || status=$?
  case $status in
    0 | 3) return "$status" ;;
    1) say "$jar cannot go on from what the job knows; the job runs on as it is"; exit 1 ;;
    *) fail "nobody can say whether $jar can go on from $1; the job runs on as it is" ;;
  esac
}

# tools: the commands of the new version, where its jar lies in a tree or a bundle of its own; else ours.
tools() {
  local theirs=${jar%/jobs/surge-detection/target/*}/deploy/local/groundswell
  if [ -x "$theirs" ]; then echo "$theirs"; else echo "$home/deploy/local/groundswell"; fi
}

# migrate: what the job has left becomes a savepoint of the new version, from which it goes on.
migrate() {
  local to=${migrate_to:-$data/savepoints/migrated-$(basename "$from")}
  "$(tools)" state migrate "${from#file:}" --to "$to" >&2 || return
  from=$(realpath "$to")
}

# try_out: starts the new version; where it does not run, the old one again. Until it has completed a checkpoint nothing of
# what it wrote exactly once is there for anybody.
try_out() {
  local why cores died
  cores=$(all_cores)
  died=$(deaths)
  if ! why=$({ begin "$cores" && prove; } 2>&1); then roll_back "${why#"$name: "}"; fi
}

prove() {
  await 120 proven runs || fail "not all of its tasks run after two minutes"
  post "/jobs/$(job_id)/checkpoints" '{"checkpointType": "CONFIGURED"}' >/dev/null
  await 120 proven checkpointed || fail "it has completed no checkpoint in two minutes"
}

# proven COMMAND…: whether it succeeds; ends where it never will, as the state does not fit or the version ends by itself.
proven() {
  local failure
  id=$(job_id)
  [ $(($(deaths) - died)) -lt 2 ] || fail "its JobManager ends again and again, $(sed -n 's/^Caused by: //p' "$log/jobmanager.log" | tail -n 1)"
  if [ ! -f "$conf/application" ] && [ -z "$id" ]; then fail "it has ended; see $log/jobmanager.log"; fi
  failure=$(failure)
  if grep -q -i 'restor' <<<"$failure"; then fail "$(cause "$failure")"; fi
  "$@"
}

checkpointed() { grep -q '"counts":{[^}]*"completed":[1-9]' <<<"$(rest "/jobs/$id/checkpoints")"; }

# deaths: of the JobManager, which in application mode ends with the job's main.
deaths() { grep -c ' jobmanager ended ' "$log/keeper.log" 2>/dev/null || true; }

# roll_back REASON: the old version again, from what it left.
roll_back() {
  go_back_to
  say "the new version does not run: $1. The old one runs again, from $from."
  exit 1
}

# go_back: because somebody says so, after the new version has run.
go_back() {
  require_started
  [ -f "$folder/before" ] || fail "no version ran before this one in $folder; to go on from an older savepoint, see '$name restore --from PATH'"
  go_back_to
  say "what the new version has told since that savepoint, the old one tells again; see deploy/RUNBOOK.md"
}

# go_back_to: the version that 'before' names.
go_back_to() {
  id=$(job_id)
  [ -z "$id" ] || cancel
  from=$(sed -n 2p "$folder/before")
  head -n 1 "$folder/before" >"$folder/jar"
  go_on "$(all_cores)"
  forget_jars
  rm -f "$folder/before"
}

# forget_jars: all but the one that runs and the one before.
forget_jars() {
  local one
  for one in "$folder/jars"/*/*; do
    if ! grep -qxF "$one" "$folder/jar" "$folder/before"; then
      rm "$one"
      rmdir --ignore-fail-on-non-empty "$(dirname "$one")"
    fi
  done
}
