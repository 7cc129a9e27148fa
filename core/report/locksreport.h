// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "locks/blockingtree.h"

#include <QJsonObject>

namespace Whimbrel {

/// The texts of lock samples, for the command line, the window and the clipboard.

/// "400 ms", "2.0 s", "3 min", "5 h": short, for columns; empty below zero (not known).
QString durationText(std::chrono::milliseconds duration);
/// "4711 shop-api", "prepared transaction gx_1".
QString sessionTitle(const LockSession &session);
/// "7 waiting, 3 because of us", "0 waiting".
QString waitingSummary(const BlockingTree &tree);
/// Everything about one session in lines: who, state, since when.
QStringList sessionFacts(const LockSession &session, const QDateTime &now);
/// What a session waits for, or, of a root, what it holds that others wait for; empty if that is not known.
QString lockText(const BlockingNode &node);

/// How many rows the forest takes where each session is drawn on one.
int rowCount(const BlockingTree &tree);
/// The forest cut after so many rows, parents before their children. What is counted stays as it was.
BlockingTree firstRows(const BlockingTree &tree, int rows);

/// How a session ends that no signal reaches (LockSession::endWith).
QString endText(const LockSession &session);

/// The forest, indented, with statements, after the sample's notes with their remedies. Ends with a line break.
QString locksText(const LockSample &sample, const BlockingTree &tree);
/// The document of design/CLI.md's `locks`.
QJsonObject locksJson(const LockSample &sample, const BlockingTree &tree);

} // namespace Whimbrel
