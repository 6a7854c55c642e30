#!/usr/bin/env bash
# Makes the virtual environment named by the first argument, with the first Python that is new enough.
# PYTHON=… chooses another.
set -euo pipefail

venv=${1:?usage: make-venv.sh DIRECTORY}

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    local name
    for name in ${PYTHON:-python3.11 python3 python3.12 python3.13 python3.14}; do
        if new_enough "$name"; then
            command -v "$name"
            return
        fi
    done
    return 1
}

if ! python=$(find_python); then
    {
        echo "需要 Python 3.11 或更高版本，未能找到。请安装后重试，或用 make PYTHON=<路径> 指定。"
        echo "Python 3.11 or newer is needed and was not found. Install it, or name one with make PYTHON=<path>."
    } >&2
    exit 1
fi

# Debian ships venv without ensurepip unless pythonX.Y-venv is installed; the generic package follows the default Python.
if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        export DEBIAN_FRONTEND=noninteractive
        apt-get -qq update
        apt-get -qq install -y --no-install-recommends python3-venv "python$version-venv" >/dev/null
    else
        {
            echo "$python 缺少 venv 或 ensurepip。请先安装系统软件包 python3-venv。"
            echo "$python lacks venv or ensurepip. Install the system package python3-venv first."
        } >&2
        exit 1
    fi
fi

"$python" -m venv --clear "$venv"
