// SPDX-License-Identifier: Apache-2.0
#include "store/second_copy_thread.hpp"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <thread>

namespace preau::store {

namespace {

constexpr std::chrono::seconds kPatience{2};

}  // namespace

/// The thread owns it too: it may outlive whoever started it.
struct CopyThread::Shared {
    std::unique_ptr<CopyFolder> folder;
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<Job> jobs;
    bool stopping = false;
    bool ended = false;

    void work() {
        std::unique_lock lock(mutex);
        while (true) {
            changed.wait(lock, [this] { return stopping || !jobs.empty(); });
            if (stopping) break;
            auto job = std::move(jobs.front());
            jobs.pop_front();
            lock.unlock();
            job(*folder);
            job = nullptr;
            lock.lock();
        }
        ended = true;
        changed.notify_all();
    }
};

CopyThread::CopyThread(std::unique_ptr<CopyFolder> folder) : shared_(std::make_shared<Shared>()) {
    shared_->folder = std::move(folder);
    std::thread([shared = shared_] { shared->work(); }).detach();
}

CopyThread::~CopyThread() {
    std::unique_lock lock(shared_->mutex);
    shared_->stopping = true;
    shared_->changed.notify_all();
    shared_->changed.wait_for(lock, kPatience, [this] { return shared_->ended; });
}

void CopyThread::run(Job job) {
    const std::lock_guard lock(shared_->mutex);
    shared_->jobs.push_back(std::move(job));
    shared_->changed.notify_all();
}

}  // namespace preau::store
