// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <QUrl>

#include <chrono>
#include <stop_token>

namespace Whimbrel {

struct HttpAnswer
{
    int status = 0;          ///< 0: there was no answer
    QString reason;          ///< as the server puts it: "OK"
    QString error;           ///< where there was no answer, and not for want of time
    bool timedOut = false;
    qint64 milliseconds = 0; ///< until the answer, or until it was given up
};

/// What needs Qt Network. That brings half a hundred libraries along, which would double the time in which a command line
/// starts, so it lives in a library of its own that is loaded when it is asked for. Any thread.
class Network
{
public:
    virtual ~Network() = default;

    /// Waits on this thread, never the GUI's. The page itself is read and thrown away.
    virtual HttpAnswer get(const QUrl &url, std::chrono::milliseconds limit, const std::stop_token &stop) const = 0;
    /// The addresses of hosts divided by commas; of this machine's own, and where none is named, 127.0.0.1. Asks for the
    /// names of hosts, which may take a while.
    virtual QSet<QString> addressesOf(const QString &hosts) const = 0;
};

/// nullptr where the library does not load; then `error` says why.
const Network *network(QString *error = nullptr);

} // namespace Whimbrel
