# Sourced by 'cluster': where its processes listen. All on the loopback, or each in a network namespace of its own, behind
# one bridge, so that any of them can be cut off from the others. Wants folder.

bridge=groundswell
network=10.77.0

# address NAME: where a process listens, and where it comes from.
address() {
  if ! apart; then echo 127.0.0.1; return; fi
  case $1 in
    zookeeper) echo $network.2 ;;
    broker) echo $network.3 ;;
    jobmanager) echo $network.4 ;;
    taskmanager-*) echo "$network.$((10 + ${1#taskmanager-}))" ;;
  esac
}

# apart: whether the cluster of the folder was started so.
apart() { [ -f "$folder/apart" ]; }

# space NAME: the namespace of a process, and its end of the wire; the kernel takes 15 letters.
space() { echo "gw-${1/taskmanager/tm}"; }

# wire NAME: makes the network of a process, unless it is there.
wire() {
  local name
  apart || return 0
  name=$(space "$1")
  ! ip netns list | grep -q "^$name\b" || return 0
  ip netns add "$name"
  ip link add "$name" type veth peer name eth0 netns "$name"
  ip link set "$name" master "$bridge" up
  ip -n "$name" addr add "$(address "$1")/24" dev eth0
  ip -n "$name" link set eth0 up
  ip -n "$name" link set lo up
}

# wire_all: the bridge, with this machine's own end.
wire_all() {
  [ "$(id -u)" = 0 ] || fail "--apart: only root may make networks"
  command -v ip >/dev/null || fail "--apart: there is no 'ip' here; install iproute2"
  ! ip link show "$bridge" >/dev/null 2>&1 || fail "--apart: there is a network '$bridge' already; 'ip link del $bridge' where no other cluster runs"
  ip link add "$bridge" type bridge
  ip addr add "$network.1/24" dev "$bridge"
  ip link set "$bridge" up
  touch "$folder/apart"
}

unwire_all() {
  local one
  apart || return 0
  for one in $(ip netns list | grep -o '^gw-[^ ]*'); do ip netns del "$one"; done
  ip link del "$bridge"
}

# within NAME: the words before the command of a process, in the array 'prefix'.
within() {
  prefix=()
  if apart; then prefix=(ip netns exec "$(space "$1")"); fi
}
