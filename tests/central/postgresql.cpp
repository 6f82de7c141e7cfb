// SPDX-License-Identifier: Apache-2.0
#include "central/postgresql.hpp"

#include "support/catch.hpp"

#include <fmt/format.h>

#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <libpq-fe.h>
#include <memory>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace preau::test {

namespace fs = std::filesystem;

namespace {

constexpr int kStartPatienceMs = 60'000;

/// The folder of the server's programs: the newest that is installed.
fs::path programs() {
    fs::path found;
    for (const auto& version : fs::directory_iterator("/usr/lib/postgresql"))
        found = std::max(found, version.path() / "bin");
    return found;
}

pid_t start(const std::vector<std::string>& words, const fs::path& log) {
    std::vector<std::string> all;
    if (::getuid() == 0)
        all = {"setpriv",        "--reuid=postgres", "--regid=postgres",
               "--clear-groups", "--pdeathsig",      "INT"};
    else
        all = {"setpriv", "--pdeathsig", "INT"};
    all.insert(all.end(), words.begin(), words.end());
    std::vector<char*> arguments;
    for (auto& word : all) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const pid_t child = ::fork();
    if (child != 0) return child;
    const int out = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    ::dup2(out, 1);
    ::dup2(out, 2);
    ::chdir("/");
    ::execvp(arguments[0], arguments.data());
    ::_exit(127);
}

int wait_for(pid_t child) {
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
}

}  // namespace

Postgresql& Postgresql::shared() {
    static Postgresql server;
    return server;
}

Postgresql::Postgresql() {
    std::string pattern = (fs::temp_directory_path() / "preau-pg-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
    const fs::path data = folder_ / "data", log = folder_.string() + ".log";
    if (::getuid() == 0) {
        REQUIRE(std::system(fmt::format("chown postgres: {}", folder_.string()).c_str()) == 0);
    }
    const auto made = start({(programs() / "initdb").string(), "-D", data.string(), "-U",
                             "postgres", "--auth=trust", "--no-locale", "-E", "UTF8", "--no-sync"},
                            log);
    REQUIRE(wait_for(made) == 0);
    server_ = start({(programs() / "postgres").string(), "-D", data.string(), "-k",
                     folder_.string(), "-c", "listen_addresses=", "-c", "max_connections=60"},
                    log);
    int waited = 0;
    while (PQping(address("postgres", "postgres").c_str()) != PQPING_OK) {
        REQUIRE(waited < kStartPatienceMs);
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        waited += 20;
    }
    execute("CREATE ROLE preau LOGIN");
}

Postgresql::~Postgresql() {
    ::kill(server_, SIGINT);
    wait_for(server_);
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
    fs::remove(folder_.string() + ".log", ignored);
}

std::string Postgresql::address(const std::string& user, const std::string& database) const {
    return fmt::format("postgresql://{}@/{}?host={}", user, database, folder_.string());
}

void Postgresql::execute(const std::string& sql) const {
    const std::unique_ptr<PGconn, void (*)(PGconn*)> connection(
        PQconnectdb(address("postgres", "postgres").c_str()), PQfinish);
    const std::unique_ptr<PGresult, void (*)(PGresult*)> result(
        PQexec(connection.get(), sql.c_str()), PQclear);
    INFO(sql << ": " << PQresultErrorMessage(result.get()));
    const auto status = PQresultStatus(result.get());
    REQUIRE((status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK));
}

std::string Postgresql::make_database() {
    const auto name = fmt::format("t{}", ++databases_);
    execute(fmt::format("CREATE DATABASE {} OWNER preau", name));
    return address("preau", name);
}

void Postgresql::cut_connections() {
    execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'preau'");
}

}  // namespace preau::test
