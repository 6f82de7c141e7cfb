#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Fails on the first C++ file that clang-format would write otherwise.
git ls-files --cached --others --exclude-standard '*.cpp' '*.hpp' |
    xargs "$1" --dry-run --Werror
