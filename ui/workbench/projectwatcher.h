// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/migrationproject.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace Whimbrel {

/// Tells once when a project's files changed, however many did: a checkout of another branch touches hundreds.
class ProjectWatcher final : public QObject
{
    Q_OBJECT

public:
    explicit ProjectWatcher(QObject *parent = nullptr);

    void watch(const MigrationProject &project);
    void clear();

Q_SIGNALS:
    void changed();

private:
    QFileSystemWatcher m_watcher;
    QTimer m_settle; ///< runs until nothing has changed for a moment
};

} // namespace Whimbrel
