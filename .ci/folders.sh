# Debian in a folder, and commands run in it as if it were the machine. For bash; needs root.
# The caller has set `work`, a folder of its own, and defined `fail`.

# The mirror that this machine's own apt uses.
mirror() {
  apt-get indextargets --format '$(LABEL)|$(SITE)' 'Created-By: Packages' |
    awk -F'|' '$1 == "Debian" { print $2; exit }'
}

# A minimal Debian with nothing else but these packages; what debootstrap says is in DIR.log. To be
# started in the background: debootstrap takes the place of the shell, and can be killed as a whole.
folder() { # DIR SUITE PACKAGE...
  local dir=$1 suite=$2 site packages
  shift 2
  site=$(mirror)
  packages=$(IFS=,; echo "$*")
  # A mount of debootstrap's that an interruption leaves behind ends with the namespace.
  exec unshare --mount --pid --fork --kill-child \
    debootstrap --variant=minbase --include="$packages" "$suite" "$dir" "$site" \
    >"$dir.log" 2>&1 </dev/null
}

# Waits for a folder that is being made.
made() { # DIR PROCESS
  wait "$2" || fail "cannot make a Debian folder with debootstrap here: $(tail -n 5 "$1.log")"
  surroundings "$1"
  inside "$1" / true || fail "cannot enter a Debian folder here (unshare and pivot_root, as root)"
}

# How this machine reaches the network: its resolver, and the certificates it trusts.
surroundings() { # DIR
  local path
  for path in /etc/resolv.conf /etc/hosts; do
    [[ ! -e $path ]] || cp --remove-destination "$path" "$1$path"
  done
  for path in /etc/ssl/certs /usr/local/share/ca-certificates; do
    [[ ! -d $path ]] || { mkdir -p "$1$path" && cp -a --remove-destination "$path/." "$1$path/"; }
  done
}

# What pip has to know of this machine to reach its index, as VARIABLE=VALUE, one a line.
# Folders of wheels that lie here are not among it.
pip_settings() { # PYTHON
  local key variable value
  for key in index-url proxy trusted-host cert timeout; do
    variable=${key^^}
    variable=PIP_${variable//-/_}
    value=${!variable:-$("$1" -m pip config get "global.$key" 2>/dev/null || true)}
    [[ -z $value ]] || echo "$variable=$value"
  done
  env | grep -E '^(SSL_CERT_FILE|SSL_CERT_DIR|REQUESTS_CA_BUNDLE|(http|https|no)_proxy|(HTTP|HTTPS|NO)_PROXY)=' || true
}

# Runs a command in a folder. It sees this machine's network and devices and nothing else of it: not
# the environment, but for the array `carried`. The folder becomes the root of a mount namespace and not
# merely what `chroot` gives: there an ordinary user may not make the cage's namespaces. When the
# command ends, so does whatever it started, and the mounts are gone with the namespace.
inside() { # DIR PLACE COMMAND...
  # shellcheck disable=SC2016 # it is the inner shell's to expand
  unshare --mount --pid --fork --kill-child bash -euo pipefail -c '
    mount --bind "$0" "$0"
    cd "$0"
    mount -t proc proc proc
    mount --rbind /dev dev
    pivot_root . .
    umount -l .
    cd "$1"
    shift
    # Not exec: process 1 has to stay a shell, which takes in the orphans.
    env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root "$@" || exit $?
  ' "$1" "$2" "${carried[@]}" "${@:3}" </dev/null
}
