// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/second_copy.hpp"

namespace preau::store {

/// A thread of its own for the second copies.
class CopyThread : public CopyWorker {
  public:
    explicit CopyThread(std::unique_ptr<CopyFolder> folder);
    /// Waits for the job under way, but for one that does not come back at most two seconds: a
    /// stick that hangs must not keep the box from stopping. Jobs not begun are dropped.
    ~CopyThread() override;
    CopyThread(const CopyThread&) = delete;
    CopyThread& operator=(const CopyThread&) = delete;

    void run(Job job) override;

  private:
    struct Shared;
    std::shared_ptr<Shared> shared_;
};

}  // namespace preau::store
