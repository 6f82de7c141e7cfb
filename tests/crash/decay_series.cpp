// SPDX-License-Identifier: Apache-2.0
#include "crash/laboratory.hpp"

namespace preau::crash {

namespace {

constexpr std::size_t kPageBytes = 4096;
constexpr std::size_t kSectorBytes = 512;
constexpr std::uint64_t kDecaysPerFile = 300;
const std::string kLogPath = kPath + "-wal";

enum class Decay { bit_flipped, sector_zeroed, sector_garbled, pages_swapped, page_of_another_day };
constexpr int kDecaysOfLog = 3;
constexpr int kDecaysOfDatabase = 5;

/// A piece of the content to damage: its first byte, aligned to its size.
std::size_t draw_piece(const Content& content, std::size_t bytes, SplitMix64& random) {
    return static_cast<std::size_t>(random.below(content.size() / bytes)) * bytes;
}

Bytes piece(const Content& content, std::size_t at, std::size_t bytes) {
    Bytes out(bytes);
    content.read(at, out);
    return out;
}

Bytes noise(std::size_t bytes, SplitMix64& random) {
    Bytes out(bytes);
    for (auto& byte : out) byte = static_cast<std::uint8_t>(random.next());
    return out;
}

/// `another` is the same file of a day with other contents and the same sizes.
Content decayed(Content content, const Content& another, Decay decay, SplitMix64& random) {
    switch (decay) {
        case Decay::bit_flipped: {
            const auto at = draw_piece(content, 1, random);
            auto byte = piece(content, at, 1);
            byte[0] = static_cast<std::uint8_t>(byte[0] ^ (1u << random.below(8)));
            content.write(at, byte);
            break;
        }
        case Decay::sector_zeroed:
            content.write(draw_piece(content, kSectorBytes, random), Bytes(kSectorBytes));
            break;
        case Decay::sector_garbled:
            content.write(draw_piece(content, kSectorBytes, random), noise(kSectorBytes, random));
            break;
        case Decay::pages_swapped: {
            const auto a = draw_piece(content, kPageBytes, random);
            const auto b = draw_piece(content, kPageBytes, random);
            const auto of_a = piece(content, a, kPageBytes);
            content.write(a, piece(content, b, kPageBytes));
            content.write(b, of_a);
            break;
        }
        case Decay::page_of_another_day: {
            const auto at = draw_piece(content, kPageBytes, random);
            content.write(at, piece(another, at, kPageBytes));
            break;
        }
    }
    return content;
}

}  // namespace

void Laboratory::let_media_decay(std::uint64_t seed) {
    for (const bool in_log : {false, true}) {
        Progress told;
        const Disk other = disk_after_day(other_history(), seed, in_log, told = {});
        const Disk disk = disk_after_day(usual_history(), seed, in_log, told = {});
        const auto& name = in_log ? kLogPath : kPath;
        const auto& another = other.content(*other.find(name));
        const auto file = *disk.find(name);
        for (std::uint64_t i = 0; i < kDecaysPerFile; ++i) {
            if (!begin({in_log ? "log-decay" : "decay", seed, i, 0})) continue;
            const auto decay = random_.below(in_log ? kDecaysOfLog : kDecaysOfDatabase);
            Disk damaged = disk;
            damaged.replace(
                file, decayed(disk.content(file), another, static_cast<Decay>(decay), random_));
            restart_after_decay(damaged, told, in_log);
        }
    }
}

/// With all records in the database file, as a clean stop leaves them, or all in the log.
Disk Laboratory::disk_after_day(const History& history, std::uint64_t seed, bool in_log,
                                Progress& told) {
    auto workload = make_workload(history, seed);
    workload.wal_bytes_max = store::kWalBytesMax;
    workload.restart_before = 0;
    workload.stops_cleanly = !in_log;
    vfs_.mount(Disk(), seed);
    const auto done = run(workload, history, vfs_, Weakness::none, told);
    if (!done) complain(tally_.unopened, done.error().message);
    return vfs_.disk();
}

void Laboratory::restart_after_decay(const Disk& disk, const Progress& told, bool in_log) {
    ++tally_.recoveries;
    vfs_.mount(disk, random_.next());
    auto journal = open_journal(vfs_, kWalBytesMax, Weakness::none);
    if (!journal) return count_refusal(disk);
    const auto loaded = load(*journal, usual_history());
    const auto verdict = loaded ? judge_.judge(*loaded, told) : Verdict{};
    if (!loaded || verdict.detected)
        ++tally_.detected;
    else if (verdict.sound())
        ++tally_.harmless;
    else if (in_log && !verdict.wrong)
        ++tally_.shortened;  // such an end of a log looks like the one that a power cut tears
    else
        count(verdict);
}

void Laboratory::count_refusal(const Disk& disk) {
    ++tally_.detected;
    auto before = disk.listing();
    auto after = vfs_.disk().listing();
    for (const auto& name : {kPath, kLogPath})
        if (after[name] != before[name])
            complain(tally_.undetected, "a refused database was changed");
}

}  // namespace preau::crash
