// SPDX-License-Identifier: Apache-2.0
#pragma once

// The only door to Catch2: a later move to version 3 changes this file.
#include <catch2/catch.hpp>
