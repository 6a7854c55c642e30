#!/usr/bin/env bash
# Installs the Debian packages of a group that are missing, when run by root; otherwise says what is missing.
# Usage: scripts/system-packages.sh test
# HENGJI_SKIP_SYSTEM_PACKAGES=1 leaves the system alone.
set -euo pipefail

group=${1:-}
case $group in
    # a|b: either will do. LibreOffice without a screen and with one exclude each other: never replace somebody's desktop.
    test) wanted=("libreoffice-calc-nogui|libreoffice-calc" "libreoffice-writer-nogui|libreoffice-writer" fonts-noto-cjk chromium poppler-utils) ;;
    *)
        echo "usage: system-packages.sh test" >&2
        exit 2
        ;;
esac

purpose() {
    case $1 in
        libreoffice-*) echo "在 LibreOffice 中重算工作簿的测试 / tests that recalculate workbooks in LibreOffice" ;;
        fonts-noto-cjk) echo "检查中文字形的测试 / tests that look at Chinese glyphs" ;;
        chromium) echo "在浏览器中打开页面的测试 / tests that open pages in a browser" ;;
        poppler-utils) echo "读取 PDF 的测试 / tests that read PDF files" ;;
    esac
}

installed() {
    local name
    for name in ${1//|/ }; do
        case $(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null || true) in
            installed) return 0 ;;
        esac
    done
    return 1
}

missing=()
for choice in "${wanted[@]}"; do
    command -v dpkg-query >/dev/null && installed "$choice" || missing+=("${choice%%|*}")
done
[ ${#missing[@]} -gt 0 ] || exit 0

if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null || [ -n "${HENGJI_SKIP_SYSTEM_PACKAGES:-}" ]; then
    echo "未安装以下系统软件包，相关测试将被跳过 / these system packages may be missing; their tests will be skipped:"
    for name in "${missing[@]}"; do
        echo "  $name: $(purpose "$name")"
    done
    exit 0
fi

export DEBIAN_FRONTEND=noninteractive
install=(apt-get -qq -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "${missing[@]}")
echo "安装系统软件包 / installing system packages: ${missing[*]}"
# Package lists that are absent or old are fetched once, and only then.
if ! "${install[@]}" >/dev/null 2>&1; then
    apt-get -qq -o DPkg::Lock::Timeout=300 update
    "${install[@]}" >/dev/null
fi
