// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <sys/types.h>

namespace preau::test {

/// A PostgreSQL server of this process's own: in a temporary folder, on a socket in it and no port,
/// its settings as they come (fsync too). It is started the first time it is asked for, shared by
/// every test of the program, and gone with it, however it ends. When we are root it runs as the
/// user that Debian's package makes, for it refuses to run as root.
class Postgresql {
  public:
    static Postgresql& shared();
    ~Postgresql();
    Postgresql(const Postgresql&) = delete;

    /// The address of a new, empty database that belongs to an ordinary user, ours.
    std::string make_database();
    /// Ends every connection to the databases, as a server that is restarted does.
    void cut_connections();

  private:
    Postgresql();
    std::string address(const std::string& user, const std::string& database) const;
    void execute(const std::string& sql) const;

    std::filesystem::path folder_;
    pid_t server_ = -1;
    int databases_ = 0;
};

}  // namespace preau::test
