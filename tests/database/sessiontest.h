// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/session.h"
#include "test.h"

#include <chrono>
#include <thread>

namespace Whimbrel::Test {

/// Base of the suites of one database's session each: sessions on m_settings, and what all three databases must do alike.
/// A check fails the test function that calls it.
class SessionTest : public TestCase
{
protected:
    /// Null, and a failed test, where the database cannot be opened.
    std::unique_ptr<Session> open(SessionRole role = SessionRole::Run);
    /// Cancels what the session does then, from another thread, which ends at the latest with the result.
    static std::jthread cancelSoon(const Session &session, std::chrono::microseconds delay = std::chrono::milliseconds(50));

    /// Time and again: `slow` ends at once when it is cancelled, nothing runs until that is cleared, and then `next` does.
    void checkCancelsAtOnce(const QString &slow, const QString &next);
    /// `statement`, which waits for a lock that somebody holds, ends at once when it is cancelled.
    void checkCancelsAWait(const QString &statement);
    /// A port where nobody listens is noticed at once, a server that never answers after the connect timeout.
    static void checkNobodyListens(const QString &scheme);
    static void checkSilentServer(const QString &scheme);
    /// 50,000 statements in one transaction; the bound is one that only a mistake exceeds.
    void checkManyStatements(std::chrono::milliseconds bound);

    ConnectionSettings m_settings;
};

} // namespace Whimbrel::Test
