// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "locks/history/incident.h"

#include <QImage>
#include <QObject>

#include <optional>

namespace Whimbrel {

/// What the lock pane shows at a moment, to be written to a file.
struct ShownLocks
{
    QString database; ///< as a person calls it
    LockSample sample;
    BlockingTree tree;
    std::optional<Incident> incident; ///< whose worst moment it is
    QImage picture;
};

/// Its text or its JSON, as `whimbrel locks` prints them, or its picture, as the file's name ends: .json, .png, else text.
QByteArray fileContent(const ShownLocks &shown, const QString &path);

/// Asks for a file and writes to it on a pool thread.
class LocksExport final : public QObject
{
    Q_OBJECT

public:
    explicit LocksExport(QWidget *parent);

    /// Shows the dialog "locks-export-dialog" and returns.
    void ask(const ShownLocks &shown);
    void write(const ShownLocks &shown, const QString &path);

Q_SIGNALS:
    void written(const QString &path);
    void failed(const Whimbrel::Error &error);

private:
    QWidget *m_parent;
};

} // namespace Whimbrel
