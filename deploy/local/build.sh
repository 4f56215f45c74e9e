# Sourced by the commands beside it: finds Java, and builds a module on first use and whenever its sources are newer.
# Sets java, home and job, the folder of the main job's build. The caller's name is in its messages.

name=$(basename "$0")
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
job=$home/jobs/surge-detection/target
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

fail() {
  echo "$name: $1" >&2
  exit 2
}

require_java() {
  command -v "$java" >/dev/null || fail "no Java here; install JDK 17 or 21, or point JAVA_HOME at one"
  local version
  version=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/.*java.specification.version = //p')
  case $version in
    17 | 21) ;;
    *) fail "this is Java $version; point JAVA_HOME at a JDK 17 or 21" ;;
  esac
}

# bundled: whether this is what 'bundle' has packed, which has no sources and needs no building.
bundled() { [ -e "$home/BUNDLE" ]; }

# older JAR MODULE…: whether the jar is missing, or older than the sources of the modules.
older() {
  local jar=$1 module sources=("$home/pom.xml")
  shift
  for module in "$@"; do
    sources+=("$home/$module/pom.xml" "$home/$module/src/main")
  done
  ! bundled || return 1
  [ ! -f "$jar" ] || [ -n "$(find "${sources[@]}" -newer "$jar" -print -quit)" ]
}

# stale JAR MODULE…: the same for a jar that needs the main job, and what lies beside that.
stale() {
  ! bundled || return 1
  [ ! -d "$job/flink" ] || older "$1" patterns/domain patterns/cep jobs/surge-detection "${@:2}"
}

# build MODULE [OPTION]…: with all that it needs.
build() {
  command -v mvn >/dev/null || fail "no Maven here; install Maven 3.8 or newer, it builds Groundswell on first use"
  echo "Building Groundswell (once; the first time Maven downloads what it needs) …" >&2
  local log
  log=$(mktemp)
  if ! (cd "$home" && mvn -q -B package -pl "$1" -am -DskipTests -Dspotless.check.skip -Dcheckstyle.skip "${@:2}") >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    echo "$name: the build failed; its whole output is in $log" >&2
    exit 1
  fi
  rm -f "$log"
}

opens=(
  --add-opens=java.base/java.lang=ALL-UNNAMED
  --add-opens=java.base/java.util=ALL-UNNAMED
  --add-opens=java.base/java.nio=ALL-UNNAMED
)
