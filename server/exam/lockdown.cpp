// SPDX-License-Identifier: Apache-2.0
#include "exam/lockdown.hpp"

#include "base/check.hpp"

namespace preau::exam {

bool satisfies(const Lockdown& lockdown, LockdownPolicy policy) {
    switch (policy) {
        case LockdownPolicy::none:
            return true;
        case LockdownPolicy::companion:
            return lockdown.kind == LockdownKind::companion;
        case LockdownPolicy::seb:
            return lockdown.kind == LockdownKind::seb;
        case LockdownPolicy::any:
            return lockdown.kind != LockdownKind::none;
    }
    PREAU_UNREACHABLE();
}

}  // namespace preau::exam
